package org.sizewright.placement.arrival;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacementProblem;

/**
 * Starts machines one after the other by a rule that looks no further than the next one. Time-sliced vGPUs are all in one mode: at
 * same size the first machine of a GPU locks its size until the GPU is empty again; GPUs whose mixed-size placement ids are unknown
 * stay at same size. A GPU is whole, MIG or time-sliced by its first machine, until it is empty again. Beside the GPUs a host must have
 * processors, memory and labels for the machine. The policy of the problem does not matter: mode and rule are given here.
 *
 * <p>Remembers layouts between runs; not for several threads.
 */
public final class ArrivalSimulation {
    private final PlacementProblem problem;
    private final List<HostSpec> hosts;
    private final PartitionMode vgpuMode;
    private final GpuChoice choice;
    private final Map<PartitionScheme, LayoutTable> tables = new HashMap<>();
    private final Set<String> wanted = new HashSet<>();

    /** @param vgpuMode {@link PartitionMode#EQUAL_SIZE} or {@link PartitionMode#MIXED_SIZE} */
    public ArrivalSimulation(PlacementProblem problem, PartitionMode vgpuMode, GpuChoice choice) {
        if (vgpuMode != PartitionMode.EQUAL_SIZE && vgpuMode != PartitionMode.MIXED_SIZE) {
            throw new IllegalArgumentException("vGPUs share a GPU at same or at mixed size");
        }
        this.problem = problem;
        this.vgpuMode = vgpuMode;
        this.choice = choice;
        hosts = problem.hosts();
        problem.vms().forEach(vm -> vm.gpu().shares().forEach(share -> wanted.add(share.profile())));
    }

    /** Whether all GPUs that could carry the time-sliced vGPUs of the problem know that mode. */
    public static boolean knows(PlacementProblem problem, PartitionMode vgpuMode) {
        return problem.groups().stream()
                .flatMap(group -> group.host().geometry().stream())
                .filter(geometry -> geometry.equalSize().isPresent())
                .allMatch(geometry -> geometry.scheme(vgpuMode).isPresent());
    }

    public PlacementProblem problem() {
        return problem;
    }

    public GpuChoice choice() {
        return choice;
    }

    /** All events from empty hosts on. A class that the problem does not have is refused. */
    public ArrivalRun run(List<ArrivalEvent> events) {
        ArrivalFloor floor = new ArrivalFloor(this);
        events.forEach(floor::take);
        return floor.result();
    }

    List<HostSpec> hosts() {
        return hosts;
    }

    /** The layouts that the GPUs of the host take for a single share; empty where they cannot be shared like this. */
    Optional<LayoutTable> table(HostSpec host, GpuNeed share) {
        return host.geometry().flatMap(geometry -> scheme(geometry, share)).map(this::table);
    }

    /** The profiles that could still be asked for. */
    Set<String> wanted() {
        return wanted;
    }

    private LayoutTable table(PartitionScheme scheme) {
        return tables.computeIfAbsent(scheme, LayoutTable::new);
    }

    private Optional<PartitionScheme> scheme(GpuGeometry geometry, GpuNeed need) {
        return switch (need) {
            case GpuNeed.None none -> Optional.empty();
            case GpuNeed.Several several -> Optional.empty();
            case GpuNeed.Whole whole -> Optional.of(PartitionScheme.full());
            case GpuNeed.Mig mig -> geometry.mig();
            case GpuNeed.TimeSliced vgpu ->
                vgpuMode == PartitionMode.MIXED_SIZE && geometry.mixedSize().isPresent()
                        ? geometry.mixedSize()
                        : geometry.equalSize();
        };
    }
}
