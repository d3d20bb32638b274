package org.sizewright.inventory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
        return Arrays.stream(SlotWords.parts(line))
                .map(part -> of(SlotWords.parse(part)))
                .toList();
    }

    private static FreeSlots of(SlotWords words) {
        int width = words.width().filter(slots -> slots <= 2).orElseThrow(words::notUnderstood);
        return new FreeSlots(
                words.count(),
                width == 2 ? Width.DOUBLE : Width.SINGLE,
                words.generation(),
                words.lanes(),
                words.watts());
    }

    /** The form that {@link #parseList} reads. */
    public static String toText(List<FreeSlots> slots) {
        if (slots.isEmpty()) {
            return "none";
        }
        return slots.stream()
                .map(each -> SlotWords.text(each.count, each.width.word(), each.lanes, each.generation, each.watts))
                .collect(Collectors.joining("; "));
    }
}
