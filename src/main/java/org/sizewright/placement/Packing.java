package org.sizewright.placement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;

/**
 * Hosts while they are being filled, first fit: each machine goes to the first host that has room. Room only shrinks, so a
 * class that did not fit on a host is never tried there again.
 */
final class Packing {
    /** One machine that asks for a place. */
    record Item(int vmClass, int number) {}

    /** How a GPU is opened for a time-sliced vGPU where the policy leaves the choice. */
    enum Opening {
        WHAT_PAYS,
        EQUAL_SIZE,
        MIXED_SIZE
    }

    private final Cluster cluster;
    private final boolean breadthFirst;
    private final int[] freeVcpu;
    private final int[] freeMemory;
    private final int[] freeNics;
    private final int[][] gpus;
    private final boolean[] closed;
    private final int[] firstHost;

    Packing(Cluster cluster) {
        this.cluster = cluster;
        breadthFirst = cluster.problem.policy().assignment() == Policy.Assignment.PERFORMANCE;
        int hosts = cluster.hosts.size();
        freeVcpu = new int[hosts];
        freeMemory = new int[hosts];
        freeNics = new int[hosts];
        gpus = new int[hosts][];
        closed = new boolean[hosts];
        firstHost = new int[cluster.problem.vms().size()];
        for (int host = 0; host < hosts; host++) {
            HostSpec spec = cluster.hosts.get(host);
            freeVcpu[host] = spec.vcpu();
            freeMemory[host] = spec.usableMemoryGib();
            freeNics[host] = spec.countedNics();
            gpus[host] = new int[spec.gpus()];
        }
    }

    private Packing(Packing from) {
        cluster = from.cluster;
        breadthFirst = from.breadthFirst;
        freeVcpu = from.freeVcpu.clone();
        freeMemory = from.freeMemory.clone();
        freeNics = from.freeNics.clone();
        gpus = new int[from.gpus.length][];
        for (int host = 0; host < gpus.length; host++) {
            gpus[host] = from.gpus[host].clone();
        }
        closed = from.closed.clone();
        firstHost = from.firstHost.clone();
    }

    Packing copy() {
        return new Packing(this);
    }

    Cluster cluster() {
        return cluster;
    }

    /** Takes a host out of the choice. */
    void close(int host) {
        closed[host] = true;
    }

    /** Puts machines where they already are, in their given slots. The places must be allowed. */
    void occupy(Collection<PlacedVm> vms) {
        Map<Integer, Map<Integer, GpuLayout>> layouts = new HashMap<>();
        for (PlacedVm placed : vms) {
            int host = placed.host();
            take(host, cluster.problem.vm(placed.vmClass()));
            for (GpuSlot slot : placed.gpus()) {
                layouts.computeIfAbsent(host, key -> new HashMap<>())
                        .merge(
                                slot.gpu(),
                                startLayout(host, slot).place(slot.profile(), slot.start()),
                                (old, added) -> old.place(slot.profile(), slot.start()));
            }
        }
        layouts.forEach((host, byGpu) -> byGpu.forEach((gpu, layout) ->
                gpus[host][gpu] = cluster.moves(host).orElseThrow().stateOf(layout)));
    }

    /** Whether a machine fits exactly there. */
    boolean isFree(PlacedVm placed) {
        int host = placed.host();
        VmClass vm = cluster.problem.vm(placed.vmClass());
        if (closed[host]
                || !hasRoomBesideGpus(host, vm)
                || vm.gpu() instanceof GpuNeed.Whole whole
                        && !cluster.hosts.get(host).links().accepts(whole, placed.gpus())) {
            return false;
        }
        Map<Integer, GpuLayout> after = new HashMap<>();
        for (GpuSlot slot : placed.gpus()) {
            Optional<GpuLayout> before =
                    Optional.ofNullable(after.get(slot.gpu())).or(() -> layout(host, slot));
            if (before.filter(old -> old.scheme().mode() == slot.mode() && old.canPlace(slot.profile(), slot.start()))
                    .isEmpty()) {
                return false;
            }
            after.put(slot.gpu(), before.get().place(slot.profile(), slot.start()));
        }
        return true;
    }

    /** Whether a machine still fits exactly where it was; takes the place if so. */
    boolean putBack(PlacedVm placed) {
        if (!isFree(placed)) {
            return false;
        }
        int host = placed.host();
        take(host, cluster.problem.vm(placed.vmClass()));
        for (GpuSlot slot : placed.gpus()) {
            GpuLayout next = layout(host, slot).orElseThrow().place(slot.profile(), slot.start());
            gpus[host][slot.gpu()] = cluster.moves(host).orElseThrow().stateOf(next);
        }
        return true;
    }

