package org.sizewright.partition;

/** How one GPU is shared. A GPU has one mode at a time: MIG instances and time-sliced vGPUs never share a GPU. */
public enum PartitionMode {
    /** The whole GPU belongs to one virtual machine. */
    FULL("whole GPU"),
    /** MIG instances, each at one of its starts. */
    MIG("MIG"),
    /** Time-sliced vGPUs, all with the same frame buffer size; the first one decides which. */
    EQUAL_SIZE("same size"),
    /** Time-sliced vGPUs of different frame buffer sizes, each at one of its placement ids. */
    MIXED_SIZE("mixed size");

    private final String words;

    PartitionMode(String words) {
        this.words = words;
    }

    /** The mode in words, as shown to the user. */
    public String words() {
        return words;
    }
}
