@NullMarked
package org.sizewright.inventory;

import org.jspecify.annotations.NullMarked;
