package org.sizewright.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.quantity.Watts;

/**
 * So many equal free slots of a host.
 *
 * @param generation of PCIe; empty = unknown
 * @param lanes that are wired, not the length of the slot; empty = unknown
 * @param watts that a card in it may draw, its cable included; empty = unknown
 */
public record FreeSlots(
        int count, Width width, Optional<Integer> generation, Optional<Integer> lanes, Optional<Watts> watts) {
    /** How many slots wide a card may be. */
    public enum Width {
        SINGLE("single"),
        DOUBLE("double");

        private final String word;

        Width(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Whether a card that takes that many slots goes in. */
        public boolean takes(int slots) {
            return slots <= ordinal() + 1;
        }
    }

    private static final Pattern COUNT = Pattern.compile("^(\\d{1,2})\\s*(?:x|\\u00D7|\\*)?\\s+(.*)$");
    private static final Pattern DOUBLE = Pattern.compile("\\b(double|dual|dw|2[- ]?slot)(?:[- ]?wid(?:th|e))?\\b");
    private static final Pattern SINGLE = Pattern.compile("\\b(single|sw|1[- ]?slot)(?:[- ]?wid(?:th|e))?\\b");
    private static final Pattern GENERATION =
            Pattern.compile("\\b(?:pcie\\s*)?(?:gen\\s*)?([3-7])(?:\\.0)\\b|\\bgen\\s*([3-7])\\b");
    private static final Pattern LANES = Pattern.compile("\\bx\\s?(1|2|4|8|16|32)\\b");
    private static final Pattern WATTS = Pattern.compile("\\b(\\d{2,4})\\s*w(?:atts?)?\\b");
    private static final Pattern REST =
            Pattern.compile("\\b(?:pcie|pci express|slots?|free|wide|width|full height|fhfl|up to)\\b|[-(),\\s]");

    public FreeSlots {
        InventoryChecks.between("the number of slots", 1, 32, count);
        generation.ifPresent(number -> InventoryChecks.between("the PCIe generation", 1, 9, number));
        lanes.ifPresent(number -> InventoryChecks.between("the lanes of a slot", 1, 32, number));
    }

    /**
     * Reads a list such as {@code 2 double x16 Gen4 300 W; 1 single x8}, or {@code none} for a host without a free slot. Lanes,
     * generation and watts may be left out: then they are unknown.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static List<FreeSlots> parseList(String text) {
        String line = text.strip().toLowerCase(Locale.ROOT);
        if (line.equals("none") || line.equals("0") || line.equals("-")) {
            return List.of();
        }
        List<FreeSlots> slots = new ArrayList<>();
        for (String part : line.split("[;\\n+]|,(?=\\s*\\d+\\s*x?\\s*(?:single|double|dual|sw|dw))")) {
            if (!part.isBlank()) {
                slots.add(parse(part.strip()));
            }
        }
        return slots;
    }

    private static FreeSlots parse(String part) {
        Matcher counted = COUNT.matcher(part);
        boolean hasCount = counted.matches();
        String rest = hasCount ? counted.group(2) : part;
        boolean isDouble = DOUBLE.matcher(rest).find();
        boolean isSingle = SINGLE.matcher(rest).find();
        if (isDouble == isSingle) {
            throw notUnderstood(part);
        }
        Matcher generation = GENERATION.matcher(rest);
        Optional<Integer> pcie = generation.find()
                ? Optional.of(Integer.parseInt(
                        Optional.ofNullable(generation.group(1)).orElseGet(() -> generation.group(2))))
                : Optional.empty();
        Matcher lanes = LANES.matcher(rest);
        Matcher watts = WATTS.matcher(rest);
        FreeSlots slots = new FreeSlots(
                hasCount ? Integer.parseInt(counted.group(1)) : 1,
                isDouble ? Width.DOUBLE : Width.SINGLE,
                pcie,
                lanes.find() ? Optional.of(Integer.parseInt(lanes.group(1))) : Optional.empty(),
                watts.find() ? Optional.of(Watts.of(Integer.parseInt(watts.group(1)))) : Optional.empty());
        String left = rest;
        for (Pattern known : List.of(DOUBLE, SINGLE, GENERATION, LANES, WATTS, REST)) {
            left = known.matcher(left).replaceAll(" ");
        }
        if (!left.isBlank()) {
            throw notUnderstood(part);
        }
        return slots;
    }

    private static IllegalArgumentException notUnderstood(String part) {
        return new IllegalArgumentException(
                "\"" + part + "\" is no list of slots; write it like: 2 double x16 Gen4 300 W; 1 single x8, or none");
    }

    /** The form that {@link #parseList} reads. */
    public static String toText(List<FreeSlots> slots) {
        if (slots.isEmpty()) {
            return "none";
        }
        List<String> parts = new ArrayList<>();
        for (FreeSlots each : slots) {
            parts.add(each.count + " " + each.width.word()
                    + each.lanes.map(number -> " x" + number).orElse("")
                    + each.generation.map(number -> " Gen" + number).orElse("")
                    + each.watts
                            .map(number -> " " + Math.round(number.value()) + " W")
                            .orElse(""));
        }
        return String.join("; ", parts);
    }
}
