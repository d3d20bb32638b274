package org.sizewright.figure;

/** How a number stands to the true one when parts under it are unknown. */
public enum Bound {
    EXACT,
    AT_LEAST,
    AT_MOST,
    /** Parts are missing and it cannot be told in which direction. */
    INCOMPLETE;

    /** The bound of the negative, or of the reciprocal of a positive number. */
    public Bound flip() {
        return switch (this) {
            case AT_LEAST -> AT_MOST;
            case AT_MOST -> AT_LEAST;
            case EXACT, INCOMPLETE -> this;
        };
    }

    /** The bound of a result that grows with both operands. */
    public Bound and(Bound other) {
        if (this == other || other == EXACT) {
            return this;
        }
        return this == EXACT ? other : INCOMPLETE;
    }
}
