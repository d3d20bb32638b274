@NullMarked
package org.sizewright.library;

import org.jspecify.annotations.NullMarked;
