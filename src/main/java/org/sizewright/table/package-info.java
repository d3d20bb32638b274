/**
 * Foreign tables (Excel workbooks, delimited text, pasted text) as text cells with their positions, read within limits.
 *
 * <p>Knows nothing of catalogs: it says what stands in which cell, or in one sentence why it cannot. Depends on no other package of
 * this program. Besides {@code buildsheet} the only place that may use the workbook library.
 */
@NullMarked
package org.sizewright.table;

import org.jspecify.annotations.NullMarked;
