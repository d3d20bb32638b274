package org.sizewright.placement.arrival;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;

/**
 * Starts machines one after the other by a rule that looks no further than the next one, on GPUs that are all in one mode. At same
 * size the first machine of a GPU locks its size until the GPU is empty again.
 *
 * <p>Remembers layouts between runs; not for several threads.
 */
public final class ArrivalSimulation {
    private final ArrivalHosts hosts;
    private final GpuChoice choice;
    private final LayoutTable table;

    /** @throws IllegalArgumentException if the GPUs do not know the mode */
    public ArrivalSimulation(ArrivalHosts hosts, PartitionMode mode, GpuChoice choice) {
        PartitionScheme scheme = hosts.geometry()
                .scheme(mode)
                .orElseThrow(() -> new IllegalArgumentException(
                        hosts.geometry().model() + " has no known starts in the mode " + mode.words()));
        this.hosts = hosts;
        this.choice = choice;
        this.table = new LayoutTable(scheme);
    }

    /** All events from empty hosts on. A profile that the GPUs do not offer is refused. */
    public ArrivalRun run(List<ArrivalEvent> events) {
        Run run = new Run();
        events.forEach(run::take);
        return run.result();
    }

    /** One run while it goes on. */
    private final class Run {
        private final int[] layouts = new int[hosts.gpus()];
        private final int[] machinesOf = new int[hosts.gpus()];
        private final int[] usedUnits = new int[hosts.gpus()];
        private final List<ArrivalRun.Machine> machines = new ArrayList<>();
        /** Before the first machine it is as if the last GPU had been used. */
        private int last = hosts.gpus() - 1;

        void take(ArrivalEvent event) {
            switch (event) {
                case ArrivalEvent.Arrival arrival -> machines.add(start(arrival.profile()));
                case ArrivalEvent.Departure departure -> leave(departure.machine());
            }
        }

        private ArrivalRun.Machine start(String name) {
            int profile = table.profile(name);
            int gpu = profile == LayoutTable.NONE ? LayoutTable.NONE : choose(profile);
            if (gpu == LayoutTable.NONE) {
                return new ArrivalRun.Machine.Refused(name);
            }
            int start = table.start(layouts[gpu], profile);
            set(gpu, table.next(layouts[gpu], profile), 1);
            last = gpu;
            return new ArrivalRun.Machine.Placed(name, hosts.hostOf(gpu), gpu, start);
        }

        private void leave(int number) {
            if (number < machines.size() && machines.get(number) instanceof ArrivalRun.Machine.Placed placed) {
                set(placed.gpu(), table.without(layouts[placed.gpu()], placed.start()), -1);
                machines.set(
                        number,
                        new ArrivalRun.Machine.Gone(placed.profile(), placed.host(), placed.gpu(), placed.start()));
            }
        }

        private void set(int gpu, int layout, int more) {
            layouts[gpu] = layout;
            machinesOf[gpu] += more;
            usedUnits[gpu] = table.layout(layout).usedUnits();
        }

        private int choose(int profile) {
            return switch (choice) {
                case IN_TURN -> inTurn(profile);
                case FEWEST_MACHINES, LEAST_FREE -> hostInTurn(profile);
            };
        }

        private int inTurn(int profile) {
            for (int i = 1; i <= layouts.length; i++) {
                int gpu = (last + i) % layouts.length;
                if (hasRoom(gpu, profile)) {
                    return gpu;
                }
            }
            return LayoutTable.NONE;
        }

        private int hostInTurn(int profile) {
            int lastHost = hosts.hostOf(last);
            for (int i = 1; i <= hosts.hosts(); i++) {
                int gpu = within((lastHost + i) % hosts.hosts(), profile);
                if (gpu != LayoutTable.NONE) {
                    return gpu;
                }
            }
            return LayoutTable.NONE;
        }

        /** Of equals the one with the lowest number. */
        private int within(int host, int profile) {
            int best = LayoutTable.NONE;
            int first = host * hosts.gpusPerHost();
            for (int gpu = first; gpu < first + hosts.gpusPerHost(); gpu++) {
                if (hasRoom(gpu, profile) && (best == LayoutTable.NONE || isBetter(gpu, best))) {
                    best = gpu;
                }
            }
            return best;
        }

        private boolean isBetter(int gpu, int best) {
            return choice == GpuChoice.FEWEST_MACHINES
                    ? machinesOf[gpu] < machinesOf[best]
                    : usedUnits[gpu] > usedUnits[best];
        }

        private boolean hasRoom(int gpu, int profile) {
            return table.start(layouts[gpu], profile) != LayoutTable.NONE;
        }

        ArrivalRun result() {
            List<GpuLayout> gpus = new ArrayList<>(layouts.length);
            for (int layout : layouts) {
                gpus.add(table.layout(layout));
            }
            return new ArrivalRun(machines, gpus);
        }
    }
}
