/**
 * What every screen has in common: {@link org.sizewright.ui.screen.Screen}, what it may ask of the window
 * ({@link org.sizewright.ui.screen.Workspace}), and how figures and findings are explained. The screens themselves live in
 * packages beside this one and never import each other.
 */
@NullMarked
package org.sizewright.ui.screen;

import org.jspecify.annotations.NullMarked;
