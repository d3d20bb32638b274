package org.sizewright.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The values of one facet, numbered in the order in which they are sorted; unknown has the last number. */
final class FacetColumn {
    static final Comparator<String> WORDS = Comparator.comparing(String::isEmpty)
            .thenComparing(String.CASE_INSENSITIVE_ORDER)
            .thenComparing(v -> v);
    static final Comparator<String> NUMBERS =
            Comparator.comparing(String::isEmpty).thenComparingInt(v -> v.isEmpty() ? 0 : Integer.parseInt(v));
    static final Comparator<String> VALIDATIONS = Comparator.comparing(String::isEmpty)
            .thenComparingInt(v -> v.isEmpty() ? 0 : Validation.valueOf(v).ordinal());

    private final Facet facet;
    private final boolean bySize;
    private final List<String> values;
    private final Map<String, Integer> numbers;
    private final int[] entries;

    private FacetColumn(Facet facet, boolean bySize, List<String> values, Map<String, Integer> numbers, int[] entries) {
        this.facet = facet;
        this.bySize = bySize;
        this.values = values;
        this.numbers = numbers;
        this.entries = entries;
    }

    /** @param values one for each entry */
    static FacetColumn of(Facet facet, List<String> values, Comparator<String> order) {
        List<String> distinct = Stream.concat(values.stream(), Stream.of(""))
                .distinct()
                .sorted(order)
                .toList();
        Map<String, Integer> numbers = new HashMap<>();
        for (String value : distinct) {
            numbers.put(value, numbers.size());
        }
        int[] entries = values.stream()
                .mapToInt(value -> numbers.getOrDefault(value, 0))
                .toArray();
        return new FacetColumn(facet, order == NUMBERS, distinct, Map.copyOf(numbers), entries);
    }

    /** Yes for these entries, no for all others. */
    static FacetColumn flags(Facet facet, int size, int[] yes) {
        int[] entries = new int[size];
        Arrays.fill(entries, 1);
        for (int entry : yes) {
            entries[entry] = 0;
        }
        return new FacetColumn(
                facet, false, List.of(Facet.YES, Facet.NO, ""), Map.of(Facet.YES, 0, Facet.NO, 1), entries);
    }

    Facet facet() {
        return facet;
    }

    /** All values, in their order, unknown last whether there is one or not. */
    List<String> values() {
        return values;
    }

    /** Whether the values are numbers, which are listed by size, not by how many entries have them. */
    boolean isBySize() {
        return bySize;
    }

    /** The number of an entry's value. */
    int at(int entry) {
        return entries[entry];
    }

    /** The number of unknown. */
    int unknown() {
        return values.size() - 1;
    }

    /** The number of a value; negative if no entry has it. */
    int numberOf(String value) {
        return numbers.getOrDefault(value, -1);
    }

    /** Whether some entry has a value. */
    boolean isStated() {
        return values.size() > 1;
    }

    /** The entries that have one of these values. */
    Bits having(Set<String> wanted) {
        boolean[] passes = new boolean[values.size()];
        for (String value : wanted) {
            int number = numberOf(value);
            if (number >= 0) {
                passes[number] = true;
            }
        }
        return having(passes);
    }

    /** The entries whose number lies in the range. */
    Bits having(NumberRange range) {
        boolean[] passes = new boolean[values.size()];
        for (int i = 0; i < unknown(); i++) {
            passes[i] = range.contains(Integer.parseInt(values.get(i)));
        }
        passes[unknown()] = range.withUnknown();
        return having(passes);
    }

    private Bits having(boolean[] passes) {
        Bits bits = new Bits(entries.length);
        for (int i = 0; i < entries.length; i++) {
            if (passes[entries[i]]) {
                bits.set(i);
            }
        }
        return bits;
    }

    /** How many of these entries have each value. */
    int[] count(int[] some) {
        int[] counts = new int[values.size()];
        for (int entry : some) {
            counts[entries[entry]]++;
        }
        return counts;
    }

    /** These entries by value; equal ones stay in their order, unknown comes last either way. */
    int[] sort(int[] some, boolean upwards) {
        int[] starts = count(some);
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            int value = upwards || i == unknown() ? i : unknown() - 1 - i;
            int many = starts[value];
            starts[value] = at;
            at += many;
        }
        int[] sorted = new int[some.length];
        for (int entry : some) {
            sorted[starts[entries[entry]]++] = entry;
        }
        return sorted;
    }
}
