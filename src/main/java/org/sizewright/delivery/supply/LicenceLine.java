package org.sizewright.delivery.supply;

import org.sizewright.figure.Value;

/**
 * Licences of one product.
 *
 * @param edition release or edition, as far as stated
 * @param metric what is counted
 * @param count how many; unknown where the plan does not say
 * @param formula how the count comes about, in words
 * @param notes what follows and what to know
 * @param source in one line
 */
public record LicenceLine(
        String product,
        String edition,
        String metric,
        Counted counted,
        Value count,
        String formula,
        String notes,
        String source) {
    /** What the count follows from. */
    public enum Counted {
        GPUS,
        CORES,
        USERS,
        NODES,
        ACCELERATORS
    }
}
