package org.sizewright.sizing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;

/**
 * Boards that carry several GPUs, such as the A16 with four: what is bought, plugged in and fed with power is the board. A board is
 * whole even where the plan counts with fewer of its GPUs. Only defined where an option has such boards.
 */
public final class Boards {
    public final Figure perHost;
    /** Boards to add to hosts that are there; empty if there are none. */
    public final Optional<Figure> toAdd;

    Boards(
            FigureBook.Scope groups,
            Function<RowKey, GroupSubject> subjects,
            Figure gpusPerHost,
            Facts facts,
            Optional<ExistingHosts> existing) {
        Figure gpusOnBoard = groups.fact(
                "gpus_per_board",
                Unit.COUNT,
                "GPUs on a board",
                row -> facts.of(
                        subjects.apply(row).gpu(),
                        Evidence.VERIFIED,
                        subjects.apply(row).gpu().gpusPerBoard()));
        perHost = groups.define(
                "boards_per_host",
                Unit.COUNT,
                "GPU boards per host",
                gpusPerHost.dividedBy(gpusOnBoard).ceil());
        toAdd = existing.map(there -> groups.define(
                "boards_to_add",
                Unit.COUNT,
                "GPU boards to add per host",
                there.gpusToAdd.dividedBy(gpusOnBoard).ceil()));
    }

    static boolean isIn(List<GroupSubject> subjects) {
        return subjects.stream().anyMatch(subject -> subject.gpu().gpusPerBoard() > 1);
    }
}
