package org.sizewright.ui.compare;

import java.util.List;
import java.util.stream.Collectors;
import org.sizewright.placement.WeekPlacement;
import org.sizewright.plan.TimeSlot;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/**
 * The slots of the week that the hosts of an option follow, by cluster, where workloads have weekly windows.
 *
 * @param clusters how many clusters the option has
 */
record BusiestSlots(List<OfCluster> slots, int clusters) {
    /** The slot that the hosts of a cluster follow. */
    record OfCluster(String cluster, TimeSlot time) {}

    BusiestSlots {
        slots = List.copyOf(slots);
    }

    static BusiestSlots of(OptionResult result) {
        return new BusiestSlots(
                result.placements().stream()
                        .flatMap(placed -> placed.week().stream()
                                .map(WeekPlacement::busiestSlot)
                                .map(slot ->
                                        new OfCluster(placed.cluster().cluster().name(), slot.time())))
                        .toList(),
                result.placements().size());
    }

    /** Each cluster's slot in a few words, with its name where the option has several. */
    String words(Texts texts) {
        return slots.isEmpty()
                ? texts.get("compare.busiest.none")
                : slots.stream()
                        .map(slot -> named(texts, slot, slot.time().brief()))
                        .collect(Collectors.joining("; "));
    }

    private String named(Texts texts, OfCluster slot, String when) {
        return clusters > 1 ? texts.get("compare.busiest.cluster", slot.cluster(), when) : when;
    }

    Why why(Texts texts) {
        String all = slots.stream()
                .map(slot -> named(texts, slot, slot.time().windows().words()))
                .collect(Collectors.joining("; "));
        return Why.finding(
                texts.get("compare.busiest"),
                slots.isEmpty() ? texts.get("compare.busiest.always") : texts.get("compare.busiest.text", all),
                List.of());
    }
}
