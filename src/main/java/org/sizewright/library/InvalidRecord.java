package org.sizewright.library;

/** A record that cannot be taken; the message is a sentence for the user. */
final class InvalidRecord extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidRecord(String message) {
        super(message);
    }
}
