package org.sizewright.placement.exact;

import java.util.List;
import java.util.Map;

/** Why nothing is cheaper, or why nothing fits. */
public sealed interface Argument {
    /** No argument: nothing is known. */
    record None() implements Argument {}

    /** A class of which not one machine runs on any of the hosts. */
    record Nowhere(String vmClass) implements Argument {}

    /**
     * Weights of the classes: the demand weighs more than cheaper hosts can hold.
     *
     * @param weights weight of one machine, by class
     * @param heaviest no way to fill a host weighs more, by group (or by what is left of hosts)
     */
    record Weights(Map<String, Long> weights, List<Long> heaviest) implements Argument {
        public Weights {
            weights = Map.copyOf(weights);
            heaviest = List.copyOf(heaviest);
        }
    }

    /** Every way to fill hosts that could be part of a cheaper answer was tried. */
    record Tried() implements Argument {}
}
