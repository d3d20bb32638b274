package org.sizewright.accuracy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.model.ModelShape;
import org.sizewright.sizing.throughput.ThroughputPrediction;
import org.sizewright.sizing.throughput.ThroughputPrediction.Outcome;

/** Tokens per second of measured runs. */
final class SpeedPrediction {
    private SpeedPrediction() {}

    static Map<String, Estimate> of(MeasuredCase run, ModelArchitecture model, ModelShape shape, Library library) {
        Inputs inputs = run.inputs();
        ThroughputPrediction.Run conditions = new ThroughputPrediction.Run(
                ThroughputPrediction.Kind.parse(run.kind())
                        .orElseThrow(() -> new UnknownInput("no speed is known for runs of kind " + run.kind())),
                run.engine().isBlank() ? inputs.text("engine").orElse("") : run.engine(),
                inputs.text("gpu").orElse(""),
                inputs.text("precision"),
                count(inputs, "tp"),
                count(inputs, "pp"),
                count(inputs, "dep"),
                count(inputs, "gpus"),
                inputs.text("layout"),
                count(inputs, "isl"),
                count(inputs, "osl"),
                count(inputs, "batch"),
                inputs.text("speed_definition"));
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        ThroughputPrediction.of(model, shape, conditions, library)
                .forEach((metric, outcome) -> estimates.put(metric, estimate(outcome)));
        return estimates;
    }

    private static OptionalInt count(Inputs inputs, String name) {
        return inputs.count(name).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Estimate estimate(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Predicted predicted ->
                predicted
                        .band()
                        .map(band -> Estimate.Known.of(predicted.value(), band.min(), band.max()))
                        .orElseGet(() -> Estimate.Known.exact(predicted.value()));
            case Outcome.NotPredicted none -> new Estimate.NotPredicted(none.reason());
        };
    }
}
