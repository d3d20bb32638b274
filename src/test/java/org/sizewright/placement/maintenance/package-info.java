@NullMarked
package org.sizewright.placement.maintenance;

import org.jspecify.annotations.NullMarked;
