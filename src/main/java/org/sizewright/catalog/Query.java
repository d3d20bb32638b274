package org.sizewright.catalog;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is asked of a list of servers. Within a facet any chosen value passes; text, facets and ranges must all pass.
 *
 * @param text words, may be empty
 * @param chosen the chosen values of each facet; a facet without values does not narrow
 * @param ranges the wanted numbers; a range that is open at both ends does not narrow
 */
public record Query(String text, Map<Facet, Set<String>> chosen, Map<Measure, NumberRange> ranges, Order order) {
    public static final Query ALL = new Query("", Map.of(), Map.of(), Order.BEST_FIRST);

    public Query {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(order, "order");
        Map<Facet, Set<String>> values = new HashMap<>();
        chosen.forEach((facet, some) -> {
            if (!some.isEmpty()) {
                values.put(facet, Set.copyOf(some));
            }
        });
        chosen = Map.copyOf(values);
        Map<Measure, NumberRange> closed = new EnumMap<>(Measure.class);
        ranges.forEach((measure, range) -> {
            if (!range.isOpen()) {
                closed.put(measure, range);
            }
        });
        ranges = Map.copyOf(closed);
    }

    public Query withText(String other) {
        return new Query(other, chosen, ranges, order);
    }

    /** With these values of the facet in the place of those that were chosen. */
    public Query with(Facet facet, Set<String> values) {
        Map<Facet, Set<String>> other = new HashMap<>(chosen);
        other.put(facet, values);
        return new Query(text, other, ranges, order);
    }

    public Query with(Measure measure, NumberRange range) {
        Map<Measure, NumberRange> other = new EnumMap<>(Measure.class);
        other.putAll(ranges);
        other.put(measure, range);
        return new Query(text, chosen, other, order);
    }

    public Query without(Measure measure) {
        Map<Measure, NumberRange> other = new EnumMap<>(Measure.class);
        other.putAll(ranges);
        other.remove(measure);
        return new Query(text, chosen, other, order);
    }

    public Query with(Order other) {
        return new Query(text, chosen, ranges, other);
    }

    /** The chosen values of the facet; none if it does not narrow. */
    public Set<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** Whether text, facets or ranges narrow anything. */
    public boolean narrows() {
        return !text.isBlank() || !chosen.isEmpty() || !ranges.isEmpty();
    }
}
