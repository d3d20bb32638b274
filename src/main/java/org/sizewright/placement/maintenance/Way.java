package org.sizewright.placement.maintenance;

import org.sizewright.plan.GpuAccess;

/** How a machine leaves a host that is emptied. */
public enum Way {
    /** It moves while it runs. */
    VMOTION("vMotion"),
    /** It is shut down, moved, and started on another host. */
    COLD_MIGRATION("cold migration"),
    /** It is shut down; to run elsewhere, its device has to be configured anew. */
    SHUT_DOWN("shut down and reconfigure");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The way that the access to GPUs leaves open. */
    public static Way of(GpuAccess access) {
        return switch (access) {
            case VGPU -> VMOTION;
            case DYNAMIC_DIRECTPATH -> COLD_MIGRATION;
            case DIRECTPATH -> SHUT_DOWN;
        };
    }
}
