package org.sizewright.buildsheet;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.CellReference;

/**
 * Puts cells in the place of the columns that formulas of a table name.
 *
 * @param firstRow of the table's entries on its sheet, from 0
 */
record ColumnReferences(Block.Table table, int firstRow) {
    private static final String ALL = "all ";
    /** A text in quotes is left alone. */
    private static final Pattern COLUMN = Pattern.compile("\"[^\"]*\"|\\{(" + ALL + ")?([^{}]+)}");

    /** The entries of a row with formulas that the spreadsheet program takes. */
    List<Entry> resolved(List<Entry> entries, int row) {
        return entries.stream()
                .map(entry -> entry instanceof Entry.Formula formula
                        ? new Entry.Formula(resolved(formula.formula(), row), formula.result())
                        : entry)
                .toList();
    }

    String resolved(String formula, int row) {
        return COLUMN.matcher(formula).replaceAll(found -> Matcher.quoteReplacement(cells(found, row)));
    }

    private String cells(MatchResult found, int row) {
        if (found.group(2) == null) {
            return found.group();
        }
        String letters = CellReference.convertNumToColString(index(found.group(2)));
        return found.group(1) == null
                ? letters + (row + 1)
                : letters + "$" + (firstRow + 1) + ":" + letters + "$"
                        + (firstRow + table.rows().size());
    }

    private int index(String heading) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).heading().equals(heading)) {
                return i;
            }
        }
        throw new IllegalStateException("table \"" + table.title() + "\" has no column \"" + heading + "\"");
    }
}
