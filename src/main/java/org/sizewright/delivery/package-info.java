/**
 * What has to be done, fetched and set up so that a result stands: steps by phase, ways to reach GPUs side by side, settings of
 * hosts and machines, software, services and what an air-gapped site brings in.
 *
 * <p>Everything here is worked out from a result and the library; the only thing that a plan keeps is who does a step and how far
 * it is. Subpackages do not know each other. Nothing here knows workbooks or windows.
 */
@NullMarked
package org.sizewright.delivery;

import org.jspecify.annotations.NullMarked;
