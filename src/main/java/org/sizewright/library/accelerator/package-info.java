/**
 * GPUs beside each other: what each carries, found by what is asked of it, measured by its facts and by what follows from them.
 * Unknown stays unknown here too: it is never a number, never the best, and never decides a search. May use {@code library}.
 */
@NullMarked
package org.sizewright.library.accelerator;

import org.jspecify.annotations.NullMarked;
