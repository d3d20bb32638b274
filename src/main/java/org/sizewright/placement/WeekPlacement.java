package org.sizewright.placement;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sizewright.plan.TimeSlot;

/**
 * A cluster whose workloads do not all run at the same time: one placement for each distinct slot of the week. A machine has the
 * same place in every slot in which it runs.
 *
 * @param whole the machines of the whole week
 * @param slots in the order in which they first come in the week
 * @param busiest the one that the number of hosts follows
 */
public record WeekPlacement(PlacementProblem whole, List<Slot> slots, int busiest) {
    /**
     * One slot.
     *
     * @param problem the machines that run then
     * @param needed the fewest hosts that this slot would need alone, where their number was to be found
     * @param violations what the checker refused; empty for a right placement
     */
    public record Slot(
            TimeSlot time,
            PlacementProblem problem,
            Placement placement,
            Resilience resilience,
            Optional<Proof> needed,
            PlacementFigures figures,
            List<Violation> violations) {
        public Slot {
            violations = List.copyOf(violations);
        }

        /** Hosts that carry a machine. */
        public int hostsInUse() {
            return figures.hostsInUse();
        }

        /** Whether everything has a place, and everything that must restart does. */
        public boolean isFine() {
            return placement.isComplete() && resilience.isSurvived();
        }
    }

    public WeekPlacement {
        slots = List.copyOf(slots);
        if (busiest < 0 || busiest >= slots.size()) {
            throw new IllegalArgumentException("there is no slot " + busiest);
        }
    }

    public Slot busiestSlot() {
        return slots.get(busiest);
    }

    /** Number of the slot that carries most of the class's neighbours: the busiest, or the one with the most machines. */
    public int slotOf(String vmClass) {
        int best = -1;
        for (int i = 0; i < slots.size(); i++) {
            boolean runs =
                    slots.get(i).problem().vms().stream().anyMatch(vm -> vm.id().equals(vmClass));
            if (runs && i == busiest) {
                return i;
            }
            if (runs
                    && (best < 0
                            || slots.get(i).problem().vmCount()
                                    > slots.get(best).problem().vmCount())) {
                best = i;
            }
        }
        return Math.max(best, 0);
    }

    /** Every machine of the week once: those that find a place, and those that do not. */
    public Placement all() {
        Map<String, PlacedVm> placed = new LinkedHashMap<>();
        Map<String, RefusedVm> refused = new LinkedHashMap<>();
        Set<String> notes = new HashSet<>();
        for (Slot slot : slots) {
            slot.placement().placed().forEach(vm -> placed.putIfAbsent(vm.vmClass() + "#" + vm.number(), vm));
            slot.placement().refused().forEach(vm -> refused.putIfAbsent(vm.vmClass() + "#" + vm.number(), vm));
            notes.addAll(slot.placement().notes());
        }
        return new Placement(
                List.copyOf(placed.values()),
                List.copyOf(refused.values()),
                notes.stream().sorted().toList());
    }

    public boolean isComplete() {
        return slots.stream().allMatch(slot -> slot.placement().isComplete());
    }

    /** Whether everything that must restart does, in whichever slot hosts fail. */
    public boolean isSurvived() {
        return slots.stream().allMatch(slot -> slot.resilience().isSurvived());
    }
}
