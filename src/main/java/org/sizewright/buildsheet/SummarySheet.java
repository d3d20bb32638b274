package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.Proof;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;
import org.sizewright.sizing.Sizing;

/** The answer on one page: the chosen option, the control checks, the comparison of options, and the top risks. */
final class SummarySheet {
    static final String ID = "summary";
    private static final int RISKS = 6;

    private final Material material;

    private SummarySheet(Material material) {
        this.material = material;
    }

    static Sheet of(Material material) {
        return new SummarySheet(material).sheet();
    }

    private Sheet sheet() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(material.searchBanner());
        blocks.add(chosen());
        blocks.add(ControlChecks.table(material));
        blocks.add(comparison());
        blocks.add(Block.Facts.of("Why so many hosts"));
        material.live().placements().forEach(placed -> blocks.add(new Block.Note(proof(placed))));
        // texts of any number come last, so that the cells above stay in their places
        blocks.add(Block.Facts.of("Top risks"));
        List<Finding> open = material.live().findings().stream()
                .filter(Finding::isOpen)
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
        open.stream().limit(RISKS).forEach(finding -> blocks.add(new Block.Note(risk(finding))));
        if (open.isEmpty()) {
            blocks.add(new Block.Note("No error, warning or open item."));
        } else if (open.size() > RISKS) {
            blocks.add(new Block.Note((open.size() - RISKS) + " more on the sheet Findings."));
        }
        return new Sheet(
                ID,
                "Summary",
                "The answer on one page: option "
                        + material.live().option().option().name() + ".",
                Sheet.Group.FRONT,
                blocks);
    }

    private Block chosen() {
        Sizing sizing = material.sizing();
        Block.Table.Builder table = Block.Table.titled(
                        "Chosen option: " + material.live().option().option().name())
                .columns(
                        Column.text("Figure").withWidth(46),
                        Column.text("Unit"),
                        Column.number("Value").withWidth(18),
                        Column.number("Low need").withWidth(18),
                        Column.number("High need").withWidth(18),
                        Column.text("Completeness").withWidth(22));
        figure(table, "Hosts", sizing.cluster.totalHosts);
        figure(table, "GPUs", sizing.cluster.totalGpus);
        figure(table, "GPUs in use", sizing.placement.gpusUsed);
        figure(table, "GPUs free or spare", sizing.placement.gpusFree);
        figure(table, "GPU memory stranded", sizing.placement.stranded);
        figure(table, "VMs asked for", sizing.demand.totalVms);
        figure(table, "VMs placed", sizing.placement.placed);
        table.row(
                Entry.text("Host failure"),
                Entry.empty(),
                survival(),
                Entry.empty(),
                Entry.empty(),
                material.tables().completeness(sizing.placement.survives.cell()));
        figure(table, "Power at full load, existing load included", sizing.site.sitePower);
        figure(table, "Usable power with one feed lost", sizing.site.usablePower);
        figure(table, "Heat of the hosts", sizing.cluster.totalHeat);
        figure(table, "Rack units of the hosts", sizing.cluster.totalUnits);
        figure(table, "Weight of the hosts", sizing.cluster.totalWeight);
        figure(table, "Hosts without room in a rack", sizing.placement.hostsWithoutRack);
        figure(table, "AI Enterprise licences", sizing.cluster.totalLicences);
        figure(table, "AI Enterprise licences to order", sizing.cluster.licencesToOrder);
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.OPEN_ITEM)) {
            table.row(
                    Entry.text("Findings: " + severity.word() + "s"),
                    Entry.empty(),
                    material.formulas().computed(material.live().open(severity)),
                    Entry.empty(),
                    Entry.empty(),
                    Entry.text("see sheet Findings"));
        }
        return table.build();
    }

    private void figure(Block.Table.Builder table, String title, Figure figure) {
        LiveFormulas formulas = material.formulas();
        table.row(
                Entry.text(title),
                Entry.unit(figure.unit()),
                formulas.whileCurrent(figure.cell()),
                figure.isBanded() ? formulas.whileCurrent(figure.cell(RowKey.SINGLE, Lane.LOW)) : Entry.empty(),
                figure.isBanded() ? formulas.whileCurrent(figure.cell(RowKey.SINGLE, Lane.HIGH)) : Entry.empty(),
                material.tables().completeness(figure.cell()));
    }

    private Entry survival() {
        Cell survives = material.sizing().placement.survives.cell();
        int failures = failures(material.live());
        if (failures == 0) {
            return Entry.text("not planned for", Tone.CAUTION);
        }
        return material.formulas().yesOrNo(survives, "survives " + failures, "does not survive");
    }

    private static int failures(OptionResult option) {
        return option.placements().stream()
                .mapToInt(placed -> placed.problem().policy().failures())
                .min()
                .orElse(0);
    }

    private Block comparison() {
        List<OptionResult> options = material.subject().plan().options();
        Block.Table.Builder table = Block.Table.titled("Options")
                .note(
                        "Live formulas for " + material.live().option().option().name()
                                + "; numbers of the other options were computed by Sizewright and do not follow changes made here.")
                .columns(Column.text("Figure").withWidth(46), Column.text("Unit"));
        for (OptionResult option : options) {
            table.column(Column.number(option.option().option().name() + " ("
                            + option.option().option().id() + ")")
                    .withWidth(18)
                    .withTag(isLive(option) ? Tag.CALCULATED : Tag.SEARCHED));
        }
        compare(table, "Hosts", sizing -> sizing.cluster.totalHosts);
        compare(table, "GPUs", sizing -> sizing.cluster.totalGpus);
        compare(table, "GPUs in use", sizing -> sizing.placement.gpusUsed);
        compare(table, "GPU memory stranded", sizing -> sizing.placement.stranded);
        compare(table, "VMs asked for", sizing -> sizing.demand.totalVms);
        compare(table, "VMs placed", sizing -> sizing.placement.placed);
        compareWords(
                table,
                "Host failure",
                option -> failures(option) == 0
                        ? "not planned for"
                        : option.figures()
                                                .value(option.sizing().placement.survives)
                                                .asNumber()
                                                .orElse(0)
                                        == 1
                                ? "survives " + failures(option)
                                : "does not survive");
        compare(table, "Power at full load, existing load included", sizing -> sizing.site.sitePower);
        compare(table, "Usable power with one feed lost", sizing -> sizing.site.usablePower);
        compare(table, "Rack units of the hosts", sizing -> sizing.cluster.totalUnits);
        compare(table, "Weight of the hosts", sizing -> sizing.cluster.totalWeight);
        compare(table, "AI Enterprise licences", sizing -> sizing.cluster.totalLicences);
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.OPEN_ITEM)) {
            List<Entry> row = new ArrayList<>(List.of(Entry.text("Findings: " + severity.word() + "s"), Entry.empty()));
            options.forEach(option -> row.add(
                    isLive(option)
                            ? material.formulas().computed(option.open(severity))
                            : Entry.number(option.open(severity))));
            table.row(row);
        }
        return table.build();
    }

    private void compare(Block.Table.Builder table, String title, Function<Sizing, Figure> pick) {
        Unit unit = pick.apply(material.sizing()).unit();
        List<Entry> row = new ArrayList<>(List.of(Entry.text(title), Entry.unit(unit)));
        for (OptionResult option : material.subject().plan().options()) {
            Figure figure = pick.apply(option.sizing());
            row.add(isLive(option) ? material.formulas().whileCurrent(figure.cell()) : number(option, figure));
        }
        table.row(row);
    }

    private void compareWords(Block.Table.Builder table, String title, Function<OptionResult, String> words) {
        List<Entry> row = new ArrayList<>(List.of(Entry.text(title), Entry.empty()));
        for (OptionResult option : material.subject().plan().options()) {
            row.add(isLive(option) ? survival() : Entry.text(words.apply(option)));
        }
        table.row(row);
    }

    private static Entry number(OptionResult option, Figure figure) {
        Value value = option.figures().value(figure);
        return Entry.number(value, Math.max(0, new NumberFormats(option.figures()).decimals(figure)));
    }

    private boolean isLive(OptionResult option) {
        return option.option()
                .option()
                .id()
                .equals(material.live().option().option().id());
    }

    private static String proof(ClusterPlacement placed) {
        String hosts = placed.proof()
                .map(Proof::words)
                .orElse("The number of hosts (" + placed.problem().hostCount() + ") is entered, not searched.");
        return placed.cluster().cluster().name() + ": " + hosts + " "
                + placed.resilience().verdict();
    }

    private static String risk(Finding finding) {
        return finding.severity().word() + " " + finding.rule() + " · " + finding.subject() + ": " + finding.sentence()
                + " " + finding.remedy();
    }
}
