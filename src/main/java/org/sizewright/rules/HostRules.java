package org.sizewright.rules;

import java.util.Optional;
import java.util.function.Consumer;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CheckAgain;
import org.sizewright.catalog.MeantGpus;
import org.sizewright.catalog.SystemClass;
import org.sizewright.catalog.Validation;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Gpu;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.setting.HostChoices.SiteClass;
import org.sizewright.plan.setting.HostSettings;

/** Rules about servers and the GPUs in them. */
final class HostRules {

    private HostRules() {}

    static void serverIsValidatedForItsGpu(Inspection at) {
        ExistingHostRules.tell(at, HostFit.About.QUALIFICATION);
        each(at, group -> {
            CatalogEntry server = group.server();
            if (group.listed() && server.gpu().chip().isPresent() && !mayBe(at, group)) {
                at.add(at.violated(
                                group.group().name(),
                                "The catalog has " + server.model() + " with "
                                        + server.gpu().displayName() + "; the plan puts "
                                        + group.gpu().name() + " into it, for which this entry says nothing.",
                                "Choose the entry of the server with this GPU, or a server that is listed with it.")
                        .withPath(path(at, group) + "/gpu"));
            } else if (group.listed() && server.validation() == Validation.UNKNOWN) {
                at.add(at.violated(
                                group.group().name(),
                                "The catalog states no validation of " + server.model() + " with "
                                        + server.gpu().displayName() + ".",
                                "Ask the vendor, or choose an entry that is Qualified, NGC-Ready or NVIDIA-Certified.")
                        .withPath(path(at, group) + "/server"));
            }
        });
    }

    static void systemClassIsKnown(Inspection at) {
        each(at, group -> {
            boolean stated = at.option()
                    .option()
                    .setup()
                    .of(group.group().id())
                    .get(HostSettings.SITE_CLASS)
                    .isPresent();
            if (group.listed() && !stated && group.server().systemClass().kind() == SystemClass.Kind.UNKNOWN) {
                at.add(
                        at.unknown(
                                group.group().name(),
                                "The catalog does not say whether "
                                        + group.server().model()
                                        + " is a data-center or an edge system, and nobody has stated where it shall stand.",
                                "Look its class up in the list of NVIDIA-Certified Systems, and state the class of the place."));
            }
        });
        for (HostView host : at.hosts()) {
            SystemClass.Kind tested = host.resolved().server().systemClass().kind();
            if (host.resolved().listed()
                    && (tested == SystemClass.Kind.DATA_CENTER || tested == SystemClass.Kind.EDGE)) {
                at.need(host, HostSettings.SITE_CLASS)
                        .filter(place -> (place == SiteClass.EDGE) != (tested == SystemClass.Kind.EDGE))
                        .ifPresent(place -> at.add(at.wrong(
                                host,
                                HostSettings.SITE_CLASS,
                                host.resolved().server().model() + " was tested as "
                                        + (tested == SystemClass.Kind.EDGE ? "an edge" : "a data-center")
                                        + " system; it shall stand in "
                                        + (place == SiteClass.EDGE ? "an edge site." : "a data center."),
                                "Choose a system of the other class, or ask its maker.")));
            }
        }
    }

    /** Ages are taken against the plan's reference date; a list whose day is not known cannot be judged. */
    static void whatTheListSaysIsRecent(Inspection at) {
        Optional<CheckAgain> check =
                CheckAgain.by(at.plan().library(), at.plan().plan().header().referenceDate());
        each(at, group -> {
            if (!group.listed() || check.isEmpty()) {
                return;
            }
            CatalogEntry server = group.server();
            group.listedOn()
                    .filter(day -> server.validation() != Validation.UNKNOWN)
                    .flatMap(check.get()::validation)
                    .ifPresent(sentence -> at.add(at.violated(
                                    group.group().name(),
                                    server.model() + " with " + server.gpu().displayName() + ": " + sentence,
                                    "Import a newer export of the list, or ask the vendor.")
                            .withPath(path(at, group) + "/server")));
            check.get()
                    .systemClass(server.systemClass())
                    .ifPresent(sentence -> at.add(at.finding(
                                    Severity.NOTE,
                                    group.group().name(),
                                    server.model() + ": " + sentence,
                                    "Join a newer list of NVIDIA-Certified Systems when importing the catalog.")
                            .withPath(path(at, group) + "/server")));
        });
    }

