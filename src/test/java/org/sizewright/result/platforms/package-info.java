@NullMarked
package org.sizewright.result.platforms;

import org.jspecify.annotations.NullMarked;
