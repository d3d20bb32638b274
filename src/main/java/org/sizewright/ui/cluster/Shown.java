package org.sizewright.ui.cluster;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Cell;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.FactGrid;

/**
 * A figure as it is shown.
 *
 * @param note what it is compared with, or why it is unknown
 * @param mark a judgement in a word
 * @param cell what explains it
 */
record Shown(String label, String value, Optional<String> note, Optional<FactGrid.Mark> mark, Cell cell) {
    Shown withNote(String text) {
        return new Shown(label, value, Optional.of(text), mark, cell);
    }

    Shown withMark(String word, Tone tone) {
        return new Shown(label, value, note, Optional.of(new FactGrid.Mark(word, tone)), cell);
    }

    /** The row of a grid; its id is the place in the list. */
    FactGrid.Fact toFact(int index) {
        return new FactGrid.Fact(String.valueOf(index), label, value, note, mark, true);
    }

    static List<FactGrid.Fact> facts(List<Shown> figures) {
        return java.util.stream.IntStream.range(0, figures.size())
                .mapToObj(index -> figures.get(index).toFact(index))
                .toList();
    }
}
