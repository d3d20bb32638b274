package org.sizewright.plan;

import java.util.List;
import java.util.Optional;
import org.sizewright.partition.PartitionMode;

/**
 * A machine that the architect put in a place by hand. What it names need not be there any more: then the pin is kept, has no effect
 * and is named in a finding.
 *
 * @param machine id of the machines it is one of: that of their workload, with an ending for the workload's database
 * @param number its number among them, from 1
 * @param group the group of the host
 * @param host number of the host within its group, from 1
 * @param gpus what it takes of the host's GPUs; empty for a machine without one
 */
public record Pin(ClusterId cluster, String machine, int number, GroupId group, int host, List<Share> gpus) {
    /** More hosts than a group can have. */
    private static final int MOST_HOSTS = 10_000;

    private static final int MOST_MACHINES = 1_000_000;
    private static final int MOST_GPUS = 72;
    private static final int MOST_UNITS = 1_000;

    /**
     * A GPU, or a part of it.
     *
     * @param gpu number of the GPU on its host, from 0 as drivers and screens count them
     * @param place where on the GPU; empty for the whole of it
     */
    public record Share(int gpu, Optional<Place> place) {
        public Share {
            PlanChecks.between("the GPU of a pin", 0, MOST_GPUS, gpu);
        }
    }

    /**
     * Where a part of a GPU lies.
     *
     * @param mode how the GPU is shared
     * @param profile the MIG profile or vGPU type
     * @param start offset in units of the mode: memory slices of MIG, else GB
     */
    public record Place(PartitionMode mode, String profile, int start) {
        public Place {
            PlanChecks.name("the place of a pin", profile);
            PlanChecks.between("the start of a pin", 0, MOST_UNITS, start);
            if (mode == PartitionMode.FULL) {
                throw new IllegalArgumentException("a pin to a whole GPU has no place on it");
            }
        }
    }

    /** The machine that a pin is about; an option has one pin of it at most. */
    public record Machine(ClusterId cluster, String machine, int number) {
        @Override
        public String toString() {
            return machine + " " + number;
        }
    }

    public Pin {
        PlanChecks.name("the machine of a pin", machine);
        PlanChecks.between("the number of a pinned machine", 1, MOST_MACHINES, number);
        PlanChecks.between("the host of a pin", 1, MOST_HOSTS, host);
        gpus = List.copyOf(gpus);
        PlanChecks.unique("shares of a pin", gpus, share -> share);
    }

    public Machine key() {
        return new Machine(cluster, machine, number);
    }
}
