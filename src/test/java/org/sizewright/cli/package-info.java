@NullMarked
package org.sizewright.cli;

import org.jspecify.annotations.NullMarked;
