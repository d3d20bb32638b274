package org.sizewright.sizing.generation;

import java.util.List;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Unit;

/**
 * Peaks of AutoAWQ with fused modules, which allocates the cache first, for {@code generated} tokens that include the prompt:
 * joining matrices, warming up, scores of all heads over the prompt, logits.
 */
final class AutoAwqPeaks {
    private AutoAwqPeaks() {}

    static List<GenerationPeaks.Moment> define(GenerationPeaks g) {
        Figure rotaryBytes =
                g.constant("gen_rotary_bytes", Unit.BYTE_PER_TOKEN, "Bytes of a rotary value", "rotaryTableBytes");
        Figure rotaryValues = g.model(
                "gen_rotary_values",
                "Rotary values of a position, all layers",
                subject -> subject.shape().rotaryDim() > 0
                        ? g.attending(subject)
                                * GenerationPeaks.attention(subject).headDim()
                        : 0);
        Figure fixed = g.define(
                "gen_fixed",
                Unit.GIB,
                "Weights, workspace and tables",
                g.weights
                        .plus(g.lost)
                        .plus(g.workspace)
                        .plus(rotaryBytes.times(rotaryValues).times(g.generated)));
        Figure allocated = g.define(
                "gen_allocated",
                Unit.GIB,
                "Cache of a prompt, allocated first",
                g.kvPerToken.times(g.generated).plus(g.cache.state));
        Figure warmUp = g.constant("gen_warm_up", Unit.MIB, "Product that warms up", "warmUpMib");
        Figure heads = g.model(
                "gen_heads",
                "Query heads",
                subject -> GenerationPeaks.attention(subject).heads());
        Figure scoreBytes = g.constant(
                "gen_score_bytes", Unit.BYTE_PER_TOKEN, "Bytes of a score of a head and pair of tokens", "scoreBytes");
        Figure hiddens = g.constant("gen_hidden_widths", Unit.COUNT, "Hidden vectors alive at once", "hiddenWidths");
        Figure attended = g.model("gen_attention_values", "Values of attention alive, per token", subject -> {
            var a = GenerationPeaks.attention(subject);
            double queries = (double) a.heads() * a.headDim();
            double keys = (double) a.kvHeads() * a.headDim();
            // joined q, k and v; q turned; k turned; k and v repeated to all heads where they have fewer
            return queries + 2 * keys + queries + keys + (a.kvHeads() < a.heads() ? 2 * queries : 0);
        });
        Figure logitBytes = g.constant(
                "gen_prompt_logit_bytes", Unit.BYTE_PER_TOKEN, "Bytes of a logit of the prompt", "promptLogitBytes");
        return List.of(
                g.moment("load", "While it joins matrices", fixed.plus(g.loaded.joined), allocated),
                g.moment("warming", "While it warms up", fixed.plus(warmUp), allocated),
                g.moment(
                        "prefill",
                        "While it reads the prompt",
                        fixed,
                        allocated
                                .plus(scoreBytes
                                        .times(heads)
                                        .times(g.prompt.dividedBy(GenerationPeaks.ONE_TOKEN))
                                        .times(g.prompt))
                                .plus(GenerationPeaks.TWO_PER_TOKEN
                                        .times(hiddens.times(g.hidden).plus(attended))
                                        .times(g.prompt))),
                g.moment(
                        "prompt_logits",
                        "With the logits of the whole prompt",
                        fixed,
                        allocated.plus(logitBytes
                                .times(g.vocabulary)
                                .plus(GenerationPeaks.TWO_PER_TOKEN.times(g.hidden))
                                .times(g.prompt))));
    }
}
