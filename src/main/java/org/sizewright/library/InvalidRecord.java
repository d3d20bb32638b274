package org.sizewright.library;

import java.util.OptionalInt;

/** A record or file that cannot be taken; the message is a sentence for the user. */
final class InvalidRecord extends Exception {
    private static final long serialVersionUID = 1L;

    /** 0 if it is not known. */
    private final int line;

    InvalidRecord(String message) {
        this(message, 0);
    }

    InvalidRecord(String message, int line) {
        super(message);
        this.line = line;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /** The line of the file that is not to be read, from 1. */
    OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }
}
