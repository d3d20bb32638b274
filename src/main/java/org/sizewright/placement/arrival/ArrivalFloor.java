package org.sizewright.placement.arrival;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.GpuLayout;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostGroupSpec;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.VmClass;

/** Hosts while machines come and go: one run. GPUs are numbered through all hosts. */
final class ArrivalFloor {
    private static final int NONE = LayoutTable.NONE;

    /** The layouts that GPUs of a group take for a class, and the place of its profile in them. */
    private record Offer(LayoutTable table, int profile) {}

    /** A class and what each group offers it, null for nothing. @param gpus how many GPUs it takes a share of */
    private record Kind(VmClass vm, int gpus, @Nullable Offer[] offers) {}

    private final ArrivalSimulation simulation;
    private final List<HostSpec> hosts;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> arrived = new HashMap<>();
    private final List<ArrivalRun.Machine> machines = new ArrayList<>();
    private final int[] groupOf;
    private final int[] firstGpu;
    private final int[] hostOf;
    private final int[] freeVcpu;
    private final int[] freeMemory;
    private final int[] machinesOn;
    /** Null while the GPU is empty, so that every mode is open. */
    private final @Nullable LayoutTable[] tables;

    private final int[] layouts;
    private final int[] machinesOf;
    private final int[] usedUnits;
    /** Before the first machine it is as if the last GPU of the last host had been used. */
    private int lastGpu;

    private int lastHost;

    ArrivalFloor(ArrivalSimulation simulation) {
        this.simulation = simulation;
        hosts = simulation.hosts();
        groupOf = new int[hosts.size()];
        firstGpu = new int[hosts.size() + 1];
        freeVcpu = new int[hosts.size()];
        freeMemory = new int[hosts.size()];
        machinesOn = new int[hosts.size()];
        List<HostGroupSpec> groups = simulation.problem().groups();
        int host = 0;
        for (int group = 0; group < groups.size(); group++) {
            HostSpec spec = groups.get(group).host();
            for (int i = 0; i < groups.get(group).count(); i++) {
                groupOf[host] = group;
                firstGpu[host + 1] = firstGpu[host] + spec.gpus();
                freeVcpu[host] = spec.vcpu();
                freeMemory[host] = spec.usableMemoryGib();
                host++;
            }
        }
        int gpus = firstGpu[host];
        hostOf = new int[gpus];
        for (int h = 0; h < host; h++) {
            for (int gpu = firstGpu[h]; gpu < firstGpu[h + 1]; gpu++) {
                hostOf[gpu] = h;
            }
        }
        tables = new LayoutTable[gpus];
        layouts = new int[gpus];
        machinesOf = new int[gpus];
        usedUnits = new int[gpus];
        lastGpu = gpus - 1;
        lastHost = host - 1;
        simulation.problem().vms().forEach(vm -> kinds.put(vm.id(), kind(vm, groups)));
    }

    private Kind kind(VmClass vm, List<HostGroupSpec> groups) {
        @Nullable Offer[] offers = new Offer[groups.size()];
        for (int group = 0; group < offers.length; group++) {
            Optional<LayoutTable> table = simulation.table(groups.get(group).host(), vm);
            if (table.isPresent()) {
                int profile = table.get().profile(vm.gpu().profile());
                offers[group] = profile == NONE ? null : new Offer(table.get(), profile);
            }
        }
        return new Kind(vm, gpus(vm.gpu()), offers);
    }

    private static int gpus(GpuNeed need) {
        return switch (need) {
            case GpuNeed.None none -> 0;
            case GpuNeed.Whole whole -> whole.gpus();
            case GpuNeed.Mig mig -> 1;
            case GpuNeed.TimeSliced vgpu -> 1;
        };
    }

    void take(ArrivalEvent event) {
        switch (event) {
            case ArrivalEvent.Arrival arrival -> arrive(arrival.vmClass());
            case ArrivalEvent.Departure departure -> leave(departure.machine());
        }
    }

    private void arrive(String vmClass) {
        int number = arrived.merge(vmClass, 1, Integer::sum);
        Kind kind = kinds.get(vmClass);
        Optional<PlacedVm> place = kind == null ? Optional.empty() : start(kind, number);
        machines.add(place.<ArrivalRun.Machine>map(ArrivalRun.Machine.Running::new)
                .orElseGet(() -> new ArrivalRun.Machine.Refused(vmClass, number)));
    }

