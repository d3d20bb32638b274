package org.sizewright.sizing.generation;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Unit;
import org.sizewright.library.model.Feed;

/**
 * Peaks of Hugging Face transformers: while it loads, while it reads the prompt, while it makes logits of the whole prompt (old
 * versions), and at the last token.
 */
final class TransformersPeaks {
    private static final int USUAL_POSITIONS = 32_768;

    private TransformersPeaks() {}

    static List<GenerationPeaks.Moment> define(GenerationPeaks g) {
        Formula perTokenHidden = GenerationPeaks.TWO_PER_TOKEN.times(g.hidden);
        Formula allTokens = g.prompt.plus(g.generated);
        Figure rotaryBytes =
                g.constant("gen_rotary_bytes", Unit.BYTE, "Bytes of a value of the rotary tables", "rotaryTableBytes");
        Figure rotaryValues = g.model(
                "gen_rotary_values",
                "Values of the rotary tables, all layers",
                subject -> g.attending(subject)
                        * 2
                        * subject.shape().maxPosition().orElse(USUAL_POSITIONS)
                        * subject.shape().rotaryDim());
        Figure fixed = g.define(
                "gen_fixed",
                Unit.GIB,
                "Weights, workspaces and tables",
                g.weights
                        .plus(g.lost)
                        .plus(g.workspace.times(g.gpus))
                        .plus(g.loaded.unpacked.times(g.gpus))
                        .plus(rotaryBytes.times(rotaryValues)));
        Figure headCopies = g.fact(
                "gen_head_copy",
                Unit.COUNT,
                "Copies of the embedding while loading",
                subject -> subject.head() == GenerationSubject.Head.COPIED_WHILE_LOADING
                                && subject.shape().tied()
                        ? 1
                        : 0);
        GenerationPeaks.Moment load = g.moment(
                "load",
                "While it loads",
                g.weights
                        .plus(g.lost)
                        .plus(headCopies.times(g.vocabulary).times(g.hidden).times(Formula.constant(2, Unit.BYTE))),
                Formula.constant(0, Unit.GIB));
        return List.of(
                load, reading(g, fixed, perTokenHidden), logits(g, fixed, perTokenHidden), last(g, fixed, allTokens));
    }

    /** While it reads the prompt; nothing where a measurement begins only after that. */
    private static GenerationPeaks.Moment reading(GenerationPeaks g, Figure fixed, Formula perTokenHidden) {
        Figure widths = g.constant("gen_mlp_widths", Unit.COUNT, "MLP widths alive at once", "mlpWidths");
        Figure hiddens = g.constant("gen_hidden_widths", Unit.COUNT, "Hidden vectors alive at once", "hiddenWidths");
        Figure positions =
                g.constant("gen_position_bytes", Unit.BYTE_PER_TOKEN, "Bytes of ids, mask, positions", "positionBytes");
        Figure dense = g.model(
                "gen_mlp_width",
                "MLP width, where there are no experts",
                subject -> subject.shape().hasExperts() ? 0 : GenerationPeaks.denseWidth(subject));
        Figure inExperts = g.model(
                "gen_expert_bytes",
                "Bytes of a token in a layer of experts",
                subject -> subject.shape().hasExperts()
                        ? expertBytes(
                                GenerationPeaks.experts(subject),
                                subject.shape().hidden())
                        : 0);
        Figure rotary = g.model(
                "gen_rotary_dim",
                "Width of a head that turns",
                subject -> subject.shape().rotaryDim());
        Figure layer = g.define(
                "gen_layer_bytes",
                Unit.BYTE_PER_TOKEN,
                "A layer at its widest, per token",
                GenerationPeaks.TWO_PER_TOKEN
                        .times(widths.times(dense).plus(hiddens.times(g.hidden)))
                        .plus(inExperts.times(Formula.constant(1, Unit.BYTE_PER_TOKEN))));
        Figure counted = counted(g);
        return g.moment(
                "prefill",
                "While it reads the prompt",
                counted.times(fixed.plus(
                        Formula.constant(4, Unit.BYTE_PER_TOKEN).times(rotary).times(g.prompt))),
                counted.times(g.cache
                        .state
                        .plus(g.kvPerToken.plus(positions).times(g.prompt))
                        .plus(g.gpus.times(layer).times(g.prompt))
                        .plus(perTokenHidden.times(g.prompt))));
    }

