@NullMarked
package org.sizewright.figure;

import org.jspecify.annotations.NullMarked;
