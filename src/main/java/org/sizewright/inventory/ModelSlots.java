package org.sizewright.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sizewright.library.Chassis.SlotGroup;

/** All slots for cards of a server model as text, such as {@code 4 double x16 Gen5 350 W on Riser 2; 2 slots x8}. */
public final class ModelSlots {
    private static final Pattern ON_RISER = Pattern.compile("^(.*?)\\s+on\\s+(.+)$", Pattern.CASE_INSENSITIVE);

    private ModelSlots() {}

    /**
     * Reads the form of {@link #toText}; what is left out is unknown, {@code none} says that there are none.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static List<SlotGroup> parse(String text) {
        if (List.of("none", "0", "-").contains(text.strip().toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        List<SlotGroup> groups = new ArrayList<>();
        for (String part : SlotWords.parts(text)) {
            Matcher onRiser = ON_RISER.matcher(part);
            boolean hasRiser = onRiser.matches();
            SlotWords words = SlotWords.parse(hasRiser ? onRiser.group(1) : part);
            groups.add(new SlotGroup(
                    words.count(),
                    words.width(),
                    words.lanes(),
                    words.generation(),
                    words.watts(),
                    hasRiser ? Optional.of(onRiser.group(2).strip()) : Optional.empty()));
        }
        return List.copyOf(groups);
    }

    public static String toText(List<SlotGroup> groups) {
        return groups.isEmpty() ? "none" : groups.stream().map(ModelSlots::text).collect(Collectors.joining("; "));
    }

    private static String text(SlotGroup group) {
        String width = group.width()
                .map(slots -> slots == 1 ? "single" : slots == 2 ? "double" : slots + "-slot")
                .orElse(group.count() == 1 ? "slot" : "slots");
        return SlotWords.text(group.count(), width, group.lanes(), group.generation(), group.maxWatts())
                + group.riser().map(riser -> " on " + riser).orElse("");
    }
}
