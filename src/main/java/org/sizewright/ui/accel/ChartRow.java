package org.sizewright.ui.accel;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.sizewright.library.Fact;
import org.sizewright.library.accelerator.Measure;

/**
 * A bar of a chart.
 *
 * @param place among the GPUs side by side, counted from 0; -1 for the others
 * @param aside whether others stand out and this one does not
 * @param most the value that a full bar stands for
 */
record ChartRow(GpuRow gpu, Measure measure, Fact<Double> fact, int place, boolean aside, double most) {

    /** The bars of a chart: large values first, what is unknown at the end, in the order in which it came. */
    static List<ChartRow> of(List<GpuRow> rows, Measure measure) {
        double most = rows.stream()
                .flatMapToDouble(row -> values(measure.of(row.gpu())).stream().mapToDouble(Double::doubleValue))
                .max()
                .orElse(1);
        boolean any = rows.stream().anyMatch(row -> row.letter().isPresent());
        return rows.stream()
                .map(row -> new ChartRow(
                        row,
                        measure,
                        measure.of(row.gpu()),
                        row.letter().map(letter -> letter.charAt(0) - 'A').orElse(-1),
                        any && row.letter().isEmpty(),
                        most))
                .sorted(Comparator.comparingDouble(
                        row -> row.value().isPresent() ? -row.value().getAsDouble() : Double.POSITIVE_INFINITY))
                .collect(Collectors.toList());
    }

    OptionalDouble value() {
        return fact.asOptional().map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** What other sources print. */
    List<Double> others() {
        return fact instanceof Fact.Known<Double> known
                ? known.others().stream().map(Fact.Other::value).toList()
                : List.of();
    }

    private static List<Double> values(Fact<Double> fact) {
        return switch (fact) {
            case Fact.Known<Double> known -> {
                List<Double> all =
                        known.others().stream().map(Fact.Other::value).collect(Collectors.toList());
                all.add(known.value());
                yield all;
            }
            case Fact.Unknown<Double> unknown -> List.of();
        };
    }
}
