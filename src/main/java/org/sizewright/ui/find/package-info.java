/**
 * Which servers of a list carry the live option, ranked, with what decides between two of them. Depends on the session, on {@code
 * ui.part}, {@code ui.look} and {@code ui.screen}; knows no screen.
 */
@NullMarked
package org.sizewright.ui.find;

import org.jspecify.annotations.NullMarked;
