package org.sizewright.accuracy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelId;
import org.sizewright.library.model.ShapeResult;

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
                            "checkpoint_size" -> GenerationPrediction.of(run, model, known.shape(), library);
                    case "max_load_throughput", "single_stream", "batch_decode" ->
                        SpeedPrediction.of(run, model, known.shape(), library);
                    case "finetune", "pretrain", "training_throughput" ->
                        TrainingPrediction.of(run, model, known.shape(), library);
                    default -> Map.of();
                };
        };
    }
}
