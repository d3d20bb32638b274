package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CheckAgain;
import org.sizewright.catalog.SystemClass;
import org.sizewright.catalog.Validation;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.library.Gpu;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;

/** Rules about servers and the GPUs in them. */
final class HostRules {
    private static final Source SUITE = Source.of(
            "vSphere ML Accelerator Spectrum - NVIDIA AI Enterprise Suite",
            "frankdenneman.nl",
            "2023-05-23",
            Evidence.VERIFIED);
    private static final Source LIBRARY = Source.of("Facts of the server model", "library", "", Evidence.VERIFIED);
    private static final RuleCard VALIDATED =
            RuleCard.of("HOST-001", "The server carries a validation for exactly this GPU", SUITE);
    private static final RuleCard CLASS = RuleCard.of("HOST-003", "The class of the system is known", SUITE);
    private static final RuleCard COUNT = RuleCard.of("HOST-006", "No more GPUs than the catalog allows", SUITE);
    private static final RuleCard SAME_GPU = RuleCard.of("HOST-007", "The GPU is the one of the catalog entry", SUITE);
    private static final RuleCard KNOWN =
            RuleCard.of("HOST-008", "Power, height and weight of the host are known", LIBRARY);
    private static final RuleCard GPU_POWER = RuleCard.of("HOST-009", "The chassis feeds and cools this GPU", LIBRARY);

    private static final RuleCard RECENT = RuleCard.of(
            "HOST-010",
            "What the server list says is not too old",
            Source.of(
                    "Age after which a list is checked again",
                    "library, statements/" + CheckAgain.STATEMENT,
                    "",
                    Evidence.INFERRED));

    private HostRules() {}

    static List<Finding> serverIsValidatedForItsGpu(RuleSubject subject) {
        return each(subject, (group, findings) -> {
            CatalogEntry server = group.server();
            if (group.listed() && server.validation() == Validation.UNKNOWN) {
                findings.add(Finding.of(
                                Severity.ERROR,
                                VALIDATED,
                                group.group().name(),
                                "The catalog states no validation of " + server.model() + " with "
                                        + server.gpu().displayName() + ".",
                                "Ask the vendor, or choose an entry that is Qualified, NGC-Ready or NVIDIA-Certified.")
                        .withPath(path(subject, group) + "/server"));
            }
        });
    }

    static List<Finding> systemClassIsKnown(RuleSubject subject) {
        return each(subject, (group, findings) -> {
            if (group.listed() && group.server().systemClass().kind() == SystemClass.Kind.UNKNOWN) {
                findings.add(Finding.of(
                        Severity.OPEN_ITEM,
                        CLASS,
                        group.group().name(),
                        "The catalog does not say whether " + group.server().model()
                                + " is a data-center or an edge system.",
                        "Look it up in the list of NVIDIA-Certified Systems."));
            }
        });
    }

    /** Ages are taken against the plan's reference date; a list whose day is not known cannot be judged. */
    static List<Finding> whatTheListSaysIsRecent(RuleSubject subject) {
        Optional<CheckAgain> check = CheckAgain.by(
                subject.plan().library(), subject.plan().plan().header().referenceDate());
        return each(subject, (group, findings) -> {
            if (!group.listed() || check.isEmpty()) {
                return;
            }
            CatalogEntry server = group.server();
            group.listedOn()
                    .filter(day -> server.validation() != Validation.UNKNOWN)
                    .flatMap(check.get()::validation)
                    .ifPresent(sentence -> findings.add(Finding.of(
                                    Severity.WARNING,
                                    RECENT,
                                    group.group().name(),
                                    server.model() + " with " + server.gpu().displayName() + ": " + sentence,
                                    "Import a newer export of the list, or ask the vendor.")
                            .withPath(path(subject, group) + "/server")));
            check.get()
                    .systemClass(server.systemClass())
                    .ifPresent(sentence -> findings.add(Finding.of(
                                    Severity.NOTE,
                                    RECENT,
                                    group.group().name(),
                                    server.model() + ": " + sentence,
                                    "Join a newer list of NVIDIA-Certified Systems when importing the catalog.")
                            .withPath(path(subject, group) + "/server")));
        });
    }

    static List<Finding> gpuCountIsWithinTheMaximum(RuleSubject subject) {
        return each(subject, (group, findings) -> {
            int wanted = group.group().gpusPerHost();
            int boards = group.gpu().boards(wanted);
            if (group.group().isExisting()) {
                return; // told with the host's name by ExistingHostRules
            }
            if (group.server().maxGpu().isEmpty()) {
                findings.add(Finding.of(
                        Severity.OPEN_ITEM,
                        COUNT,
                        group.group().name(),
                        "The catalog does not say how many GPUs fit in "
                                + group.server().model() + ".",
                        "Ask the vendor."));
            } else if (boards <= group.server().maxGpu().getAsInt()
                    && wanted > group.server().maxGpu().getAsInt()) {
                findings.add(Finding.of(
                        Severity.OPEN_ITEM,
                        COUNT,
                        group.group().name(),
                        boardsOrGpus(
                                group.server().model(),
                                group.gpu(),
                                group.server().maxGpu().getAsInt(),
                                wanted),
                        ASK_WHAT_IS_COUNTED));
            } else if (wanted > group.server().maxGpu().getAsInt()) {
                int most = group.server().maxGpu().getAsInt();
                findings.add(Finding.of(
                                Severity.ERROR,
                                COUNT,
                                group.group().name(),
                                group.server().model() + " takes at most " + most + " of this GPU; the plan has "
                                        + wanted + " per host"
                                        + (boards == wanted ? "." : ", that is " + boards + " boards."),
                                "Use at most " + most + (boards == wanted ? " GPUs" : " boards") + " per host.")
                        .withDistance((boards - most) + (boards == wanted ? "" : " boards") + " too many")
                        .withPath(path(subject, group) + "/gpusPerHost"));
            }
        });
    }

