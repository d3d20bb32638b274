@NullMarked
package org.sizewright.ui.catalog;

import org.jspecify.annotations.NullMarked;
