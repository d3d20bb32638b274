/** Tests of the placement screen's view models, without a window. */
@NullMarked
package org.sizewright.ui.placement;

import org.jspecify.annotations.NullMarked;
