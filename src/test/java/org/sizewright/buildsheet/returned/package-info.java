@NullMarked
package org.sizewright.buildsheet.returned;

import org.jspecify.annotations.NullMarked;