    /** Places the items in this order and returns those that found a place, one entry per item. */
    List<Optional<PlacedVm>> fill(List<Item> items, Opening opening) {
        int[] toCome = new int[cluster.needCount()];
        for (Item item : items) {
            for (int need : cluster.needs(item.vmClass())) {
                toCome[need]++;
            }
        }
        List<Optional<PlacedVm>> result = new ArrayList<>(items.size());
        for (Item item : items) {
            result.add(place(item, opening, toCome));
            for (int need : cluster.needs(item.vmClass())) {
                toCome[need]--;
            }
        }
        return result;
    }

    /**
     * Places an item on that host; empty if it has no room.
     *
     * @param toCome how many of each share are still to be placed, by number of the share
     */
    Optional<PlacedVm> placeOn(int host, Item item, Opening opening, int[] toCome) {
        VmClass vm = cluster.vm(item.vmClass());
        if (closed[host]
                || !hasRoomBesideGpus(host, vm)
                || !cluster.hosts.get(host).labels().containsAll(vm.labels())) {
            return Optional.empty();
        }
        Optional<List<GpuSlot>> slots = takeGpus(host, item.vmClass(), opening, toCome);
        slots.ifPresent(taken -> take(host, vm));
        return slots.map(taken -> new PlacedVm(vm.id(), item.number(), host, taken));
    }

    private boolean hasRoomBesideGpus(int host, VmClass vm) {
        return freeVcpu[host] >= vm.vcpu()
                && freeMemory[host] >= vm.memoryGib()
                && freeNics[host] >= cluster.hosts.get(host).nicsOf(vm.gpu());
    }

    /** What a machine takes of its host beside GPUs. */
    private void take(int host, VmClass vm) {
        freeVcpu[host] -= vm.vcpu();
        freeMemory[host] -= vm.memoryGib();
        freeNics[host] -= cluster.hosts.get(host).nicsOf(vm.gpu());
    }

    /** How the GPU is shared; empty while nothing lies on it. */
    Optional<PartitionMode> mode(int host, int gpu) {
        int state = gpus[host][gpu];
        return state == GpuMoves.UNTOUCHED
                ? Optional.empty()
                : Optional.of(cluster.moves(host).orElseThrow().mode(state));
    }

    boolean isClosed(int host) {
        return closed[host];
    }

    boolean isUntouched(int host) {
        HostSpec spec = cluster.hosts.get(host);
        return !closed[host]
                && freeVcpu[host] == spec.vcpu()
                && freeMemory[host] == spec.usableMemoryGib()
                && untouchedGpus(host) == spec.gpus();
    }

    int freeVcpu(int host) {
        return freeVcpu[host];
    }

    int freeMemory(int host) {
        return freeMemory[host];
    }

    int freeNics(int host) {
        return freeNics[host];
    }

    int untouchedGpus(int host) {
        int untouched = 0;
        for (int state : gpus[host]) {
            if (state == GpuMoves.UNTOUCHED) {
                untouched++;
            }
        }
        return untouched;
    }

    /** Whether the GPUs of the host have room for one more of the class, whatever its processors and memory say. */
    boolean gpusHaveRoom(int host, int vmClass) {
        return switch (cluster.vm(vmClass).gpu()) {
            case GpuNeed.None none -> true;
            case GpuNeed.Whole whole -> wholeGpus(host, whole).size() == whole.gpus();
            case GpuNeed.Fraction fraction -> chooseGpu(host, cluster.needs(vmClass)[0], false) >= 0;
            case GpuNeed.Several several -> {
                int[] before = gpus[host].clone();
                boolean room = takeSlices(host, vmClass, Opening.MIXED_SIZE, new int[cluster.needCount()])
                        .isPresent();
                gpus[host] = before;
                yield room;
            }
        };
    }

    /** @param toCome how many of each share are still to be placed, by number of the share */
    private Optional<PlacedVm> place(Item item, Opening opening, int[] toCome) {
        for (int host = firstHost[item.vmClass()]; host < gpus.length; host++) {
            Optional<PlacedVm> placed = placeOn(host, item, opening, toCome);
            if (placed.isPresent()) {
                firstHost[item.vmClass()] = host;
                return placed;
            }
        }
        firstHost[item.vmClass()] = gpus.length;
        return Optional.empty();
    }

    private Optional<List<GpuSlot>> takeGpus(int host, int vmClass, Opening opening, int[] toCome) {
        return switch (cluster.vm(vmClass).gpu()) {
            case GpuNeed.None none -> Optional.of(List.of());
            case GpuNeed.Whole whole -> takeWhole(host, whole);
            case GpuNeed.Fraction fraction -> takeSlices(host, vmClass, opening, toCome);
            case GpuNeed.Several several -> takeSlices(host, vmClass, opening, toCome);
        };
    }

    private Optional<List<GpuSlot>> takeWhole(int host, GpuNeed.Whole whole) {
        List<Integer> chosen = wholeGpus(host, whole);
        if (chosen.size() < whole.gpus()) {
            return Optional.empty();
        }
        List<GpuSlot> slots = new ArrayList<>(chosen.size());
        for (int gpu : chosen) {
            gpus[host][gpu] = GpuMoves.WHOLE;
            slots.add(new GpuSlot(gpu, PartitionScheme.full().mode(), PartitionScheme.WHOLE, 0));
        }
        return Optional.of(slots);
    }

