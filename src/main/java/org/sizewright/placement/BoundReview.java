package org.sizewright.placement;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a check of a bound came to that shares nothing with the search.
 *
 * @param refuted sentences on what does not hold
 * @param open sentences on what was neither confirmed nor refuted within the work that a check may take
 */
public record BoundReview(List<String> refuted, List<String> open) {
    public BoundReview {
        refuted = List.copyOf(refuted);
        open = List.copyOf(open);
    }

    /** What can be recounted without a solver. @param needsSearch whether the bound says what only a search can confirm */
    static BoundReview counted(List<Violation> violations, boolean needsSearch) {
        return new BoundReview(
                violations.stream().map(Violation::words).toList(),
                needsSearch ? List.of("What a search found was not confirmed.") : List.of());
    }

    public boolean isRefuted() {
        return !refuted.isEmpty();
    }

    public boolean isConfirmed() {
        return refuted.isEmpty() && open.isEmpty();
    }

    /** Everything but a confirmation. */
    public List<String> faults() {
        return Stream.concat(refuted.stream(), open.stream()).toList();
    }
}
