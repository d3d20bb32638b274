package org.sizewright.placement;

/**
 * The rules of the cluster.
 *
 * @param vgpuMode how GPUs carry time-sliced vGPUs
 * @param assignment which GPU of a host a machine gets
 * @param failures how many hosts may fail at once (0, 1 or 2)
 */
public record Policy(VgpuMode vgpuMode, Assignment assignment, int failures) {
    /** How a GPU carries time-sliced vGPUs. */
    public enum VgpuMode {
        /** All vGPUs of a GPU have one size. */
        SAME_SIZE,
        /** Sizes mix at the vendor's placement ids; a GPU whose ids are unknown stays at same size, and a note says so. */
        MIXED_SIZE,
        /** Each GPU is set to the mode that suits what it carries. */
        PER_GPU
    }

    /** Which GPU of a host gets the next machine. */
    public enum Assignment {
        /** Breadth first: the GPU with the fewest machines (vSphere "performance"). */
        PERFORMANCE,
        /** Depth first: the fullest GPU that still has room (vSphere "consolidation"). */
        CONSOLIDATION
    }

    public Policy {
        if (failures < 0 || failures > 2) {
            throw new IllegalArgumentException("0, 1 or 2 host failures can be tolerated by plan");
        }
    }

    /** Same size, depth first, no failure tolerated. */
    public static Policy simple() {
        return new Policy(VgpuMode.SAME_SIZE, Assignment.CONSOLIDATION, 0);
    }

    public Policy withFailures(int number) {
        return new Policy(vgpuMode, assignment, number);
    }

    public Policy withVgpuMode(VgpuMode mode) {
        return new Policy(mode, assignment, failures);
    }

    public Policy withAssignment(Assignment newAssignment) {
        return new Policy(vgpuMode, newAssignment, failures);
    }
}
