/**
 * What differs between two exports of a server list, entry by entry and field by field, and which plans that touches. Depends on the
 * session, on {@code ui.part} and {@code ui.look}; knows no screen.
 */
@NullMarked
package org.sizewright.ui.difference;

import org.jspecify.annotations.NullMarked;
