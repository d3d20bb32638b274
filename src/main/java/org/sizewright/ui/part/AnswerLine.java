package org.sizewright.ui.part;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sizewright.ui.look.Tone;

/** One property in all columns, prepared. */
public record AnswerLine(String id, String group, String label, List<Entry> entries) {
    public AnswerLine {
        entries = List.copyOf(entries);
    }

    /**
     * What one column says.
     *
     * @param tone where it is good or bad
     * @param known whether it is known
     */
    public record Entry(String value, String note, boolean known, Optional<Tone> tone, Supplier<Why> why) {
        public Entry withTone(Tone changed) {
            return new Entry(value, note, known, Optional.of(changed), why);
        }
    }
}
