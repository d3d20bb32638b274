package org.sizewright.placement.advice;

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
        return new ClusterUse(
                placement.placed().size(),
                placement.refused().size(),
                figures.hostsInUse(),
                figures.gpusUsed(),
                figures.strandedGib());
    }
}
