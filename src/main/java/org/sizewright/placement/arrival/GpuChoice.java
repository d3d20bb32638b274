package org.sizewright.placement.arrival;

import org.sizewright.placement.Policy;

/** Which GPU the next machine gets. Within a GPU it gets the first free start in the order of its profile's list. */
public enum GpuChoice {
    /** Hosts in turn; within the host the GPU with the fewest machines (vSphere "performance"). */
    FEWEST_MACHINES("performance"),
    /** Hosts in turn; within the host the GPU with the least free memory that still has room (vSphere "consolidation"). */
    LEAST_FREE("consolidation"),
    /** All GPUs in turn, host by host, from the one after the last used. */
    IN_TURN("GPUs in turn");

    private final String words;

    GpuChoice(String words) {
        this.words = words;
    }

    /** How the platform chooses under this policy. */
    public static GpuChoice of(Policy.Assignment assignment) {
        return switch (assignment) {
            case PERFORMANCE -> FEWEST_MACHINES;
            case CONSOLIDATION -> LEAST_FREE;
        };
    }

    /** The rule in words, as shown to the user. */
    public String words() {
        return words;
    }
}
