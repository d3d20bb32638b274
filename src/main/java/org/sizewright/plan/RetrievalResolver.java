package org.sizewright.plan;

import java.util.List;
import java.util.Optional;
import org.sizewright.library.Engine;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.RetrievalRecord.VectorElement;
import org.sizewright.library.RetrievalRecord.VectorIndex;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.ResolvedWorkload.Search;

/** Looks up what retrieval names. */
final class RetrievalResolver {
    private final Library library;
    private final List<Unresolved> problems;

    RetrievalResolver(Library library, List<Unresolved> problems) {
        this.library = library;
        this.problems = problems;
    }

    Optional<ResolvedWorkload> resolve(Retrieval retrieval) {
        String path = "/workloads/" + retrieval.id();
        VectorStore store = retrieval.store();
        Optional<VectorIndex> index = Resolver.found(
                problems,
                library.vectorIndex(store.index()),
                path + "/store/index",
                retrieval.name(),
                "vector index",
                store.index().value());
        Optional<VectorElement> element = Resolver.found(
                problems,
                library.vectorElement(store.element()),
                path + "/store/element",
                retrieval.name(),
                "vector element",
                store.element().value());
        Optional<Engine> engine = Resolver.found(
                problems,
                library.engine(retrieval.engine()),
                path + "/engine",
                retrieval.name(),
                "serving engine",
                retrieval.engine().value());
        Optional<Search.Model> embedding =
                model(retrieval, Optional.of(retrieval.embedding()), path + "/embedding", false);
        Optional<Search.Model> reranker = model(retrieval, retrieval.reranker(), path + "/reranker", false);
        Optional<Search.Model> guardrail = model(retrieval, retrieval.guardrail(), path + "/guardrail", true);
        if (index.isEmpty()
                || element.isEmpty()
                || engine.isEmpty()
                || embedding.isEmpty()
                || reranker.isPresent() != retrieval.reranker().isPresent()
                || guardrail.isPresent() != retrieval.guardrail().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                new Search(retrieval, index.get(), element.get(), engine.get(), embedding.get(), reranker, guardrail));
    }

    /** @param answers whether the model writes words if it can; an encoder cannot */
    private Optional<Search.Model> model(
            Retrieval retrieval, Optional<Retrieval.Service> wanted, String path, boolean answers) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Retrieval.Service service = wanted.get();
        Optional<ModelArchitecture> model = Resolver.found(
                problems,
                library.model(service.model()),
                path + "/model",
                retrieval.name(),
                "model",
                service.model().value());
        Optional<NumberFormat> weights = Resolver.found(
                problems,
                library.numberFormat(service.weights()),
                path + "/weights",
                retrieval.name(),
                "number format",
                service.weights().value());
        if (model.isEmpty() || weights.isEmpty()) {
            return Optional.empty();
        }
        return switch (library.shape(model.get())) {
            case ShapeResult.Known known ->
                Optional.of(Search.Model.of(library, service, model.get(), known.shape(), weights.get(), answers));
            case ShapeResult.Refused refused -> {
                problems.add(new Unresolved(
                        path + "/model",
                        retrieval.name(),
                        Resolver.sentence(refused.reasons()),
                        "Enter the totals of the model, or choose another one."));
                yield Optional.empty();
            }
        };
    }
}
