package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.VmClass;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;
import org.sizewright.sizing.Sizing;

/** The answer on one page, all of it live: the chosen option, the control checks, the proof in words, and the top risks. */
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
        blocks.add(options());
        blocks.add(ControlChecks.table(material));
        blocks.add(Block.Facts.of("Why so many hosts"));
        material.live()
                .placements()
                .forEach(placed -> blocks.add(new Block.Note(VmClass.named(proof(placed), material::workloadName))));
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
        Block.Table.Builder table = Block.Table.titled("Option " + OptionLines.heading(material.live()))
                .note(
                        material.subject().plan().options().size() > 1
                                ? "Live formulas; the sheet Options holds this option beside the others."
                                : "Live formulas.")
                .columns(
                        Column.text("Figure").withWidth(44),
                        Column.text("Unit"),
                        Column.number("Value").withWidth(20).withTag(Tag.CALCULATED),
                        Column.number("Low need").withWidth(14).withTag(Tag.CALCULATED),
                        Column.number("High need").withWidth(14).withTag(Tag.CALCULATED),
                        Column.text("Completeness").withWidth(22));
        OptionLines.FIGURES.forEach(line -> figure(table, line.title(), line.figure()));
        row(
                table,
                "Host failure",
                survival(),
                material.tables()
                        .completeness(material.sizing().placement.survives.cell()));
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.OPEN_ITEM)) {
            row(
                    table,
                    "Findings: " + severity.word() + "s",
                    material.formulas().computed(material.live().open(severity)),
                    Entry.text("see sheet Findings"));
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
        table.row(row);
    }

    private static void row(Block.Table.Builder table, String title, Entry live, Entry completeness) {
        table.row(List.of(Entry.text(title), Entry.empty(), live, Entry.empty(), Entry.empty(), completeness));
    }

    private Entry survival() {
        Cell survives = material.sizing().placement.survives.cell();
        int failures = OptionLines.failures(material.live());
        if (failures == 0) {
            return Entry.text(OptionLines.NOT_PLANNED, Tone.CAUTION);
        }
        return material.formulas()
                .yesOrNo(survives, OptionLines.survived(failures), OptionLines.notSurvived(material.live()));
    }

    private static String proof(ClusterPlacement placed) {
        String hosts = placed.proofWords()
                .orElse("The number of hosts (" + placed.problem().hostCount() + ") is entered, not searched.");
        return placed.cluster().cluster().name() + ": " + hosts + " " + placed.verdict()
                + placed.fewestGpus().map(gpus -> " " + gpus.words()).orElse("");
    }

    private static String risk(Finding finding) {
        return finding.severity().word() + " " + finding.rule() + " · " + finding.subject() + ": " + finding.sentence()
                + " " + finding.remedy();
    }
}
