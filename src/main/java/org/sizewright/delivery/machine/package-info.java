/**
 * How machines with GPUs are set up on vSphere: the devices they get and the settings those need, from a result.
 *
 * <p>Pure. May use {@code result} and what it uses; the hand-over files and the sheets take their lines from here.
 */
@NullMarked
package org.sizewright.delivery.machine;

import org.jspecify.annotations.NullMarked;
