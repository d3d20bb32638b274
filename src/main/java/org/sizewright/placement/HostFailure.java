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
 * @param certainty how sure it is that not everything that must restart can
 */
public record HostFailure(
        List<Integer> hosts,
        List<PlacedVm> restarted,
        List<PlacedVm> evicted,
        List<RefusedVm> down,
        List<RefusedVm> lost,
        Certainty certainty) {
    /** What is known of the restart of everything that must. */
    public enum Certainty {
        /** There is a plan for it. */
        PLANNED,
        /** No plan was found, and none is ruled out. */
        NOT_FOUND,
        /** There is none, however the machines are placed. */
        RULED_OUT
    }

    public HostFailure {
        hosts = List.copyOf(hosts);
        restarted = List.copyOf(restarted);
        evicted = List.copyOf(evicted);
        down = List.copyOf(down);
        lost = List.copyOf(lost);
        if (lost.isEmpty() != (certainty == Certainty.PLANNED)) {
            throw new IllegalArgumentException("a failure is planned for if and only if nothing is lost");
        }
    }

    /** As sure as the reasons of what is lost are: one machine that no host that is left could ever run is enough. */
    public HostFailure(
            List<Integer> hosts,
            List<PlacedVm> restarted,
            List<PlacedVm> evicted,
            List<RefusedVm> down,
            List<RefusedVm> lost) {
        this(hosts, restarted, evicted, down, lost, certainty(lost));
    }

    private static Certainty certainty(List<RefusedVm> lost) {
        if (lost.isEmpty()) {
            return Certainty.PLANNED;
        }
        return lost.stream().anyMatch(vm -> vm.reason().binding().isForEver())
                ? Certainty.RULED_OUT
                : Certainty.NOT_FOUND;
    }

    /** The same, with the proof that there is no plan. */
    public HostFailure ruledOut() {
        return new HostFailure(hosts, restarted, evicted, down, lost, Certainty.RULED_OUT);
    }

    /** Whether everything that must restart does. */
    public boolean isSurvived() {
        return lost.isEmpty();
    }

    /** Whether it is proven that not everything that must restart can. */
    public boolean isRuledOut() {
        return certainty == Certainty.RULED_OUT;
    }
}
