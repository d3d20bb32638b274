package org.sizewright.placement.exact;

import java.util.List;

/**
 * Hosts that hold the whole demand, or more.
 *
 * @param fills how they are filled
 * @param cost what they cost together
 */
record Cover(List<Used> fills, long cost) {
    /** So many hosts filled like this. */
    record Used(Fill fill, int times) {}

    Cover {
        fills = List.copyOf(fills);
    }

    /** How many hosts of a bin are used. */
    int hosts(int bin) {
        return fills.stream()
                .filter(used -> used.fill().bin() == bin)
                .mapToInt(Used::times)
                .sum();
    }
}
