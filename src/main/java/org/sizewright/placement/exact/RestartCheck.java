package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.Slice;
import org.sizewright.placement.GpuNeed;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.VmClass;

/** Counts a restart plan unit by unit into what is free on the hosts that are left; shares nothing with the search. */
public final class RestartCheck {
    private final PlacementProblem problem;
    private final Map<Integer, HostRoom> rooms;
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, int[]> used = new HashMap<>();
    private final Map<List<Integer>, BitSet> units = new HashMap<>();
    private final Map<List<Integer>, PartitionMode> modes = new HashMap<>();
    private final Map<List<Integer>, Integer> sizes = new HashMap<>();
    private final Map<List<Object>, Integer> instances = new HashMap<>();

    private RestartCheck(PlacementProblem problem, Map<Integer, HostRoom> rooms) {
        this.problem = problem;
        this.rooms = rooms;
    }

    /** Sentences on what is wrong. @param held machines that must restart, by class */
    public static List<String> faults(
            PlacementProblem problem, Map<String, Integer> held, Map<Integer, HostRoom> rooms, List<PlacedVm> plan) {
        RestartCheck count = new RestartCheck(problem, rooms);
        Map<String, Integer> restarted = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (PlacedVm vm : plan) {
            String name = vm.vmClass() + "#" + vm.number();
            count.expect(seen.add(name), name + " restarts twice.");
            restarted.merge(vm.vmClass(), 1, Integer::sum);
            count.machine(vm, name);
        }
        Map<String, Integer> wanted = new HashMap<>(held);
        wanted.values().removeIf(number -> number == 0);
        count.expect(restarted.equals(wanted), "The plan restarts " + restarted + " and not " + wanted + ".");
        return count.faults.stream().limit(3).toList();
    }

    private void machine(PlacedVm vm, String name) {
        HostRoom room = rooms.get(vm.host());
        if (room == null) {
            faults.add(name + " restarts on a host that is not left.");
            return;
        }
        VmClass vmClass = problem.vm(vm.vmClass());
        int[] taken = used.computeIfAbsent(vm.host(), key -> new int[3]);
        taken[0] += vmClass.vcpu();
        taken[1] += vmClass.memoryGib();
        taken[2] += problem.groups().get(room.group()).host().nicsOf(vmClass.gpu());
        expect(taken[0] <= room.vcpu(), "Host " + vm.host() + " has no processors for " + name + ".");
        expect(taken[1] <= room.memoryGib(), "Host " + vm.host() + " has no memory for " + name + ".");
        expect(taken[2] <= room.nics(), "Host " + vm.host() + " has no network cards for " + name + ".");
        int asked = vmClass.gpu().gpus();
        expect(vm.gpus().size() == asked, name + " got " + vm.gpus().size() + " GPU shares.");
        GpuGeometry geometry =
                problem.groups().get(room.group()).host().geometry().orElse(null);
        if (vmClass.gpu() instanceof GpuNeed.Whole whole
                && problem.groups().get(room.group()).host().links().joins(whole)) {
            List<Integer> numbers =
                    vm.gpus().stream().map(GpuSlot::gpu).sorted().toList();
            expect(
                    !numbers.isEmpty()
                            && numbers.getFirst() % whole.gpus() == 0
                            && numbers.getLast() == numbers.getFirst() + whole.gpus() - 1,
                    name + " is on GPUs that are not joined.");
        }
        List<GpuNeed> open = new ArrayList<>(vmClass.gpu().shares());
        for (GpuSlot slot : vm.gpus()) {
            Optional<GpuNeed> share =
                    open.stream().filter(one -> isShare(slot, one)).findFirst();
            expect(share.isPresent(), name + " got " + slot.profile() + " unasked.");
            share.ifPresent(open::remove);
            if (geometry == null || slot.gpu() < 0 || slot.gpu() >= room.gpus().size()) {
                faults.add(name + " is on a GPU that is not there.");
            } else {
                slot(vm.host(), slot, room.gpus().get(slot.gpu()), geometry, name);
            }
        }
    }

    private static boolean isShare(GpuSlot slot, GpuNeed share) {
        return slot.profile().equals(share.profile())
                && switch (share) {
                    case GpuNeed.None none -> false;
                    case GpuNeed.Several several -> false;
                    case GpuNeed.Whole whole -> slot.mode() == PartitionMode.FULL;
                    case GpuNeed.Mig mig -> slot.mode() == PartitionMode.MIG;
                    case GpuNeed.TimeSliced sliced ->
                        slot.mode() == PartitionMode.EQUAL_SIZE
                                || slot.mode() == PartitionMode.MIXED_SIZE && !sliced.sameSizeOnly();
                };
    }

    private void slot(int host, GpuSlot slot, GpuState state, GpuGeometry geometry, String name) {
        Optional<Slice> slice = geometry.scheme(slot.mode()).flatMap(scheme -> scheme.slice(slot.profile()));
        if (slice.isEmpty() || !slice.get().starts().contains(slot.start())) {
            faults.add(name + " starts where " + slot.profile() + " cannot.");
            return;
        }
        List<Integer> gpu = List.of(host, slot.gpu());
        int size = slice.get().size();
        BitSet there = units.computeIfAbsent(gpu, key -> new BitSet());
        int present = 0;
        switch (state) {
            case GpuState.Untouched open -> {}
            case GpuState.Closed closed -> faults.add(name + " is on a GPU that is given away whole.");
            case GpuState.Partly partly -> {
                expect(partly.mode() == slot.mode(), name + " is on a GPU in another mode.");
                there.or(partly.taken());
                present = partly.present().getOrDefault(slot.profile(), 0);
            }
            case GpuState.OneSize locked -> {
                expect(
                        slot.mode() == PartitionMode.EQUAL_SIZE && locked.size() == size,
                        name + " is on a GPU of another size.");
                there.or(locked.taken());
                present = locked.present().getOrDefault(slot.profile(), 0);
            }
        }
        int clash = there.nextSetBit(slot.start());
        expect(clash < 0 || clash >= slot.start() + size, name + " lies on something else.");
        there.set(slot.start(), slot.start() + size);
        expect(
                modes.merge(gpu, slot.mode(), (before, now) -> before) == slot.mode(),
                name + " is on a GPU in another mode.");
        if (slot.mode() == PartitionMode.EQUAL_SIZE) {
            expect(sizes.merge(gpu, size, (before, now) -> before) == size, name + " is on a GPU of another size.");
        }
        int count = instances.merge(List.of(host, slot.gpu(), slot.profile()), 1, Integer::sum);
        expect(present + count <= slice.get().maxInstances(), name + " is one too many of its profile.");
    }

    private void expect(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }
}
