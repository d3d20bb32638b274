package org.sizewright.catalog;

import java.util.regex.Pattern;

/** What people and spreadsheets write into a cell that states nothing. */
final class Nothing {
    /** also those of other languages, such as {@code #NV} and {@code #BEZUG!} */
    private static final Pattern ERROR = Pattern.compile("#[\\p{Lu}/][\\p{Lu}0-9/_]*[!?]?");

    private static final Pattern UNSTATED = Pattern.compile(
            "-+|\\?+|n\\.?/?a\\.?|tbd|tba|none|unknown|not (?:applicable|available|stated|specified|known)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DITTO = Pattern.compile(
            "[\"'`\\u00B4\\u2018-\\u201F\\u2033\\u3003\\u301D-\\u301F]+|ditto|idem|same|as above|same as (?:above|previous)|see above"
                    + "|-\"-|do\\.",
            Pattern.CASE_INSENSITIVE);

    private Nothing() {}

    /** True for a formula's error, a dash, "n/a" and the like: the cell was filled so as to say that there is nothing. */
    static boolean isSaid(String line) {
        return ERROR.matcher(line).matches() || UNSTATED.matcher(line).matches();
    }

    /** True for a ditto mark or its words: what stands above holds here too. */
    static boolean isDitto(String line) {
        return DITTO.matcher(line).matches();
    }
}
