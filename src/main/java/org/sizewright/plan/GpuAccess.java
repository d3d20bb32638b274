package org.sizewright.plan;

/** How a machine reaches GPUs that it has to itself. Shares of a GPU are always vGPUs. */
public enum GpuAccess {
    /** A vGPU with the whole frame buffer: it moves while it runs, and restarts on another host. */
    VGPU("vGPU"),
    /** Any free device of the kind or label: it restarts on another host, and moves only while it is off. */
    DYNAMIC_DIRECTPATH("Dynamic DirectPath I/O"),
    /** One device by its address: it stays where it is. */
    DIRECTPATH("DirectPath I/O");

    private final String words;

    GpuAccess(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
