/** Tests of machines that arrive one by one. */
@NullMarked
package org.sizewright.placement.arrival;

import org.jspecify.annotations.NullMarked;
