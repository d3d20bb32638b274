package org.sizewright.placement;

/**
 * One reason why a placement, a restart plan or a bound is wrong.
 *
 * @param kind which rule is broken
 * @param words what is wrong where, as a sentence
 */
public record Violation(Kind kind, String words) {
    /** The rule that is broken. */
    public enum Kind {
        /** A machine is missing, counted twice, or was never asked for. */
        ACCOUNT,
        /** A host, a GPU or a profile that does not exist. */
        UNKNOWN,
        /** The machine did not get what it asked for. */
        NEED,
        LABEL,
        VCPU,
        MEMORY,
        /** More network cards than are beside the GPUs of the host. */
        NICS,
        /** A start that the profile does not have. */
        START,
        /** Two machines on one unit of a GPU. */
        OVERLAP,
        /** Two modes on one GPU, or a mode that the policy rules out. */
        MODE,
        /** Two sizes on a GPU at same size. */
        SIZE_LOCK,
        /** More of a profile or a group than a GPU may carry. */
        MAXIMUM,
        /** A pinned machine is not where it is pinned. */
        PIN,
        /** GPUs that are to be joined are no group. */
        LINKS,
        /** A restart plan moves or stops what it must not. */
        RESTART,
        /** A bound that does not follow from the demand. */
        BOUND
    }
}
