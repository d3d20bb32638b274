/**
 * A calculated number that carries its formula: a {@link org.sizewright.figure.Figure} has a name, a unit, a formula over other
 * figures, and sources. The formula is written once and has four faces: its value, its explanation, its live formula in the
 * workbook, and its row on the Trace sheet.
 *
 * <p>Pure: no files, no clock. May use {@code quantity} only.
 */
@NullMarked
package org.sizewright.figure;

import org.jspecify.annotations.NullMarked;
