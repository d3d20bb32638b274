package org.sizewright.buildsheet.returned;

/**
 * Something in a returned workbook that is not taken over, so that nobody loses it.
 *
 * @param where sheet and cell, such as {@code Checklist!G12}; the sheet alone where it is about all of it
 * @param sentence what is the matter, with what stands there
 * @param advice what to do
 */
public record Remark(String where, String sentence, String advice) {}
