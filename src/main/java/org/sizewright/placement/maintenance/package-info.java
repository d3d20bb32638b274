/**
 * How hosts are emptied for maintenance: which machine moves how and to where, how long it stands still, and what keeps a host from
 * being emptied.
 *
 * <p>Pure. May use {@code placement} and what it uses.
 */
@NullMarked
package org.sizewright.placement.maintenance;

import org.jspecify.annotations.NullMarked;
