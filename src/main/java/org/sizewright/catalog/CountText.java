package org.sizewright.catalog;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A maximum count as it was read from text.
 *
 * @param value the count; empty if not stated or not believable
 * @param state how it was read
 * @param written the text it was read from
 * @param footnoted a footnote mark stood at it
 */
record CountText(OptionalInt value, State state, String written, boolean footnoted) {
    enum State {
        /** a plain count */
        GIVEN,
        /** blank, {@code ()}, a dash: unknown, neither zero nor one */
        NOT_STATED,
        /** several counts were listed and the largest taken */
        LARGEST_OF_LIST,
        /** a negative number: "(4)" after a spreadsheet's conversion; its size was taken */
        NEGATIVE,
        /** digits that look like the list 1,2,4,8 run together */
        COLLAPSED,
        /** text that is no count */
        NOT_A_COUNT
    }

    private static final Set<String> NOTHING =
            Set.of("", "-", "--", "n/a", "#n/a", "na", "tbd", "()", "( )", "?", "unknown", "none");
    private static final Set<Integer> COLLAPSED_LISTS = Set.of(12, 124, 248, 1248);
    private static final Pattern SINGLE = Pattern.compile(
            "[\"'~=\\u2248]?(?:(?:up to|max\\.?|maximum|qty\\.?|x|\\u2264|<=?)\\s*:?\\s*)*(\\d{1,4})(?:[.,]0+)?[\"'+]?\\s*"
                    + "(?:-?(?:x|(?:nvidia )?gpus?|cpus?|cards?|sockets?|boards?|modules?|pcs|each|double[- ]wide|single[- ]wide|dw|sw))?"
                    + "\\s*(?:max\\.?|(?:per|/) ?(?:node|server|system))?\\s*(?:\\([A-Za-z][^()]*\\))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]\\s*(.*?)\\s*[)\\]]");
    private static final Pattern NEGATIVE = Pattern.compile("-(\\d{1,4})(?:\\.0+)?");
    private static final Pattern LIST =
            Pattern.compile("\\d{1,3}(?:\\s*(?:,|/|;|to|or|-|and)\\s*\\d{1,3})+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern MARKS = Pattern.compile("[*\\u2020\\u2021]+");

    static final CountText ABSENT = new CountText(OptionalInt.empty(), State.NOT_STATED, "", false);

    static CountText given(int value, String written) {
        return new CountText(OptionalInt.of(value), State.GIVEN, written, false);
    }

    /** Reads a cell, or a pair of brackets, that holds a count and nothing else. */
    static CountText parse(String cell) {
        String line = Cleaning.line(cell);
        boolean footnoted = MARKS.matcher(line).find();
        String text = MARKS.matcher(line).replaceAll("").strip();
        Matcher brackets = IN_BRACKETS.matcher(text);
        if (brackets.matches()) {
            text = brackets.group(1);
        }
        if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
            return new CountText(OptionalInt.empty(), State.NOT_STATED, line, footnoted);
        }
        Matcher single = SINGLE.matcher(text);
        if (single.matches()) {
            return of(Integer.parseInt(single.group(1)), line, footnoted);
        }
        Matcher negative = NEGATIVE.matcher(text);
        if (negative.matches()) {
            return new CountText(OptionalInt.of(Integer.parseInt(negative.group(1))), State.NEGATIVE, line, footnoted);
        }
        if (LIST.matcher(text).matches()) {
            int largest = DIGITS.matcher(text)
                    .results()
                    .mapToInt(m -> Integer.parseInt(m.group()))
                    .max()
                    .orElseThrow();
            return new CountText(OptionalInt.of(largest), State.LARGEST_OF_LIST, line, footnoted);
        }
        return new CountText(OptionalInt.empty(), State.NOT_A_COUNT, line, footnoted);
    }

    private static CountText of(int value, String line, boolean footnoted) {
        if (COLLAPSED_LISTS.contains(value)) {
            return new CountText(OptionalInt.empty(), State.COLLAPSED, line, footnoted);
        }
        return new CountText(OptionalInt.of(value), State.GIVEN, line, footnoted);
    }

    /** The same reading as unknown, if the value is not within 1 and the limit. */
    CountText within(int limit) {
        boolean believable = value.isEmpty() || (value.getAsInt() >= 1 && value.getAsInt() <= limit);
        return believable ? this : new CountText(OptionalInt.empty(), State.NOT_A_COUNT, written, footnoted);
    }
}
