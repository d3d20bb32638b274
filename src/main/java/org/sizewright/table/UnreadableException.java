package org.sizewright.table;

/** Carries a refusal from deep inside a reader to {@link TableReader}; never leaves this package. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reading.Unreadable refusal;

    UnreadableException(String sentence, String advice) {
        super(sentence);
        refusal = new Reading.Unreadable(sentence, advice);
    }

    Reading.Unreadable refusal() {
        return refusal;
    }
}
