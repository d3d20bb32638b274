package org.sizewright.ui.compare;

/** How far something is that is worked out in the background. */
sealed interface Phase<A> {
    /** Nobody asked, or what it rests on is not calculated. */
    record Waiting<A>() implements Phase<A> {}

    /** So many parts of all are there. */
    record Working<A>(int done, int all) implements Phase<A> {}

    record Answered<A>(A answer) implements Phase<A> {}

    /** The user ended it. */
    record Stopped<A>() implements Phase<A> {}
}
