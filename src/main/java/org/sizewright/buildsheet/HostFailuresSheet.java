package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.FailureTable;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.RefusedVm;
import org.sizewright.placement.VmClass;

/** What each single host failure does, and where two are tolerated, the worst pairs; hosts that fail alike have one row. */
final class HostFailuresSheet {
    /** So many kinds of pairs have a row; better ones are counted. */
    private static final int PAIRS = 40;

    private final Material material;

    private HostFailuresSheet(Material material) {
        this.material = material;
    }

    static Sheet of(Material material) {
        return new HostFailuresSheet(material).sheet();
    }

    private Sheet sheet() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(material.placementBanner());
        Block.Table.Builder singles = table(
                "One host fails",
                "Computed by Sizewright; not formulas. Survivors stay where they are. Hosts of one kind with the same machines in the"
                        + " same places fail alike and have one row. Worst first.");
        for (ClusterPlacement placed : material.live().placements()) {
            placed.singles().ifPresent(table -> table.rows().forEach(row -> row(singles, placed, row)));
        }
        blocks.add(singles.build());
        for (ClusterPlacement placed : material.live().placements()) {
            if (placed.singles().isEmpty()) {
                blocks.add(new Block.Note("The failures of single hosts of "
                        + placed.cluster().cluster().name()
                        + " were not worked out yet when this was written: the proof was still running."));
            }
        }
        for (ClusterPlacement placed : material.live().placements()) {
            if (placed.resilience().hostsAtOnce() == 2) {
                blocks.add(pairs(placed));
            }
        }
        return new Sheet(
                "failures",
                "Host failures",
                "What each host failure does: which VMs restart, which stay down, and how sure that is.",
                Sheet.Group.RESULTS,
                blocks);
    }

    private Block pairs(ClusterPlacement placed) {
        FailureTable all = placed.tolerated();
        int left = all.rows().stream()
                .skip(PAIRS)
                .mapToInt(row -> row.sets().size())
                .sum();
        Block.Table.Builder table = table(
                "Two hosts of " + placed.cluster().cluster().name() + " fail",
                all.sets() + " pairs, " + all.setsNotSurvived() + " of them not survived. Worst first"
                        + (left > 0 ? "; " + left + " pairs that are no worse than the last row are left out." : "."));
        all.rows().stream().limit(PAIRS).forEach(row -> row(table, placed, row));
        return table.build();
    }

    private static Block.Table.Builder table(String title, String note) {
        return Block.Table.titled(title)
                .note(note)
                .columns(
                        Column.text("Cluster"),
                        Column.prose("Fails", 24),
                        Column.prose("Alike", 36),
                        Column.number("VMs that restart"),
                        Column.number("VMs stopped for them"),
                        Column.number("VMs that stay down, as they may"),
                        Column.number("VMs lost"),
                        Column.prose("Verdict", 30),
                        Column.prose("Without a restart", 60));
    }

    private void row(Block.Table.Builder table, ClusterPlacement placed, FailureTable.Row row) {
        HostFailure failure = row.failure();
        int lost = failure.lost().size();
        table.row(
                Entry.text(placed.cluster().cluster().name()),
                Entry.text(hosts(placed, failure.hosts())),
                Entry.text(
                        row.sets().size() == 1
                                ? ""
                                : row.sets().stream()
                                                .skip(1)
                                                .limit(PAIRS)
                                                .map(hosts -> hosts(placed, hosts))
                                                .collect(Collectors.joining(", "))
                                        + (row.sets().size() - 1 > PAIRS
                                                ? " and " + (row.sets().size() - 1 - PAIRS) + " more"
                                                : "")),
                Entry.number(failure.restarted().size()),
                Entry.number(failure.evicted().size()),
                Entry.number(failure.down().size()),
                Entry.number(lost),
                verdict(failure),
                Entry.text(Stream.of(failure.lost(), failure.down())
                        .filter(vms -> !vms.isEmpty())
                        .map(this::reasons)
                        .collect(Collectors.joining(" "))));
    }

    private static Entry verdict(HostFailure failure) {
        return switch (failure.certainty()) {
            case PLANNED -> Entry.text("survived", Tone.GOOD);
            case NOT_FOUND -> Entry.text("no restart found, none ruled out", Tone.BAD);
            case RULED_OUT -> Entry.text("not survived (proven)", Tone.BAD);
        };
    }

    private static String hosts(ClusterPlacement placed, List<Integer> hosts) {
        return hosts.stream().map(placed::hostName).collect(Collectors.joining(" and "));
    }

    private String reasons(List<RefusedVm> vms) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        vms.forEach(vm -> byReason.computeIfAbsent(
                        VmClass.named(vm.reason().words(), material::workloadName), reason -> new ArrayList<>())
                .add(material.vmName(vm.vmClass(), vm.number())));
        return byReason.entrySet().stream()
                .map(entry -> names(entry.getValue()) + ": " + entry.getKey())
                .collect(Collectors.joining(" "));
    }

    private static String names(List<String> names) {
        return Optional.of(names)
                .filter(few -> few.size() <= 6)
                .map(few -> String.join(", ", few))
                .orElseGet(() -> String.join(", ", names.subList(0, 5)) + " and " + (names.size() - 5) + " more");
    }
}
