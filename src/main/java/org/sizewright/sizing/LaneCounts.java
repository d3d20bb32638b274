package org.sizewright.sizing;

import java.util.OptionalInt;
import org.sizewright.figure.Lane;

/** A count that a search found for each reading of the demand; empty where it found none. */
public record LaneCounts(OptionalInt low, OptionalInt value, OptionalInt high) {
    public static LaneCounts of(int count) {
        return new LaneCounts(OptionalInt.of(count), OptionalInt.of(count), OptionalInt.of(count));
    }

    public OptionalInt in(Lane lane) {
        return switch (lane) {
            case LOW -> low;
            case VALUE -> value;
            case HIGH -> high;
        };
    }
}
