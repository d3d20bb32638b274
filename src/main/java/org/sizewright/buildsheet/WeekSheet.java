package org.sizewright.buildsheet;

import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.Proof;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.WeekPlacement;
import org.sizewright.plan.WorkloadId;

/** One row per distinct slot of the week: what runs then, and how many hosts that takes. */
final class WeekSheet {
    private WeekSheet() {}

    /** Empty where everything always runs. */
    static Optional<Sheet> of(Material material) {
        if (!material.live().hasWeek()) {
            return Optional.empty();
        }
        Block.Table.Builder table = Block.Table.titled("Slots of the week")
                .note(
                        "Computed by Sizewright; not formulas. A slot is when the same workloads run; a machine has the same place in"
                                + " every slot in which it runs. The hosts follow the busiest slot, not the sum.")
                .columns(
                        Column.text("Cluster"),
                        Column.prose("Slot", 36),
                        Column.number("Hours a week"),
                        Column.status("Load"),
                        Column.prose("Workloads with windows", 36),
                        Column.number("VMs"),
                        Column.number("VMs without a place"),
                        Column.number("GPUs in use"),
                        Column.number("Hosts in use"),
                        Column.text("Hosts needed for this slot alone"),
                        Column.prose("Host failure", 26));
        for (ClusterPlacement placed : material.live().placements()) {
            placed.week().ifPresent(week -> {
                for (int i = 0; i < week.slots().size(); i++) {
                    row(material, table, placed, week.slots().get(i), i == week.busiest());
                }
            });
        }
        return Optional.of(Sheet.of(
                "week",
                "Week",
                "When which workloads run, and how many hosts that takes.",
                Sheet.Group.RESULTS,
                material.placementBanner(),
                table.build()));
    }

    private static void row(
            Material material,
            Block.Table.Builder table,
            ClusterPlacement placed,
            WeekPlacement.Slot slot,
            boolean busiest) {
        int refused = slot.placement().refused().size();
        table.row(
                Entry.text(placed.cluster().cluster().name()),
                Entry.text(slot.time().windows().words()),
                Entry.number(slot.time().hours(), 2),
                load(refused, busiest),
                slot.time().windowed().isEmpty()
                        ? Entry.text("none", Tone.MUTED)
                        : Entry.text(workloads(material, slot)),
                Entry.number(slot.problem().vmCount()),
                Entry.number(refused),
                Entry.number(slot.figures().gpusUsed()),
                Entry.number(slot.hostsInUse()),
                Entry.text(slot.needed().map(Proof::range).orElse("not searched")),
                survival(slot));
    }

    private static Entry load(int refused, boolean busiest) {
        if (refused > 0) {
            return Entry.status(busiest ? "busiest, does not fit" : "does not fit", Tone.BAD);
        }
        return busiest ? Entry.status("busiest", Tone.CAUTION) : Entry.empty();
    }

    private static String workloads(Material material, WeekPlacement.Slot slot) {
        return slot.time().windowed().stream()
                .map(WorkloadId::value)
                .sorted()
                .map(material::workloadName)
                .collect(Collectors.joining(", "));
    }

    private static Entry survival(WeekPlacement.Slot slot) {
        if (slot.resilience().hostsAtOnce() == 0) {
            return Entry.text(OptionLines.NOT_PLANNED, Tone.CAUTION);
        }
        return slot.isFine()
                ? Entry.text(OptionLines.survived(slot.resilience().hostsAtOnce()), Tone.GOOD)
                : Entry.text(slot.placement().isComplete() ? OptionLines.NOT_SURVIVED : OptionLines.UNPLACED, Tone.BAD);
    }

    /** When the machines of a class run. */
    static String runs(Material material, String vmClass) {
        return material.plan()
                .workload(WorkloadId.of(VmClass.workloadOf(vmClass)))
                .map(workload -> workload.terms().windows().words())
                .orElse("");
    }
}
