package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;

/**
 * Hosts while they are being filled for all slots of a week at once, first fit: a machine goes to the first host that has room for
 * it in every slot in which it runs, and to one place there. Machines that never run together may have the same place.
 */
final class WeekPacking {
    private static final GpuLayout UNTOUCHED = GpuLayout.empty(PartitionScheme.full());

    private record Part(String vmClass, int part, int host) {}

    private final WeekProblem week;
    private final int[][] slotsOf;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<HostSpec> hosts;
    private final boolean breadthFirst;
    private final int[][] freeVcpu;
    private final int[][] freeMemory;
    private final int[][] freeNics;
    private final GpuLayout[][][] gpus;
    private final boolean[] closed;
    private final int[] firstHost;
    private final Set<Part> parts = new HashSet<>();
    private final Map<PartitionMode, Set<String>> wanted;

    /**
     * Empty hosts.
     *
     * @param slotsOf the slots in which each class runs, by its number
     * @param closed hosts that take nothing
     */
    WeekPacking(WeekProblem week, int[][] slotsOf, Collection<Integer> closed) {
        this.week = week;
        this.slotsOf = slotsOf;
        hosts = week.all().hosts();
        breadthFirst = week.all().policy().assignment() == Policy.Assignment.PERFORMANCE;
        int slots = week.slots();
        freeVcpu = new int[slots][hosts.size()];
        freeMemory = new int[slots][hosts.size()];
        freeNics = new int[slots][hosts.size()];
        gpus = new GpuLayout[slots][hosts.size()][];
        this.closed = new boolean[hosts.size()];
        closed.forEach(host -> this.closed[host] = true);
        firstHost = new int[week.all().vms().size()];
        for (int slot = 0; slot < slots; slot++) {
            for (int host = 0; host < hosts.size(); host++) {
                freeVcpu[slot][host] = hosts.get(host).vcpu();
                freeMemory[slot][host] = hosts.get(host).usableMemoryGib();
                freeNics[slot][host] = hosts.get(host).countedNics();
                gpus[slot][host] = new GpuLayout[hosts.get(host).gpus()];
                Arrays.fill(gpus[slot][host], UNTOUCHED);
            }
        }
        for (VmClass vm : week.all().vms()) {
            numbers.put(vm.id(), numbers.size());
        }
        wanted = GpuNeed.profiles(week.all().vms().stream().map(VmClass::gpu).toList());
    }

    /** Puts a machine where it is already, in all slots in which it runs. The place must be free in all of them. */
    void occupy(PlacedVm placed) {
        VmClass vm = week.all().vm(placed.vmClass());
        take(vm, placed);
    }

    /** Whether the place is free in all slots in which the machine runs. */
    boolean isFree(PlacedVm placed) {
        VmClass vm = week.all().vm(placed.vmClass());
        int[] slots = slotsOf[numbers.getOrDefault(vm.id(), 0)];
        if (closed[placed.host()] || !hasRoom(vm, placed.host(), slots)) {
            return false;
        }
        for (int slot : slots) {
            GpuLayout[] after = gpus[slot][placed.host()].clone();
            for (GpuSlot share : placed.gpus()) {
                GpuLayout layout = after[share.gpu()];
                GpuLayout base = isUntouched(layout) ? GpuLayout.empty(scheme(placed.host(), share.mode())) : layout;
                if (base.scheme().mode() != share.mode() || !base.canPlace(share.profile(), share.start())) {
                    return false;
                }
                after[share.gpu()] = base.place(share.profile(), share.start());
            }
        }
        return true;
    }

    /** A place for the machine; empty if no host has room in all slots in which it runs. */
    Optional<PlacedVm> place(int vmClass, int number) {
        VmClass vm = week.all().vms().get(vmClass);
        int[] slots = slotsOf[vmClass];
        if (vm.copies() > 1) {
            Optional<PlacedVm> apart = place(vm, number, slots, 0, true);
            return apart.isPresent() ? apart : place(vm, number, slots, 0, false);
        }
        Optional<PlacedVm> found = place(vm, number, slots, firstHost[vmClass], false);
        firstHost[vmClass] = found.map(PlacedVm::host).orElse(hosts.size());
        return found;
    }

