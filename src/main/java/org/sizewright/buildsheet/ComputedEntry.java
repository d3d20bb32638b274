package org.sizewright.buildsheet;

import org.sizewright.figure.Bound;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;

/** A computed value in a cell: a number where it is exact, else its words with the bound. */
final class ComputedEntry {
    private ComputedEntry() {}

    static Entry of(Value value, int decimals) {
        return value instanceof Value.Known known && known.bound() != Bound.EXACT
                ? Entry.text(ValueText.of(value, Unit.COUNT, decimals), Tone.CAUTION)
                : Entry.number(value, decimals);
    }
}
