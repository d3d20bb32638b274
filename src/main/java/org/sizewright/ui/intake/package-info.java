/**
 * The page on which a foreign list is looked at before it is taken over: which column is what, what the list leaves open, what class
 * its systems are of, and the fate of every row. Depends on the session, on {@code ui.part} and {@code ui.look}; knows no screen.
 */
@NullMarked
package org.sizewright.ui.intake;

import org.jspecify.annotations.NullMarked;
