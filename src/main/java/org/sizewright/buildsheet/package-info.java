/**
 * The build sheet: what is handed over, first as values ({@link org.sizewright.buildsheet.BuildSheet}: sheets of blocks of
 * entries), then written as a workbook whose figures stay live formulas over named cells.
 *
 * <p>Recalculates nothing. The workbook library is used by the writing classes only; the values know nothing of it. May use
 * every package of the calculation, and {@code plan} for writing files.
 */
@NullMarked
package org.sizewright.buildsheet;

import org.jspecify.annotations.NullMarked;
