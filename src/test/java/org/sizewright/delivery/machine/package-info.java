/** Tests of how machines with GPUs are set up. */
@NullMarked
package org.sizewright.delivery.machine;

import org.jspecify.annotations.NullMarked;
