package org.sizewright.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All estimates of a list of cases, and their errors by kind and figure. A measured value that is not given is not scored. */
public record AccuracyReport(List<Line> lines, List<ErrorRow> errors) {
    /** One figure of one case. */
    public record Line(MeasuredCase run, String metric, Optional<Double> measured, Estimate estimate) {}

    public AccuracyReport {
        lines = List.copyOf(lines);
        errors = List.copyOf(errors);
    }

    public static AccuracyReport of(List<MeasuredCase> cases, Predictions predictions) {
        List<Line> lines = new ArrayList<>();
        for (MeasuredCase run : cases) {
            Map<String, Estimate> estimates = predictions.of(run);
            run.measured()
                    .forEach((metric, measured) -> lines.add(new Line(
                            run,
                            metric,
                            measured,
                            estimates.getOrDefault(metric, new Estimate.NotPredicted("not predicted")))));
        }
        return new AccuracyReport(lines, errors(lines));
    }

    private static List<ErrorRow> errors(List<Line> lines) {
        Map<List<String>, List<ErrorRow.Pair>> pairs = new LinkedHashMap<>();
        Map<List<String>, Integer> missing = new LinkedHashMap<>();
        for (Line line : lines) {
            if (line.measured().isEmpty()) {
                continue;
            }
            List<String> key = List.of(line.run().kind(), line.metric());
            pairs.computeIfAbsent(key, each -> new ArrayList<>());
            switch (line.estimate()) {
                case Estimate.Known known ->
                    pairs.get(key).add(new ErrorRow.Pair(line.measured().get(), known));
                case Estimate.NotPredicted none -> missing.merge(key, 1, Integer::sum);
            }
        }
        List<ErrorRow> rows = new ArrayList<>();
        pairs.forEach((key, list) ->
                rows.add(ErrorRow.of(key.getFirst(), key.getLast(), list, missing.getOrDefault(key, 0))));
        return rows;
    }

    /** The lines with the largest errors first. */
    public List<Line> worst(String kind, int most) {
        return lines.stream()
                .filter(line -> line.run().kind().equals(kind)
                        && line.measured().isPresent()
                        && line.estimate() instanceof Estimate.Known)
                .sorted(Comparator.comparingDouble((Line line) -> -error(line)))
                .limit(most)
                .toList();
    }

    /** Relative error of a line; 0 where nothing was measured or predicted. */
    public static double error(Line line) {
        return line.estimate() instanceof Estimate.Known known
                        && line.measured().isPresent()
                ? new ErrorRow.Pair(line.measured().get(), known).error()
                : 0;
    }
}
