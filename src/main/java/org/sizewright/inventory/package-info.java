/**
 * What the customer already has: hosts read from an inventory such as an RVTools export or typed in by hand, with an account of every
 * row, and how far the server list knows them as GPU-ready.
 *
 * <p>May use {@code table}, {@code library} and {@code catalog} and what they use. Every fact of a host may be unknown, and says so.
 */
@NullMarked
package org.sizewright.inventory;

import org.jspecify.annotations.NullMarked;
