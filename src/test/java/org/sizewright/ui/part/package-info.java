@NullMarked
package org.sizewright.ui.part;

import org.jspecify.annotations.NullMarked;
