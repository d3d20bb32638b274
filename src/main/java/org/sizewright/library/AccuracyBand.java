package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * How far one kind of estimate was from what was measured: the central 95 % of measured / predicted over the cases, with the
 * median and the 90th percentile of the relative error. Written by {@code accuracy --bands}, or wider where constants were fitted on
 * few cases and the band comes from leaving some of them out; never by eye.
 *
 * @param cases how many measured cases stand behind it
 * @param low the measured value was at least this part of the estimate in all but the lowest 2.5 %
 * @param high and at most this multiple of it in all but the highest 2.5 %
 * @param fitted what was fitted, and on how many cases
 */
public record AccuracyBand(
        String id,
        String title,
        int cases,
        double medianError,
        double p90Error,
        double low,
        double high,
        Optional<String> fitted,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {
    public AccuracyBand {
        Checks.notBlank("id", id);
        Checks.notBlank("title", title);
        Checks.atLeast("cases", 1, cases);
        if (!(low > 0 && low <= 1 && high >= 1 && Double.isFinite(high))) {
            throw new IllegalArgumentException("\"low\" " + low + " and \"high\" " + high + " do not enclose 1");
        }
        if (!(medianError >= 0 && p90Error >= medianError)) {
            throw new IllegalArgumentException("\"medianError\" and \"p90Error\" are not in order");
        }
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ACCURACY_BAND;
    }

    @Override
    public String key() {
        return id;
    }
}