    static void gpuCountIsWithinTheMaximum(Inspection at) {
        each(at, group -> {
            int wanted = group.group().gpusPerHost();
            int boards = group.gpu().boards(wanted);
            if (group.group().isExisting()) {
                return; // told with the host's name by ExistingHostRules
            }
            if (group.server().maxGpu().isEmpty()) {
                at.add(at.unknown(
                        group.group().name(),
                        "The catalog does not say how many GPUs fit in "
                                + group.server().model() + ".",
                        "Ask the vendor."));
            } else if (boards <= group.server().maxGpu().getAsInt()
                    && wanted > group.server().maxGpu().getAsInt()) {
                at.add(at.unknown(
                        group.group().name(),
                        boardsOrGpus(
                                group.server().model(),
                                group.gpu(),
                                group.server().maxGpu().getAsInt(),
                                wanted),
                        ASK_WHAT_IS_COUNTED));
            } else if (wanted > group.server().maxGpu().getAsInt()) {
                int most = group.server().maxGpu().getAsInt();
                at.add(at.violated(
                                group.group().name(),
                                group.server().model() + " takes at most " + most + " of this GPU; the plan has "
                                        + wanted + " per host"
                                        + (boards == wanted ? "." : ", that is " + boards + " boards."),
                                "Use at most " + most + (boards == wanted ? " GPUs" : " boards") + " per host.")
                        .withDistance((boards - most) + (boards == wanted ? "" : " boards") + " too many")
                        .withPath(path(at, group) + "/gpusPerHost"));
            }
        });
    }

    static void gpuIsTheOneOfTheEntry(Inspection at) {
        each(at, group -> {
            CatalogEntry server = group.server();
            if (group.listed() && server.gpu().chip().isEmpty()) {
                at.add(at.violated(
                                group.group().name(),
                                "The catalog entry names \"" + server.gpu().text() + "\"; the plan counts with "
                                        + group.gpu().name() + ".",
                                "Check that both are the same GPU, or choose the matching entry.")
                        .withPath(path(at, group) + "/gpu"));
            }
        });
    }

    /** Whether the GPU of the plan is one that the entry's words can mean. */
    private static boolean mayBe(Inspection at, ResolvedGroup group) {
        return new MeantGpus(at.plan().library())
                .of(group.server().gpu()).stream()
                        .anyMatch(gpu -> gpu.id().equals(group.gpu().id()));
    }

    static void hostFactsAreKnown(Inspection at) {
        each(at, group -> {
            RowKey row = row(group.group());
            known(at, group, row, at.sizing().demand.hosts.basePower, "basePower");
            known(at, group, row, at.sizing().demand.hosts.gpuPower, "gpu");
            known(at, group, row, at.sizing().demand.hosts.height, "heightU");
            known(at, group, row, at.sizing().demand.hosts.weight, "weight");
        });
    }

    private static void known(Inspection at, ResolvedGroup group, RowKey row, Figure figure, String field) {
        if (!at.value(figure, row).isKnown()) {
            at.add(at.unknown(
                            group.group().name(),
                            figure.title() + " is not known for "
                                    + group.server().model() + "; what rests on it says \"unknown\" or \"at least\".",
                            "Take it from the vendor's data sheet and type it in on the Cluster screen.")
                    .withPath(path(at, group) + "/typed/" + field)
                    .withFigure(figure.cell(row, org.sizewright.figure.Lane.VALUE)));
        }
    }

    static void gpuPowerIsWithinTheChassis(Inspection at) {
        each(
                at,
                group -> group.chassis()
                        .flatMap(chassis -> chassis.maxGpu().asOptional())
                        .ifPresent(most -> group.gpu().tdp().asOptional().ifPresent(power -> {
                            if (power.compareTo(most) > 0) {
                                at.add(at.violated(
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

    private static String path(Inspection at, ResolvedGroup group) {
        for (ResolvedCluster cluster : at.option().clusters()) {
            if (cluster.groups().contains(group)) {
                return "/options/" + at.option().option().id() + "/clusters/"
                        + cluster.cluster().id() + "/groups/" + group.group().id();
            }
        }
        throw new IllegalArgumentException("no such group: " + group.group().id());
    }

    private static void each(Inspection at, Consumer<ResolvedGroup> check) {
        at.option().clusters().forEach(cluster -> cluster.groups().forEach(group -> check.accept(group)));
    }
}
