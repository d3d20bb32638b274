package org.sizewright.placement.arrival;

/** Which GPU the next machine gets. Within a GPU it gets the first free start in the order of its profile's list. */
public enum GpuChoice {
    /** All GPUs in turn, host by host, from the one after the last used. */
    IN_TURN,
    /** Hosts in turn; within the host the GPU with the fewest machines (vSphere "performance"). */
    FEWEST_MACHINES,
    /** Hosts in turn; within the host the GPU with the least free memory that still has room (vSphere "consolidation"). */
    LEAST_FREE
}
