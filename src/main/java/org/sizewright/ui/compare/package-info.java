/**
 * The screen that holds the options of a plan side by side. May use everything before the screens, and the parts; no other
 * screen.
 */
@NullMarked
package org.sizewright.ui.compare;

import org.jspecify.annotations.NullMarked;
