package org.sizewright.accuracy;

/** An input that names something nobody knows here; the message says what. Caught where a case is predicted. */
final class UnknownInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownInput(String message) {
        super(message);
    }
}
