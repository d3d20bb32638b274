/** Tests of the figures of training. */
@NullMarked
package org.sizewright.sizing.training;

import org.jspecify.annotations.NullMarked;