    private Optional<PlacedVm> place(VmClass vm, int number, int[] slots, int from, boolean apart) {
        for (int host = from; host < hosts.size(); host++) {
            if (closed[host]
                    || !hosts.get(host).labels().containsAll(vm.labels())
                    || !hasRoom(vm, host, slots)
                    || (apart && parts.contains(new Part(vm.id(), vm.part(number), host)))) {
                continue;
            }
            Optional<List<GpuSlot>> share = share(vm.gpu(), host, slots);
            if (share.isPresent()) {
                PlacedVm placed = new PlacedVm(vm.id(), number, host, share.get());
                take(vm, placed);
                return Optional.of(placed);
            }
        }
        return Optional.empty();
    }

    private boolean hasRoom(VmClass vm, int host, int[] slots) {
        for (int slot : slots) {
            if (freeVcpu[slot][host] < vm.vcpu()
                    || freeMemory[slot][host] < vm.memoryGib()
                    || freeNics[slot][host] < hosts.get(host).nicsOf(vm.gpu())) {
                return false;
            }
        }
        return true;
    }

    private void take(VmClass vm, PlacedVm placed) {
        for (int slot : slotsOf[numbers.getOrDefault(vm.id(), 0)]) {
            freeVcpu[slot][placed.host()] -= vm.vcpu();
            freeMemory[slot][placed.host()] -= vm.memoryGib();
            freeNics[slot][placed.host()] -= hosts.get(placed.host()).nicsOf(vm.gpu());
            for (GpuSlot share : placed.gpus()) {
                lay(slot, placed.host(), share);
            }
        }
        parts.add(new Part(vm.id(), vm.part(placed.number()), placed.host()));
    }

    private void lay(int slot, int host, GpuSlot share) {
        GpuLayout before = gpus[slot][host][share.gpu()];
        GpuLayout base = isUntouched(before) ? GpuLayout.empty(scheme(host, share.mode())) : before;
        gpus[slot][host][share.gpu()] = base.place(share.profile(), share.start());
    }

    private Optional<List<GpuSlot>> share(GpuNeed need, int host, int[] slots) {
        return switch (need) {
            case GpuNeed.None none -> Optional.of(List.of());
            case GpuNeed.Whole whole -> whole(whole, host, slots);
            case GpuNeed.Fraction fraction ->
                slice(fraction, fraction.profile(), host, slots).map(List::of);
            case GpuNeed.Several several -> slices(several, host, slots);
        };
    }

    /** A large share may have one start only, which a small one before it takes. */
    private Optional<List<GpuSlot>> slices(GpuNeed.Several several, int host, int[] slots) {
        return inOrder(several.parts(), host, slots)
                .or(() -> inOrder(several.parts().reversed(), host, slots));
    }

    /** The shares one after the other, each beside those before it; the hosts stay as they are. */
    private Optional<List<GpuSlot>> inOrder(List<GpuNeed.Fraction> parts, int host, int[] slots) {
        GpuLayout[][] before = new GpuLayout[slots.length][];
        for (int i = 0; i < slots.length; i++) {
            before[i] = gpus[slots[i]][host].clone();
        }
        List<GpuSlot> found = new ArrayList<>();
        for (GpuNeed.Fraction part : parts) {
            Optional<GpuSlot> share = slice(part, part.profile(), host, slots);
            if (share.isEmpty()) {
                break;
            }
            found.add(share.get());
            for (int slot : slots) {
                lay(slot, host, share.get());
            }
        }
        for (int i = 0; i < slots.length; i++) {
            gpus[slots[i]][host] = before[i];
        }
        return found.size() == parts.size() ? Optional.of(found) : Optional.empty();
    }

    /** GPUs that are free whenever the machine runs; those that others use at other times first. */
    private Optional<List<GpuSlot>> whole(GpuNeed.Whole whole, int host, int[] slots) {
        GpuLinks links = hosts.get(host).links();
        int count = whole.gpus();
        List<Integer> free = new ArrayList<>();
        for (int gpu = 0; gpu < hosts.get(host).gpus(); gpu++) {
            if (isUntouched(gpu, host, slots)) {
                free.add(gpu);
            }
        }
        if (free.size() < count || !links.allows(whole)) {
            return Optional.empty();
        }
        if (links.joins(whole)) {
            BitSet untouched = new BitSet();
            free.forEach(untouched::set);
            free = links.group(untouched, count);
            if (free.isEmpty()) {
                return Optional.empty();
            }
        }
        free.sort(
                Comparator.comparingInt((Integer gpu) -> -usedAtAll(gpu, host)).thenComparingInt(gpu -> gpu));
        return Optional.of(free.subList(0, count).stream()
                .sorted()
                .map(gpu -> new GpuSlot(gpu, PartitionMode.FULL, PartitionScheme.WHOLE, 0))
                .toList());
    }

