@NullMarked
package org.sizewright;

import org.jspecify.annotations.NullMarked;