    private Optional<PlacedVm> start(Kind kind, int number) {
        if (kind.gpus() == 1 && simulation.choice() == GpuChoice.IN_TURN) {
            for (int i = 1; i <= layouts.length; i++) {
                int gpu = (lastGpu + i) % layouts.length;
                if (isOpen(hostOf[gpu], kind) && hasRoom(gpu, kind)) {
                    return Optional.of(occupy(kind, number, hostOf[gpu], List.of(gpu)));
                }
            }
            return Optional.empty();
        }
        for (int i = 1; i <= hosts.size(); i++) {
            int host = (lastHost + i) % hosts.size();
            if (isOpen(host, kind)) {
                List<Integer> gpus = choose(host, kind);
                if (gpus.size() == kind.gpus()) {
                    return Optional.of(occupy(kind, number, host, gpus));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOpen(int host, Kind kind) {
        return freeVcpu[host] >= kind.vm().vcpu()
                && freeMemory[host] >= kind.vm().memoryGib()
                && (kind.vm().labels().isEmpty()
                        || hosts.get(host).labels().containsAll(kind.vm().labels()));
    }

    /** GPUs of the host for the machine; fewer than it needs where there is no room. Of equals the one with the lowest number. */
    private List<Integer> choose(int host, Kind kind) {
        List<Integer> chosen = new ArrayList<>();
        int best = NONE;
        for (int gpu = firstGpu[host]; gpu < firstGpu[host + 1]; gpu++) {
            if (chosen.size() < kind.gpus() && hasRoom(gpu, kind)) {
                if (kind.gpus() > 1) {
                    chosen.add(gpu);
                } else if (best == NONE || isBetter(gpu, best)) {
                    best = gpu;
                }
            }
        }
        return best == NONE ? chosen : List.of(best);
    }

    private boolean isBetter(int gpu, int best) {
        return simulation.choice() == GpuChoice.LEAST_FREE
                ? usedUnits[gpu] > usedUnits[best]
                : machinesOf[gpu] < machinesOf[best];
    }

    private boolean hasRoom(int gpu, Kind kind) {
        Offer offer = kind.offers()[groupOf[hostOf[gpu]]];
        return offer != null
                && (tables[gpu] == null || tables[gpu] == offer.table())
                && offer.table().start(layouts[gpu], offer.profile()) != NONE;
    }

    private PlacedVm occupy(Kind kind, int number, int host, List<Integer> gpus) {
        List<GpuSlot> slots = new ArrayList<>(gpus.size());
        Offer offer = kind.offers().length == 0 ? null : kind.offers()[groupOf[host]];
        for (int gpu : gpus) {
            if (offer != null) {
                int start = offer.table().start(layouts[gpu], offer.profile());
                set(gpu, offer.table(), offer.table().next(layouts[gpu], offer.profile()), 1);
                slots.add(new GpuSlot(
                        gpu - firstGpu[host],
                        offer.table().scheme().mode(),
                        kind.vm().gpu().profile(),
                        start));
                lastGpu = gpu;
                lastHost = host;
            }
        }
        freeVcpu[host] -= kind.vm().vcpu();
        freeMemory[host] -= kind.vm().memoryGib();
        machinesOn[host]++;
        return new PlacedVm(kind.vm().id(), number, host, slots);
    }

    private void leave(int number) {
        if (number < machines.size() && machines.get(number) instanceof ArrivalRun.Machine.Running running) {
            PlacedVm place = running.place();
            for (GpuSlot slot : place.gpus()) {
                int gpu = firstGpu[place.host()] + slot.gpu();
                LayoutTable table = tables[gpu];
                if (table != null) {
                    set(gpu, table, table.without(layouts[gpu], slot.start()), -1);
                }
            }
            VmClass vm = simulation.problem().vm(place.vmClass());
            freeVcpu[place.host()] += vm.vcpu();
            freeMemory[place.host()] += vm.memoryGib();
            machinesOn[place.host()]--;
            machines.set(number, new ArrivalRun.Machine.Gone(place));
        }
    }

    private void set(int gpu, LayoutTable table, int layout, int more) {
        layouts[gpu] = layout;
        machinesOf[gpu] += more;
        usedUnits[gpu] = table.layout(layout).usedUnits();
        tables[gpu] = layout == LayoutTable.EMPTY ? null : table;
    }

    ArrivalRun result() {
        List<ArrivalRun.Gpu> gpus = new ArrayList<>(layouts.length);
        for (int gpu = 0; gpu < layouts.length; gpu++) {
            LayoutTable table = tables[gpu];
            Optional<GpuLayout> layout = table == null ? Optional.empty() : Optional.of(table.layout(layouts[gpu]));
            gpus.add(new ArrivalRun.Gpu(hostOf[gpu], gpu - firstGpu[hostOf[gpu]], layout));
        }
        return new ArrivalRun(machines, gpus, figures());
    }

    private ArrivalFigures figures() {
        Map<String, ArrivalFigures.Count> counts = new LinkedHashMap<>();
        kinds.keySet().forEach(id -> counts.put(id, ArrivalFigures.Count.NONE));
        for (ArrivalRun.Machine machine : machines) {
            counts.merge(machine.vmClass(), count(machine), ArrivalFigures.Count::plus);
        }
        int used = 0;
        double consumed = 0;
        double stranded = 0;
        double memory = 0;
        for (int gpu = 0; gpu < layouts.length; gpu++) {
            GpuGeometry geometry = hosts.get(hostOf[gpu]).geometry().orElseThrow();
            memory += geometry.memoryMib() / 1024.0;
            LayoutTable table = tables[gpu];
            if (table != null) {
                used++;
                consumed += geometry.gib(table.scheme(), usedUnits[gpu]);
                stranded += geometry.gib(table.scheme(), table.stranded(layouts[gpu], simulation.wanted()));
            }
        }
        int hostsUsed = 0;
        for (int on : machinesOn) {
            hostsUsed += on > 0 ? 1 : 0;
        }
        return new ArrivalFigures(counts, used, hostsUsed, consumed, stranded, memory);
    }

    private static ArrivalFigures.Count count(ArrivalRun.Machine machine) {
        return switch (machine) {
            case ArrivalRun.Machine.Running running -> new ArrivalFigures.Count(1, 0, 0);
            case ArrivalRun.Machine.Gone gone -> new ArrivalFigures.Count(0, 1, 0);
            case ArrivalRun.Machine.Refused refused -> new ArrivalFigures.Count(0, 0, 1);
        };
    }
}
