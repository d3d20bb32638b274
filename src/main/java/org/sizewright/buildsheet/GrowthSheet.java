package org.sizewright.buildsheet;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.sizewright.figure.Unit;
import org.sizewright.result.growth.GrowthPlan;
import org.sizewright.result.growth.GrowthStep;
import org.sizewright.result.growth.LoadLine;
import org.sizewright.result.growth.StepHosts;
import org.sizewright.rules.SupportEnd;

/** The option on day 1, after 12 and after 36 months: its load, what it takes, what is bought when, and what leaves support. */
final class GrowthSheet {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ROOT);
    private final GrowthPlan growth;

    private GrowthSheet(GrowthPlan growth) {
        this.growth = growth;
    }

    static Sheet of(GrowthPlan growth) {
        return new GrowthSheet(growth).sheet();
    }

    private Sheet sheet() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Note("Computed by Sizewright; these numbers do not follow changes made in the workbook. "
                + String.join(" ", growth.notes())));
        blocks.add(loads());
        blocks.add(dates());
        blocks.add(purchases());
        blocks.add(ends());
        return new Sheet(
                "growth",
                "Growth",
                "Day 1, 12 and 36 months: the load, what it takes, and what is bought when.",
                Sheet.Group.RESULTS,
                blocks);
    }

    private Block loads() {
        Block.Table.Builder table = Block.Table.titled("Load of each workload")
                .columns(Column.text("Workload").withWidth(34), Column.prose("Growth", 34));
        growth.steps().forEach(step -> table.column(Column.text(heading(step)).withWidth(26)));
        for (LoadLine line : growth.loads()) {
            List<Entry> row = new ArrayList<>(List.of(
                    Entry.text(line.name()),
                    line.constant() ? Entry.text(line.growth(), Tone.MUTED) : Entry.text(line.growth())));
            line.loads().forEach(load -> row.add(Entry.text(load)));
            table.row(row);
        }
        return table.build();
    }

    private Block dates() {
        Block.Table.Builder table = Block.Table.titled("What it takes on each date")
                .columns(Column.text("Figure").withWidth(34), Column.text("Unit"));
        growth.steps()
                .forEach(step ->
                        table.column(Column.number(heading(step)).withWidth(26).withTag(Tag.SEARCHED)));
        row(table, "Hosts", Unit.COUNT, step -> Entry.number(step.totalHosts()));
        row(table, "GPUs", Unit.COUNT, step -> Entry.number(step.totalGpus()));
        row(table, "Power at full load", Unit.KILOWATT, step -> ComputedEntry.of(step.power(), 1));
        row(table, "Usable power with one feed lost", Unit.KILOWATT, step -> ComputedEntry.of(step.usablePower(), 1));
        row(table, "Rack units of the hosts", Unit.RACK_UNIT, step -> ComputedEntry.of(step.units(), 0));
        row(table, "Racks in use", Unit.COUNT, step -> Entry.number(step.racks()));
        row(table, "Hosts without room in a rack", Unit.COUNT, step -> Entry.number(step.hostsWithoutRack()));
        row(table, "AI Enterprise licences", Unit.COUNT, step -> ComputedEntry.of(step.licences(), 0));
        row(table, "Datastore", Unit.TIB, step -> ComputedEntry.of(step.datastore(), 2));
        row(
                table,
                "Load",
                Unit.COUNT,
                step -> step.failure()
                        .map(why -> Entry.text("not carried: " + why, Tone.BAD))
                        .orElseGet(() -> Entry.text("carried", Tone.GOOD)));
        return table.build();
    }

    private void row(Block.Table.Builder table, String title, Unit unit, Function<GrowthStep, Entry> entry) {
        List<Entry> row = new ArrayList<>(List.of(Entry.text(title), Entry.unit(unit)));
        growth.steps().forEach(step -> row.add(entry.apply(step)));
        table.row(row);
    }

    private Block purchases() {
        Block.Table.Builder table = Block.Table.titled("What is bought when")
                .note("Beyond what is there on the date before. Licences and datastore stand once for each date.")
                .columns(
                        Column.text("For").withWidth(34),
                        Column.prose("What", 44),
                        Column.number("Hosts"),
                        Column.number("GPUs"),
                        Column.number("AI Enterprise licences"),
                        Column.number("Datastore", Unit.TIB));
        for (GrowthStep step : growth.steps()) {
            for (StepHosts hosts : step.hosts()) {
                if (hosts.bought() > 0) {
                    table.row(
                            Entry.text(heading(step)),
                            Entry.text(hosts.name() + ": " + hosts.server() + " with " + hosts.gpusPerHost()
                                    + " \u00d7 " + hosts.gpu()),
                            Entry.number(hosts.bought()),
                            Entry.number(hosts.gpusBought()),
                            Entry.empty(),
                            Entry.empty());
                }
            }
            table.row(
                    Entry.text(heading(step)),
                    step.hostsBought() > 0
                            ? Entry.text("in all")
                            : Entry.text(step.carries() ? "no hosts" : "no number of hosts carries it", Tone.MUTED),
                    Entry.number(step.hostsBought()),
                    Entry.number(step.gpusBought()),
                    ComputedEntry.of(step.licencesToOrder(), 0),
                    ComputedEntry.of(step.datastoreToAdd(), 2));
        }
        return table.build();
    }

    private Block ends() {
        Block.Table.Builder table = Block.Table.titled("End of support")
                .columns(
                        Column.text("Release").withWidth(34),
                        Column.text("Branch"),
                        Column.text("Last month"),
                        Column.text("Out of support on").withWidth(26),
                        Column.prose("Source", 44));
        for (SupportEnd end : growth.ends()) {
            table.row(
                    Entry.text(end.what()),
                    Entry.text(end.branch()),
                    end.last().map(month -> Entry.text(month.toString())).orElseGet(Entry::unknown),
                    growth.steps().stream()
                            .filter(step -> step.ends().contains(end))
                            .findFirst()
                            .map(step -> Entry.text(heading(step), Tone.CAUTION))
                            .orElseGet(() ->
                                    Entry.text(end.last().isPresent() ? "none of these dates" : "\u2014", Tone.MUTED)),
                    Entry.text(end.source().toLine()));
        }
        if (growth.ends().isEmpty()) {
            table.row(
                    Entry.text("no release is stated", Tone.MUTED),
                    Entry.empty(),
                    Entry.empty(),
                    Entry.empty(),
                    Entry.empty());
        }
        return table.build();
    }

    private static String heading(GrowthStep step) {
        return (step.months() == 0 ? "Day 1" : "+" + step.months() + " months") + ", " + DAY.format(step.date());
    }
}
