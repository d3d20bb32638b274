package org.sizewright.library.model;

import java.util.List;

/** What a configuration came to. */
public sealed interface ShapeResult {
    record Known(ModelShape shape) implements ShapeResult {}

    /** @param reasons one sentence for each field that is missing, absurd or contradictory */
    record Refused(List<String> reasons) implements ShapeResult {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
