package org.sizewright.sizing;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.ModelArchitecture;

/**
 * The parameters of decoder-only language models, counted from their architecture: attention and MLP matrices of every layer, and
 * what stands outside them (embedding, output head, norms, biases, routers), since quantisation leaves that at 16 bit.
 */
public final class ModelParameters {
    private static final Source DECODER = Source.of(
            "Parameter rule of decoder-only transformers; gives the totals recorded with the configurations in the library",
            "assets/library/models.json",
            "2026-11-21",
            Evidence.INFERRED);
    public final Figure hidden;
    public final Figure layers;
    public final Figure kvHeads;
    public final Figure headDim;
    public final Figure vocabulary;
    public final Figure expertsPerToken;
    public final Figure width;
    public final Figure routers;
    public final Figure matrixParameters;
    public final Figure otherParameters;
    public final Figure parameters;

    private final Facts facts;
    private final Function<RowKey, ModelArchitecture> models;

    ModelParameters(FigureBook.Scope w, Facts facts, Function<RowKey, ModelArchitecture> models) {
        this.facts = facts;
        this.models = models;
        hidden = w.fact("hidden_size", Unit.COUNT, "Hidden size", row -> of(row, ModelArchitecture::hidden));
        layers = w.fact("layers", Unit.COUNT, "Layers", row -> of(row, ModelArchitecture::layers));
        Figure heads = w.fact("heads", Unit.COUNT, "Query heads", row -> of(row, ModelArchitecture::heads));
        kvHeads = w.fact("kv_heads", Unit.COUNT, "KV heads", row -> of(row, ModelArchitecture::kvHeads));
        headDim = w.fact("head_dim", Unit.COUNT, "Head dimension", row -> of(row, ModelArchitecture::headDim));
        vocabulary = w.fact("vocabulary", Unit.COUNT, "Vocabulary", row -> of(row, ModelArchitecture::vocab));
        Figure experts = w.fact(
                "experts",
                Unit.COUNT,
                "Experts per layer",
                row -> of(row, m -> m.experts().map(e -> e.count()).orElse(1)));
        expertsPerToken = w.fact(
                "experts_per_token",
                Unit.COUNT,
                "Experts per token",
                row -> of(row, m -> m.experts().map(e -> e.perToken()).orElse(1)));
        width = w.fact(
                "mlp_width",
                Unit.COUNT,
                "MLP width",
                row -> of(row, m -> m.experts().map(e -> e.intermediate()).orElse(m.intermediate())));
        Figure mlpMatrices =
                w.fact("mlp_matrices", Unit.COUNT, "Matrices of an MLP", row -> of(row, m -> m.gatedMlp() ? 3 : 2));
        Figure outputHeads =
                w.fact("own_output_head", Unit.COUNT, "Output head of its own", row -> of(row, m -> m.tied() ? 0 : 1));
        Figure qkvBias = w.fact("qkv_bias", Unit.COUNT, "Bias on q, k, v", row -> of(row, m -> m.qkvBias() ? 1 : 0));
        Figure outputBias = w.fact(
                "output_bias", Unit.COUNT, "Bias on the attention output", row -> of(row, m -> m.outputBias() ? 1 : 0));
        Figure mlpBias = w.fact("mlp_bias", Unit.COUNT, "Bias in the MLP", row -> of(row, m -> m.mlpBias() ? 1 : 0));
        Figure qkNorm = w.fact("qk_norm", Unit.COUNT, "Norm on q and k", row -> of(row, m -> m.qkNorm() ? 1 : 0));
        routers = w.fact(
                "routers",
                Unit.COUNT,
                "Router per layer",
                row -> of(row, m -> m.experts().isPresent() ? 1 : 0));

        Figure queryWidth = w.define("query_width", Unit.COUNT, "Query width", heads.times(headDim), DECODER);
        Figure kvWidth = w.define("kv_width", Unit.COUNT, "Key and value width", kvHeads.times(headDim), DECODER);
        Figure attention = w.define(
                "attention_parameters",
                Unit.COUNT,
                "Attention matrices of a layer",
                hidden.times(queryWidth).times(2).plus(hidden.times(kvWidth).times(2)),
                DECODER);
        Figure mlp = w.define(
                "mlp_parameters",
                Unit.COUNT,
                "MLP matrices of a layer",
                mlpMatrices.times(hidden).times(width).times(experts),
                DECODER);
        matrixParameters = w.define(
                "matrix_parameters",
                Unit.COUNT,
                "Parameters in layer matrices",
                layers.times(attention.plus(mlp)),
                DECODER);
        Figure embedding = w.define("embedding_parameters", Unit.COUNT, "Embedding", vocabulary.times(hidden), DECODER);
        Figure small = w.define(
                "small_parameters",
                Unit.COUNT,
                "Norms, biases and router of a layer",
                hidden.times(2)
                        .plus(qkvBias.times(queryWidth.plus(kvWidth.times(2))))
                        .plus(outputBias.times(hidden))
                        .plus(mlpBias.times(width.times(2).plus(hidden)))
                        .plus(qkNorm.times(headDim.times(2)))
                        .plus(routers.times(hidden).times(experts)),
                DECODER);
        otherParameters = w.define(
                "other_parameters",
                Unit.COUNT,
                "Embedding, output head, norms, biases",
                embedding
                        .plus(outputHeads.times(embedding))
                        .plus(layers.times(small))
                        .plus(hidden),
                DECODER);
        parameters = w.define("parameters", Unit.COUNT, "Parameters", matrixParameters.plus(otherParameters), DECODER);
    }

    private Given of(RowKey row, ToDoubleFunction<ModelArchitecture> number) {
        ModelArchitecture model = models.apply(row);
        return facts.of(model, model.evidence(), number.applyAsDouble(model));
    }
}
