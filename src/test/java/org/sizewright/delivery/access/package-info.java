/** Tests of the ways to reach GPUs. */
@NullMarked
package org.sizewright.delivery.access;

import org.jspecify.annotations.NullMarked;
