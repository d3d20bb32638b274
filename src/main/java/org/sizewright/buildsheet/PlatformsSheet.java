package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sizewright.figure.Unit;
import org.sizewright.library.SupplyRecord.Metric;
import org.sizewright.result.platforms.GpuWay;
import org.sizewright.result.platforms.Impossible;
import org.sizewright.result.platforms.PlatformComparison;
import org.sizewright.result.platforms.PlatformOutcome;
import org.sizewright.rules.Severity;

/** The workloads on every platform: what they take, which ways there are to GPUs, and what is impossible and why. */
final class PlatformsSheet {
    private static final int FIRST = 34;
    private static final int SECOND = 20;
    private static final int WIDTH = 34;
    private final PlatformComparison comparison;

    private PlatformsSheet(PlatformComparison comparison) {
        this.comparison = comparison;
    }

    static Sheet of(PlatformComparison comparison) {
        return new PlatformsSheet(comparison).sheet();
    }

    private Sheet sheet() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note("Computed by Sizewright; these numbers do not follow changes made in the workbook. "
                + String.join(" ", comparison.notes())));
        blocks.add(figures());
        blocks.add(ways());
        blocks.add(impossible());
        blocks.add(changes());
        return new Sheet(
                "platforms",
                "Platforms",
                "The same workloads on vSphere, vSphere Kubernetes, OpenShift and bare metal.",
                Sheet.Group.RESULTS,
                blocks);
    }

    private Block.Table.Builder table(String title, String first) {
        Block.Table.Builder table = Block.Table.titled(title)
                .columns(
                        Column.text(first).withWidth(FIRST), Column.text("Unit").withWidth(SECOND));
        comparison
                .outcomes()
                .forEach(outcome ->
                        table.column(Column.prose(heading(outcome), WIDTH).withTag(Tag.SEARCHED)));
        return table;
    }

    private static String heading(PlatformOutcome outcome) {
        return outcome.trial().platform().title() + (outcome.trial().inUse() ? " (in use)" : "");
    }

    private Block figures() {
        Block.Table.Builder table = table("What it takes", "Figure");
        row(table, "Hosts", Unit.COUNT, outcome -> ComputedEntry.of(outcome.hosts(), 0));
        row(table, "GPUs", Unit.COUNT, outcome -> ComputedEntry.of(outcome.gpus(), 0));
        row(table, "Power at full load", Unit.KILOWATT, outcome -> ComputedEntry.of(outcome.power(), 1));
        row(table, "Rack units of the hosts", Unit.RACK_UNIT, outcome -> ComputedEntry.of(outcome.units(), 0));
        row(table, "Datastore", Unit.TIB, outcome -> ComputedEntry.of(outcome.datastore(), 2));
        row(
                table,
                "AI Enterprise licences, one per GPU",
                Unit.COUNT,
                outcome -> ComputedEntry.of(outcome.licences(), 0));
        row(table, "NVIDIA AI Enterprise", Unit.COUNT, outcome -> Entry.text(outcome.aiEnterprise()));
        row(table, "Cores that VMware licenses", Unit.COUNT, outcome -> ComputedEntry.of(outcome.vmwareCores(), 0));
        row(
                table,
                "OpenShift subscriptions",
                Unit.COUNT,
                outcome -> ComputedEntry.of(outcome.openShift().subscriptions(), 0));
        row(
                table,
                "What OpenShift is counted by",
                Unit.COUNT,
                outcome -> Entry.text(
                        outcome.openShift().metric().map(Metric::metric).orElse("")));
        row(table, "Profiles", Unit.COUNT, outcome -> Entry.text(String.join(", ", outcome.profiles())));
        row(
                table,
                "Room for tolerated host failures",
                Unit.COUNT,
                outcome -> outcome.hasRoomForFailures() ? Entry.text("yes", Tone.GOOD) : Entry.text("no", Tone.BAD));
        row(table, "After a host failure", Unit.COUNT, outcome -> Entry.text(outcome.failure()));
        row(table, "Before maintenance", Unit.COUNT, outcome -> Entry.text(outcome.maintenance()));
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.OPEN_ITEM)) {
            row(
                    table,
                    "Findings: " + severity.word() + "s",
                    Unit.COUNT,
                    outcome -> Entry.number(outcome.open(severity)));
        }
        return table.build();
    }

    private void row(Block.Table.Builder table, String title, Unit unit, Function<PlatformOutcome, Entry> entry) {
        List<Entry> row = new ArrayList<>(List.of(Entry.text(title), Entry.unit(unit)));
        comparison.outcomes().forEach(outcome -> row.add(entry.apply(outcome)));
        table.row(row);
    }

    private Block ways() {
        Block.Table.Builder table = table("Ways to GPUs", "Way");
        List<GpuWay> first = comparison.outcomes().getFirst().ways();
        for (int i = 0; i < first.size(); i++) {
            int way = i;
            // MIG is called otherwise where there is no hypervisor
            String name = comparison.outcomes().stream()
                    .map(outcome -> outcome.ways().get(way).name())
                    .distinct()
                    .collect(Collectors.joining(" / "));
            row(table, name, Unit.COUNT, outcome -> entry(outcome.ways().get(way)));
        }
        return table.build();
    }

    private static Entry entry(GpuWay way) {
        return switch (way.answer()) {
            case YES -> Entry.text("Yes. " + way.why(), Tone.GOOD);
            case NO -> Entry.text("No. " + way.why(), Tone.BAD);
            case UNKNOWN -> Entry.text("Unknown. " + way.why(), Tone.CAUTION);
        };
    }

    private Block impossible() {
        Block.Table.Builder table = Block.Table.titled("What is impossible, and why")
                .columns(
                        Column.text("Platform").withWidth(FIRST),
                        Column.text("Subject").withWidth(SECOND),
                        Column.prose("Why", WIDTH),
                        Column.prose("What would clear it", WIDTH),
                        Column.prose("Rule", WIDTH),
                        Column.prose("Source", WIDTH));
        for (PlatformOutcome outcome : comparison.outcomes()) {
            for (Impossible each : outcome.impossible()) {
                table.row(
                        Entry.text(heading(outcome)),
                        Entry.text(each.subject()),
                        Entry.text(each.sentence()),
                        Entry.text(each.remedy()),
                        Entry.text(each.rule() + (each.alsoInUse() ? " (on the platform in use too)" : "")),
                        Entry.text(each.source().toLine()));
            }
            if (outcome.impossible().isEmpty()) {
                table.row(
                        Entry.text(heading(outcome)),
                        Entry.text("nothing", Tone.GOOD),
                        Entry.empty(),
                        Entry.empty(),
                        Entry.empty(),
                        Entry.empty());
            }
        }
        return table.build();
    }

    private Block changes() {
        Block.Table.Builder table = Block.Table.titled("What was dropped or taken for granted")
                .columns(
                        Column.text("Platform").withWidth(FIRST),
                        Column.text("How").withWidth(SECOND),
                        Column.prose("What", WIDTH));
        for (PlatformOutcome outcome : comparison.outcomes()) {
            outcome.trial()
                    .taken()
                    .forEach(taken -> table.row(Entry.text(heading(outcome)), Entry.text("taken"), Entry.text(taken)));
            outcome.trial()
                    .dropped()
                    .forEach(dropped ->
                            table.row(Entry.text(heading(outcome)), Entry.text("dropped"), Entry.text(dropped)));
        }
        return table.build();
    }
}
