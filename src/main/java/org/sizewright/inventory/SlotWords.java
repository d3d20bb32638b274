package org.sizewright.inventory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.quantity.Watts;

/**
 * Equal slots as somebody writes them, such as {@code 2 double x16 Gen4 300 W}. What is left out is unknown.
 *
 * @param text the words themselves
 */
record SlotWords(
        String text,
        int count,
        Optional<Integer> width,
        Optional<Integer> generation,
        Optional<Integer> lanes,
        Optional<Watts> watts) {
    private static final Pattern COUNT = Pattern.compile("^(\\d{1,2})\\s*(?:x|\\u00D7|\\*)?\\s+(.*)$");
    private static final Pattern DOUBLE = Pattern.compile("\\b(double|dual|dw|2[- ]?slot)(?:[- ]?wid(?:th|e))?\\b");
    private static final Pattern SINGLE = Pattern.compile("\\b(single|sw|1[- ]?slot)(?:[- ]?wid(?:th|e))?\\b");
    private static final Pattern WIDER = Pattern.compile("\\b([34])[- ]?slot(?:[- ]?wid(?:th|e))?\\b");
    private static final Pattern GENERATION =
            Pattern.compile("\\b(?:pcie\\s*)?(?:gen\\s*)?([3-7])(?:\\.0)\\b|\\bgen\\s*([3-7])\\b");
    private static final Pattern LANES = Pattern.compile("\\bx\\s?(1|2|4|8|16|32)\\b");
    private static final Pattern WATTS = Pattern.compile("\\b(\\d{2,4})\\s*w(?:atts?)?\\b");
    private static final Pattern REST =
            Pattern.compile("\\b(?:pcie|pci express|slots?|free|wide|width|full height|fhfl|up to)\\b|[-(),\\s]");

    /** The parts of a list, none of them blank. */
    static String[] parts(String list) {
        return Arrays.stream(list.split("[;\\n+]|,(?=\\s*\\d+\\s*x?\\s*(?i:single|double|dual|sw|dw))"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toArray(String[]::new);
    }

    /** @throws IllegalArgumentException with a sentence for the user */
    static SlotWords parse(String part) {
        Matcher counted = COUNT.matcher(part.toLowerCase(Locale.ROOT));
        boolean hasCount = counted.matches();
        String rest = hasCount ? counted.group(2) : part.toLowerCase(Locale.ROOT);
        boolean isDouble = DOUBLE.matcher(rest).find();
        boolean isSingle = SINGLE.matcher(rest).find();
        Optional<Integer> wider = find(WIDER, rest);
        Matcher generation = GENERATION.matcher(rest);
        SlotWords words = new SlotWords(
                part,
                hasCount ? Integer.parseInt(counted.group(1)) : 1,
                wider.isPresent() ? wider : isDouble ? Optional.of(2) : isSingle ? Optional.of(1) : Optional.empty(),
                generation.find()
                        ? Optional.of(Integer.parseInt(
                                Optional.ofNullable(generation.group(1)).orElseGet(() -> generation.group(2))))
                        : Optional.empty(),
                find(LANES, rest),
                find(WATTS, rest).map(Watts::of));
        String left = rest;
        for (Pattern known : java.util.List.of(DOUBLE, SINGLE, WIDER, GENERATION, LANES, WATTS, REST)) {
            left = known.matcher(left).replaceAll(" ");
        }
        if (!left.isBlank() || isDouble && isSingle || wider.isPresent() && (isDouble || isSingle)) {
            throw words.notUnderstood();
        }
        return words;
    }

    private static Optional<Integer> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
    }

    IllegalArgumentException notUnderstood() {
        return new IllegalArgumentException(
                "\"" + text + "\" is no list of slots; write it like: 2 double x16 Gen4 300 W; 1 single x8, or none");
    }

    /** The form that {@link #parse} reads. */
    static String text(
            int count, String width, Optional<Integer> lanes, Optional<Integer> generation, Optional<Watts> watts) {
        return count + " " + width
                + lanes.map(number -> " x" + number).orElse("")
                + generation.map(number -> " Gen" + number).orElse("")
                + watts.map(number -> " " + Math.round(number.value()) + " W").orElse("");
    }
}
