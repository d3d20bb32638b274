package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.Policy.VgpuMode;
import org.sizewright.placement.VmClass;

/** Tries every place of every machine, one after the other, with the layouts of one GPU as the only rule. For a few machines. */
final class BruteForce {
    private final PlacementProblem problem;
    private final List<HostSpec> hosts;
    private final int[] vcpu;
    private final int[] memory;
    private final int[] nics;
    private final List<List<Optional<GpuLayout>>> gpus = new ArrayList<>();
    private final Set<String> dead = new HashSet<>();
    private final boolean linked;
    private int closed = -1;

    private BruteForce(PlacementProblem problem) {
        this.problem = problem;
        hosts = problem.hosts();
        linked = hosts.stream().anyMatch(host -> host.links().largest() > 1);
        vcpu = hosts.stream().mapToInt(HostSpec::vcpu).toArray();
        memory = hosts.stream().mapToInt(HostSpec::usableMemoryGib).toArray();
        nics = hosts.stream().mapToInt(BruteForce::cards).toArray();
        for (HostSpec host : hosts) {
            List<Optional<GpuLayout>> layouts = new ArrayList<>();
            for (int gpu = 0; gpu < host.gpus(); gpu++) {
                layouts.add(Optional.empty());
            }
            gpus.add(layouts);
        }
    }

    /** Whether all machines fit beside those that run and stay. */
    static boolean fits(PlacementProblem problem, List<PlacedVm> running) {
        return new BruteForce(problem).fits(running);
    }

    /** The same on the hosts that are left without one. */
    static boolean fitsWithout(PlacementProblem problem, int host, List<PlacedVm> running) {
        BruteForce force = new BruteForce(problem);
        force.closed = host;
        return force.fits(running);
    }

    private boolean fits(List<PlacedVm> running) {
        int[] toPlace = problem.vms().stream().mapToInt(VmClass::count).toArray();
        for (PlacedVm vm : running) {
            int vmClass = problem.vms().indexOf(problem.vm(vm.vmClass()));
            toPlace[vmClass]--;
            vcpu[vm.host()] -= problem.vm(vm.vmClass()).vcpu();
            memory[vm.host()] -= problem.vm(vm.vmClass()).memoryGib();
            nics[vm.host()] -= nics(vm.host(), problem.vm(vm.vmClass()));
            for (GpuSlot slot : vm.gpus()) {
                GpuLayout before = gpus.get(vm.host())
                        .get(slot.gpu())
                        .orElseGet(() -> GpuLayout.empty(hosts.get(vm.host())
                                .geometry()
                                .flatMap(geometry -> geometry.scheme(slot.mode()))
                                .orElseThrow()));
                gpus.get(vm.host()).set(slot.gpu(), Optional.of(before.place(slot.profile(), slot.start())));
            }
        }
        return place(toPlace);
    }

    /** The fewest hosts of the only group, counted up from none. */
    static int fewestHosts(PlacementProblem problem) {
        int hosts = 0;
        while (!fits(problem.withHosts(0, hosts), List.of())) {
            hosts++;
        }
        return hosts;
    }

    private boolean place(int[] toPlace) {
        int vmClass = 0;
        while (vmClass < toPlace.length && toPlace[vmClass] == 0) {
            vmClass++;
        }
        if (vmClass == toPlace.length) {
            return true;
        }
        if (isTooMuch(toPlace)) {
            return false;
        }
        String key = Arrays.toString(toPlace)
                + Arrays.toString(vcpu)
                + Arrays.toString(memory)
                + Arrays.toString(nics)
                + layouts();
        if (dead.contains(key)) {
            return false;
        }
        VmClass vm = problem.vms().get(vmClass);
        toPlace[vmClass]--;
        for (int host = 0; host < hosts.size(); host++) {
            if (host != closed
                    && vcpu[host] >= vm.vcpu()
                    && memory[host] >= vm.memoryGib()
                    && nics[host] >= nics(host, vm)
                    && hosts.get(host).labels().containsAll(vm.labels())) {
                vcpu[host] -= vm.vcpu();
                memory[host] -= vm.memoryGib();
                nics[host] -= nics(host, vm);
                boolean done = onGpus(host, vm.gpu(), toPlace);
                vcpu[host] += vm.vcpu();
                memory[host] += vm.memoryGib();
                nics[host] += nics(host, vm);
                if (done) {
                    return true;
                }
            }
        }
        toPlace[vmClass]++;
        dead.add(key);
        return false;
    }

    /** A machine's part of the cards is that of the GPUs, rounded up. */
    private int nics(int host, VmClass vm) {
        HostSpec spec = hosts.get(host);
        if (!(vm.gpu() instanceof GpuNeed.Whole whole)
                || !whole.nics()
                || spec.gpus() == 0
                || spec.nics().isEmpty()) {
            return 0;
        }
        return Math.max(1, Math.ceilDiv(whole.gpus() * cards(spec), spec.gpus()));
    }

    /** As many of the cards as can have equal numbers of GPUs beside them. */
    private static int cards(HostSpec spec) {
        int cards = Math.min(spec.nics().orElse(0), spec.gpus());
        while (cards > 1 && spec.gpus() % cards > 0) {
            cards--;
        }
        return cards;
    }

    /** More processors or memory than all hosts have left. */
    private boolean isTooMuch(int[] toPlace) {
        int wantedVcpu = 0;
        int wantedMemory = 0;
        for (int i = 0; i < toPlace.length; i++) {
            wantedVcpu += toPlace[i] * problem.vms().get(i).vcpu();
            wantedMemory += toPlace[i] * problem.vms().get(i).memoryGib();
        }
        return wantedVcpu > Arrays.stream(vcpu).sum()
                || wantedMemory > Arrays.stream(memory).sum();
    }

