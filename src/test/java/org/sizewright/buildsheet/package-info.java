@NullMarked
package org.sizewright.buildsheet;

import org.jspecify.annotations.NullMarked;
