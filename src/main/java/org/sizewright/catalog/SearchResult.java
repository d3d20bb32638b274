package org.sizewright.catalog;

import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;

/** What a query found in a list of servers. */
public final class SearchResult {
    private final Query query;
    private final List<CatalogEntry> all;
    private final int[] found;
    private final Map<Facet, FacetCounts> facets;
    private final Map<Measure, RangeCounts> ranges;
    private final List<Correction> corrections;

    /**
     * The numbers that a range can be set over, among the entries that everything but the range itself leaves.
     *
     * @param least the least known number
     * @param most the largest known number
     * @param unknown entries whose number the list does not say
     */
    public record RangeCounts(OptionalInt least, OptionalInt most, int unknown) {}

    SearchResult(
            Query query,
            List<CatalogEntry> all,
            int[] found,
            Map<Facet, FacetCounts> facets,
            Map<Measure, RangeCounts> ranges,
            List<Correction> corrections) {
        this.query = query;
        this.all = all;
        this.found = found;
        this.facets = Map.copyOf(facets);
        this.ranges = Map.copyOf(ranges);
        this.corrections = List.copyOf(corrections);
    }

    public Query query() {
        return query;
    }

    /** How many entries were found. */
    public int size() {
        return found.length;
    }

    /** The place in the catalog of the entry that stands at this place of the result. */
    public int place(int index) {
        return found[index];
    }

    /** The entries, in the order asked for. */
    public List<CatalogEntry> entries() {
        return new Found();
    }

    /** The facet's counts; none for a column that the list does not have. */
    public Optional<FacetCounts> facet(Facet facet) {
        return Optional.ofNullable(facets.get(facet));
    }

    public RangeCounts range(Measure measure) {
        RangeCounts counts = ranges.get(measure);
        if (counts == null) {
            throw new IllegalArgumentException("not counted: " + measure);
        }
        return counts;
    }

    /** What was looked for in the place of words that nothing in the list has, in the order of the words. */
    public List<Correction> corrections() {
        return corrections;
    }

    private final class Found extends AbstractList<CatalogEntry> implements RandomAccess {
        @Override
        public CatalogEntry get(int index) {
            return all.get(found[index]);
        }

        @Override
        public int size() {
            return found.length;
        }
    }
}
