/**
 * The screen that draws who runs where: hosts with their GPUs to scale, every machine in its place, what is stranded, and what a
 * host failure does. May use everything above the window's screens; never another screen.
 */
@NullMarked
package org.sizewright.ui.placement;

import org.jspecify.annotations.NullMarked;
