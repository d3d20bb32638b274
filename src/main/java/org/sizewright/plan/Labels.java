package org.sizewright.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What hosts are marked with and workloads ask for, such as training or inference. Free words: spaces around them and the case of
 * letters mean nothing, and each counts once.
 *
 * @param names in alphabetical order, spelled as they were first given
 */
public record Labels(List<String> names) {
    public static final Labels NONE = new Labels(List.of());
    public static final int LONGEST = 40;
    public static final int MOST = 20;

    public Labels {
        TreeMap<String, String> byKey = new TreeMap<>();
        for (String name : names) {
            String trimmed = name.strip();
            if (trimmed.isEmpty()) {
                throw new IllegalArgumentException("a label is a word, such as training");
            }
            if (trimmed.length() > LONGEST) {
                throw new IllegalArgumentException("a label has at most " + LONGEST + " letters");
            }
            if (trimmed.chars().anyMatch(letter -> letter == ',' || letter == ';' || Character.isISOControl(letter))) {
                throw new IllegalArgumentException("a comma separates labels, so that none can contain one");
            }
            byKey.putIfAbsent(key(trimmed), trimmed);
        }
        if (byKey.size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " labels together");
        }
        names = List.copyOf(byKey.values());
    }

    public static Labels of(String... names) {
        return new Labels(List.of(names));
    }

    /**
     * Labels typed in one line, separated by commas or semicolons; nothing for an empty line.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Labels parse(String line) {
        List<String> names = new ArrayList<>();
        for (String part : line.split("[,;]")) {
            if (!part.isBlank()) {
                names.add(part);
            }
        }
        return new Labels(names);
    }

    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** What labels are compared by. */
    public Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        names.forEach(name -> keys.add(key(name)));
        return keys;
    }

    /** Whether all of these are among them. */
    public boolean containsAll(Labels others) {
        return keys().containsAll(others.keys());
    }

    /** Those of these that the others lack. */
    public Labels without(Collection<String> otherNames) {
        Set<String> others = new TreeSet<>();
        otherNames.forEach(name -> others.add(key(name)));
        return new Labels(
                names.stream().filter(name -> !others.contains(key(name))).toList());
    }

    /** The labels in one line that {@link #parse} reads; empty if there are none. */
    public String words() {
        return String.join(", ", names);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
