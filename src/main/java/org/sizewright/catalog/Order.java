package org.sizewright.catalog;

import java.util.Objects;

/** In which order servers that were found are listed. */
public sealed interface Order {
    /** What fits the text best first, then by row. Without a text, by row. */
    Order BEST_FIRST = new BestFirst();

    /** What fits the text best first, then by row. */
    record BestFirst() implements Order {}

    /**
     * By the values of a facet, then as they would be without. Numbers go by size, validation by rank, words without regard to
     * case. What is unknown stays last either way.
     */
    record By(Facet facet, boolean upwards) implements Order {
        public By {
            Objects.requireNonNull(facet, "facet");
        }
    }

    /** As in the file, or the other way round. */
    record ByRow(boolean upwards) implements Order {}
}
