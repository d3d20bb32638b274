/** Tests of the peaks of processes that generate. */
@NullMarked
package org.sizewright.sizing.generation;

import org.jspecify.annotations.NullMarked;
