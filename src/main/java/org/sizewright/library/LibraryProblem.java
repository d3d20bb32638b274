package org.sizewright.library;

import java.util.OptionalInt;

/**
 * Something in library files that could not be taken, or that does not fit together.
 *
 * @param file name of the file; the kind of the record where no file is known
 * @param line of the field at fault, else where the record begins in the file, counted from 1
 * @param record which record; may be empty
 * @param sentence what is wrong and what became of it
 */
public record LibraryProblem(String file, OptionalInt line, String record, String sentence) {
    /** File and record. */
    public String where() {
        return record.isEmpty() ? file : file + ", " + record;
    }

    /** All of it in one line: file, line, record and sentence. */
    public String toLine() {
        return file
                + (line.isPresent() ? ", line " + line.getAsInt() : "")
                + (record.isEmpty() ? "" : ", " + record)
                + ": " + sentence;
    }
}
