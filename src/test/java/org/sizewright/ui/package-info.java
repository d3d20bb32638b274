@NullMarked
package org.sizewright.ui;

import org.jspecify.annotations.NullMarked;
