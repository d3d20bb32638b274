package org.sizewright.placement;

import java.util.List;

/**
 * A machine that somebody put in a place by hand: in normal operation it runs there and nowhere else. After a host failure it may
 * restart elsewhere.
 *
 * @param vmClass id of its class
 * @param number its number in the class, from 1
 * @param group number of the host's group in the problem
 * @param host number of the host within its group, from 0
 * @param gpus its share of the host's GPUs, empty if it needs none
 */
public record PinnedVm(String vmClass, int number, int group, int host, List<GpuSlot> gpus) {
    public PinnedVm {
        if (number < 1 || group < 0 || host < 0) {
            throw new IllegalArgumentException("machines are counted from 1, groups and hosts from 0");
        }
        gpus = List.copyOf(gpus);
    }

    /** The machine in its place, where the group begins with this host. */
    PlacedVm from(int firstHost) {
        return new PlacedVm(vmClass, number, firstHost + host, gpus);
    }
}
