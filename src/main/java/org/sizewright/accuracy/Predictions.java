package org.sizewright.accuracy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.sizing.CaseInputs;
import org.sizewright.sizing.InferenceCases;
import org.sizewright.sizing.InferencePrediction;
import org.sizewright.sizing.training.TrainingCase;
import org.sizewright.sizing.training.TrainingPrediction;

/** Predicts the measured figures of cases with the figures of the sizing itself. */
public final class Predictions {
    private final Library library;

    public Predictions(Library library) {
        this.library = library;
    }

    /** One estimate for every figure that the case names, in its order. */
    public Map<String, Estimate> of(MeasuredCase run) {
        Map<String, Estimate> all;
        try {
            all = predict(run);
        } catch (UnknownInput unknown) {
            return notPredicted(run, String.valueOf(unknown.getMessage()));
        }
        Map<String, Estimate> asked = new LinkedHashMap<>();
        run.measured()
                .keySet()
                .forEach(metric -> asked.put(
                        metric,
                        Optional.ofNullable(all.get(metric))
                                .orElse(new Estimate.NotPredicted(
                                        "no figure of this name for cases of kind " + run.kind()))));
        return asked;
    }

    private static Map<String, Estimate> notPredicted(MeasuredCase run, String reason) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        run.measured().keySet().forEach(metric -> estimates.put(metric, new Estimate.NotPredicted(reason)));
        return estimates;
    }

    private Map<String, Estimate> training(MeasuredCase run, ModelArchitecture model, ModelShape shape) {
        TrainingCase conditions = TrainingCase.of(run.inputs().values(), Optional.of(run.engine()));
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        TrainingPrediction.of(conditions, model, shape, library)
                .forEach((metric, estimate) -> estimates.put(
                        metric,
                        switch (estimate) {
                            case TrainingPrediction.Estimate.Known known ->
                                Estimate.Known.of(known.value(), known.low(), known.high());
                            case TrainingPrediction.Estimate.NotPredicted none ->
                                new Estimate.NotPredicted(none.reason());
                        }));
        return estimates;
    }

    private Map<String, Estimate> inference(MeasuredCase run, ModelArchitecture model, ModelShape shape) {
        return switch (InferenceCases.predict(
                run.kind(), new CaseInputs(run.inputs().values()), model, shape, library)) {
            case InferencePrediction.Refused refused -> throw new UnknownInput(refused.reason());
            case InferencePrediction.Known known -> {
                Map<String, Estimate> estimates = new LinkedHashMap<>();
                known.metrics()
                        .forEach((metric, estimate) -> estimates.put(
                                metric, Estimate.Known.of(estimate.value(), estimate.low(), estimate.high())));
                yield estimates;
            }
        };
    }

    private Map<String, Estimate> predict(MeasuredCase run) {
        ModelArchitecture model = library.model(ModelId.of(run.model()))
                .orElseThrow(() -> new UnknownInput("the library has no model \"" + run.model() + "\""));
        return switch (library.shape(model)) {
            case ShapeResult.Refused refused -> throw new UnknownInput(String.join("; ", refused.reasons()));
            case ShapeResult.Known known ->
                switch (run.kind()) {
                    case "vllm_profile", "kv_pool" ->
                        new ServingPrediction(run, model, known.shape(), library).predict();
                    case "hf_generate",
                            "litgpt_inference",
                            "awq_inference",
                            "gguf_size",
                            "kv_size",
                            "checkpoint_size" -> inference(run, model, known.shape());
                    case "max_load_throughput", "single_stream", "batch_decode" ->
                        SpeedPrediction.of(run, model, known.shape(), library);
                    case "finetune", "pretrain", "training_throughput" -> training(run, model, known.shape());
                    default -> Map.of();
                };
        };
    }
}
