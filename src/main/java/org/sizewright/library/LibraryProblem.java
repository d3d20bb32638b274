package org.sizewright.library;

/**
 * Something in library files that could not be taken.
 *
 * @param where file and record, as far as known
 * @param sentence what is wrong and what became of it
 */
public record LibraryProblem(String where, String sentence) {}
