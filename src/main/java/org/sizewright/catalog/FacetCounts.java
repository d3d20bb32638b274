package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;

/** How many of the servers found have each value of a facet. Values are listed only when asked for, since there may be thousands. */
public final class FacetCounts {
    private final FacetColumn column;
    private final int[] counts;
    private final Set<String> chosen;

    FacetCounts(FacetColumn column, int[] counts, Set<String> chosen) {
        this.column = column;
        this.counts = counts;
        this.chosen = chosen;
    }

    /**
     * One value of a facet.
     *
     * @param value the value, empty if the list does not say
     * @param count entries with it among those that the text and everything else chosen leave
     */
    public record Count(String value, int count) {}

    public Facet facet() {
        return column.facet();
    }

    /** Whether some entry of the list has a value at all. */
    public boolean isStated() {
        return column.isStated();
    }

    /** How many entries have the value. */
    public int of(String value) {
        int number = column.numberOf(value);
        return number < 0 ? 0 : counts[number];
    }

    /** How many entries have no value. */
    public int unknown() {
        return counts[column.unknown()];
    }

    /** How many values are listed in all: those that an entry has, and those that are chosen. */
    public int size() {
        int many = 0;
        for (int i = 0; i < counts.length; i++) {
            many += counts[i] > 0 || isChosen(i) ? 1 : 0;
        }
        return many + strangers().size();
    }

    /** All values, most frequent first; numbers by size; unknown numbers last. Chosen values are listed even with no entry left. */
    public List<Count> all() {
        return top(Integer.MAX_VALUE, "");
    }

    /**
     * The first values of {@link #all()}, with every chosen one.
     *
     * @param most so many, and the chosen ones beyond
     * @param part only values that contain this text; chosen ones stay
     */
    public List<Count> top(int most, String part) {
        Comparator<Integer> order = column.isBySize()
                ? Comparator.naturalOrder()
                : Comparator.comparing((Integer i) -> counts[i]).reversed().thenComparing(Comparator.naturalOrder());
        String wanted = part.strip().toLowerCase(Locale.ROOT);
        PriorityQueue<Integer> best = new PriorityQueue<>(order.reversed());
        List<Integer> listed = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (isChosen(i)) {
                listed.add(i);
            } else if (counts[i] > 0
                    && (wanted.isEmpty()
                            || column.values().get(i).toLowerCase(Locale.ROOT).contains(wanted))) {
                best.add(i);
                if (best.size() > most) {
                    best.poll();
                }
            }
        }
        listed.addAll(best);
        listed.sort(order);
        List<Count> top = new ArrayList<>();
        for (int i : listed) {
            top.add(new Count(column.values().get(i), counts[i]));
        }
        strangers().forEach(value -> top.add(new Count(value, 0)));
        return List.copyOf(top);
    }

    private boolean isChosen(int number) {
        return !chosen.isEmpty() && chosen.contains(column.values().get(number));
    }

    /** Chosen values that no entry of this list has, from a filter saved on another list. */
    private List<String> strangers() {
        return chosen.stream()
                .filter(value -> column.numberOf(value) < 0)
                .sorted()
                .toList();
    }

    /** The known numbers with an entry: the least and the most, or nothing. */
    List<Integer> ends() {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < column.unknown(); i++) {
            if (counts[i] > 0) {
                int number = Integer.parseInt(column.values().get(i));
                if (ends.size() == 2) {
                    ends.removeLast();
                }
                ends.add(number);
            }
        }
        return ends;
    }
}
