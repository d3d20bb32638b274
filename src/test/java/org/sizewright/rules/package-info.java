@NullMarked
package org.sizewright.rules;

import org.jspecify.annotations.NullMarked;
