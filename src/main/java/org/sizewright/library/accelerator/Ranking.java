package org.sizewright.library.accelerator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sizewright.library.Fact;

/** Which of several facts is the best for certain. */
public final class Ranking {
    private Ranking() {}

    /**
     * Marks the best, each of them if several share the place. Where one is unknown, another could be better: none is marked. Where
     * sources print different values, the least favourable one must still win. Where all are equal, none is marked.
     */
    public static List<Boolean> best(Measure.Better better, List<Fact<Double>> facts) {
        List<Boolean> marks = new ArrayList<>();
        for (Fact<Double> fact : facts) {
            marks.add(facts.stream().allMatch(Fact::isKnown)
                    && facts.stream().allMatch(other -> other == fact || isNotBeaten(better, fact, other)));
        }
        return marks.contains(false)
                ? marks
                : marks.stream().map(ignored -> false).toList();
    }

    private static boolean isNotBeaten(Measure.Better better, Fact<Double> fact, Fact<Double> other) {
        double sign = better == Measure.Better.MORE ? 1 : -1;
        double worst = values(fact).mapToDouble(value -> sign * value).min().orElseThrow();
        double best = values(other).mapToDouble(value -> sign * value).max().orElseThrow();
        return worst >= best;
    }

    private static Stream<Double> values(Fact<Double> fact) {
        return switch (fact) {
            case Fact.Known<Double> known ->
                Stream.concat(Stream.of(known.value()), known.others().stream().map(Fact.Other::value));
            case Fact.Unknown<Double> unknown -> Stream.empty();
        };
    }
}
