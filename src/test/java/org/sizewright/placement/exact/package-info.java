/** The exact engine against brute force and proven answers. */
@NullMarked
package org.sizewright.placement.exact;

import org.jspecify.annotations.NullMarked;
