package org.sizewright.placement.advice;

import java.util.HashSet;
import java.util.Set;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementFigures;
import org.sizewright.placement.PlacementProblem;

/**
 * What a placement takes of its cluster.
 *
 * @param strandedGib frame buffer in GiB on used GPUs that no profile of the problem can use any more
 */
public record ClusterUse(int placed, int refused, int hostsUsed, int gpusUsed, double strandedGib) {
    /** Counts a placement that the checker accepts. */
    public static ClusterUse of(PlacementProblem problem, Placement placement) {
        PlacementFigures figures = PlacementFigures.of(problem, placement);
        Set<Integer> hosts = new HashSet<>();
        for (PlacedVm vm : placement.placed()) {
            hosts.add(vm.host());
        }
        return new ClusterUse(
                placement.placed().size(),
                placement.refused().size(),
                hosts.size(),
                figures.gpusUsed(),
                figures.strandedGib());
    }
}
