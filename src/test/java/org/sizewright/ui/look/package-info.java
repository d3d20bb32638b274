@NullMarked
package org.sizewright.ui.look;

import org.jspecify.annotations.NullMarked;
