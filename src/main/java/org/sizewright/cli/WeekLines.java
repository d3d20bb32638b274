package org.sizewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.Proof;
import org.sizewright.placement.WeekPlacement;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.OptionResult;

/** The slots of the week of an option whose workloads have weekly windows, as lines and as JSON; nothing where everything always runs. */
final class WeekLines {
    private WeekLines() {}

    static void print(Console console, OptionResult result) {
        for (ClusterPlacement placed : result.placements()) {
            placed.week().ifPresent(week -> {
                for (int i = 0; i < week.slots().size(); i++) {
                    console.print(line(placed, week.slots().get(i), i == week.busiest()));
                }
            });
        }
    }

    private static String line(ClusterPlacement placed, WeekPlacement.Slot slot, boolean busiest) {
        return String.format(
                Locale.ROOT,
                "%s, %s: %s h a week, %d VMs, %d GPUs and %d hosts in use%s%s%s",
                placed.cluster().cluster().name(),
                slot.time().windows().words(),
                ValueText.number(slot.time().hours()),
                slot.problem().vmCount(),
                slot.figures().gpusUsed(),
                slot.hostsInUse(),
                slot.needed().map(proof -> ", alone it needs " + proof.range()).orElse(""),
                slot.placement().isComplete()
                        ? ""
                        : ", " + slot.placement().refused().size() + " VMs without a place",
                busiest ? " (the busiest)" : "");
    }

    /** One entry per slot of each cluster that has a week. */
    static void put(ObjectNode node, OptionResult result) {
        if (!result.hasWeek()) {
            return;
        }
        ArrayNode slots = node.putArray("week");
        for (ClusterPlacement placed : result.placements()) {
            placed.week().ifPresent(week -> {
                for (int i = 0; i < week.slots().size(); i++) {
                    put(slots.addObject(), placed, week.slots().get(i), i == week.busiest());
                }
            });
        }
    }

    private static void put(ObjectNode node, ClusterPlacement placed, WeekPlacement.Slot slot, boolean busiest) {
        node.put("cluster", placed.cluster().cluster().id().value());
        node.put("slot", slot.time().windows().words());
        node.put("hoursPerWeek", slot.time().hours());
        ArrayNode workloads = node.putArray("windowed");
        slot.time().windowed().stream().map(WorkloadId::value).sorted().forEach(workloads::add);
        node.put("vms", slot.problem().vmCount());
        node.put("vmsWithoutPlace", slot.placement().refused().size());
        node.put("gpusUsed", slot.figures().gpusUsed());
        node.put("hostsUsed", slot.hostsInUse());
        node.put("hostsNeededAlone", slot.needed().map(Proof::range).orElse(null));
        node.put("survives", slot.isFine());
        node.put("busiest", busiest);
    }
}
