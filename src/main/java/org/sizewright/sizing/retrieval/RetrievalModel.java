package org.sizewright.sizing.retrieval;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.RowKey;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.Feed;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.Tensor;
import org.sizewright.plan.ResolvedWorkload.Search;

/** A model that is served for retrieval, with what of its shape counts. */
record RetrievalModel(RowKey row, RetrievalSubject subject, Search.Model model, RetrievalRole role) {
    /** The models of a subject, the one for embedding first. */
    static List<RetrievalModel> of(RetrievalSubject subject) {
        Search search = subject.search();
        List<RetrievalModel> models = new ArrayList<>();
        models.add(of(subject, search.embedding(), RetrievalRole.EMBEDDING));
        search.reranker().ifPresent(model -> models.add(of(subject, model, RetrievalRole.RERANKER)));
        search.guardrail().ifPresent(model -> models.add(of(subject, model, RetrievalRole.GUARDRAIL)));
        return models;
    }

    private static RetrievalModel of(RetrievalSubject subject, Search.Model model, RetrievalRole role) {
        RowKey of = subject.row();
        return new RetrievalModel(
                new RowKey(of.id() + role.suffix(), of.title() + ", " + role.title()), subject, model, role);
    }

    /** Pointer to a field of the model in the plan. */
    String path(String field) {
        return "/workloads/" + subject.search().workload().id() + "/" + role.field() + "/" + field;
    }

    double is(RetrievalRole wanted) {
        return role == wanted ? 1 : 0;
    }

    /** Parameters that the number format stores its own way; the others keep 16 bit. */
    double inFormat() {
        NumberFormat format = model.weights();
        if (format.ggufMix().isPresent()) {
            return model.shape().parameters();
        }
        double stored = 0;
        for (Tensor tensor : model.shape().outside()) {
            stored += isInFormat(format, tensor) ? tensor.parameters() : 0;
        }
        List<Layer> layers = model.shape().layers();
        for (int i = 0; i < layers.size(); i++) {
            boolean end = i < format.keepsEnds() || i >= layers.size() - format.keepsEnds();
            for (Tensor tensor : layers.get(i).tensors()) {
                stored += !end && isInFormat(format, tensor) ? tensor.parameters() : 0;
            }
        }
        return stored;
    }

    double inSixteenBit() {
        return model.shape().parameters() - inFormat();
    }

    private static boolean isInFormat(NumberFormat format, Tensor tensor) {
        return !format.keeps().contains(tensor.name())
                && switch (format.scope()) {
                    case ALL -> true;
                    case MATRICES -> tensor.quantised();
                    case EXPERTS -> tensor.quantised() && tensor.role() == Tensor.Role.EXPERTS;
                };
    }

    /** Width of the widest MLP that a token passes through. */
    double width() {
        return model.shape().layers().stream()
                .mapToDouble(layer -> switch (layer.feed()) {
                    case Feed.Dense dense -> dense.width();
                    case Feed.Experts experts -> experts.sharedWidth() + (double) experts.perToken() * experts.width();
                    case Feed.None none -> 0;
                })
                .max()
                .orElse(0);
    }

    boolean isGated() {
        return model.shape().layers().stream().anyMatch(layer -> switch (layer.feed()) {
            case Feed.Dense dense -> dense.gated();
            case Feed.Experts experts -> experts.gated();
            case Feed.None none -> false;
        });
    }

    /** Numbers kept of each token in all layers together; none where the model writes no words. */
    double cachedNumbers() {
        if (!model.generates()) {
            return 0;
        }
        return model.shape().layers().stream()
                .mapToDouble(layer -> switch (layer.mixer()) {
                    case Mixer.Attention attention ->
                        (double) attention.kvHeads() * (attention.headDim() + attention.valueDim());
                    case Mixer.Latent latent -> latent.latent() + latent.rope();
                    case Mixer.Recurrent recurrent -> 0;
                    case Mixer.None none -> 0;
                })
                .sum();
    }
}
