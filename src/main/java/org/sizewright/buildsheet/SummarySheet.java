package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
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
    private static final String NOT_PLANNED = "not planned for";
    private static final String NOT_SURVIVED = "does not survive";

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
        blocks.add(options());
        blocks.add(ControlChecks.table(material));
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

    private Block options() {
        Block.Table.Builder table = Block.Table.titled("Options")
                .note(
                        "Live formulas for " + name(material.live())
                                + "; the numbers of other options were computed by Sizewright and do not follow changes made here.")
                .columns(
                        Column.text("Figure").withWidth(44),
                        Column.text("Unit"),
                        Column.number(heading(material.live())).withWidth(20).withTag(Tag.CALCULATED),
                        Column.number("Low need").withWidth(14).withTag(Tag.CALCULATED),
                        Column.number("High need").withWidth(14).withTag(Tag.CALCULATED),
                        Column.text("Completeness").withWidth(22));
        for (OptionResult other : others()) {
            table.column(Column.number(heading(other)).withWidth(20).withTag(Tag.SEARCHED));
        }
        figure(table, "Hosts", sizing -> sizing.cluster.totalHosts);
        figure(table, "GPUs", sizing -> sizing.cluster.totalGpus);
        figure(table, "GPUs in use", sizing -> sizing.placement.gpusUsed);
        figure(table, "GPUs free or spare", sizing -> sizing.placement.gpusFree);
        figure(table, "GPU memory stranded", sizing -> sizing.placement.stranded);
        figure(table, "VMs asked for", sizing -> sizing.demand.totalVms);
        figure(table, "VMs placed", sizing -> sizing.placement.placed);
        row(
                table,
                "Host failure",
                survival(),
                material.tables()
                        .completeness(material.sizing().placement.survives.cell()),
                option -> Entry.text(survivalWords(option)));
        figure(table, "Power at full load, existing load included", sizing -> sizing.site.sitePower);
        figure(table, "Usable power with one feed lost", sizing -> sizing.site.usablePower);
        figure(table, "Heat of the hosts", sizing -> sizing.cluster.totalHeat);
        figure(table, "Rack units of the hosts", sizing -> sizing.cluster.totalUnits);
        figure(table, "Weight of the hosts", sizing -> sizing.cluster.totalWeight);
        figure(table, "Hosts without room in a rack", sizing -> sizing.placement.hostsWithoutRack);
        figure(table, "AI Enterprise licences", sizing -> sizing.cluster.totalLicences);
        figure(table, "AI Enterprise licences to order", sizing -> sizing.cluster.licencesToOrder);
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.OPEN_ITEM)) {
            row(
                    table,
                    "Findings: " + severity.word() + "s",
                    material.formulas().computed(material.live().open(severity)),
                    Entry.text("see sheet Findings"),
                    option -> Entry.number(option.open(severity)));
        }
        return table.build();
    }

    private void figure(Block.Table.Builder table, String title, Function<Sizing, Figure> pick) {
        LiveFormulas formulas = material.formulas();
        Figure figure = pick.apply(material.sizing());
        List<Entry> row = new ArrayList<>(List.of(
                Entry.text(title),
                Entry.unit(figure.unit()),
                formulas.whileCurrent(figure.cell()),
                figure.isBanded() ? formulas.whileCurrent(figure.cell(RowKey.SINGLE, Lane.LOW)) : Entry.empty(),
                figure.isBanded() ? formulas.whileCurrent(figure.cell(RowKey.SINGLE, Lane.HIGH)) : Entry.empty(),
                material.tables().completeness(figure.cell())));
        others().forEach(other -> row.add(number(other, pick.apply(other.sizing()))));
        table.row(row);
    }

    private void row(
            Block.Table.Builder table,
            String title,
            Entry live,
            Entry completeness,
            Function<OptionResult, Entry> ofOther) {
        List<Entry> row = new ArrayList<>(
                List.of(Entry.text(title), Entry.empty(), live, Entry.empty(), Entry.empty(), completeness));
        others().forEach(other -> row.add(ofOther.apply(other)));
        table.row(row);
    }

    private List<OptionResult> others() {
        return material.subject().plan().options().stream()
                .filter(option -> !option.option()
                        .option()
                        .id()
                        .equals(material.live().option().option().id()))
                .toList();
    }

    private static String name(OptionResult option) {
        return option.option().option().name();
    }

    /** Names of options need not differ. */
    private static String heading(OptionResult option) {
        return name(option) + " (" + option.option().option().id() + ")";
    }

    private Entry survival() {
        Cell survives = material.sizing().placement.survives.cell();
        int failures = failures(material.live());
        if (failures == 0) {
            return Entry.text(NOT_PLANNED, Tone.CAUTION);
        }
        return material.formulas().yesOrNo(survives, survived(failures), NOT_SURVIVED);
    }

    private static String survivalWords(OptionResult option) {
        int failures = failures(option);
        if (failures == 0) {
            return NOT_PLANNED;
        }
        boolean survives = option.figures()
                        .value(option.sizing().placement.survives)
                        .asNumber()
                        .orElse(0)
                == 1;
        return survives ? survived(failures) : NOT_SURVIVED;
    }

    private static String survived(int failures) {
        return "survives any " + (failures == 1 ? "host" : failures + " hosts");
    }

    private static int failures(OptionResult option) {
        return option.placements().stream()
                .mapToInt(placed -> placed.problem().policy().failures())
                .min()
                .orElse(0);
    }

    private static Entry number(OptionResult option, Figure figure) {
        Value value = option.figures().value(figure);
        int decimals = Math.max(0, new NumberFormats(option.figures()).decimals(figure));
        return value instanceof Value.Known known && known.bound() != Bound.EXACT
                ? Entry.text(ValueText.of(value, Unit.COUNT, decimals))
                : Entry.number(value, decimals);
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
