package org.sizewright.placement;

import java.util.List;

/**
 * Who runs where and who does not. Every machine of the problem is in exactly one of the two lists.
 *
 * @param placed machines with a place
 * @param refused machines without one
 * @param notes what the reader must know about how it was placed, as sentences
 */
public record Placement(List<PlacedVm> placed, List<RefusedVm> refused, List<String> notes) {
    public Placement {
        placed = List.copyOf(placed);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }

    /** Whether every machine has a place. */
    public boolean isComplete() {
        return refused.isEmpty();
    }
}
