@NullMarked
package org.sizewright.ui.screen;

import org.jspecify.annotations.NullMarked;
