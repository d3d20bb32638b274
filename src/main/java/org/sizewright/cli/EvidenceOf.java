package org.sizewright.cli;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Explanation;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Source;

/** How far numbers can be trusted: a number no further than the weakest of what it rests on. Not for several threads. */
final class EvidenceOf {
    /** What somebody chose or typed in is not in doubt, so that it stands before all that was read. */
    private static final List<Evidence> FROM_STRONG_TO_WEAK = List.of(
            Evidence.TYPED,
            Evidence.COMPUTED,
            Evidence.VERIFIED,
            Evidence.SECOND_HAND,
            Evidence.INFERRED,
            Evidence.RECALLED,
            Evidence.CONFLICTING);

    private final FigureBook book;
    private final Map<Cell, Evidence> known = new HashMap<>();

    EvidenceOf(FigureBook book) {
        this.book = book;
    }

    Evidence weakest(Cell cell) {
        Evidence before = known.get(cell);
        if (before != null) {
            return before;
        }
        Explanation why = book.explain(cell);
        Evidence weakest = Stream.concat(
                        why.sources().stream().map(Source::evidence),
                        why.inputs().stream().map(this::weakest))
                .max(Comparator.comparingInt(FROM_STRONG_TO_WEAK::indexOf))
                .orElse(Evidence.VERIFIED);
        known.put(cell, weakest);
        return weakest;
    }
}