    /** The GPUs for a machine with whole ones; fewer than it needs where there is no room. */
    private List<Integer> wholeGpus(int host, GpuNeed.Whole whole) {
        GpuLinks links = cluster.hosts.get(host).links();
        if (untouchedGpus(host) < whole.gpus() || !links.allows(whole)) {
            return List.of();
        }
        return links.joins(whole)
                ? links.group(untouched(host), whole.gpus())
                : links.loose(untouched(host), whole.gpus());
    }

    private BitSet untouched(int host) {
        BitSet free = new BitSet();
        for (int gpu = 0; gpu < gpus[host].length; gpu++) {
            free.set(gpu, gpus[host][gpu] == GpuMoves.UNTOUCHED);
        }
        return free;
    }

    /** The shares of a machine one after the other; none is taken where not all have room. */
    private Optional<List<GpuSlot>> takeSlices(int host, int vmClass, Opening opening, int[] toCome) {
        int[] needs = cluster.needs(vmClass);
        if (needs.length == 1) {
            return takeSlice(host, needs[0], opening, toCome[needs[0]]).map(List::of);
        }
        // a large share may have one start only, which a small one before it takes
        return inOrder(host, needs, opening, toCome).or(() -> inOrder(host, reversed(needs), opening, toCome));
    }

    /** Each share beside those before it; nothing is taken if one finds no room. */
    private Optional<List<GpuSlot>> inOrder(int host, int[] needs, Opening opening, int[] toCome) {
        int[] before = gpus[host].clone();
        List<GpuSlot> slots = new ArrayList<>();
        for (int need : needs) {
            Optional<GpuSlot> slot = takeSlice(host, need, opening, toCome[need]);
            if (slot.isEmpty()) {
                gpus[host] = before;
                return Optional.empty();
            }
            slots.add(slot.get());
        }
        return Optional.of(slots);
    }

    private static int[] reversed(int[] needs) {
        return IntStream.range(0, needs.length)
                .map(i -> needs[needs.length - 1 - i])
                .toArray();
    }

    private Optional<GpuSlot> takeSlice(int host, int need, Opening opening, int toCome) {
        Optional<GpuMoves> offered = cluster.moves(host);
        if (offered.isEmpty()) {
            return Optional.empty();
        }
        GpuMoves moves = offered.get();
        boolean equalSize = switch (opening) {
            case EQUAL_SIZE -> true;
            case MIXED_SIZE -> false;
            case WHAT_PAYS -> moves.equalSizePays(need, toCome);
        };
        int gpu = chooseGpu(host, need, equalSize);
        if (gpu < 0) {
            return Optional.empty();
        }
        int before = gpus[host][gpu];
        int after = moves.next(before, need, equalSize);
        gpus[host][gpu] = after;
        return Optional.of(new GpuSlot(
                gpu, moves.mode(after), cluster.need(need).profile(), moves.start(before, need, equalSize)));
    }

    /** The GPU for one more slice: fewest machines first, or fullest first; -1 if none has room. */
    private int chooseGpu(int host, int need, boolean equalSize) {
        Optional<GpuMoves> offered = cluster.moves(host);
        if (offered.isEmpty()) {
            return -1;
        }
        GpuMoves moves = offered.get();
        GpuLinks links = cluster.hosts.get(host).links();
        // where GPUs are joined, only the one that breaks up the smallest free group is opened
        int opened = links.largest() == 1
                ? -1
                : links.loose(untouched(host), 1).stream().findFirst().orElse(-1);
        int best = -1;
        int bestRank = Integer.MAX_VALUE;
        for (int gpu = 0; gpu < gpus[host].length; gpu++) {
            int state = gpus[host][gpu];
            if (opened >= 0 && gpu != opened && state == GpuMoves.UNTOUCHED) {
                continue;
            }
            if (moves.next(state, need, equalSize) != GpuMoves.NONE) {
                int rank = breadthFirst ? moves.parts(state) : moves.freeShare(state);
                if (rank < bestRank) {
                    best = gpu;
                    bestRank = rank;
                }
            }
        }
        return best;
    }

    private GpuLayout startLayout(int host, GpuSlot slot) {
        return GpuLayout.empty(cluster.hosts
                .get(host)
                .geometry()
                .flatMap(geometry -> geometry.scheme(slot.mode()))
                .orElseThrow());
    }

    /** The layout of the GPU if the slot's mode is possible there. */
    private Optional<GpuLayout> layout(int host, GpuSlot slot) {
        int state = gpus[host][slot.gpu()];
        if (state == GpuMoves.UNTOUCHED) {
            return Optional.of(startLayout(host, slot));
        }
        return Optional.of(cluster.moves(host).orElseThrow().layout(state))
                .filter(layout -> layout.scheme().mode() == slot.mode());
    }
}
