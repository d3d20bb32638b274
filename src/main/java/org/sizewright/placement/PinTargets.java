package org.sizewright.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;

/**
 * Where a machine that has a place could be pinned while all others stay where they are, in every slot of the week in which it runs.
 * Worked out once for all GPUs, so that nothing is left to do while somebody drags.
 */
public final class PinTargets {
    /**
     * A GPU, or a host for a machine without one.
     *
     * @param host number of the host, from 0
     * @param gpu number of the GPU on its host, from 0; -1 for the host as a whole
     * @param pin the pin that puts the machine there; empty if it cannot be
     * @param reason why not, as a sentence; empty if it can
     */
    public record Target(int host, int gpu, Optional<PinnedVm> pin, String reason) {}

    private final PlacementProblem problem;
    private final IntFunction<String> hostName;
    private final VmClass vm;
    private final int number;
    private final List<Packing> packings;
    private final List<List<Target>> byHost = new ArrayList<>();

    private PinTargets(
            PlacementProblem problem, IntFunction<String> hostName, VmClass vm, int number, List<Packing> packings) {
        this.problem = problem;
        this.hostName = hostName;
        this.vm = vm;
        this.number = number;
        this.packings = packings;
        for (int host = 0; host < problem.hostCount(); host++) {
            byHost.add(targets(host));
        }
    }

    /** For the machine of that class and number, wherever it is now. */
    public static PinTargets of(ClusterPlacement placed, String vmClass, int number) {
        List<Packing> packings = placed.week()
                .map(week -> week.slots().stream()
                        .filter(slot -> slot.problem().vms().stream()
                                .anyMatch(each -> each.id().equals(vmClass)))
                        .map(slot -> without(slot.problem(), slot.placement(), vmClass, number))
                        .toList())
                .orElseGet(() -> List.of(without(placed.problem(), placed.placement(), vmClass, number)));
        return new PinTargets(placed.problem(), placed::hostName, placed.whole().vm(vmClass), number, packings);
    }

    /** Of a problem whose hosts have numbers for names, from 1. */
    static PinTargets of(PlacementProblem problem, Placement placement, String vmClass, int number) {
        return new PinTargets(
                problem,
                host -> "host " + (host + 1),
                problem.vm(vmClass),
                number,
                List.of(without(problem, placement, vmClass, number)));
    }

    /** What the GPU says; for a machine without a GPU, what its host says. */
    public Target at(int host, int gpu) {
        List<Target> targets = byHost.get(host);
        return targets.get(Math.min(Math.max(0, gpu), targets.size() - 1));
    }

    /** Where the machine can go, by host and GPU. */
    public List<Target> open() {
        return byHost.stream()
                .flatMap(List::stream)
                .filter(target -> target.pin().isPresent())
                .toList();
    }

    private static Packing without(PlacementProblem problem, Placement placement, String vmClass, int number) {
        Packing packing = new Packing(new Cluster(problem));
        packing.occupy(placement.placed().stream()
                .filter(other -> !other.vmClass().equals(vmClass) || other.number() != number)
                .toList());
        return packing;
    }

    private List<Target> targets(int host) {
        HostSpec spec = problem.hosts().get(host);
        Optional<String> lacking = shortOf(host, spec);
        if (vm.gpu() instanceof GpuNeed.None) {
            return List.of(lacking.map(why -> refused(host, -1, why)).orElseGet(() -> open(host, -1, List.of())));
        }
        if (spec.gpus() == 0) {
            return List.of(refused(host, -1, hostName.apply(host) + " has no GPUs."));
        }
        List<Target> targets = new ArrayList<>();
        for (int gpu = 0; gpu < spec.gpus(); gpu++) {
            int tried = gpu;
            targets.add(lacking.map(why -> refused(host, tried, why)).orElseGet(() -> onGpu(host, spec, tried)));
        }
        return targets;
    }

    /** What the host lacks besides GPUs. */
    private Optional<String> shortOf(int host, HostSpec spec) {
        String name = hostName.apply(host);
        if (!spec.labels().containsAll(vm.labels())) {
            return Optional.of(name + " does not carry the labels that it needs.");
        }
        int vcpu = packings.stream()
                .mapToInt(packing -> packing.freeVcpu(host))
                .min()
                .orElse(0);
        if (vcpu < vm.vcpu()) {
            return Optional.of(name + " has " + vcpu + " vCPU free, and it needs " + vm.vcpu() + ".");
        }
        int memory = packings.stream()
                .mapToInt(packing -> packing.freeMemory(host))
                .min()
                .orElse(0);
        if (memory < vm.memoryGib()) {
            return Optional.of(name + " has " + memory + " GiB of memory free, and it needs " + vm.memoryGib() + ".");
        }
        int nics = packings.stream()
                .mapToInt(packing -> packing.freeNics(host))
                .min()
                .orElse(0);
        return nics < spec.nicsOf(vm.gpu())
                ? Optional.of(name + " has " + nics + (nics == 1 ? " network card" : " network cards")
                        + " beside GPUs free, and it needs " + spec.nicsOf(vm.gpu()) + ".")
                : Optional.empty();
    }

