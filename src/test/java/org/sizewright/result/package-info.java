@NullMarked
package org.sizewright.result;

import org.jspecify.annotations.NullMarked;
