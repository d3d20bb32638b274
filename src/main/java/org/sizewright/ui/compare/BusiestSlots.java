package org.sizewright.ui.compare;

import java.util.List;
import java.util.stream.Collectors;
import org.sizewright.placement.WeekPlacement;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/** The slots of the week that the hosts of an option follow, where workloads have weekly windows. */
record BusiestSlots(List<WeekPlacement.Slot> slots) {
    static BusiestSlots of(OptionResult result) {
        return new BusiestSlots(result.placements().stream()
                .flatMap(placed -> placed.week().stream())
                .map(WeekPlacement::busiestSlot)
                .toList());
    }

    String words(Texts texts) {
        return slots.isEmpty()
                ? texts.get("compare.busiest.none")
                : slots.getFirst().time().brief();
    }

    Why why(Texts texts) {
        String all = slots.stream().map(slot -> slot.time().windows().words()).collect(Collectors.joining("; "));
        return Why.finding(
                texts.get("compare.busiest"),
                slots.isEmpty() ? texts.get("compare.busiest.always") : texts.get("compare.busiest.text", all),
                List.of());
    }
}
