/**
 * A workbook that comes back: what somebody typed into it is told from what was written, and becomes changes of the plan that can be
 * taken or left. Finds cells by their sheet, the id of their row and the heading of their column, never by their position. Reads
 * through {@code table}; may use every package of the calculation.
 */
@NullMarked
package org.sizewright.buildsheet.returned;

import org.jspecify.annotations.NullMarked;
