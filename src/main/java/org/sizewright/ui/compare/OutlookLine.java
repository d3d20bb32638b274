package org.sizewright.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Why;

/** One property in all columns, prepared. */
record OutlookLine(String id, String group, String label, List<Entry> entries) {
    OutlookLine {
        entries = List.copyOf(entries);
    }

    /**
     * What one column says.
     *
     * @param tone where it is good or bad
     * @param known whether it is known
     */
    record Entry(String value, String note, boolean known, Optional<Tone> tone, Supplier<Why> why) {
        Entry withTone(Tone changed) {
            return new Entry(value, note, known, Optional.of(changed), why);
        }
    }
}
