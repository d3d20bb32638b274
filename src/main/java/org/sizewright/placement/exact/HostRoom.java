package org.sizewright.placement.exact;

import java.util.List;

/**
 * What is free on a host.
 *
 * @param group number of its host group
 * @param vcpu free virtual CPUs
 * @param memoryGib free memory in GiB
 * @param nics network cards beside its GPUs that are free; 0 where nobody knows how many there are
 * @param gpus state of each of its GPUs
 */
public record HostRoom(int group, int vcpu, int memoryGib, int nics, List<GpuState> gpus) {
    public HostRoom {
        gpus = List.copyOf(gpus);
    }
}
