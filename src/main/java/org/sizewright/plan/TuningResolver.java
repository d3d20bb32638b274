package org.sizewright.plan;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.Optimiser;
import org.sizewright.library.TrainingObjective;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TuningMethod;
import org.sizewright.library.model.ShapeResult;

/** Looks up what fine-tuning names, and what it takes of its hosts. */
final class TuningResolver {
    private final Library library;
    private final List<Unresolved> problems;

    TuningResolver(Library library, List<Unresolved> problems) {
        this.library = library;
        this.problems = problems;
    }

    Optional<ResolvedWorkload> resolve(FineTuning tuning) {
        Optional<ModelArchitecture> model = found(
                tuning,
                library.model(tuning.model()),
                "model",
                "model",
                tuning.model().value());
        Optional<TuningMethod> method = found(
                tuning,
                library.tuningMethod(tuning.method().id()),
                "method/id",
                "tuning method",
                tuning.method().id());
        Optional<NumberFormat> weights = found(
                tuning,
                library.numberFormat(tuning.weights()),
                "weights",
                "number format",
                tuning.weights().value());
        Optional<Optimiser> optimiser = found(
                tuning,
                library.optimiser(tuning.software().optimiser()),
                "software/optimiser",
                "optimiser",
                tuning.software().optimiser());
        Optional<TrainingStack> stack = found(
                tuning,
                library.trainingStack(tuning.software().stack()),
                "software/stack",
                "training software",
                tuning.software().stack());
        Optional<TrainingObjective> objective = found(
                tuning,
                library.trainingObjective(tuning.goal().objective()),
                "goal/objective",
                "training objective",
                tuning.goal().objective());
        if (model.isEmpty()
                || method.isEmpty()
                || weights.isEmpty()
                || optimiser.isEmpty()
                || stack.isEmpty()
                || objective.isEmpty()) {
            return Optional.empty();
        }
        return switch (library.shape(model.get())) {
            case ShapeResult.Known known ->
                Optional.of(new ResolvedWorkload.Tuning(
                        tuning,
                        model.get(),
                        known.shape(),
                        method.get(),
                        weights.get(),
                        optimiser.get(),
                        stack.get(),
                        objective.get()));
            case ShapeResult.Refused refused -> {
                problems.add(new Unresolved(
                        path(tuning) + "/model",
                        tuning.name(),
                        Resolver.sentence(refused.reasons()),
                        "Enter the totals of the model, or choose another one."));
                yield Optional.empty();
            }
        };
    }

    private <T> Optional<T> found(FineTuning tuning, Optional<T> record, String field, String kind, String id) {
        return Resolver.found(problems, record, path(tuning) + "/" + field, tuning.name(), kind, id);
    }

    private static String path(FineTuning tuning) {
        return "/workloads/" + tuning.id();
    }
}
