@NullMarked
package org.sizewright.ui.compare;

import org.jspecify.annotations.NullMarked;
