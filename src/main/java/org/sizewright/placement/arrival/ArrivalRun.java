package org.sizewright.placement.arrival;

import java.util.List;
import java.util.Set;
import org.sizewright.partition.GpuLayout;

/**
 * What became of the machines.
 *
 * @param machines in the order in which they arrived
 * @param gpus what lies on each GPU in the end, host by host
 */
public record ArrivalRun(List<Machine> machines, List<GpuLayout> gpus) {
    /** A machine. */
    public sealed interface Machine {
        String profile();

        /** It runs there. @param gpu number of the GPU, counted over all hosts */
        record Placed(String profile, int host, int gpu, int start) implements Machine {}

        /** It ran, and left. */
        record Gone(String profile, int host, int gpu, int start) implements Machine {}

        /** It found no room. */
        record Refused(String profile) implements Machine {}
    }

    public ArrivalRun {
        machines = List.copyOf(machines);
        gpus = List.copyOf(gpus);
    }

    /** Machines that found room, those that left included. */
    public int served() {
        return machines.size() - refused();
    }

    public int refused() {
        return (int) machines.stream().filter(Machine.Refused.class::isInstance).count();
    }

    /** Units of memory in use in the end, in the units of the scheme (vGPU: GB of frame buffer; MIG: memory slices). */
    public int consumed() {
        return gpus.stream().mapToInt(GpuLayout::usedUnits).sum();
    }

    /** Units in which none of these profiles can start any more, over all GPUs. */
    public int stranded(Set<String> profiles) {
        return gpus.stream().mapToInt(gpu -> gpu.stranded(profiles)).sum();
    }
}
