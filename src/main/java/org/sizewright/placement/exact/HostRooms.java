package org.sizewright.placement.exact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.Slice;
import org.sizewright.placement.GpuSlot;
import org.sizewright.placement.HostSpec;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.PlacementProblem;
import org.sizewright.placement.VmClass;

/** What running machines leave free. */
public final class HostRooms {
    private HostRooms() {}

    /** What is free on each host, by its number. @param running in places that the checker allows */
    public static Map<Integer, HostRoom> of(PlacementProblem problem, Collection<PlacedVm> running) {
        Map<Integer, List<PlacedVm>> byHost = running.stream().collect(Collectors.groupingBy(PlacedVm::host));
        Map<Integer, HostRoom> rooms = new TreeMap<>();
        int host = 0;
        for (int group = 0; group < problem.groups().size(); group++) {
            HostSpec spec = problem.groups().get(group).host();
            for (int i = 0; i < problem.groups().get(group).count(); i++) {
                rooms.put(host, room(problem, group, spec, byHost.getOrDefault(host, List.of())));
                host++;
            }
        }
        return rooms;
    }

    private static HostRoom room(PlacementProblem problem, int group, HostSpec spec, List<PlacedVm> running) {
        int vcpu = spec.vcpu();
        int memory = spec.usableMemoryGib();
        int nics = spec.countedNics();
        Map<Integer, List<GpuSlot>> slots = new HashMap<>();
        for (PlacedVm vm : running) {
            VmClass vmClass = problem.vm(vm.vmClass());
            vcpu -= vmClass.vcpu();
            memory -= vmClass.memoryGib();
            nics -= spec.nicsOf(vmClass.gpu());
            vm.gpus()
                    .forEach(slot -> slots.computeIfAbsent(slot.gpu(), key -> new ArrayList<>())
                            .add(slot));
        }
        List<GpuState> gpus = new ArrayList<>();
        for (int gpu = 0; gpu < spec.gpus(); gpu++) {
            gpus.add(state(spec.geometry(), slots.getOrDefault(gpu, List.of())));
        }
        return new HostRoom(group, vcpu, memory, nics, gpus);
    }

    private static GpuState state(Optional<GpuGeometry> geometry, List<GpuSlot> slots) {
        if (slots.isEmpty()) {
            return new GpuState.Untouched();
        }
        PartitionMode mode = slots.getFirst().mode();
        BitSet taken = new BitSet();
        Map<String, Integer> present = new HashMap<>();
        int size = 0;
        for (GpuSlot slot : slots) {
            Slice slice = geometry.flatMap(gpu -> gpu.scheme(slot.mode()))
                    .flatMap(scheme -> scheme.slice(slot.profile()))
                    .orElseThrow();
            taken.set(slot.start(), slot.start() + slice.size());
            present.merge(slot.profile(), 1, Integer::sum);
            size = slice.size();
        }
        return switch (mode) {
            case FULL -> new GpuState.Closed();
            case EQUAL_SIZE -> new GpuState.OneSize(taken, size, present);
            case MIG, MIXED_SIZE -> new GpuState.Partly(mode, taken, present);
        };
    }
}
