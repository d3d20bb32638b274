/** Tests of throughput. */
@NullMarked
package org.sizewright.sizing.throughput;

import org.jspecify.annotations.NullMarked;
