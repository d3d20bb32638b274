@NullMarked
package org.sizewright.partition;

import org.jspecify.annotations.NullMarked;
