/**
 * The pipeline: from a resolved plan over its figures and the placement to findings and the headline. Everything that shows a
 * result, on screen or in a workbook, takes it from here.
 *
 * <p>Pure. May use {@code rules} and what it uses.
 */
@NullMarked
package org.sizewright.result;

import org.jspecify.annotations.NullMarked;
