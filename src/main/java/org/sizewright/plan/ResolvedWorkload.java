package org.sizewright.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.library.Engine;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelUse;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.Optimiser;
import org.sizewright.library.RetrievalRecord.VectorElement;
import org.sizewright.library.RetrievalRecord.VectorIndex;
import org.sizewright.library.TrainingObjective;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TuningMethod;
import org.sizewright.library.model.ModelShape;

/** A workload with its records looked up. */
public sealed interface ResolvedWorkload {
    Workload workload();

    record Llm(
            Workload.LlmServing workload,
            ModelArchitecture model,
            ModelShape shape,
            NumberFormat weights,
            NumberFormat kvCache,
            Engine engine)
            implements ResolvedWorkload {}

    record Vms(Workload.GpuVms workload) implements ResolvedWorkload {}

    record Tuning(
            FineTuning workload,
            ModelArchitecture model,
            ModelShape shape,
            TuningMethod method,
            NumberFormat weights,
            Optimiser optimiser,
            TrainingStack stack,
            TrainingObjective objective)
            implements ResolvedWorkload {}

    /** Retrieval with its records looked up. */
    record Search(
            Retrieval workload,
            VectorIndex index,
            VectorElement element,
            Engine engine,
            Model embedding,
            Optional<Model> reranker,
            Optional<Model> guardrail)
            implements ResolvedWorkload {
        /** A model of it; {@code generates} if it writes an answer, so that it keeps keys and values. */
        public record Model(
                Retrieval.Service service,
                ModelArchitecture model,
                ModelShape shape,
                NumberFormat weights,
                boolean generates) {
            /** @param answers whether it is asked to write words; what was made for vectors or scores cannot */
            public static Model of(
                    Library library,
                    Retrieval.Service service,
                    ModelArchitecture model,
                    ModelShape shape,
                    NumberFormat weights,
                    boolean answers) {
                return new Model(service, model, shape, weights, answers && writes(library.useOf(model)));
            }

            private static boolean writes(ModelUse use) {
                return switch (use) {
                    case GENERATION, GUARDRAIL -> true;
                    case EMBEDDING, RERANKER -> false;
                };
            }
        }

        public List<Model> models() {
            return Stream.of(Optional.of(embedding), reranker, guardrail)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }
}
