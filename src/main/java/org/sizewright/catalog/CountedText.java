package org.sizewright.catalog;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name with the count that stands in the same cell: {@code L40S (4)}, {@code 8x B200}, {@code HGX H200 8-GPU}.
 *
 * @param name the text without the count
 * @param count the count
 * @param stated true if there was a place for a count, even an empty one such as {@code ()}
 */
record CountedText(String name, CountText count, boolean stated) {
    private static final Pattern BRACKETS = Pattern.compile(
            "[(\\[]\\s*(?:(?:max\\.?|up to|qty\\.?|quantity|x|\\u00D7|\\u2264|<=)\\s*:?\\s*)*(-?\\d{0,4})\\s*[x\\u00D7]?"
                    + "\\s*(?:gpus?|cpus?|cards?|pcs|each)?\\s*(?:max\\.?|per (?:node|server|system))?"
                    + "\\s*[*\\u2020\\u2021]*\\s*[)\\]]\\s*[*\\u2020\\u2021]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UP_TO =
            Pattern.compile("^up to \\(?(\\d{1,3})(?!\\d)\\)?\\s*[x\\u00D7]?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE =
            Pattern.compile("^(\\d{1,3})\\s*[x\\u00D7*]\\s*(?=[A-Za-z])", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS_BEFORE = Pattern.compile(
            "^\\((\\d{1,2})\\s*[x\\u00D7]?\\)\\s*[x\\u00D7]?\\s*(?=[A-Za-z])", Pattern.CASE_INSENSITIVE);
    /** A bare number in front counts only before what is surely a GPU's name. */
    private static final Pattern NUMBER_BEFORE = Pattern.compile(
            "^(\\d{1,2})\\s+(?=(?:NVIDIA|Tesla|Quadro|GeForce|RTX|HGX|[ABHLVTP]\\d{1,3}[A-Z]?\\b))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AFTER =
            Pattern.compile("(?:\\s[xX\\u00D7]\\s*|(?<=[A-Za-z0-9])[x\\u00D7]|\\s*:\\s*|\\s-\\s+)(\\d{1,2})"
                    + "(?:\\s*(?i:gpus?|cpus?|cards?))?$");
    private static final Pattern TIMES_AFTER = Pattern.compile(",?\\s+(\\d{1,2})\\s*[xX\\u00D7]$");
    private static final Pattern N_GPU =
            Pattern.compile("(?<![A-Za-z0-9])([1-9]|1[0-6])[- ]?GPUs?\\b", Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> OTHERS =
            List.of(UP_TO, BEFORE, BRACKETS_BEFORE, NUMBER_BEFORE, AFTER, TIMES_AFTER, N_GPU);

    static CountedText split(String cell) {
        String line = Cleaning.line(cell);
        Matcher brackets = BRACKETS.matcher(line);
        if (brackets.find()) {
            return new CountedText(
                    line.substring(0, brackets.start()).strip(),
                    CountText.parse("(" + brackets.group(1) + ")" + marks(brackets.group())),
                    true);
        }
        for (Pattern pattern : OTHERS) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                String name = (line.substring(0, matcher.start()) + " " + line.substring(matcher.end())).strip();
                return new CountedText(name, CountText.given(Integer.parseInt(matcher.group(1)), line), true);
            }
        }
        return new CountedText(line, CountText.ABSENT, false);
    }

    private static String marks(String brackets) {
        return brackets.replaceAll("[^*\\u2020\\u2021]", "");
    }
}
