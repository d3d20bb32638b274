@NullMarked
package org.sizewright.accuracy;

import org.jspecify.annotations.NullMarked;
