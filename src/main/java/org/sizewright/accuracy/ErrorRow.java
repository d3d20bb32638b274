package org.sizewright.accuracy;

import java.util.List;

/**
 * How far the estimates of one kind and figure were from what was measured.
 *
 * @param cases that were measured and predicted
 * @param missing measured but not predicted
 * @param median of |predicted - measured| / measured
 * @param inside share of the cases whose measured value lies within the band of the estimate
 * @param low measured / predicted, 2.5th percentile, the nearest rank outwards
 * @param high measured / predicted, 97.5th percentile, likewise
 */
public record ErrorRow(
        String kind,
        String metric,
        int cases,
        int missing,
        double median,
        double p90,
        double max,
        double inside,
        double low,
        double high) {

    /** One measured figure of a case beside its estimate. */
    public record Pair(double measured, Estimate.Known estimate) {
        double error() {
            return measured == 0
                    ? (estimate.value() == 0 ? 0 : Double.POSITIVE_INFINITY)
                    : Math.abs(estimate.value() - measured) / Math.abs(measured);
        }

        boolean isInside() {
            // a figure that is exact has no width, and sums differ in their last digits
            double slack = Math.abs(measured) * LAST_DIGITS;
            return measured >= estimate.low() - slack && measured <= estimate.high() + slack;
        }
    }

    private static final double LAST_DIGITS = 1e-9;

    static ErrorRow of(String kind, String metric, List<Pair> pairs, int missing) {
        double[] errors = pairs.stream().mapToDouble(Pair::error).sorted().toArray();
        double[] ratios = pairs.stream()
                .filter(pair -> pair.estimate().value() != 0)
                .mapToDouble(pair -> pair.measured() / pair.estimate().value())
                .sorted()
                .toArray();
        return new ErrorRow(
                kind,
                metric,
                errors.length,
                missing,
                quantile(errors, 0.5),
                quantile(errors, 0.9),
                errors.length == 0 ? Double.NaN : errors[errors.length - 1],
                pairs.isEmpty()
                        ? Double.NaN
                        : (double) pairs.stream().filter(Pair::isInside).count() / pairs.size(),
                outward(ratios, 0.025, false),
                outward(ratios, 0.975, true));
    }

    /** The nearest rank outwards: of few cases the outermost, since no quantile lies further out. */
    private static double outward(double[] sorted, double share, boolean up) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double rank = share * (sorted.length - 1);
        return sorted[(int) (up ? Math.ceil(rank) : Math.floor(rank))];
    }

    /** Between the two nearest ranks, linearly; not a number for none. */
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double rank = share * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
