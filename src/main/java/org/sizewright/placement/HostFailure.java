package org.sizewright.placement;

import java.util.List;

/**
 * What happens when these hosts fail together. Survivors stay where they are.
 *
 * @param hosts numbers of the failed hosts
 * @param restarted machines that run again, with their new places
 * @param evicted machines on healthy hosts that were stopped to make room, with their old places
 * @param down machines that stay down and may
 * @param lost machines that must restart and found no place
 */
public record HostFailure(
        List<Integer> hosts,
        List<PlacedVm> restarted,
        List<PlacedVm> evicted,
        List<RefusedVm> down,
        List<RefusedVm> lost) {
    public HostFailure {
        hosts = List.copyOf(hosts);
        restarted = List.copyOf(restarted);
        evicted = List.copyOf(evicted);
        down = List.copyOf(down);
        lost = List.copyOf(lost);
    }

    /** Whether everything that must restart does. */
    public boolean isSurvived() {
        return lost.isEmpty();
    }
}
