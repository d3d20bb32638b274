package org.sizewright.placement;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.sizewright.partition.PartitionMode;

/**
 * Who runs where and who does not. Every machine of the problem is in exactly one of the two lists.
 *
 * @param placed machines with a place
 * @param refused machines without one
 * @param notes what the reader must know about how it was placed, as sentences
 */
public record Placement(List<PlacedVm> placed, List<RefusedVm> refused, List<String> notes) {
    public Placement {
        placed = List.copyOf(placed);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }

    /** With the notes that every reader of such a placement needs, whoever placed it. */
    public static Placement noted(PlacementProblem problem, List<PlacedVm> placed, List<RefusedVm> refused) {
        return new Placement(placed, refused, notes(problem, placed));
    }

    /** GPUs that run at same size although the cluster mixes sizes, because nobody knows their placement ids. */
    private static List<String> notes(PlacementProblem problem, List<PlacedVm> placed) {
        boolean mixes = switch (problem.policy().vgpuMode()) {
            case SAME_SIZE -> false;
            case MIXED_SIZE -> true;
            // one size alone would run at same size anyway
            case PER_GPU ->
                placed.stream()
                                .flatMap(vm -> vm.gpus().stream())
                                .filter(slot -> slot.mode() == PartitionMode.EQUAL_SIZE)
                                .map(GpuSlot::profile)
                                .distinct()
                                .count()
                        > 1;
        };
        if (!mixes) {
            return List.of();
        }
        List<HostSpec> hosts = problem.hosts();
        return placed.stream()
                .filter(vm -> vm.gpus().stream().anyMatch(slot -> slot.mode() == PartitionMode.EQUAL_SIZE))
                .flatMap(vm -> hosts.get(vm.host()).geometry().stream())
                .filter(geometry -> geometry.mixedSize().isEmpty())
                .map(geometry -> "The mixed-size placement ids of " + geometry.model()
                        + " are not known: its GPUs were filled at same size.")
                .distinct()
                .toList();
    }

    /** The same places on hosts with other numbers. */
    Placement renumbered(IntUnaryOperator number) {
        return new Placement(
                placed.stream()
                        .map(vm -> new PlacedVm(vm.vmClass(), vm.number(), number.applyAsInt(vm.host()), vm.gpus()))
                        .toList(),
                refused,
                notes);
    }

    /** Whether every machine has a place. */
    public boolean isComplete() {
        return refused.isEmpty();
    }
}
