@NullMarked
package org.sizewright.sizing.storage;

import org.jspecify.annotations.NullMarked;