    static List<Finding> gpuIsTheOneOfTheEntry(RuleSubject subject) {
        return each(subject, (group, findings) -> {
            CatalogEntry server = group.server();
            boolean possible = server.gpu().chip().isPresent()
                    && subject
                            .plan()
                            .library()
                            .candidates(
                                    server.gpu().chip().get(),
                                    server.gpu().form().map(form -> form.text()),
                                    server.gpu().memoryGb().isPresent()
                                            ? java.util.Optional.of(
                                                    server.gpu().memoryGb().getAsInt())
                                            : java.util.Optional.empty())
                            .stream()
                            .anyMatch(gpu -> gpu.id().equals(group.gpu().id()));
            if (group.listed() && !possible) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                SAME_GPU,
                                group.group().name(),
                                "The catalog entry names \"" + server.gpu().text() + "\"; the plan counts with "
                                        + group.gpu().name() + ".",
                                "Check that both are the same GPU, or choose the matching entry.")
                        .withPath(path(subject, group) + "/gpu"));
            }
        });
    }

    static List<Finding> hostFactsAreKnown(RuleSubject subject) {
        return each(subject, (group, findings) -> {
            RowKey row = row(group.group());
            known(subject, group, row, subject.sizing().demand.hosts.basePower, "basePower", findings);
            known(subject, group, row, subject.sizing().demand.hosts.gpuPower, "gpu", findings);
            known(subject, group, row, subject.sizing().demand.hosts.height, "heightU", findings);
            known(subject, group, row, subject.sizing().demand.hosts.weight, "weight", findings);
        });
    }

    private static void known(
            RuleSubject subject, ResolvedGroup group, RowKey row, Figure figure, String field, List<Finding> findings) {
        if (!subject.value(figure, row).isKnown()) {
            findings.add(Finding.of(
                            Severity.OPEN_ITEM,
                            KNOWN,
                            group.group().name(),
                            figure.title() + " is not known for "
                                    + group.server().model() + "; what rests on it says \"unknown\" or \"at least\".",
                            "Take it from the vendor's data sheet and type it in on the Cluster screen.")
                    .withPath(path(subject, group) + "/typed/" + field)
                    .withFigure(figure.cell(row, org.sizewright.figure.Lane.VALUE)));
        }
    }

    static List<Finding> gpuPowerIsWithinTheChassis(RuleSubject subject) {
        return each(
                subject,
                (group, findings) -> group.chassis()
                        .flatMap(chassis -> chassis.maxGpu().asOptional())
                        .ifPresent(most -> group.gpu().tdp().asOptional().ifPresent(power -> {
                            if (power.compareTo(most) > 0) {
                                findings.add(Finding.of(
                                                Severity.ERROR,
                                                GPU_POWER,
                                                group.group().name(),
                                                group.server().model() + " is made for GPUs of at most "
                                                        + Math.round(most.value()) + " W; "
                                                        + group.gpu().name() + " draws "
                                                        + Math.round(power.value()) + " W.",
                                                "Choose another server or GPU.")
                                        .withDistance(Math.round(power.value() - most.value()) + " W too much"));
                            }
                        })));
    }

    static final String ASK_WHAT_IS_COUNTED = "Ask the vendor whether boards or GPUs are counted.";

    /** Server lists count boards or GPUs, and do not say which. */
    static String boardsOrGpus(String server, Gpu gpu, int most, int wanted) {
        return "The server list has at most " + most + " " + gpu.name() + " in " + server
                + " and does not say whether boards or GPUs are counted; the plan has " + wanted + " per host, that is "
                + gpu.boards(wanted) + (gpu.boards(wanted) == 1 ? " board." : " boards.");
    }

    static RowKey row(HostGroup group) {
        return new RowKey(group.id().value(), group.name());
    }

    private static String path(RuleSubject subject, ResolvedGroup group) {
        for (ResolvedCluster cluster : subject.option().clusters()) {
            if (cluster.groups().contains(group)) {
                return "/options/" + subject.option().option().id() + "/clusters/"
                        + cluster.cluster().id() + "/groups/" + group.group().id();
            }
        }
        throw new IllegalArgumentException("no such group: " + group.group().id());
    }

    private static List<Finding> each(RuleSubject subject, BiConsumer<ResolvedGroup, List<Finding>> check) {
        List<Finding> findings = new ArrayList<>();
        subject.option()
                .clusters()
                .forEach(cluster -> cluster.groups().forEach(group -> check.accept(group, findings)));
        return findings;
    }
}
