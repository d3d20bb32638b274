package org.sizewright.placement.arrival;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.GpuLayout;
import org.sizewright.placement.GpuLinks;
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

    /** A share of a GPU and what each group offers it, null for nothing. */
    private record Share(GpuNeed need, @Nullable Offer[] offers) {}

    /** A class and the shares of GPUs that it takes. */
    private record Kind(VmClass vm, List<Share> shares) {
        int gpus() {
            return shares.size();
        }
    }

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
    private final int[] freeNics;
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
        freeNics = new int[hosts.size()];
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
                freeNics[host] = spec.countedNics();
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
        return new Kind(
                vm, vm.gpu().shares().stream().map(need -> share(need, groups)).toList());
    }

    private Share share(GpuNeed need, List<HostGroupSpec> groups) {
        @Nullable Offer[] offers = new Offer[groups.size()];
        for (int group = 0; group < offers.length; group++) {
            Optional<LayoutTable> table = simulation.table(groups.get(group).host(), need);
            if (table.isPresent()) {
                int profile = table.get().profile(need.profile());
                offers[group] = profile == NONE ? null : new Offer(table.get(), profile);
            }
        }
        return new Share(need, offers);
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
                if (isOpen(hostOf[gpu], kind) && hasRoom(gpu, kind.shares().getFirst())) {
                    GpuSlot slot = take(kind.shares().getFirst(), gpu);
                    return Optional.of(occupy(kind, number, hostOf[gpu], List.of(slot)));
                }
            }
            return Optional.empty();
        }
        for (int i = 1; i <= hosts.size(); i++) {
            int host = (lastHost + i) % hosts.size();
            if (isOpen(host, kind)) {
                List<GpuSlot> slots = choose(host, kind);
                if (slots.size() == kind.gpus()) {
                    return Optional.of(occupy(kind, number, host, slots));
                }
                slots.forEach(slot -> giveBack(host, slot));
            }
        }
        return Optional.empty();
    }

    private boolean isOpen(int host, Kind kind) {
        return freeVcpu[host] >= kind.vm().vcpu()
                && freeMemory[host] >= kind.vm().memoryGib()
                && freeNics[host] >= hosts.get(host).nicsOf(kind.vm().gpu())
                && (kind.vm().labels().isEmpty()
                        || hosts.get(host).labels().containsAll(kind.vm().labels()));
    }

    /** Takes the shares of the machine one after the other; fewer than it needs where there is no room. */
    private List<GpuSlot> choose(int host, Kind kind) {
        List<GpuSlot> chosen = new ArrayList<>();
        if (kind.vm().gpu() instanceof GpuNeed.Whole whole) {
            for (int gpu : wholeGpus(host, whole)) {
                chosen.add(take(kind.shares().getFirst(), firstGpu[host] + gpu));
            }
            return chosen;
        }
        for (Share share : kind.shares()) {
            int gpu = choose(host, share);
            if (gpu == NONE) {
                break;
            }
            chosen.add(take(share, gpu));
        }
        return chosen;
    }

    /** GPUs of the host by their numbers on it: a group where links join so many, else the first that are free. */
    private List<Integer> wholeGpus(int host, GpuNeed.Whole whole) {
        BitSet free = new BitSet();
        for (int gpu = firstGpu[host]; gpu < firstGpu[host + 1]; gpu++) {
            free.set(gpu - firstGpu[host], tables[gpu] == null);
        }
        GpuLinks links = hosts.get(host).links();
        if (!links.allows(whole) || free.cardinality() < whole.gpus()) {
            return List.of();
        }
        return links.joins(whole) ? links.group(free, whole.gpus()) : links.loose(free, whole.gpus());
    }

    /** The GPU of the host for one share. Of equals the one with the lowest number. */
    private int choose(int host, Share share) {
        int best = NONE;
        for (int gpu = firstGpu[host]; gpu < firstGpu[host + 1]; gpu++) {
            if (hasRoom(gpu, share) && (best == NONE || isBetter(gpu, best))) {
                best = gpu;
            }
        }
        return best;
    }

    private boolean isBetter(int gpu, int best) {
        return simulation.choice() == GpuChoice.LEAST_FREE
                ? usedUnits[gpu] > usedUnits[best]
                : machinesOf[gpu] < machinesOf[best];
    }

    private boolean hasRoom(int gpu, Share share) {
        Offer offer = share.offers()[groupOf[hostOf[gpu]]];
        return offer != null
                && (tables[gpu] == null || tables[gpu] == offer.table())
                && offer.table().start(layouts[gpu], offer.profile()) != NONE;
    }

    /** Lays a share on a GPU that has room for it. */
    private GpuSlot take(Share share, int gpu) {
        int host = hostOf[gpu];
        Offer offer = Objects.requireNonNull(share.offers()[groupOf[host]]);
        int start = offer.table().start(layouts[gpu], offer.profile());
        set(gpu, offer.table(), offer.table().next(layouts[gpu], offer.profile()), 1);
        return new GpuSlot(
                gpu - firstGpu[host],
                offer.table().scheme().mode(),
                share.need().profile(),
                start);
    }

    private void giveBack(int host, GpuSlot slot) {
        int gpu = firstGpu[host] + slot.gpu();
        LayoutTable table = tables[gpu];
        if (table != null) {
            set(gpu, table, table.without(layouts[gpu], slot.start()), -1);
        }
    }

    private PlacedVm occupy(Kind kind, int number, int host, List<GpuSlot> slots) {
        if (!slots.isEmpty()) {
            lastGpu = firstGpu[host] + slots.getLast().gpu();
        }
        // a machine without a GPU takes its host's turn too
        lastHost = host;
        freeVcpu[host] -= kind.vm().vcpu();
        freeMemory[host] -= kind.vm().memoryGib();
        freeNics[host] -= hosts.get(host).nicsOf(kind.vm().gpu());
        machinesOn[host]++;
        return new PlacedVm(kind.vm().id(), number, host, slots);
    }

    private void leave(int number) {
        if (number < machines.size() && machines.get(number) instanceof ArrivalRun.Machine.Running running) {
            PlacedVm place = running.place();
            place.gpus().forEach(slot -> giveBack(place.host(), slot));
            VmClass vm = simulation.problem().vm(place.vmClass());
            freeVcpu[place.host()] += vm.vcpu();
            freeMemory[place.host()] += vm.memoryGib();
            freeNics[place.host()] += hosts.get(place.host()).nicsOf(vm.gpu());
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
