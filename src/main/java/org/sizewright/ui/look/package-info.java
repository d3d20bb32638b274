/**
 * How the window looks: theme, icons, tones and texts. Colours are named in one place only, the token blocks of
 * {@code assets/style/sizewright.css}. Uses JavaFX and nothing of the domain.
 */
@NullMarked
package org.sizewright.ui.look;

import org.jspecify.annotations.NullMarked;
