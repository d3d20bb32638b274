/**
 * Charts of prepared values: a quantity over another, with limits, marked points and a crosshair that reads out. Like the parts, they
 * know nothing of the domain; each has an accessible text and can be worked by keyboard.
 */
@NullMarked
package org.sizewright.ui.chart;

import org.jspecify.annotations.NullMarked;
