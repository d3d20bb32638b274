package org.sizewright.result.servers;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.Proof;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.References;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;

/** Calculates the option of a plan with a server in it, exactly as the plan would be. */
final class ServerCalculation {
    /** What the racks say is weighed, not a reason against a server. */
    private static final Set<String> RACKS =
            Set.of("SITE-001", "SITE-002", "SITE-004", "PWR-001", "PWR-004", "PWR-006");

    /** Findings with which a model asks for more GPUs. */
    private static final Set<String> DOES_NOT_FIT = Set.of("LLM-001", "LLM-002");

    private static final String VALIDATED = "HOST-001";

    /** What came of it. */
    sealed interface Attempt {
        /** It carries everything. */
        record Carries(ServerTrial trial, ServerOutcome outcome, HostGroup group, OptionalDouble licences)
                implements Attempt {}

        /** It does not; the subject is what the plan calls the thing that the rule is about. */
        record Fails(Optional<String> rule, Optional<String> subject, String sentence) implements Attempt {
            Fails(Optional<String> rule, String sentence) {
                this(rule, Optional.empty(), sentence);
            }
        }
    }

    private final ServerQuestion question;
    private final Plan single;
    private final Cancellation cancellation;
    private final Set<String> before = new HashSet<>();
    private int calculated;

    /** @throws IllegalArgumentException with a sentence for the user if the option is not in the plan */
    ServerCalculation(ServerQuestion question, Cancellation cancellation) {
        this.question = question;
        this.cancellation = cancellation;
        Plan plan = question.plan();
        if (plan.option(question.option()).isEmpty()) {
            throw new IllegalArgumentException("That option is no longer in the plan.");
        }
        // the other options would only be looked up
        single = plan.only(question.option());
        ResolvedPlan resolved = Resolver.resolve(single, question.references());
        resolved.problems().forEach(problem -> before.add(problem.sentence()));
        Set<String> concerned = concerned();
        Calculation.of(resolved, resolved.options().getFirst(), cancellation).findings().stream()
                .filter(this::isError)
                .filter(finding -> !concerned.contains(finding.subject()))
                .forEach(finding -> before.add(finding.sentence()));
    }

    /** How many times the option was calculated. */
    int calculated() {
        return calculated;
    }

    Library library() {
        return question.references().library();
    }

    /** The plan with only the option that is asked about. */
    Plan plan() {
        return single;
    }

    /** What it costs by the quotes that the user has. */
    ServerPrice price(CatalogEntry entry, Gpu gpu, Attempt.Carries carries) {
        return ServerPrice.of(entry, gpu, carries.group(), carries.outcome().hosts(), carries.licences(), library());
    }

    private ResolvedPlan resolve(ServerTrial trial) {
        return Resolver.resolve(
                trial.apply(single),
                new WithServer(question.references(), trial.use().server()));
    }

    /**
     * Tries the server. A language model that does not fit is split over twice as many GPUs, as long as a host has them; one that fits
     * is split over twice or half as many while that makes fewer hosts do. One that asks for more GPUs than a host has is split over as
     * many as it has.
     */
    Attempt attempt(ServerTrial first) {
        try {
            ServerTrial trial = withinTheHost(first);
            Attempt attempt = once(trial);
            while (attempt instanceof Attempt.Fails fails
                    && fails.rule().filter(DOES_NOT_FIT::contains).isPresent()) {
                Optional<ServerTrial> wider = wider(trial, fails);
                if (wider.isEmpty()) {
                    return attempt;
                }
                trial = wider.get();
                attempt = once(trial);
            }
            return attempt instanceof Attempt.Carries carries ? improved(carries) : attempt;
        } catch (IllegalArgumentException impossible) {
            return new Attempt.Fails(Optional.empty(), sentence(impossible));
        }
    }

    private Attempt improved(Attempt.Carries first) {
        Attempt.Carries best = first;
        for (Assignment assignment : hosted(first.trial().apply(single))) {
            if (isServed(assignment)) {
                best = improved(best, assignment.workload(), true);
                best = improved(best, assignment.workload(), false);
            }
        }
        return best;
    }

