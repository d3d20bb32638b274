package org.sizewright.sizing;

import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Unit;

/**
 * Peaks of AutoAWQ with fused modules, which allocates the cache first, for {@code generated} tokens that include the prompt:
 * joining matrices, warming up, scores of all heads over the prompt, logits.
 */
final class AutoAwqPeaks {
    private AutoAwqPeaks() {}

    static Formula define(GenerationMemory g) {
        Formula promptTokens = g.prompt.times(g.batch);
        Figure rotaryBytes =
                g.constant("gen_rotary_bytes", Unit.BYTE_PER_TOKEN, "Bytes of a rotary value", "rotaryTableBytes");
        Figure rotaryValues = g.model(
                "gen_rotary_values",
                "Rotary values of a position, all layers",
                subject -> subject.shape().rotaryDim() > 0
                        ? g.attending(subject)
                                * GenerationMemory.attention(subject).headDim()
                        : 0);
        Figure fixed = g.scope()
                .define(
                        "gen_fixed",
                        Unit.GIB,
                        "Weights, workspace, cache and tables",
                        g.weights
                                .plus(g.lost)
                                .plus(g.workspace)
                                .plus(g.kvPerToken.times(g.generated).times(g.batch))
                                .plus(g.cache.state.times(g.batch))
                                .plus(rotaryBytes.times(rotaryValues).times(g.generated)),
                        GenerationMemory.ALIVE);
        Figure load = g.scope()
                .define(
                        "gen_load",
                        Unit.GIB,
                        "Peak while it joins matrices",
                        fixed.plus(g.loaded.joined),
                        GenerationMemory.ALIVE);
        Figure warmUp = g.constant("gen_warm_up", Unit.MIB, "Product that warms up", "warmUpMib");
        Figure heads = g.model(
                "gen_heads",
                "Query heads",
                subject -> GenerationMemory.attention(subject).heads());
        Figure scoreBytes = g.constant(
                "gen_score_bytes", Unit.BYTE_PER_TOKEN, "Bytes of a score of a head and pair of tokens", "scoreBytes");
        Figure hiddens = g.constant("gen_hidden_widths", Unit.COUNT, "Hidden vectors alive at once", "hiddenWidths");
        Figure attended = g.model("gen_attention_values", "Values of attention alive, per token", subject -> {
            var a = GenerationMemory.attention(subject);
            double queries = (double) a.heads() * a.headDim();
            double keys = (double) a.kvHeads() * a.headDim();
            // joined q, k and v; q turned; k turned; k and v repeated to all heads where they have fewer
            return queries + 2 * keys + queries + keys + (a.kvHeads() < a.heads() ? 2 * queries : 0);
        });
        Figure prefill = g.scope()
                .define(
                        "gen_prefill",
                        Unit.GIB,
                        "Peak while it reads the prompt",
                        fixed.plus(scoreBytes
                                        .times(heads)
                                        .times(g.prompt.dividedBy(GenerationMemory.ONE_TOKEN))
                                        .times(promptTokens))
                                .plus(GenerationMemory.TWO_PER_TOKEN
                                        .times(hiddens.times(g.hidden).plus(attended))
                                        .times(promptTokens)),
                        GenerationMemory.ALIVE);
        Figure logitBytes = g.constant(
                "gen_prompt_logit_bytes", Unit.BYTE_PER_TOKEN, "Bytes of a logit of the prompt", "promptLogitBytes");
        Figure logits = g.scope()
                .define(
                        "gen_prompt_logits",
                        Unit.GIB,
                        "Peak with the logits of the whole prompt",
                        fixed.plus(logitBytes
                                .times(g.vocabulary)
                                .plus(GenerationMemory.TWO_PER_TOKEN.times(g.hidden))
                                .times(promptTokens)),
                        GenerationMemory.ALIVE);
        return Formula.max(load, fixed.plus(warmUp), prefill, logits);
    }
}
