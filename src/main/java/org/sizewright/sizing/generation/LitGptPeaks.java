package org.sizewright.sizing.generation;

import java.util.List;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Unit;

/**
 * Peaks of litgpt, which allocates the cache for prompt and answer first. What a long prompt takes besides was never measured: the
 * widest layer or the logits of all its tokens, as other software needs them.
 */
final class LitGptPeaks {
    private LitGptPeaks() {}

    static List<GenerationPeaks.Moment> define(GenerationPeaks g) {
        Figure head = g.constant("gen_head_copies", Unit.COUNT, "Output heads of 16 bit alive", "headCopies");
        Figure isUnpacked = g.fact(
                "gen_head_unpacked",
                Unit.COUNT,
                "Output head is unpacked (1 = yes)",
                subject ->
                        subject.stack().dequantises().contains(subject.weights().id()) ? 1 : 0);
        Figure fixed = g.define(
                "gen_fixed",
                Unit.GIB,
                "Weights, workspace and output head",
                g.weights
                        .plus(g.lost)
                        .plus(g.workspace)
                        .plus(isUnpacked
                                .times(head)
                                .times(g.vocabulary)
                                .times(g.hidden)
                                .times(Formula.constant(2, Unit.BYTE))));
        Figure allocated = g.define(
                "gen_allocated",
                Unit.GIB,
                "Cache of a prompt, allocated first",
                g.kvPerToken.times(g.prompt.plus(g.generated)).plus(g.cache.state));
        Figure widths = g.constant("gen_mlp_widths", Unit.COUNT, "MLP widths alive at once", "mlpWidths");
        Figure hiddens = g.constant("gen_hidden_widths", Unit.COUNT, "Hidden vectors alive at once", "hiddenWidths");
        Figure logitBytes = g.constant(
                "gen_prompt_logit_bytes", Unit.BYTE_PER_TOKEN, "Bytes of a logit of the prompt", "promptLogitBytes");
        Figure dense = g.model(
                "gen_mlp_width",
                "Widest MLP that a token meets",
                subject -> subject.shape().hasExperts()
                        ? GenerationPeaks.experts(subject).width()
                                        * (double)
                                                GenerationPeaks.experts(subject).perToken()
                                + GenerationPeaks.experts(subject).sharedWidth()
                        : GenerationPeaks.denseWidth(subject));
        return List.of(
                g.moment(
                        "prefill",
                        "While it reads the prompt",
                        fixed,
                        allocated.plus(GenerationPeaks.TWO_PER_TOKEN
                                .times(widths.times(dense).plus(hiddens.times(g.hidden)))
                                .times(g.prompt))),
                g.moment(
                        "prompt_logits",
                        "With the logits of the whole prompt",
                        fixed,
                        allocated.plus(logitBytes.times(g.vocabulary).times(g.prompt))));
    }
}
