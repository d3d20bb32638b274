package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Severity;

/** All options of the plan side by side, as they were computed: only one of them is live in a workbook. */
final class OptionsSheet {
    static final String ID = "options";

    private final Material material;

    private OptionsSheet(Material material) {
        this.material = material;
    }

    static Sheet of(Material material) {
        return new OptionsSheet(material).sheet();
    }

    private Sheet sheet() {
        Block.Table.Builder table = Block.Table.titled("Options side by side")
                .note("Computed by Sizewright; these numbers do not follow changes made in the workbook.")
                .columns(Column.text("Figure").withWidth(44), Column.text("Unit"));
        options()
                .forEach(option -> table.column(
                        Column.number(OptionLines.heading(option)).withWidth(24).withTag(Tag.SEARCHED)));
        for (OptionLines.Line line : OptionLines.FIGURES) {
            Unit unit = line.figure().apply(material.sizing()).unit();
            row(
                    table,
                    line.title(),
                    Entry.unit(unit),
                    option -> number(option, line.figure().apply(option.sizing())));
        }
        row(table, "Host failure", Entry.empty(), option -> Entry.text(survival(option)));
        if (options().stream().anyMatch(OptionResult::hasWeek)) {
            row(table, "Busiest slot of the week", Entry.empty(), option -> Entry.text(OptionLines.busiest(option)));
        }
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.OPEN_ITEM)) {
            row(
                    table,
                    "Findings: " + severity.word() + "s",
                    Entry.empty(),
                    option -> Entry.number(option.open(severity)));
        }
        return Sheet.of(
                ID,
                "Options",
                "The options of the plan side by side; option " + OptionLines.heading(material.live())
                        + " is the live one.",
                Sheet.Group.RESULTS,
                table.build());
    }

    private void row(Block.Table.Builder table, String title, Entry unit, Function<OptionResult, Entry> entry) {
        List<Entry> row = new ArrayList<>(List.of(Entry.text(title), unit));
        options().forEach(option -> row.add(entry.apply(option)));
        table.row(row);
    }

    private List<OptionResult> options() {
        return material.subject().plan().options();
    }

    private static Entry number(OptionResult option, Figure figure) {
        Value value = option.figures().value(figure);
        int decimals = Math.max(0, new NumberFormats(option.figures()).decimals(figure));
        return value instanceof Value.Known known && known.bound() != Bound.EXACT
                ? Entry.text(ValueText.of(value, Unit.COUNT, decimals))
                : Entry.number(value, decimals);
    }

    private static String survival(OptionResult option) {
        int failures = OptionLines.failures(option);
        if (failures == 0) {
            return OptionLines.NOT_PLANNED;
        }
        boolean survives = option.figures()
                        .value(option.sizing().placement.survives)
                        .asNumber()
                        .orElse(0)
                == 1;
        return survives ? OptionLines.survived(failures) : OptionLines.notSurvived(option);
    }
}
