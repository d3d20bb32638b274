package org.sizewright.ui.workloads;

import java.util.Map;
import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.ui.chart.Curves;

/** The memory of one GPU over the context and over the requests in work. */
record MemoryCurves(Drawing overContext, Drawing overRequests) {
    /**
     * One chart.
     *
     * @param curves empty where there is nothing to draw
     * @param reason said instead of curves
     * @param rows the figures behind each place of the chart
     */
    record Drawing(Optional<Curves> curves, String reason, Map<Double, Spot> rows) {
        Drawing {
            rows = Map.copyOf(rows);
        }

        static Drawing none(String reason) {
            return new Drawing(Optional.empty(), reason, Map.of());
        }
    }

    /** The figures of one point. */
    record Spot(Trial trial, RowKey row) {}

    static MemoryCurves none(String reason) {
        return new MemoryCurves(Drawing.none(reason), Drawing.none(reason));
    }
}
