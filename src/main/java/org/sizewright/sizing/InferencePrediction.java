package org.sizewright.sizing;

import java.util.Map;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;

/** What the application says to a measured case: estimates by metric, or why there are none. */
public sealed interface InferencePrediction {
    /** A figure, converted to the unit of the case's metric. */
    record Estimate(Figure figure, double low, double value, double high) {}

    /** @param metrics by the names of the cases: {@code peak_allocated_gib}, {@code bits_per_weight}... */
    record Known(FigureBook figures, Map<String, Estimate> metrics) implements InferencePrediction {
        public Known {
            metrics = Map.copyOf(metrics);
        }
    }

    /** @param reason one sentence */
    record Refused(String reason) implements InferencePrediction {}
}
