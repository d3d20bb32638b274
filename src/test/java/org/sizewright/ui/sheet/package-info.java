@NullMarked
package org.sizewright.ui.sheet;

import org.jspecify.annotations.NullMarked;
