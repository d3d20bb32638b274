/**
 * The screen of the checks: the findings of the option that is shown, why each was made, and their acceptance.
 *
 * <p>May use what the window shares ({@code ui.screen}, {@code ui.part}, {@code ui.look}) and the domain; no other screen.
 */
@NullMarked
package org.sizewright.ui.checks;

import org.jspecify.annotations.NullMarked;
