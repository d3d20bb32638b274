/**
 * The parts that screens are put together from. They show prepared values and report what the user did; they know nothing of the
 * domain. Each has an accessible text and can be worked by keyboard.
 */
@NullMarked
package org.sizewright.ui.part;

import org.jspecify.annotations.NullMarked;