    private Attempt.Carries improved(Attempt.Carries first, WorkloadId workload, boolean wider) {
        Attempt.Carries best = first;
        while (true) {
            Plan plan = best.trial().apply(single);
            Assignment assignment = plan.option(question.option())
                    .flatMap(option -> option.assignment(workload))
                    .orElseThrow();
            int degree = assignment.tensorParallel();
            int next = wider ? degree * 2 : degree / 2;
            if (next < 1 || (wider && assignment.gpus() * 2 > best.group().gpusPerHost())) {
                return best;
            }
            if (once(best.trial().withDegree(workload, next)) instanceof Attempt.Carries other
                    && other.outcome().hosts() < best.outcome().hosts()) {
                best = other;
            } else {
                return best;
            }
        }
    }

    private static String sentence(IllegalArgumentException impossible) {
        String message = String.valueOf(impossible.getMessage());
        return Character.toUpperCase(message.charAt(0)) + message.substring(1) + (message.endsWith(".") ? "" : ".");
    }

    private Attempt once(ServerTrial trial) {
        cancellation.check();
        calculated++;
        ResolvedPlan resolved = resolve(trial);
        Optional<String> problem = resolved.problems().stream()
                .map(each -> each.sentence())
                .filter(sentence -> !before.contains(sentence))
                .findFirst();
        if (problem.isPresent()) {
            return new Attempt.Fails(Optional.of("PLAN-001"), problem.get());
        }
        OptionResult result = Calculation.of(resolved, resolved.options().getFirst(), cancellation);
        Optional<Finding> error = result.findings().stream()
                .filter(this::isError)
                .filter(finding -> !before.contains(finding.sentence()))
                // why a model does not fit says more than that its machines have no place
                .min(Comparator.comparing(finding -> DOES_NOT_FIT.contains(finding.rule()) ? 0 : 1));
        if (error.isPresent()) {
            return new Attempt.Fails(
                    Optional.of(error.get().rule()),
                    Optional.of(error.get().subject()),
                    error.get().subject().equals(replacedName())
                            ? error.get().sentence()
                            : error.get().subject() + ": " + error.get().sentence());
        }
        Value asked = result.figures().value(result.sizing().demand.totalVms);
        if (!(asked instanceof Value.Known known) || known.bound() != Bound.EXACT) {
            return new Attempt.Fails(
                    Optional.empty(),
                    result.findings().stream()
                            .filter(finding -> finding.severity() == Severity.OPEN_ITEM)
                            .filter(finding -> finding.rule().startsWith("LLM-"))
                            .map(finding -> finding.subject() + ": " + finding.sentence())
                            .findFirst()
                            .orElse("It is not known how many machines the workloads need on this GPU."));
        }
        return carries(trial, result);
    }

    private Attempt carries(ServerTrial trial, OptionResult result) {
        HostGroup group =
                UseServer.group(result.plan().plan(), question.option()).orElseThrow();
        ClusterPlacement placed = result.placements().stream()
                .filter(each -> index(each, group) >= 0)
                .findFirst()
                .orElseThrow();
        Proof proof = placed.proof().orElseThrow();
        if (proof instanceof Proof.CannotFit || proof instanceof Proof.NotFound) {
            return new Attempt.Fails(Optional.of("PLACE-002"), ServerWords.named(proof.words(), single));
        }
        int kind = 0;
        for (ClusterPlacement each : result.placements()) {
            int index = index(each, group);
            if (index >= 0) {
                kind += index;
                break;
            }
            kind += each.cluster().groups().size();
        }
        RowKey row = new RowKey(group.id().value(), group.name());
        Gpu gpu = trial.use().gpu();
        double gpusAlone =
                number(result, result.sizing().demand.hosts.gpuPower, row).orElse(0) * gpu.boards(group.gpusPerHost());
        OptionalDouble licences =
                result.figures().value(result.sizing().cluster.licencesToOrder).asNumber();
        return new Attempt.Carries(
                trial,
                new ServerOutcome(
                        placed.problem().groups().get(index(placed, group)).count(),
                        proof,
                        group.gpusPerHost(),
                        group.sockets(),
                        number(result, result.sizing().demand.hosts.hostPower, row),
                        gpusAlone,
                        result.racks(),
                        kind),
                group,
                licences);
    }

