@NullMarked
package org.sizewright.plan;

import org.jspecify.annotations.NullMarked;
