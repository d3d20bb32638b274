package org.sizewright.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sizewright.figure.Cell;
import org.sizewright.plan.OptionId;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Severity;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Why;

/** The options of a plan side by side, prepared. */
record Comparison(List<Column> columns, List<Line> lines) {
    /** How it stands with an option, in a word. */
    record Verdict(String word, Tone tone) {
        /** Of an option that is not calculated yet if there is no result. */
        static Verdict of(Texts texts, Optional<OptionResult> result) {
            if (result.isEmpty()) {
                return new Verdict(texts.get("compare.verdict.waiting"), Tone.NEUTRAL);
            }
            long refused = result.get().placements().stream()
                    .mapToLong(placed -> placed.all().refused().size())
                    .sum();
            if (refused > 0) {
                return new Verdict(texts.get("compare.verdict.refused", refused), Tone.ERROR);
            }
            if (result.get().open(Severity.ERROR) > 0) {
                return new Verdict(texts.get("compare.verdict.errors"), Tone.ERROR);
            }
            return result.get().open(Severity.WARNING) > 0
                    ? new Verdict(texts.get("compare.verdict.warnings"), Tone.WARN)
                    : new Verdict(texts.get("compare.verdict.works"), Tone.OK);
        }
    }

    /** An option. */
    record Column(OptionId id, String letter, String name, boolean live, Verdict verdict) {}

    /**
     * One property of all options.
     *
     * @param differs whether the options do not all say the same
     */
    record Line(String id, String group, String label, boolean differs, List<Entry> entries) {
        Line {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What one option says.
     *
     * @param best whether no other option that works can be better
     */
    record Entry(String value, String note, boolean known, boolean best, Optional<Tone> tone, Explained explained) {
        Entry asBest() {
            return new Entry(value, note, known, true, tone, explained);
        }
    }

    /** What stands behind an entry. */
    sealed interface Explained {
        /** A figure of the option. */
        record ByFigure(Cell cell, Supplier<Why> why) implements Explained {}

        /** Something told in words. */
        record ByWords(Supplier<Why> why) implements Explained {}

        /** Nothing, since nothing was calculated. */
        record Nothing() implements Explained {}
    }

    Comparison {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** Only the lines in which the options differ; all of them where there is nothing to compare. */
    List<Line> differing() {
        return columns.size() < 2 ? lines : lines.stream().filter(Line::differs).toList();
    }
}
