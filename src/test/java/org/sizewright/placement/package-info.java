@NullMarked
package org.sizewright.placement;

import org.jspecify.annotations.NullMarked;
