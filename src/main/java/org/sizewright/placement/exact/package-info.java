/**
 * The exact engine: the fewest or cheapest hosts by column generation over what GPUs and hosts can carry, with the prices that
 * prove it, and every way to fill hosts tried where prices are not enough. The only place that knows the solver library; its
 * natives are loaded when they are first needed, and where there are none nothing here answers. May depend on
 * {@code placement} and {@code partition}. Counted work and fixed seeds; a stop by the clock is marked in the answer.
 */
@NullMarked
package org.sizewright.placement.exact;

import org.jspecify.annotations.NullMarked;
