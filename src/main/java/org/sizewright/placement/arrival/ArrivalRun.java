package org.sizewright.placement.arrival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.partition.GpuLayout;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.Placement;

/**
 * What became of the machines.
 *
 * @param machines in the order in which they arrived
 * @param gpus every GPU in the end, host by host
 */
public record ArrivalRun(List<Machine> machines, List<Gpu> gpus, ArrivalFigures figures) {
    /** A machine; numbers count the arrivals of its class, from 1. */
    public sealed interface Machine {
        String vmClass();

        int number();

        /** It runs there. */
        record Running(PlacedVm place) implements Machine {
            @Override
            public String vmClass() {
                return place.vmClass();
            }

            @Override
            public int number() {
                return place.number();
            }
        }

        /** It ran there, and left. */
        record Gone(PlacedVm place) implements Machine {
            @Override
            public String vmClass() {
                return place.vmClass();
            }

            @Override
            public int number() {
                return place.number();
            }
        }

        /** It found no room. */
        record Refused(String vmClass, int number) implements Machine {}
    }

    /** A GPU; its layout is empty while nothing lies on it, so that every mode is open. @param gpu its number on the host */
    public record Gpu(int host, int gpu, Optional<GpuLayout> layout) {}

    public ArrivalRun {
        machines = List.copyOf(machines);
        gpus = List.copyOf(gpus);
    }

    /** The machines that run in the end, as a placement to draw or to count. */
    public Placement placement() {
        List<PlacedVm> running = new ArrayList<>();
        for (Machine machine : machines) {
            if (machine instanceof Machine.Running here) {
                running.add(here.place());
            }
        }
        return new Placement(running, List.of(), List.of());
    }
}
