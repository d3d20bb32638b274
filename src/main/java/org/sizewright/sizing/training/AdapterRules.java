package org.sizewright.sizing.training;

import org.sizewright.library.TuningMethod.Rule;
import org.sizewright.library.TuningMethod.Terms;

/** Trainable parameters beside one matrix, for methods whose count is no sum of simple terms. */
final class AdapterRules {
    private AdapterRules() {}

    /** @param inMlp whether the matrix belongs to an MLP and not to the attention */
    static Terms terms(Tuning tuning, int rank, double in, double out, boolean inMlp) {
        Rule rule = tuning.method().rule();
        return switch (rule) {
            case TERMS -> tuning.method().terms();
            case IA3 -> inMlp ? new Terms(0, 0, 0, 1, 0, 0, 0) : new Terms(0, 0, 0, 0, 1, 0, 0);
            case LOKR -> number(lokr(rank, (long) in, (long) out, tuning.setting("factor", -1)));
            case OFT -> {
                double block = tuning.rank().isPresent()
                        ? Math.floor(in / rank)
                        : Math.min(in, tuning.setting("blockSize", 32));
                yield number(Math.ceil(in / Math.max(1, block)) * block * (block - 1) / 2);
            }
            case BOFT ->
                new Terms(0, 0, 0, (double) tuning.setting("factors", 1) * tuning.setting("blockSize", 4), 1, 0, 0);
            case C3A -> number(in * out / tuning.setting("blockSize", 64));
            case RANDLORA -> {
                double bases = Math.ceil(Math.min(in, out) / rank);
                yield number(bases * rank + bases * Math.min(in, out));
            }
            case VALUES -> number(tuning.setting("values", 1000));
        };
    }

    private static Terms number(double parameters) {
        return new Terms(0, 0, 0, 0, 0, 0, parameters);
    }

    private static double lokr(int rank, long in, long out, int factor) {
        long smallIn = smallFactor(in, factor);
        long smallOut = smallFactor(out, factor);
        double largeIn = (double) in / smallIn;
        double largeOut = (double) out / smallOut;
        boolean full = rank >= Math.max(largeIn, largeOut) / 2;
        return (double) smallIn * smallOut + (full ? largeIn * largeOut : rank * (largeIn + largeOut));
    }

    /** The largest divisor up to the root, and up to the factor unless that divides; no factor if it is not above zero. */
    private static long smallFactor(long width, int factor) {
        if (factor > 0 && width % factor == 0) {
            return Math.min(factor, width / factor);
        }
        long top = (long) Math.floor(Math.sqrt(width));
        if (factor > 0) {
            top = Math.min(top, factor);
        }
        for (long divisor = top; divisor > 1; divisor--) {
            if (width % divisor == 0) {
                return divisor;
            }
        }
        return 1;
    }
}
