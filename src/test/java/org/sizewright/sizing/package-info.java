@NullMarked
package org.sizewright.sizing;

import org.jspecify.annotations.NullMarked;