    private Target onGpu(int host, HostSpec spec, int gpu) {
        if (vm.gpu() instanceof GpuNeed.Whole whole && spec.links().joins(whole)) {
            return inGroup(host, spec, gpu, whole);
        }
        if (vm.gpu() instanceof GpuNeed.Whole whole && !spec.links().allows(whole)) {
            return refused(
                    host,
                    gpu,
                    hostName.apply(host) + " has no links that join " + whole.gpus()
                            + " GPUs, and it needs them joined.");
        }
        return fromHere(host, spec, gpu);
    }

    /** The one group of joined GPUs of that size in which this GPU lies. */
    private Target inGroup(int host, HostSpec spec, int gpu, GpuNeed.Whole whole) {
        int first = gpu / whole.gpus() * whole.gpus();
        int last = first + whole.gpus() - 1;
        List<GpuSlot> slots = IntStream.rangeClosed(first, last)
                .mapToObj(each -> new GpuSlot(each, PartitionMode.FULL, PartitionScheme.WHOLE, 0))
                .toList();
        String name = hostName.apply(host);
        if (last >= spec.gpus()) {
            return refused(host, gpu, name + ", GPU " + gpu + " is in no group of " + whole.gpus() + " joined GPUs.");
        }
        return isFree(host, slots)
                ? open(host, gpu, slots)
                : refused(
                        host,
                        gpu,
                        "GPUs " + first + (whole.gpus() == 2 ? " and " : " to ") + last + " of " + name
                                + " are joined, and it needs all of them; not all are free.");
    }

    /** This GPU and, for what it cannot take of several shares, the next ones of the host. */
    private Target fromHere(int host, HostSpec spec, int gpu) {
        List<GpuSlot> slots = new ArrayList<>();
        for (GpuNeed share : vm.gpu().shares()) {
            Optional<GpuSlot> next = Optional.empty();
            for (int i = 0; i < spec.gpus() && next.isEmpty(); i++) {
                next = on(host, spec, (gpu + i) % spec.gpus(), share, slots);
            }
            if (next.isEmpty() || slots.isEmpty() && next.get().gpu() != gpu) {
                return refused(host, gpu, why(host, spec, gpu, share, slots.size()));
            }
            slots.add(next.get());
        }
        return open(
                host,
                gpu,
                slots.stream()
                        .sorted(Comparator.comparingInt(GpuSlot::gpu).thenComparingInt(GpuSlot::start))
                        .toList());
    }

    private Optional<GpuSlot> on(int host, HostSpec spec, int gpu, GpuNeed share, List<GpuSlot> before) {
        for (PartitionScheme scheme : schemes(spec, share)) {
            for (int start : starts(scheme, share.profile())) {
                GpuSlot slot = new GpuSlot(gpu, scheme.mode(), share.profile(), start);
                List<GpuSlot> slots = new ArrayList<>(before);
                slots.add(slot);
                if (isFree(host, slots)) {
                    return Optional.of(slot);
                }
            }
        }
        return Optional.empty();
    }

    private List<PartitionScheme> schemes(HostSpec spec, GpuNeed share) {
        return spec.geometry().stream()
                .flatMap(geometry -> GpuMoves.schemes(geometry, problem.policy().vgpuMode(), share, true).stream())
                .toList();
    }

    /** Why the GPU does not take the share, or its host not the rest of several. */
    private String why(int host, HostSpec spec, int gpu, GpuNeed share, int found) {
        String where = hostName.apply(host) + ", GPU " + gpu;
        if (found > 0) {
            return hostName.apply(host) + " has room for " + found + " of its "
                    + vm.gpu().gpus() + " shares of GPUs beside what lies there.";
        }
        List<PartitionScheme> schemes = schemes(spec, share);
        if (schemes.isEmpty()) {
            return where + " does not offer " + share.words() + ".";
        }
        Set<PartitionMode> offered = new TreeSet<>();
        schemes.forEach(scheme -> offered.add(scheme.mode()));
        Optional<PartitionMode> other = packings.stream()
                .flatMap(packing -> packing.mode(host, gpu).stream())
                .filter(mode -> !offered.contains(mode))
                .findFirst();
        if (share instanceof GpuNeed.Whole) {
            return where + " is in use, and it needs the whole of it.";
        }
        return other.map(mode -> where + " is used as " + mode.words() + ", and " + share.words() + " is "
                        + schemes.getFirst().mode().words() + ".")
                .orElseGet(() ->
                        where + " has no room for " + share.words() + " beside what lies there. Move that first.");
    }

    /** The starts of the profile, the one that strands least on an empty GPU first. */
    private static List<Integer> starts(PartitionScheme scheme, String profile) {
        List<Integer> starts = new ArrayList<>();
        GpuLayout.empty(scheme).bestStart(profile, Set.of(profile)).ifPresent(starts::add);
        scheme.slice(profile).map(Slice::starts).orElse(List.of()).stream()
                .filter(start -> !starts.contains(start))
                .forEach(starts::add);
        return starts;
    }

    private boolean isFree(int host, List<GpuSlot> slots) {
        PlacedVm there = new PlacedVm(vm.id(), number, host, slots);
        return packings.stream().allMatch(packing -> packing.isFree(there));
    }

    private Target open(int host, int gpu, List<GpuSlot> slots) {
        int group = problem.groupOf(host);
        return new Target(
                host,
                gpu,
                Optional.of(new PinnedVm(vm.id(), number, group, host - problem.firstHost(group), slots)),
                "");
    }

    private static Target refused(int host, int gpu, String reason) {
        return new Target(host, gpu, Optional.empty(), reason);
    }
}
