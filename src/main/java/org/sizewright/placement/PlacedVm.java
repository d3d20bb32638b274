package org.sizewright.placement;

import java.util.List;

/**
 * One virtual machine and its place.
 *
 * @param vmClass id of its class
 * @param number its number in the class, from 1
 * @param host number of its host in the problem, from 0
 * @param gpus its share of the host's GPUs, empty if it needs none
 */
public record PlacedVm(String vmClass, int number, int host, List<GpuSlot> gpus) {
    public PlacedVm {
        gpus = List.copyOf(gpus);
    }
}
