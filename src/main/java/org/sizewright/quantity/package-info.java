/**
 * Typed quantities of hardware facts and plan inputs: they refuse to mix and never round.
 *
 * <p>Depends on nothing. Calculated numbers are figures (package {@code figure}), which carry a unit of their own.
 */
@NullMarked
package org.sizewright.quantity;

import org.jspecify.annotations.NullMarked;