    private String layouts() {
        StringBuilder text = new StringBuilder();
        for (List<Optional<GpuLayout>> host : gpus) {
            List<String> names = new ArrayList<>(host.stream()
                    .map(layout -> layout.map(GpuLayout::toString).orElse("-"))
                    .toList());
            if (!linked) {
                names.sort(null);
            }
            text.append(names).append(';');
        }
        return text.toString();
    }

    private boolean onGpus(int host, GpuNeed need, int[] toPlace) {
        return switch (need) {
            case GpuNeed.None none -> place(toPlace);
            case GpuNeed.Whole whole -> whole(host, whole, toPlace);
            case GpuNeed.Fraction fraction -> slices(host, List.of(fraction), toPlace);
            case GpuNeed.Several several -> slices(host, several.parts(), toPlace);
        };
    }

    /** Places the first share on every GPU at every start, and the others after it. */
    private boolean slices(int host, List<GpuNeed.Fraction> parts, int[] toPlace) {
        if (parts.isEmpty()) {
            return place(toPlace);
        }
        List<PartitionMode> modes = switch (parts.getFirst()) {
            case GpuNeed.Mig mig -> List.of(PartitionMode.MIG);
            case GpuNeed.TimeSliced vgpu -> modes(host, vgpu);
        };
        return slice(host, parts, modes, toPlace);
    }

    private List<PartitionMode> modes(int host, GpuNeed.TimeSliced need) {
        boolean known =
                hosts.get(host).geometry().flatMap(GpuGeometry::mixedSize).isPresent();
        VgpuMode mode = problem.policy().vgpuMode();
        if (need.sameSizeOnly() || mode == VgpuMode.SAME_SIZE || !known && mode == VgpuMode.MIXED_SIZE) {
            return List.of(PartitionMode.EQUAL_SIZE);
        }
        return mode == VgpuMode.MIXED_SIZE
                ? List.of(PartitionMode.MIXED_SIZE)
                : List.of(PartitionMode.EQUAL_SIZE, PartitionMode.MIXED_SIZE);
    }

    /** Every place of a group, or every choice of GPUs where links do not matter to the machine. */
    private boolean whole(int host, GpuNeed.Whole need, int[] toPlace) {
        int largest = hosts.get(host).links().largest();
        boolean joined = need.gpus() > 1 && need.joining() != GpuNeed.Joining.ANY;
        if (joined && hosts.get(host).links().sizes().contains(need.gpus())) {
            for (int start = 0; start + need.gpus() <= gpus.get(host).size(); start += need.gpus()) {
                List<Integer> group = new ArrayList<>();
                for (int gpu = start; gpu < start + need.gpus(); gpu++) {
                    if (gpus.get(host).get(gpu).isEmpty()) {
                        group.add(gpu);
                    }
                }
                if (group.size() == need.gpus() && taken(host, group, toPlace)) {
                    return true;
                }
            }
            return false;
        }
        if (joined && (need.gpus() < largest || need.joining() == GpuNeed.Joining.ALWAYS)) {
            return false;
        }
        return choose(host, need.gpus(), 0, new ArrayList<>(), toPlace);
    }

    private boolean choose(int host, int wanted, int from, List<Integer> chosen, int[] toPlace) {
        if (chosen.size() == wanted) {
            return taken(host, List.copyOf(chosen), toPlace);
        }
        for (int gpu = from; gpu < gpus.get(host).size(); gpu++) {
            if (gpus.get(host).get(gpu).isEmpty()) {
                chosen.add(gpu);
                if (choose(host, wanted, gpu + 1, chosen, toPlace)) {
                    return true;
                }
                chosen.removeLast();
                if (!linked) {
                    return false; // all untouched GPUs are alike
                }
            }
        }
        return false;
    }

    private boolean taken(int host, List<Integer> taken, int[] toPlace) {
        Optional<GpuLayout> whole =
                Optional.of(GpuLayout.empty(PartitionScheme.full()).place(PartitionScheme.WHOLE, 0));
        taken.forEach(gpu -> gpus.get(host).set(gpu, whole));
        boolean done = place(toPlace);
        taken.forEach(gpu -> gpus.get(host).set(gpu, Optional.empty()));
        return done;
    }

    private boolean slice(int host, List<GpuNeed.Fraction> parts, List<PartitionMode> modes, int[] toPlace) {
        String profile = parts.getFirst().profile();
        for (int gpu = 0; gpu < gpus.get(host).size(); gpu++) {
            Optional<GpuLayout> before = gpus.get(host).get(gpu);
            if (!linked && gpus.get(host).indexOf(before) < gpu) {
                continue; // one like it was tried
            }
            for (PartitionMode mode : modes) {
                Optional<GpuLayout> layout = before.isPresent()
                        ? before.filter(one -> one.scheme().mode() == mode)
                        : hosts.get(host)
                                .geometry()
                                .flatMap(geometry -> geometry.scheme(mode))
                                .map(GpuLayout::empty);
                if (layout.isEmpty()) {
                    continue;
                }
                for (int start : layout.get().freeStarts(profile)) {
                    gpus.get(host).set(gpu, Optional.of(layout.get().place(profile, start)));
                    boolean done = slices(host, parts.subList(1, parts.size()), toPlace);
                    gpus.get(host).set(gpu, before);
                    if (done) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
