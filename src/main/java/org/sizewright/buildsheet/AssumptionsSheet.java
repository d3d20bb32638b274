package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.Figure;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.Setup;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.Workload;
import org.sizewright.plan.setting.Settings;

/** Every number that goes in, with its source, and the choices that only the application can change. */
final class AssumptionsSheet {
    private final Material material;
    private final Block.Table.Builder choices = Block.Table.titled("Choices")
            .note(
                    "Changed in the application only: they decide which facts and which placement belong to this workbook.")
            .columns(
                    Column.prose("Choice", 40),
                    Column.status("Kind"),
                    Column.text("Chosen").withWidth(20));

    private AssumptionsSheet(Material material) {
        this.material = material;
    }

    static Sheet of(Material material) {
        return new AssumptionsSheet(material).sheet();
    }

    private Sheet sheet() {
        List<Block> blocks = new ArrayList<>();
        table(blocks, "Inputs", Figure.Kind.INPUT, false);
        table(blocks, "Facts of library and catalog", Figure.Kind.FACT, false);
        blocks.add(choices());
        blocks.add(labelsAndTimes());
        // last, since their number depends on the search
        table(blocks, "Found by search in the application", Figure.Kind.FACT, true);
        return new Sheet(
                "assumptions",
                "Assumptions",
                "Every number that goes in, with its source, and the choices behind them.",
                Sheet.Group.INPUTS,
                blocks);
    }

    private void table(List<Block> blocks, String title, Figure.Kind kind, boolean found) {
        List<Figure> figures = material.given().stream()
                .filter(figure -> figure.kind() == kind && isFound(figure) == found)
                .filter(figure -> !figure.rows().keys().isEmpty())
                .filter(figure -> kind == Figure.Kind.INPUT || !figure.rows().isDetail())
                .toList();
        if (!figures.isEmpty()) {
            blocks.add(material.tables().assumptions(title, figures));
        }
    }

    /** Results of searches are kept as facts of their own. */
    private static boolean isFound(Figure figure) {
        return figure.id().startsWith("found_");
    }

    private Block choices() {
        choice("Platform", material.live().option().option().platform().title());
        for (ResolvedCluster cluster : material.live().option().clusters()) {
            cluster(cluster);
        }
        for (ResolvedAssignment assignment : material.live().option().assignments()) {
            assignment(assignment);
        }
        settings();
        return choices.build();
    }

    /** What was stated of platform, hosts and machines. */
    private void settings() {
        Setup setup = material.live().option().option().setup();
        settings(setup.platform(), "");
        for (ResolvedCluster cluster : material.live().option().clusters()) {
            for (ResolvedGroup group : cluster.groups()) {
                settings(setup.of(group.group().id()), " · " + group.group().name());
            }
        }
        for (ResolvedAssignment assignment : material.live().option().assignments()) {
            settings(
                    setup.of(assignment.workload().workload().id()),
                    " · " + assignment.workload().workload().name());
        }
    }

    private void settings(Settings settings, String of) {
        settings.stated()
                .forEach(setting ->
                        choice(setting.heading() + of, settings.shown(setting).orElse("")));
    }

    private void cluster(ResolvedCluster resolved) {
        Cluster cluster = resolved.cluster();
        choice("Host failures to survive · " + cluster.name(), String.valueOf(cluster.hostFailures()));
        choice(
                "vGPU mode · " + cluster.name(),
                switch (cluster.vgpuMode()) {
                    case SAME_SIZE -> "same size";
                    case MIXED_SIZE -> "mixed size";
                    case PER_GPU -> "each GPU as it pays: same size or mixed size";
                });
        choice(
                "GPU assignment policy · " + cluster.name(),
                switch (cluster.gpuPolicy()) {
                    case PERFORMANCE -> "performance (breadth first)";
                    case CONSOLIDATION -> "consolidation (depth first)";
                });
        if (cluster.isMixed()) {
            choice("Hosts chosen by · " + cluster.name(), cluster.objective().words());
        }
        choice(
                "vMotion network · " + cluster.name(),
                cluster.vmotionGbps().isPresent()
                        ? ValueText.number(cluster.vmotionGbps().getAsDouble()) + " Gb/s"
                        : "unknown");
        for (ResolvedGroup group : resolved.groups()) {
            String name = group.group().name();
            choice(
                    "Server · " + name,
                    group.server().vendor() + " " + group.server().model() + " ("
                            + (group.listed() ? "catalog " + Material.catalogRow(group) : "in no server list")
                            + (group.existing().isEmpty() ? "" : "; there already") + ")");
            choice("GPU · " + name, group.gpu().name());
            choice(
                    "Number of hosts · " + name,
                    switch (group.group().count()) {
                        case HostCount.Auto auto -> "AUTO: found by search";
                        case HostCount.Fixed fixed -> "entered above";
                    });
        }
    }

