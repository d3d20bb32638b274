package org.sizewright.buildsheet.handover;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A value that the plan does not know and that people write in. Its form is no name, no path and no version anywhere, so that a
 * tool refuses it instead of taking it.
 */
final class FillIn {
    private static final Pattern FORM = Pattern.compile("<FILL-IN:[A-Za-z0-9.-]+>");

    private FillIn() {}

    /** @param what is to be filled in, as words with hyphens */
    static String of(String what) {
        String text = "<FILL-IN:" + what + ">";
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + what + "\" is no name of something to fill in");
        }
        return text;
    }

    /** Those in a text, each once, in their order. */
    static List<String> in(String text) {
        return FORM.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
