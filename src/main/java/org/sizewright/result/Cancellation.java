package org.sizewright.result;

/** Asked between the steps of a calculation: whether somebody still wants the result. */
@FunctionalInterface
public interface Cancellation {
    /** Thrown when a result is no longer wanted; caught where the calculation was started. */
    final class Superseded extends RuntimeException {
        public Superseded() {
            super("superseded by a newer change", null, false, false);
        }
    }

    boolean isCancelled();

    static Cancellation never() {
        return () -> false;
    }

    default void check() {
        if (isCancelled()) {
            throw new Superseded();
        }
    }
}
