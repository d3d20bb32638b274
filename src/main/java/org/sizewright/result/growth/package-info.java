/**
 * The same plan on day 1, after 12 and after 36 months with its load grown: what it takes then, and what has to be bought for it. Each
 * step is calculated as a plan with that load would be, with the hosts of the step before as hosts that are there.
 *
 * <p>Pure. May use {@code result} and what it uses; {@code result} itself knows nothing of it.
 */
@NullMarked
package org.sizewright.result.growth;

import org.jspecify.annotations.NullMarked;
