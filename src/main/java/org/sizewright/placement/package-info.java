/**
 * Which virtual machine runs on which host, on which GPU and at which start, and why that is right and smallest: first fit,
 * failure replay, fewest hosts with a proof, and a checker that recounts all of it without using any of it. Knows no plan: the
 * caller turns demand and host groups into a {@link org.sizewright.placement.PlacementProblem}. May depend on
 * {@code partition}; the checker uses only its tables of starts and sizes. Pure: counted work, fixed seeds, no clock.
 */
@NullMarked
package org.sizewright.placement;

import org.jspecify.annotations.NullMarked;