    private Optional<GpuSlot> slice(GpuNeed need, String profile, int host, int[] slots) {
        Optional<GpuSlot> best = Optional.empty();
        long bestRank = Long.MAX_VALUE;
        for (int gpu = 0; gpu < hosts.get(host).gpus(); gpu++) {
            Optional<PartitionScheme> scheme = scheme(need, profile, gpu, host, slots);
            if (scheme.isEmpty()) {
                continue;
            }
            long rank = rank(gpu, host, slots);
            if (rank < bestRank) {
                OptionalInt start = start(scheme.get(), profile, gpu, host, slots);
                if (start.isPresent()) {
                    bestRank = rank;
                    best = Optional.of(new GpuSlot(gpu, scheme.get().mode(), profile, start.getAsInt()));
                }
            }
        }
        return best;
    }

    /** The scheme that the GPU has in all these slots, or may still take. */
    private Optional<PartitionScheme> scheme(GpuNeed need, String profile, int gpu, int host, int[] slots) {
        Optional<PartitionScheme> common = Optional.empty();
        for (int slot : slots) {
            GpuLayout layout = gpus[slot][host][gpu];
            if (!isUntouched(layout)) {
                if (common.isPresent() && common.get().mode() != layout.scheme().mode()) {
                    return Optional.empty();
                }
                common = Optional.of(layout.scheme());
            }
        }
        List<PartitionScheme> offered = hosts.get(host).geometry().stream()
                .flatMap(geometry ->
                        GpuMoves.schemes(geometry, week.all().policy().vgpuMode(), need, true).stream())
                .filter(scheme -> scheme.slice(profile).isPresent())
                .toList();
        if (common.isEmpty()) {
            return offered.stream().findFirst();
        }
        return common.filter(offered::contains);
    }

    /** Fullest first, or the one with the fewest machines; among equals, one that others use at other times. */
    private long rank(int gpu, int host, int[] slots) {
        long rank = 0;
        for (int slot : slots) {
            GpuLayout layout = gpus[slot][host][gpu];
            rank += breadthFirst
                    ? layout.parts().size()
                    : layout.freeUnits() * 1000L / layout.scheme().units();
        }
        return rank * 1000 - usedAtAll(gpu, host);
    }

    /** The start that strands least in the slot with the least room, if it is free in all; else the first that is. */
    private OptionalInt start(PartitionScheme scheme, String profile, int gpu, int host, int[] slots) {
        List<Integer> common = new ArrayList<>(GpuLayout.empty(scheme).freeStarts(profile));
        GpuLayout fullest = GpuLayout.empty(scheme);
        for (int slot : slots) {
            GpuLayout layout = gpus[slot][host][gpu];
            if (!isUntouched(layout)) {
                common.retainAll(layout.freeStarts(profile));
                if (layout.freeUnits() < fullest.freeUnits()) {
                    fullest = layout;
                }
            }
        }
        if (common.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt best = fullest.bestStart(profile, wanted.getOrDefault(scheme.mode(), Set.of()));
        return best.isPresent() && common.contains(best.getAsInt()) ? best : OptionalInt.of(common.getFirst());
    }

    private int usedAtAll(int gpu, int host) {
        int used = 0;
        for (GpuLayout[][] slot : gpus) {
            used += isUntouched(slot[host][gpu]) ? 0 : 1;
        }
        return used;
    }

    private boolean isUntouched(int gpu, int host, int[] slots) {
        for (int slot : slots) {
            if (!isUntouched(gpus[slot][host][gpu])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUntouched(GpuLayout layout) {
        return layout.parts().isEmpty();
    }

    private PartitionScheme scheme(int host, PartitionMode mode) {
        return hosts.get(host)
                .geometry()
                .flatMap(geometry -> geometry.scheme(mode))
                .orElseThrow();
    }
}
