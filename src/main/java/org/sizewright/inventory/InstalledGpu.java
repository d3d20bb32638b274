package org.sizewright.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.library.GpuId;

/**
 * GPUs that are in a host already.
 *
 * @param name as the inventory names them
 * @param gpu the library's record, where the name means exactly one
 */
public record InstalledGpu(String name, int count, Optional<GpuId> gpu) {
    private static final Pattern BEFORE =
            Pattern.compile("^(\\d{1,2})\\s*(?:x|\\u00D7|\\*)?\\s+(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEHIND = Pattern.compile(
            "^(.+?)\\s*\\(?\\s*(?:x\\s*(\\d{1,2})|\\((\\d{1,2})\\))\\s*\\)?$", Pattern.CASE_INSENSITIVE);

    public InstalledGpu {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an installed GPU needs a name");
        }
        InventoryChecks.between("the number of installed GPUs", 1, 32, count);
    }

    /**
     * Reads {@code 2 x L40S; 1 x A2}, or {@code none}. The records are left open: {@link InventoryRules#recognise}.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static List<InstalledGpu> parseList(String text) {
        String line = text.strip();
        if (List.of("none", "0", "-", "no").contains(line.toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        List<InstalledGpu> gpus = new ArrayList<>();
        for (String part : line.split("[;,\\n]")) {
            if (!part.isBlank()) {
                gpus.add(parse(part.strip()));
            }
        }
        return gpus;
    }

    private static InstalledGpu parse(String part) {
        Matcher before = BEFORE.matcher(part);
        if (before.matches()) {
            return new InstalledGpu(before.group(2).strip(), Integer.parseInt(before.group(1)), Optional.empty());
        }
        Matcher behind = BEHIND.matcher(part);
        if (behind.matches()) {
            String count = Optional.ofNullable(behind.group(2)).orElseGet(() -> behind.group(3));
            return new InstalledGpu(behind.group(1).strip(), Integer.parseInt(count), Optional.empty());
        }
        return new InstalledGpu(part, 1, Optional.empty());
    }

    /** The form that {@link #parseList} reads. */
    public static String toText(List<InstalledGpu> gpus) {
        return gpus.isEmpty()
                ? "none"
                : String.join(
                        "; ",
                        gpus.stream()
                                .map(each -> each.count + " x " + each.name)
                                .toList());
    }
}
