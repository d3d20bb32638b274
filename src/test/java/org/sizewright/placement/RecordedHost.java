package org.sizewright.placement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;

/** Rebuilds a recorded host: the file says which machines it has and which slots of each GPU are busy, not who sits where. */
final class RecordedHost {
    private record Gpu(int number, int mask) {}

    private record Seat(Slice slice, GpuSlot slot) {}

    private final PlacementProblem problem;
    private final int host;
    private final JsonNode data;
    private final Map<String, Integer> numbers;
    private final Map<String, Integer> open = new TreeMap<>();

    RecordedHost(PlacementProblem problem, int host, JsonNode data, Map<String, Integer> numbers) {
        this.problem = problem;
        this.host = host;
        this.data = data;
        this.numbers = numbers;
        data.get("vms")
                .properties()
                .forEach(entry -> open.put(entry.getKey(), entry.getValue().asInt()));
    }

    List<PlacedVm> rebuild() {
        List<PlacedVm> placed = new ArrayList<>();
        List<Gpu> mig = new ArrayList<>();
        List<Integer> whole = new ArrayList<>();
        JsonNode gpus = data.get("gpus");
        for (int gpu = 0; gpu < gpus.size(); gpu++) {
            String mode = gpus.get(gpu).get("mode").asText();
            if (mode.equals("MIG")) {
                mig.add(new Gpu(gpu, gpus.get(gpu).get("occupiedSlotsMask").asInt()));
            } else if (mode.equals("FULL")) {
                whole.add(gpu);
            } else {
                String profile = mode.substring(mode.indexOf(':') + 1);
                Slice slice = scheme(PartitionMode.EQUAL_SIZE).slice(profile).orElseThrow();
                for (int i = 0; i < gpus.get(gpu).get("count").asInt(); i++) {
                    GpuSlot slot = new GpuSlot(
                            gpu,
                            PartitionMode.EQUAL_SIZE,
                            profile,
                            slice.starts().get(i));
                    placed.add(vm(anyOf(new GpuNeed.TimeSliced(profile)), List.of(slot)));
                }
            }
        }
        for (VmClass vm : problem.vms()) {
            while (vm.gpu() instanceof GpuNeed.Whole need && open.getOrDefault(vm.id(), 0) > 0) {
                List<GpuSlot> slots = new ArrayList<>();
                for (int i = 0; i < need.gpus(); i++) {
                    slots.add(new GpuSlot(whole.removeFirst(), PartitionMode.FULL, PartitionScheme.WHOLE, 0));
                }
                placed.add(vm(vm.id(), slots));
            }
        }
        Map<String, Integer> profiles = new TreeMap<>();
        problem.vms().forEach(vm -> {
            if (vm.gpu() instanceof GpuNeed.Mig need) {
                profiles.merge(need.profile(), open.getOrDefault(vm.id(), 0), Integer::sum);
            }
        });
        List<Seat> seats = new ArrayList<>();
        if (!seat(mig, profiles, seats)) {
            throw new AssertionError("the recorded slots of host " + host + " do not match its machines");
        }
        seats.forEach(seat -> placed.add(vm(anyOf(new GpuNeed.Mig(seat.slice().profile())), List.of(seat.slot()))));
        return placed;
    }

    /** Covers the busy slots with the open profiles, from the first busy slot on. */
    private boolean seat(List<Gpu> gpus, Map<String, Integer> profiles, List<Seat> seats) {
        List<Gpu> busy = gpus.stream().filter(gpu -> gpu.mask() != 0).toList();
        if (busy.isEmpty()) {
            return profiles.values().stream().allMatch(count -> count == 0);
        }
        Gpu gpu = busy.getFirst();
        int start = Integer.numberOfTrailingZeros(gpu.mask());
        for (Slice slice : scheme(PartitionMode.MIG).slices()) {
            int mask = (1 << slice.size()) - 1 << start;
            int left = profiles.getOrDefault(slice.profile(), 0);
            if (left > 0 && slice.starts().contains(start) && (gpu.mask() & mask) == mask) {
                List<Gpu> rest = new ArrayList<>(busy);
                rest.set(0, new Gpu(gpu.number(), gpu.mask() & ~mask));
                profiles.put(slice.profile(), left - 1);
                seats.add(new Seat(slice, new GpuSlot(gpu.number(), PartitionMode.MIG, slice.profile(), start)));
                if (seat(rest, profiles, seats)) {
                    return true;
                }
                seats.removeLast();
                profiles.put(slice.profile(), left);
            }
        }
        return false;
    }

    private PartitionScheme scheme(PartitionMode mode) {
        return problem.hosts()
                .get(host)
                .geometry()
                .flatMap(geometry -> geometry.scheme(mode))
                .orElseThrow();
    }

    private String anyOf(GpuNeed need) {
        return problem.vms().stream()
                .filter(vm -> vm.gpu().equals(need) && open.getOrDefault(vm.id(), 0) > 0)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private PlacedVm vm(String id, List<GpuSlot> slots) {
        open.merge(id, -1, Integer::sum);
        return new PlacedVm(id, numbers.merge(id, 1, Integer::sum), host, slots);
    }
}
