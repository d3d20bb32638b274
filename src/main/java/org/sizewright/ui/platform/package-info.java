/**
 * The screen where is stated what the option's platform, its hosts and its machines are set to. May use everything before the
 * screens, and the parts; no other screen.
 */
@NullMarked
package org.sizewright.ui.platform;

import org.jspecify.annotations.NullMarked;
