@NullMarked
package org.sizewright.quantity;

import org.jspecify.annotations.NullMarked;
