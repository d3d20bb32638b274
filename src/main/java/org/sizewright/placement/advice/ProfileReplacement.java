package org.sizewright.placement.advice;

import java.util.List;
import java.util.function.Function;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.Placement;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.VmClass;

/**
 * What becomes of a cluster when the machines of one profile get another one; hosts and policy stay.
 *
 * @param machines how many machines change their profile
 */
public record ProfileReplacement(GpuNeed from, GpuNeed to, int machines, ClusterUse before, ClusterUse after) {
    /** @param placer places both, so that the profile is all that differs */
    public static ProfileReplacement of(
            PlacementProblem problem, GpuNeed from, GpuNeed to, Function<PlacementProblem, Placement> placer) {
        PlacementProblem changed = replaced(problem, from, to);
        int machines = problem.vms().stream()
                .filter(vm -> vm.gpu().equals(from))
                .mapToInt(VmClass::count)
                .sum();
        return new ProfileReplacement(
                from,
                to,
                machines,
                ClusterUse.of(problem, placer.apply(problem)),
                ClusterUse.of(changed, placer.apply(changed)));
    }

    /** The problem with the other profile. */
    public static PlacementProblem replaced(PlacementProblem problem, GpuNeed from, GpuNeed to) {
        List<VmClass> classes = problem.vms().stream()
                .map(vm -> vm.gpu().equals(from) ? vm.withGpu(to) : vm)
                .toList();
        return problem.withVms(classes);
    }

    /** Further machines without a place; negative if more find one. */
    public int moreRefused() {
        return after.refused() - before.refused();
    }

    /** What it does, in a sentence. */
    public String words() {
        if (machines == 0) {
            return "No machine of this cluster has " + from.words() + ".";
        }
        String what = machines + (machines == 1 ? " machine" : " machines") + " with " + to.words() + " in place of "
                + from.words() + ": ";
        int gpus = after.gpusUsed() - before.gpusUsed();
        double stranded = after.strandedGib() - before.strandedGib();
        String places = moreRefused() == 0
                ? (after.refused() == 0 ? "all still have a place" : "as many have a place as before")
                : moreRefused() > 0
                        ? moreRefused() + " fewer have a place, " + after.refused() + " in all have none"
                        : -moreRefused() + " more have a place";
        return what + places + ", "
                + (gpus == 0 ? "on as many GPUs" : "on " + Math.abs(gpus) + (gpus > 0 ? " more" : " fewer") + " GPUs")
                + ", with "
                + (Math.abs(stranded) < 0.5
                        ? "no more memory stranded"
                        : ValueText.number(Math.abs(stranded), 0) + " GiB " + (stranded > 0 ? "more" : "less")
                                + " stranded")
                + ".";
    }
}
