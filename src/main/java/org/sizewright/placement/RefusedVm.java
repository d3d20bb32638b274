package org.sizewright.placement;

/**
 * One virtual machine without a place.
 *
 * @param vmClass id of its class
 * @param number its number in the class, from 1
 * @param reason what is missing
 */
public record RefusedVm(String vmClass, int number, Reason reason) {
    /** The resource that binds. */
    public enum Binding {
        /** There is no host at all. */
        NO_HOST,
        /** No host carries the labels. */
        LABEL,
        /** No GPU offers the profile. */
        PROFILE,
        /** Even an empty host is too small. */
        HOST_SIZE,
        /** No room of the right shape on the GPUs. */
        GPU_SLICES,
        /** Too few untouched GPUs on one host. */
        WHOLE_GPUS,
        VCPU,
        MEMORY,
        /** It may not be started on another host. */
        NOT_RESTARTABLE
    }

    /**
     * Why, as a sentence.
     *
     * @param binding the resource that is missing on most hosts
     * @param words the sentence
     */
    public record Reason(Binding binding, String words) {}
}
