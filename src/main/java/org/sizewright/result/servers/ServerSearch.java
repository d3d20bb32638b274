package org.sizewright.result.servers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.Validation;
import org.sizewright.figure.ValueText;
import org.sizewright.inventory.ServerNames;
import org.sizewright.library.Chassis;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.result.Cancellation;
import org.sizewright.result.servers.ServerCalculation.Attempt;

/**
 * Tries every qualified server of a list in the place of the first hosts to buy of an option: with as many GPUs as the list allows, and
 * as few hosts as carry everything. Servers with the same facts are calculated once. The same question gives the same answer.
 */
public final class ServerSearch {
    /** Hears how far a search is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param done servers with facts of their own that were calculated
         * @param all how many there are
         */
        void at(int done, int all);

        static Progress none() {
            return (done, all) -> {};
        }
    }

    /** What matters of a server: with the same facts the same comes of it. */
    private record Facts(
            GpuId gpu, int gpusPerHost, int sockets, Optional<Chassis> chassis, HostGroup.Typed typed, boolean there) {}

    private record Asked(CatalogEntry entry, Gpu gpu, boolean gpuIsOpen, ServerTrial trial, Facts facts) {}

    private final ServerQuestion question;
    private final ServerCalculation calculation;
    private final HostGroup replaced;
    private final List<ExcludedServer> excluded = new ArrayList<>();

    private ServerSearch(ServerQuestion question, Cancellation cancellation) {
        this.question = question;
        calculation = new ServerCalculation(question, cancellation);
        replaced = UseServer.group(calculation.plan(), question.option()).orElseThrow();
        cluster().groups().stream()
                .filter(group -> group.count() instanceof HostCount.Auto && !group.equals(replaced))
                .findFirst()
                .ifPresent(group -> {
                    throw new IllegalArgumentException("The number of " + group.name()
                            + " is on AUTO too, and servers are compared by the hosts of one group: enter it before"
                            + " searching for servers.");
                });
    }

    /** The cluster whose hosts are replaced. */
    private Cluster cluster() {
        return calculation.plan().liveOption().clusters().stream()
                .filter(cluster -> cluster.groups().contains(replaced))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Searches.
     *
     * @throws IllegalArgumentException with a sentence for the user if the option has no hosts to buy, or others of their cluster
     *     are on AUTO
     * @throws Cancellation.Superseded if nobody wants the answer any more
     */
    public static ServerRanking search(
            ServerQuestion question, RankBy by, Cancellation cancellation, Progress progress) {
        return new ServerSearch(question, cancellation).run(by, progress);
    }

    private ServerRanking run(RankBy by, Progress progress) {
        Map<Facts, List<Asked>> byFacts = new LinkedHashMap<>();
        for (Asked asked : asked()) {
            byFacts.computeIfAbsent(asked.facts(), facts -> new ArrayList<>()).add(asked);
        }
        List<TriedServer> ranked = new ArrayList<>();
        int done = 0;
        progress.at(done, byFacts.size());
        for (List<Asked> alike : byFacts.values()) {
            Attempt attempt = calculation.attempt(alike.getFirst().trial());
            for (Asked asked : alike) {
                switch (attempt) {
                    case Attempt.Carries carries -> ranked.add(tried(asked, carries));
                    case Attempt.Fails fails ->
                        excluded.add(new ExcludedServer(
                                asked.entry(),
                                Optional.of(asked.gpu()),
                                ExcludedServer.Reason.CANNOT_CARRY,
                                fails.rule(),
                                fails.sentence()));
                }
            }
            done++;
            progress.at(done, byFacts.size());
        }
        List<String> assumptions = assumptions();
        long currencies = ranked.stream()
                .flatMap(server -> server.price().currency().stream())
                .distinct()
                .count();
        if (currencies > 1) {
            ranked.replaceAll(server -> server.with(server.price().withoutCurrency()));
            assumptions.add("Prices are quoted in several currencies, so they are not compared.");
        }
        return new ServerRanking(
                by, ranked, excluded, assumptions, question.entries().size(), calculation.calculated());
    }

    private TriedServer tried(Asked asked, Attempt.Carries carries) {
        // calculated for the first of those that are alike; its name is its own
        ServerTrial own = new ServerTrial(
                asked.trial().use(),
                carries.trial().assumed(),
                carries.trial().degrees(),
                carries.trial().withoutProfiles(),
                carries.trial().memoryGib(),
                carries.trial().coresPerSocket());
        return new TriedServer(
                asked.entry(),
                asked.gpu(),
                asked.gpuIsOpen(),
                own,
                carries.outcome(),
                calculation.price(asked.entry(), asked.gpu(), carries));
    }

    private List<Asked> asked() {
        ServerGpus gpus = new ServerGpus(calculation.library());
        List<WorkloadId> profiles = calculation.withProfiles();
        List<Asked> asked = new ArrayList<>();
        for (CatalogEntry entry : question.entries()) {
            List<Gpu> candidates = gpus.of(entry);
            if (candidates.isEmpty()) {
                excluded.add(new ExcludedServer(
                        entry,
                        Optional.empty(),
                        ExcludedServer.Reason.UNKNOWN_GPU,
                        Optional.empty(),
                        "The library has no GPU \"" + entry.gpu().text() + "\"."));
            } else if (entry.validation() == Validation.UNKNOWN && !question.anyValidation()) {
                excluded.add(new ExcludedServer(
                        entry,
                        Optional.empty(),
                        ExcludedServer.Reason.NOT_QUALIFIED,
                        Optional.of("HOST-001"),
                        "The list states no validation of " + entry.model() + " with "
                                + entry.gpu().displayName() + "."));
            } else {
                for (Gpu gpu : candidates) {
                    asked.add(asked(entry, gpu, candidates.size() > 1, profiles));
                }
            }
        }
        return asked;
    }

    private Asked asked(CatalogEntry entry, Gpu gpu, boolean gpuIsOpen, List<WorkloadId> profiles) {
        UseServer use = new UseServer(question.option(), entry, gpu);
        boolean there = use.isDone(calculation.plan());
        Optional<Chassis> chassis = ServerNames.chassisOf(entry.vendor(), entry.model(), calculation.library());
        HostGroup.Typed assumed = assumed(chassis, there ? replaced.typed() : HostGroup.Typed.NOTHING);
        boolean sameGpu = gpu.id().equals(replaced.gpu());
        ServerTrial trial = ServerTrial.of(use, assumed, sameGpu ? List.of() : profiles);
        HostGroup group = UseServer.group(trial.apply(calculation.plan()), question.option())
                .orElseThrow();
        return new Asked(
                entry,
                gpu,
                gpuIsOpen,
                trial,
                new Facts(gpu.id(), group.gpusPerHost(), group.sockets(), chassis, group.typed(), there));
    }

    /** Assumed is only what neither the plan nor the library knows. */
    private HostGroup.Typed assumed(Optional<Chassis> chassis, HostGroup.Typed typed) {
        HostGroup.Typed asked = question.assumed();
        return new HostGroup.Typed(
                asked.basePower()
                        .filter(ignored -> typed.basePower().isEmpty()
                                && chassis.filter(known -> known.basePower().isKnown())
                                        .isEmpty()),
                asked.heightU()
                        .filter(ignored -> typed.heightU().isEmpty()
                                && chassis.filter(known -> known.heightU().isKnown())
                                        .isEmpty()),
                asked.weight()
                        .filter(ignored -> typed.weight().isEmpty()
                                && chassis.filter(known -> known.weight().isKnown())
                                        .isEmpty()));
    }

    private List<String> assumptions() {
        List<String> assumptions = new ArrayList<>();
        int failures = cluster().hostFailures();
        assumptions.add("Each server takes the place of " + replaced.name() + "; other hosts stay as they are.");
        assumptions.add("Each host keeps what the plan has: " + replaced.sockets() + " × " + replaced.coresPerSocket()
                + " cores, " + ValueText.number(replaced.vcpuPerCore()) + " vCPU per core and "
                + ValueText.number(replaced.memoryGib()) + " GiB of memory, of which the hypervisor keeps "
                + ValueText.number(replaced.reservedMemoryGib())
                + " GiB. It has fewer processors where the list allows fewer; the list names no most memory or cores.");
        assumptions.add("Each host has as many GPUs as the list allows, and " + replaced.gpusPerHost()
                + " as in the plan where it does not say.");
        if (calculation
                .plan()
                .liveOption()
                .setup()
                .of(replaced.id())
                .get(HostSettings.GPU_NICS)
                .isPresent()) {
            assumptions.add(
                    "The NICs beside the GPUs are stated for the server of the plan; of another they are not known, and are"
                            + " not counted.");
        }
        assumptions.add(
                "A language model is split over as many GPUs as in the plan, or as lets the fewest hosts carry it.");
        assumptions.add("The number of hosts is the fewest found, "
                + (failures == 0
                        ? "with no host failure planned for"
                        : "those included that may fail (N+" + failures + ")")
                + ", for the best value of the demand.");
        HostGroup.Typed assumed = question.assumed();
        if (assumed.equals(HostGroup.Typed.NOTHING)) {
            assumptions.add(
                    "Power without GPUs, height and weight come from the library; what it does not know stays unknown.");
        } else {
            List<String> taken = new ArrayList<>();
            assumed.basePower().ifPresent(watts -> taken.add(ValueText.number(watts.value()) + " W without GPUs"));
            assumed.heightU().ifPresent(units -> taken.add(units + " U"));
            assumed.weight().ifPresent(weight -> taken.add(ValueText.number(weight.value()) + " kg"));
            assumptions.add("Where nobody knows them, assumed per host: " + String.join(", ", taken) + ".");
        }
        return assumptions;
    }
}
