package org.sizewright.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sizewright.plan.TimeSlot;
import org.sizewright.plan.WorkloadId;

/**
 * Machines that run at different times of the week. Classes of workloads with windows run in the slots that name their workload,
 * all others in every slot.
 *
 * @param all the machines of the whole week
 * @param times the distinct slots of the week
 */
public record WeekProblem(PlacementProblem all, List<TimeSlot> times) {
    public WeekProblem {
        times = List.copyOf(times);
        if (times.isEmpty()) {
            throw new IllegalArgumentException("a week has at least one slot");
        }
    }

    public int slots() {
        return times.size();
    }

    /** The machines that run in a slot, on the same hosts. */
    public PlacementProblem at(int slot) {
        return all.withVms(all.vms().stream().filter(vm -> runs(vm.id(), slot)).toList());
    }

    public WeekProblem withHosts(int group, int count) {
        return new WeekProblem(all.withHosts(group, count), times);
    }

    boolean runs(String vmClass, int slot) {
        String workload = VmClass.workloadOf(vmClass);
        Set<String> windowed = windowed(times.get(slot));
        return windowed.contains(workload)
                || times.stream().noneMatch(time -> windowed(time).contains(workload));
    }

    /** The slots in which each class runs, by its number. */
    int[][] slotsOf() {
        return all.vms().stream()
                .map(vm -> IntStream.range(0, slots())
                        .filter(slot -> runs(vm.id(), slot))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Slots whose machines do not all run in another one too: what is right for these is right for all. */
    List<Integer> largest() {
        List<Set<WorkloadId>> sets = times.stream().map(TimeSlot::windowed).toList();
        List<Integer> largest = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            Set<WorkloadId> own = sets.get(i);
            if (sets.stream().noneMatch(other -> other.size() > own.size() && other.containsAll(own))) {
                largest.add(i);
            }
        }
        return largest;
    }

    private static Set<String> windowed(TimeSlot time) {
        return time.windowed().stream().map(WorkloadId::value).collect(Collectors.toSet());
    }
}