    private void assignment(ResolvedAssignment assignment) {
        String name = assignment.workload().workload().name();
        choice("Cluster · " + name, assignment.cluster().cluster().name());
        choice(
                "After a host failure · " + name,
                Material.words(assignment.workload().workload().survival()));
        if (assignment.share() instanceof GpuShare.Whole) {
            choice("Access to whole GPUs · " + name, assignment.access().words());
        }
        switch (assignment.workload()) {
            case ResolvedWorkload.Llm llm -> {
                choice("Model · " + name, llm.model().name());
                choice("Format of the weights · " + name, llm.weights().name());
                choice("Format of the KV cache · " + name, llm.kvCache().name());
                choice(
                        "Engine · " + name,
                        llm.engine().name() + " " + llm.engine().versions());
                choice("Tensor parallel · " + name, assignment.assignment().tensorParallel() + " GPUs per replica");
            }
            case ResolvedWorkload.Search search -> {
                choice("Index · " + name, search.index().name());
                choice("Elements of vectors · " + name, search.element().name());
                search.models()
                        .forEach(model -> choice(
                                "Model · " + name,
                                model.model().name() + " in " + model.weights().name()));
                choice(
                        "Engine · " + name,
                        search.engine().name() + " " + search.engine().versions());
            }
            case ResolvedWorkload.Tuning tuning ->
                tuning(name, tuning, assignment.assignment().training());
            case ResolvedWorkload.Vms vms ->
                choice(
                        "Sharing of GPUs · " + name,
                        switch (vms.workload().sharing()) {
                            case MIG -> "MIG";
                            case TIME_SLICED -> "time-sliced";
                            case WHOLE -> "whole GPUs";
                        });
        }
        if (assignment.share() instanceof GpuShare.Shared fraction) {
            choice(
                    "Profile · " + name,
                    fraction.profile()
                            + (assignment.assignment().profile().isPresent()
                                    ? " (chosen)"
                                    : " (AUTO: the smallest that gives the memory)"));
        }
    }

    private void tuning(String name, ResolvedWorkload.Tuning tuning, TrainingLayout layout) {
        choice("Model · " + name, tuning.model().name());
        choice("Tuning method · " + name, tuning.method().name());
        choice("Format of the frozen weights · " + name, tuning.weights().name());
        choice("Software · " + name, tuning.stack().name());
        choice("Optimiser · " + name, tuning.optimiser().name());
        choice("Objective · " + name, tuning.objective().name());
        choice(
                "Activation checkpointing · " + name,
                tuning.workload().software().checkpointing().word());
        choice(
                "Spread over GPUs · " + name,
                "data " + layout.data() + ", tensor " + layout.tensor() + ", pipeline " + layout.pipeline()
                        + ", context " + layout.context() + ", expert " + layout.expert());
        choice(
                "Sharded over copies · " + name,
                switch (layout.sharding()) {
                    case NONE -> "nothing";
                    case ZERO_1 -> "optimiser states (ZeRO 1)";
                    case ZERO_2 -> "states and gradients (ZeRO 2)";
                    case ZERO_3 -> "states, gradients and weights (ZeRO 3, FSDP)";
                });
        choice(
                "Kept in host memory · " + name,
                switch (layout.offload()) {
                    case NONE -> "nothing";
                    case STATES -> "optimiser states";
                    case EVERYTHING -> "weights, gradients and states";
                });
    }

    /** What may be typed over although nothing of this workbook follows it: the plan takes it back. */
    private Block labelsAndTimes() {
        Block.Table.Builder table = Block.Table.titled("Labels and times")
                .note(
                        "May be typed over; the plan takes it back from this file, and nothing in this workbook follows it. Labels are"
                                + " words between commas, such as training, inference; hours are like Mon\u2013Fri 08:00\u201318:00, Sat"
                                + " 10:00\u201314:00, or always.")
                .columns(
                        Column.prose("Choice", 40),
                        Column.status("Kind"),
                        Column.prose(TypedWords.CHOSEN, 22),
                        Column.id());
        for (ResolvedCluster cluster : material.live().option().clusters()) {
            for (ResolvedGroup group : cluster.groups()) {
                table.row(typed(
                        "Labels · " + group.group().name(),
                        group.group().labels().words(),
                        TypedWords.LABELS + group.group().id()));
            }
        }
        for (ResolvedAssignment assignment : material.live().option().assignments()) {
            Workload workload = assignment.workload().workload();
            table.row(typed(
                    "Labels of the hosts · " + workload.name(),
                    workload.terms().labels().words(),
                    TypedWords.LABELS + workload.id()));
            table.row(typed(
                    "Runs · " + workload.name(), workload.terms().windows().words(), TypedWords.RUNS + workload.id()));
        }
        return table.build();
    }

    private static List<Entry> typed(String title, String text, String id) {
        return List.of(Entry.text(title), new Entry.Kind(Tag.INPUT), Entry.typed(text), Entry.text(id, Tone.MUTED));
    }

    private void choice(String title, String chosen) {
        choices.row(Entry.text(title), Entry.text("choice", Tone.MUTED), Entry.text(chosen));
    }
}
