/**
 * The application without a window: the open plan with its history, the catalog, recalculation in the background, saving and
 * exporting, recovery and preferences. Command line and window are two faces of it.
 *
 * <p>May use everything above the faces. Holds no nodes and no texts of the window.
 */
@NullMarked
package org.sizewright.session;

import org.jspecify.annotations.NullMarked;