    private static Figure counted(GenerationPeaks g) {
        return g.chosen(
                "gen_prompt_counted",
                Unit.COUNT,
                "The prompt is part of the peak (1 = yes)",
                subject -> subject.promptCounted() ? 1 : 0);
    }

    /** Old versions make logits of the whole prompt; without them this is below what reading takes. */
    private static GenerationPeaks.Moment logits(GenerationPeaks g, Figure fixed, Formula perTokenHidden) {
        Figure logitBytes = g.constant(
                "gen_prompt_logit_bytes", Unit.BYTE_PER_TOKEN, "Bytes of a logit of the prompt", "promptLogitBytes");
        Figure made = g.fact(
                "gen_prompt_logits_made",
                Unit.COUNT,
                "Makes logits of the whole prompt (1 = yes)",
                subject -> subject.promptCounted()
                                && subject.stack()
                                                .constant("promptLogitBytes")
                                                .asOptional()
                                                .orElse(0.0)
                                        > 0
                        ? 1
                        : 0);
        return g.moment(
                "prompt_logits",
                "With the logits of the whole prompt",
                made.times(fixed),
                made.times(g.cache.state.plus(g.kvPerToken
                        .plus(perTokenHidden)
                        .plus(logitBytes.times(g.vocabulary))
                        .times(g.prompt))));
    }

    private static GenerationPeaks.Moment last(GenerationPeaks g, Figure fixed, Formula allTokens) {
        Figure keys = g.model("gen_key_values", "Values of the keys of a token and layer", subject -> {
            var attention = GenerationPeaks.attention(subject);
            return (double) attention.kvHeads() * attention.headDim();
        });
        Figure keyBytes = g.chosen(
                "gen_cache_bytes", Unit.BYTE_PER_TOKEN, "Bytes of a cached value", GenerationSubject::cacheBytes);
        Figure attending = g.model("gen_attending", "Layers that keep tokens", g::attending);
        Figure block = g.constant("gen_grown_block", Unit.MIB, "Held beyond a tensor that grows", "grownBlockMib");
        Formula mebibyte = Formula.constant(1, Unit.MIB);
        Formula keysPerToken = keys.times(keyBytes);
        UnaryOperator<Formula> grown = batch -> Formula.when(
                keysPerToken.times(g.prompt.times(batch)).lessThan(mebibyte),
                attending
                        .times(2)
                        .times(Formula.min(
                                block,
                                Formula.max(
                                        Formula.constant(0, Unit.MIB),
                                        keysPerToken
                                                .times(allTokens.times(batch))
                                                .minus(mebibyte)))),
                Formula.constant(0, Unit.MIB));
        Figure repeats = g.fact(
                "gen_repeats",
                Unit.COUNT,
                "Repeats keys and values to all heads (1 = yes)",
                subject -> subject.stack()
                                .repeatsKvFor()
                                .contains(subject.weights().id())
                        ? 1
                        : 0);
        Figure repeatedBytes =
                g.constant("gen_repeated_bytes", Unit.BYTE_PER_TOKEN, "Bytes of a repeated value", "repeatedBytes");
        Figure heads = g.model("gen_query_values", "Values of the queries of a token and layer", subject -> {
            var attention = GenerationPeaks.attention(subject);
            return (double) attention.heads() * attention.headDim();
        });
        GenerationPeaks.Moment even = g.moment(
                "decode",
                "At the last token",
                fixed,
                g.cache.state.plus(g.kvPerToken
                        .plus(repeats.times(repeatedBytes).times(heads).times(2))
                        .times(allTokens)));
        return new GenerationPeaks.Moment(
                even.fixed(),
                even.each(),
                Optional.of(grown),
                attending.times(2).times(block));
    }

    /** Input and output, router logits in 32 bit with their sums, the assignment of tokens, and the share of one expert. */
    private static double expertBytes(Feed.Experts experts, double hidden) {
        double ofOne = 2 * (3.0 * experts.width() + 2 * hidden) * experts.perToken() / experts.count();
        return 2 * hidden
                + 6.0 * experts.count()
                + 8.0 * experts.count() * experts.perToken()
                + ofOne
                + 6.0 * experts.sharedWidth();
    }
}
