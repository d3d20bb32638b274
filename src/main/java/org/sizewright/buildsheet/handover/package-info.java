/**
 * Hand-over files: what the tools of a platform team read, made from the placement of an option, first as values
 * ({@link org.sizewright.buildsheet.handover.HandOver}: files with their text, and what was left out and why).
 *
 * <p>Pure: the same plan gives the same bytes, nothing is read or written here. Names and versions of formats come from the
 * library. May use every package of the calculation; the workbook and the session use it.
 */
@NullMarked
package org.sizewright.buildsheet.handover;

import org.jspecify.annotations.NullMarked;
