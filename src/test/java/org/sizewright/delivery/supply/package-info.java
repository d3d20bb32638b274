/** Tests of what is fetched, served and let through. */
@NullMarked
package org.sizewright.delivery.supply;

import org.jspecify.annotations.NullMarked;
