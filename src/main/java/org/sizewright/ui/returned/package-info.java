/**
 * What somebody typed into an exported workbook, beside what the plan has, to be taken or left. Depends on {@code buildsheet}, on
 * {@code ui.part} and {@code ui.look}; knows no screen.
 */
@NullMarked
package org.sizewright.ui.returned;

import org.jspecify.annotations.NullMarked;
