package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.ExistingFit;
import org.sizewright.placement.VmClass;

/** Whether everything fits on the hosts that are there, one row per cluster that has some, and which machines would move. */
final class ExistingFitTables {
    private final Material material;
    private final Block.Table.Builder clusters = Block.Table.titled("Hosts that are there")
            .note(
                    "Whether everything fits on these hosts alone, what must restart after a failure included. In place: machines that are"
                            + " pinned to them run there today and stay. After repacking: every machine may move. Computed by Sizewright; not"
                            + " formulas.")
            .columns(
                    Column.text("Cluster"),
                    Column.number("Hosts there"),
                    Column.number("VMs"),
                    Column.number("VMs that run there today"),
                    Column.prose("Fits in place", 22),
                    Column.prose("Fits after repacking", 22),
                    Column.number("VMs that move"),
                    Column.prose("More hosts needed", 34),
                    Column.prose("Why", 70));
    private final Block.Table.Builder moves = Block.Table.titled("VMs that move in the repacking")
            .columns(Column.text("Cluster"), Column.text("VM"), Column.prose("Today", 34), Column.prose("Then", 34));

    private ExistingFitTables(Material material) {
        this.material = material;
    }

    /** Nothing for an option without such hosts. */
    static List<Block> of(Material material) {
        return new ExistingFitTables(material).tables();
    }

    private List<Block> tables() {
        boolean anyMoves = false;
        boolean any = false;
        for (ClusterPlacement placed : material.live().placements()) {
            Optional<ExistingFit> fit = Optional.ofNullable(
                    material.live().existing().get(placed.cluster().cluster().id()));
            fit.ifPresent(found -> row(placed, found));
            any |= fit.isPresent();
            anyMoves |= fit.filter(found -> !found.moves().isEmpty()).isPresent();
        }
        List<Block> blocks = new ArrayList<>();
        if (any) {
            blocks.add(clusters.build());
        }
        if (anyMoves) {
            blocks.add(moves.build());
        }
        return blocks;
    }

    private void row(ClusterPlacement placed, ExistingFit fit) {
        String cluster = placed.cluster().cluster().name();
        clusters.row(
                Entry.text(cluster),
                Entry.number(fit.hosts()),
                Entry.number(fit.machines()),
                Entry.number(fit.today().size()),
                answer(fit.inPlace()),
                answer(fit.repacked()),
                Entry.number(fit.moves().size()),
                Entry.text(fit.more().stream()
                        .map(more -> more.range() + " like "
                                + placed.cluster()
                                        .groups()
                                        .get(more.group())
                                        .group()
                                        .name()
                                + (more.isProven() ? " (proven)" : ""))
                        .collect(Collectors.joining(", or "))),
                Entry.text(VmClass.named(fit.words(placed), material::workloadName)));
        fit.moves()
                .forEach(move -> moves.row(
                        Entry.text(cluster),
                        Entry.text(material.vmName(
                                move.from().vmClass(), move.from().number())),
                        Entry.text(placed.place(move.from())),
                        Entry.text(placed.place(move.to()))));
    }

    private static Entry answer(ExistingFit.Answer answer) {
        return switch (answer) {
            case ExistingFit.Answer.Fits fits -> Entry.text("yes", Tone.GOOD);
            case ExistingFit.Answer.Cannot cannot -> Entry.text("no (proven)", Tone.BAD);
            case ExistingFit.Answer.Open open -> Entry.text("not found, not ruled out", Tone.CAUTION);
        };
    }
}