    private String replacedName() {
        return UseServer.group(single, question.option()).map(HostGroup::name).orElse("");
    }

    private static int index(ClusterPlacement placed, HostGroup group) {
        for (int i = 0; i < placed.cluster().groups().size(); i++) {
            if (placed.cluster().groups().get(i).group().id().equals(group.id())) {
                return i;
            }
        }
        return -1;
    }

    private static OptionalDouble number(OptionResult result, Figure figure, RowKey row) {
        return result.figures().value(figure, row).asNumber();
    }

    private boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR
                && finding.isOpen()
                && !RACKS.contains(finding.rule())
                && !(finding.rule().equals(VALIDATED) && question.anyValidation());
    }

    /** What findings are about that another server may clear: the cluster, its hosts, and what runs there. */
    private Set<String> concerned() {
        Set<String> subjects = new HashSet<>();
        HostGroup replaced = UseServer.group(single, question.option())
                .orElseThrow(() -> new IllegalArgumentException(UseServer.NO_HOSTS));
        single.liveOption().clusters().stream()
                .filter(cluster -> cluster.groups().contains(replaced))
                .forEach(cluster -> {
                    subjects.add(cluster.name());
                    cluster.groups().forEach(group -> subjects.add(group.name()));
                });
        hosted(single).forEach(assignment -> subjects.add(name(assignment.workload())));
        return subjects;
    }

    /** A replica that asks for more GPUs than a host has is split over as many as it has. */
    private ServerTrial withinTheHost(ServerTrial first) {
        ServerTrial trial = first;
        Plan plan = first.apply(single);
        int gpus = UseServer.group(plan, question.option()).orElseThrow().gpusPerHost();
        for (Assignment assignment : hosted(plan)) {
            if (isServed(assignment)
                    && assignment.gpus() > gpus
                    && assignment.pipelineParallel() == 1
                    && assignment.expertParallel() == 1) {
                trial = trial.withDegree(assignment.workload(), Integer.highestOneBit(gpus));
            }
        }
        return trial;
    }

    private Optional<ServerTrial> wider(ServerTrial trial, Attempt.Fails fails) {
        Plan plan = trial.apply(single);
        int gpus = UseServer.group(plan, question.option()).orElseThrow().gpusPerHost();
        return hosted(plan).stream()
                .filter(this::isServed)
                .filter(assignment -> fails.subject().equals(Optional.of(name(assignment.workload()))))
                .filter(assignment -> assignment.gpus() * 2 <= gpus)
                .findFirst()
                .map(assignment -> trial.withDegree(assignment.workload(), assignment.tensorParallel() * 2));
    }

    private boolean isServed(Assignment assignment) {
        return assignment.profile().isEmpty()
                && single.workload(assignment.workload())
                        .filter(Workload.LlmServing.class::isInstance)
                        .isPresent();
    }

    private String name(WorkloadId workload) {
        return single.workload(workload).map(Workload::name).orElse("");
    }

    /** What runs on the cluster whose hosts are replaced. */
    private List<Assignment> hosted(Plan plan) {
        Option option = plan.option(question.option()).orElseThrow();
        HostGroup group = UseServer.group(plan, question.option()).orElseThrow();
        return option.assignments().stream()
                .filter(assignment -> option.cluster(assignment.cluster())
                        .filter(cluster -> cluster.groups().contains(group))
                        .isPresent())
                .toList();
    }

    /** The workloads whose profile is of the GPU that is replaced. */
    List<WorkloadId> withProfiles() {
        return hosted(single).stream()
                .filter(assignment -> assignment.profile().isPresent())
                .map(Assignment::workload)
                .toList();
    }

    /** The references of the plan, with the server that is tried. */
    private record WithServer(References references, CatalogEntry server) implements References {
        @Override
        public Library library() {
            return references.library();
        }

        @Override
        public Optional<CatalogEntry> server(EntryId id) {
            return id.equals(server.id()) ? Optional.of(server) : references.server(id);
        }

        @Override
        public Optional<LocalDate> listedOn(EntryId id) {
            return references.listedOn(id);
        }
    }
}
