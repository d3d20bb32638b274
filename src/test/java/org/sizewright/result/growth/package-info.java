@NullMarked
package org.sizewright.result.growth;

import org.jspecify.annotations.NullMarked;
