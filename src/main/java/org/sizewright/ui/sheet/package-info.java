/**
 * The screen that shows the build sheet before it is exported: its sheets as they will look, with the live formula of every cell.
 * It shows the values of {@code buildsheet} and computes none. May use what every screen may use; never another screen.
 */
@NullMarked
package org.sizewright.ui.sheet;

import org.jspecify.annotations.NullMarked;
