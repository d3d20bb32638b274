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

    /** Machines that always run. */
    public static WeekProblem always(PlacementProblem problem) {
        return new WeekProblem(problem, TimeSlot.ofWeek(List.of()));
    }

    public int slots() {
        return times.size();
    }

    /** The machines that run in a slot, on the same hosts. A pin that does not hold in the week holds in none of its slots. */
    public PlacementProblem at(int slot) {
        Set<String> here = windowed(times.get(slot));
        Set<String> anywhere = windowed();
        List<VmClass> running =
                all.vms().stream().filter(vm -> runs(vm, here, anywhere)).toList();
        List<PinnedVm> pins = all.pins().isEmpty() ? List.of() : withoutConflict();
        return all.withVms(running)
                .withPins(pins.stream()
                        .filter(pin -> running.stream().anyMatch(vm -> vm.id().equals(pin.vmClass())))
                        .toList());
    }

    /** Pins that hold together, had every group as many hosts as they name: how many there will be is not known yet. */
    private List<PinnedVm> withoutConflict() {
        PlacementProblem large = all;
        for (PinnedVm pin : all.pins()) {
            if (pin.group() < large.groups().size()) {
                large = large.withHosts(
                        pin.group(), Math.max(large.groups().get(pin.group()).count(), pin.host() + 1));
            }
        }
        Set<PinnedVm> unused =
                Pinning.of(large).unused().stream().map(Pinning.Unused::pin).collect(Collectors.toSet());
        return all.pins().stream().filter(pin -> !unused.contains(pin)).toList();
    }

    public WeekProblem withHosts(int group, int count) {
        return new WeekProblem(all.withHosts(group, count), times);
    }

    /** With other numbers of hosts, one for each group. */
    public WeekProblem withHosts(List<Integer> counts) {
        return new WeekProblem(all.withHosts(counts), times);
    }

    /** The slots in which each class runs, by its number. */
    int[][] slotsOf() {
        List<Set<String>> windowed = times.stream().map(WeekProblem::windowed).toList();
        Set<String> anywhere = windowed();
        return all.vms().stream()
                .map(vm -> IntStream.range(0, slots())
                        .filter(slot -> runs(vm, windowed.get(slot), anywhere))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static boolean runs(VmClass vm, Set<String> here, Set<String> anywhere) {
        String workload = VmClass.workloadOf(vm.id());
        return here.contains(workload) || !anywhere.contains(workload);
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

    private Set<String> windowed() {
        return times.stream()
                .flatMap(time -> time.windowed().stream())
                .map(WorkloadId::value)
                .collect(Collectors.toSet());
    }

    private static Set<String> windowed(TimeSlot time) {
        return time.windowed().stream().map(WorkloadId::value).collect(Collectors.toSet());
    }
}
