package org.sizewright.catalog;

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
            "\\(\\s*(?:(?:max\\.?|up to)\\s*)?(-?\\d{0,4})\\s*(?:x|gpus?|cpus?)?\\s*[*\\u2020\\u2021]*\\s*\\)\\s*[*\\u2020\\u2021]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UP_TO =
            Pattern.compile("^up to (\\d{1,3})(?!\\d)\\s*[x\\u00D7]?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE =
            Pattern.compile("^(\\d{1,3})\\s*[x\\u00D7*]\\s*(?=[A-Za-z])", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER =
            Pattern.compile("(?:\\s[xX\\u00D7]\\s*|(?<=[A-Za-z0-9])[x\\u00D7])(\\d{1,2})$");
    private static final Pattern N_GPU =
            Pattern.compile("(?<![A-Za-z0-9-])(\\d{1,3})[- ]?GPUs?\\b", Pattern.CASE_INSENSITIVE);

    static CountedText split(String cell) {
        String line = Cleaning.line(cell);
        Matcher brackets = BRACKETS.matcher(line);
        if (brackets.find()) {
            return new CountedText(
                    line.substring(0, brackets.start()).strip(), CountText.parse(brackets.group()), true);
        }
        for (Pattern pattern : new Pattern[] {UP_TO, BEFORE, AFTER, N_GPU}) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                String name = (line.substring(0, matcher.start()) + " " + line.substring(matcher.end())).strip();
                return new CountedText(name, CountText.given(Integer.parseInt(matcher.group(1)), line), true);
            }
        }
        return new CountedText(line, CountText.ABSENT, false);
    }
}
