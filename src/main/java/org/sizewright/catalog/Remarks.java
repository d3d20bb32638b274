package org.sizewright.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sizewright.table.Cell;
import org.sizewright.table.TextTable;

/** Rows that are no servers: titles, messages, pagers, footnotes, blank rows. */
final class Remarks {
    private static final int TITLE_LENGTH = 80;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** words of which alone a pager consists, beside numbers */
    private static final Set<String> PAGER_WORDS = Set.of(
            "page",
            "pages",
            "of",
            "to",
            "items",
            "item",
            "entries",
            "results",
            "result",
            "rows",
            "systems",
            "per",
            "showing",
            "displaying",
            "show",
            "display",
            "viewing",
            "prev",
            "previous",
            "next",
            "first",
            "last",
            "load",
            "more",
            "go",
            "all");
    /** one of them, or three numbers, make it a pager */
    private static final Set<String> TELLING =
            Set.of("page", "of", "per", "prev", "previous", "next", "more", "showing", "displaying", "display", "show");

    private static final Pattern LONE_STEP = Pattern.compile("first|last", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_OF = Pattern.compile("\\d+ ?/ ?\\d+");
    /** read before superscripts become plain digits */
    private static final Pattern FOOTNOTE = Pattern.compile(
            "^\\s*(?:[*\\u2020\\u2021\\u00A7\\u00B9\\u00B2\\u00B3\\u2070-\\u2079]|\\(\\d{1,2}\\)\\s|\\[\\d{1,2}\\]|\\d{1,2}\\)\\s"
                    + "|\\(\\*+\\)|notes?\\s*(?:$|[:\\u2013\\u2014-])).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern MESSAGE = Pattern.compile(
            "^(?:(?:source|export(?:ed)?|generated|created|copyright|disclaimer|legend|total|synthetic|(?:last )?updated|as of"
                    + "|all rights|end of|back to|terms of|privacy|filters?|filtered|sort(?:ed)? by|downloaded|printed)\\b|\\u00A9"
                    + "|\\(c\\) |https?:|www\\.).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

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
        boolean title = !titleSeen && text.length() <= TITLE_LENGTH && !isMessage(text);
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
        if (isPager(row)) {
            return Optional.of(RowFate.Reason.PAGER);
        }
        Optional<Cell> only = RowReader.onlyCell(row);
        if (only.isEmpty()) {
            return Optional.empty();
        }
        String written = only.get().text().strip();
        String text = Cleaning.line(written);
        boolean across = row.cells().stream().anyMatch(cell -> cell.origin() == Cell.Origin.MERGED_ACROSS);
        if (FOOTNOTE.matcher(written).matches()) {
            return Optional.of(RowFate.Reason.FOOTNOTE);
        }
        boolean message = across || text.length() > TITLE_LENGTH || isMessage(written);
        return message ? Optional.of(RowFate.Reason.MESSAGE) : Optional.empty();
    }

    /** True if the text is no heading but speaks about the list. */
    static boolean isMessage(String text) {
        return MESSAGE.matcher(text).matches();
    }

    /** True if all the row's words are those of a pager; pasted, it may be spread over cells. */
    private static boolean isPager(TextTable.Row row) {
        List<String> texts = row.cells().stream()
                .filter(cell -> cell.origin() == Cell.Origin.OWN && !cell.isBlank())
                .map(cell -> Cleaning.line(cell.text()))
                .toList();
        String line = String.join(" ", texts);
        if (line.length() > TITLE_LENGTH) {
            return false;
        }
        if (PAGE_OF.matcher(line).matches() || LONE_STEP.matcher(line).matches()) {
            return true;
        }
        int numbers = 0;
        boolean telling = false;
        Matcher words = WORD.matcher(line.toLowerCase(Locale.ROOT));
        while (words.find()) {
            String word = words.group();
            if (NUMBER.matcher(word).matches()) {
                numbers++;
            } else if (PAGER_WORDS.contains(word)) {
                telling |= TELLING.contains(word);
            } else {
                return false;
            }
        }
        // numbers alone are a pager in one cell only: in several they may be a row whose words are missing
        return telling || (numbers > 1 && texts.size() == 1);
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
