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
        /** Even an empty host has too few network cards beside its GPUs. */
        HOST_NICS,
        /** No host's links join so many GPUs. */
        LINKS,
        /** No room of the right shape on the GPUs. */
        GPU_SLICES,
        /** Too few untouched GPUs on one host. */
        WHOLE_GPUS,
        VCPU,
        MEMORY,
        /** Too few network cards beside the GPUs of one host. */
        NICS,
        /** It may not be started on another host. */
        NOT_RESTARTABLE;

        /** Whether it stays so however the other machines are placed, and even without them. */
        public boolean isForEver() {
            return switch (this) {
                case NO_HOST, LABEL, PROFILE, HOST_SIZE, HOST_NICS, LINKS, NOT_RESTARTABLE -> true;
                case GPU_SLICES, WHOLE_GPUS, VCPU, MEMORY, NICS -> false;
            };
        }
    }

    /**
     * Why, as a sentence.
     *
     * @param binding the resource that is missing on most hosts
     * @param words the sentence
     */
    public record Reason(Binding binding, String words) {}
}
