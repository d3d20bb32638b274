package org.sizewright.catalog;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sizewright.table.Cell;
import org.sizewright.table.TextTable;

/** Rows that are no servers: titles, messages, pagers, footnotes, blank rows. */
final class Remarks {
    private static final int TITLE_LENGTH = 80;
    private static final Pattern PAGER = Pattern.compile(
            "(?:showing |displaying )?\\d[\\d,.]* ?(?:-|to) ?\\d[\\d,.]* of \\d[\\d,.]*(?: (?:items|entries|results|rows|systems))?"
                    + "|page \\d+(?: of \\d+)?|(?:display|show) \\d+(?: per page| entries| items)?|\\d+ (?:items )?per page"
                    + "|(?:previous|next|first|last)(?: page)?|(?:previous )?\\d+(?: \\d+)+(?: next)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOOTNOTE =
            Pattern.compile("^(?:[*\\u2020\\u2021]|\\(\\d\\) |note:).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern MESSAGE = Pattern.compile(
            "^(?:source|export(?:ed)?|generated|created|copyright|\\u00A9|disclaimer|legend|total|synthetic)\\b.*",
            Pattern.CASE_INSENSITIVE);

    private Remarks() {}

    /** Why a row above the header holds no server. */
    static RowFate.Reason above(TextTable.Row row, boolean titleSeen) {
        if (row.isBlank()) {
            return RowFate.Reason.BLANK;
        }
        String text = row.cells().stream()
                .filter(cell -> cell.origin() == Cell.Origin.OWN)
                .map(cell -> Cleaning.line(cell.text()))
                .collect(Collectors.joining(" "))
                .strip();
        boolean title = !titleSeen
                && text.length() <= TITLE_LENGTH
                && !MESSAGE.matcher(text).matches();
        return title ? RowFate.Reason.TITLE : RowFate.Reason.MESSAGE;
    }

    /** Why a row under the header holds no server, if that is so. */
    static Optional<RowFate.Reason> below(TextTable.Row row, Optional<TextTable.Row> header) {
        if (row.isBlank()) {
            return Optional.of(RowFate.Reason.BLANK);
        }
        if (header.isPresent() && repeats(row, header.get())) {
            return Optional.of(RowFate.Reason.REPEATED_HEADER);
        }
        Optional<Cell> only = RowReader.onlyCell(row);
        if (only.isEmpty()) {
            return Optional.empty();
        }
        String text = Cleaning.line(only.get().text());
        boolean across = row.cells().stream().anyMatch(cell -> cell.origin() == Cell.Origin.MERGED_ACROSS);
        if (PAGER.matcher(text).matches()) {
            return Optional.of(RowFate.Reason.PAGER);
        }
        if (FOOTNOTE.matcher(text).matches()) {
            return Optional.of(RowFate.Reason.FOOTNOTE);
        }
        boolean message =
                across || text.length() > TITLE_LENGTH || MESSAGE.matcher(text).matches();
        return message ? Optional.of(RowFate.Reason.MESSAGE) : Optional.empty();
    }

    /** True if the text is no heading but speaks about the list. */
    static boolean isMessage(String text) {
        return MESSAGE.matcher(text).matches();
    }

    private static boolean repeats(TextTable.Row row, TextTable.Row header) {
        int same = 0;
        for (int column = 0; column < row.cells().size(); column++) {
            Cell cell = Columns.own(row, column);
            if (!cell.isBlank()) {
                String key = Columns.key(cell.text());
                if (key.isEmpty() || !key.equals(Columns.key(header.cell(column).text()))) {
                    return false;
                }
                same++;
            }
        }
        return same > 1;
    }
}
