package org.sizewright.sizing.throughput;

import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Given;
import org.sizewright.figure.Source;
import org.sizewright.figure.Value;
import org.sizewright.library.AccuracyBand;
import org.sizewright.library.Library;
import org.sizewright.library.ThroughputModel;

/**
 * How many measured runs stand behind an estimate for this GPU, engine and kind of load, and the band that they earned it.
 *
 * @param cases 0 if none was measured
 * @param band empty if there are no cases
 * @param text for people
 */
public record MeasuredCases(int cases, Optional<AccuracyBand> band, String text) {
    /** What a cell shows in place of a bound that was never earned. */
    public static final String NOT_MEASURED = "not measured";

    static MeasuredCases none(String text) {
        return new MeasuredCases(0, Optional.empty(), text);
    }

    /**
     * @param engine the engine's id, or its name as a report states it
     * @param figure which of the model's bands
     */
    static MeasuredCases of(ThroughputModel model, Served subject, String engine, String figure, Library library) {
        String gpu = subject.gpu().name();
        int onGpu = model.casesOn(subject.gpu().id());
        if (!model.isOf(engine)) {
            return none("no measured case on " + gpu + " with this engine; the constants are those of " + model.title()
                    + (onGpu > 0 ? " (" + onGpu + " cases on this GPU)" : ""));
        }
        if (onGpu == 0) {
            return none("no measured case on " + gpu + "; the constants come from " + model.cases()
                    + " cases on other GPUs (" + model.title() + ")");
        }
        Optional<AccuracyBand> band =
                model.bandOf(figure, subject.model().family()).flatMap(library::accuracyBand);
        return band.map(earned -> new MeasuredCases(
                        onGpu,
                        band,
                        onGpu + " measured cases on " + gpu + " (" + model.title() + "); band of " + earned.title()))
                .orElseGet(() -> none("no band was earned for this figure on " + gpu));
    }

    Given count() {
        return Given.fact(cases, source());
    }

    Given low() {
        return side(band.map(AccuracyBand::low));
    }

    Given high() {
        return side(band.map(AccuracyBand::high));
    }

    private Given side(Optional<Double> bound) {
        return bound.map(number -> Given.fact(number, source()))
                .orElseGet(() -> new Given(new Value.Unknown(NOT_MEASURED, text), source(), Optional.empty()));
    }

    private Source source() {
        return Source.of(
                text,
                band.map(earned -> "record " + earned.key()).orElse(""),
                "",
                band.map(AccuracyBand::evidence).orElse(Evidence.INFERRED));
    }
}
