package org.sizewright.placement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Copies of the same thing on different hosts: moves machines without GPU to hosts that have room and no equal part, hosts in use
 * first. Never moves a machine with a GPU or one that is pinned, so that the number of hosts and all GPUs stay as they were found.
 */
public final class CopySpread {
    /** Equal parts of several copies on one host. */
    public record Together(String vmClass, int part, int host, int machines) {}

    private final PlacementProblem problem;
    private final List<HostSpec> hosts;
    private final List<PlacedVm> placed;
    private final int[] freeVcpu;
    private final int[] freeMemory;
    private final int[] machines;
    private final Pinning pinning;

    private CopySpread(PlacementProblem problem, Placement placement) {
        this.problem = problem;
        hosts = problem.hosts();
        placed = new ArrayList<>(placement.placed());
        freeVcpu = hosts.stream().mapToInt(HostSpec::vcpu).toArray();
        freeMemory = hosts.stream().mapToInt(HostSpec::usableMemoryGib).toArray();
        machines = new int[hosts.size()];
        pinning = Pinning.of(problem);
        placed.forEach(vm -> take(vm, 1));
    }

    /** The placement with equal parts as far apart as the hosts have room; the same one where nothing is to be moved. */
    public static Placement of(PlacementProblem problem, Placement placement) {
        return together(problem, placement).isEmpty()
                ? placement
                : new CopySpread(problem, placement).spread(placement);
    }

    /** Where copies are on one host after all. */
    public static List<Together> together(PlacementProblem problem, Placement placement) {
        record Place(String vmClass, int part, int host) {}
        List<Together> together = new ArrayList<>();
        Map<Place, Integer> seen = new LinkedHashMap<>();
        for (PlacedVm vm : placement.placed()) {
            VmClass of = problem.vm(vm.vmClass());
            if (of.copies() > 1) {
                seen.merge(new Place(vm.vmClass(), of.part(vm.number()), vm.host()), 1, Integer::sum);
            }
        }
        seen.forEach((place, count) -> {
            if (count > 1) {
                together.add(new Together(place.vmClass(), place.part(), place.host(), count));
            }
        });
        return together;
    }

    private Placement spread(Placement placement) {
        for (VmClass vm : problem.vms()) {
            if (vm.copies() > 1 && vm.gpu() instanceof GpuNeed.None) {
                Map<Integer, List<Integer>> parts = new TreeMap<>();
                for (int i = 0; i < placed.size(); i++) {
                    if (placed.get(i).vmClass().equals(vm.id())) {
                        parts.computeIfAbsent(vm.part(placed.get(i).number()), part -> new ArrayList<>())
                                .add(i);
                    }
                }
                parts.values().forEach(same -> apart(vm, same));
            }
        }
        return new Placement(placed, placement.refused(), placement.notes());
    }

    /** @param same where the equal parts stand in the list of machines */
    private void apart(VmClass vm, List<Integer> same) {
        Set<Integer> taken = new HashSet<>();
        same.stream()
                .filter(this::isPinned)
                .forEach(index -> taken.add(placed.get(index).host()));
        for (int index : same) {
            PlacedVm now = placed.get(index);
            if (!isPinned(index) && !taken.add(now.host())) {
                Set<Integer> avoided = new HashSet<>(taken);
                same.forEach(other -> avoided.add(placed.get(other).host()));
                int target = target(vm, avoided);
                if (target >= 0) {
                    PlacedVm moved = new PlacedVm(now.vmClass(), now.number(), target, now.gpus());
                    take(now, -1);
                    take(moved, 1);
                    placed.set(index, moved);
                    taken.add(target);
                }
            }
        }
    }

    private boolean isPinned(int index) {
        return pinning.holds(placed.get(index).vmClass(), placed.get(index).number());
    }

    /** The first host in use with room, else the first empty one; -1 if there is none. */
    private int target(VmClass vm, Set<Integer> avoided) {
        int empty = -1;
        for (int host = 0; host < hosts.size(); host++) {
            if (!avoided.contains(host)
                    && freeVcpu[host] >= vm.vcpu()
                    && freeMemory[host] >= vm.memoryGib()
                    && hosts.get(host).labels().containsAll(vm.labels())) {
                if (machines[host] > 0) {
                    return host;
                }
                empty = empty < 0 ? host : empty;
            }
        }
        return empty;
    }

    private void take(PlacedVm vm, int times) {
        VmClass of = problem.vm(vm.vmClass());
        freeVcpu[vm.host()] -= times * of.vcpu();
        freeMemory[vm.host()] -= times * of.memoryGib();
        machines[vm.host()] += times;
    }
}
