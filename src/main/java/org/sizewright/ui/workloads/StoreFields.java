package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import org.sizewright.figure.ValueText;
import org.sizewright.library.NumberFormat;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SearchableChoice;

/** How a model and its cache are stored, and how long its requests may be. */
final class StoreFields {
    private final Texts texts;
    private final SearchableChoice<NumberFormat> weights;
    private final StopField<NumberFormat> precision;
    private final Choice<NumberFormat> kvCache;
    private final PlanNumber context;
    private final Steps contextSteps;

    StoreFields(Texts texts, WorkloadsViewModel model) {
        this.texts = texts;
        weights = new SearchableChoice<>(texts.get("workloads.field.weights"), NumberFormat::name);
        weights.onChoose(chosen -> model.llm().change(weights.name(), llm -> llm.withWeights(chosen.id())));
        precision = new StopField<>(
                texts.get("workloads.field.precision"),
                Field.PRECISION,
                this::bits,
                (format, gesture) -> model.llm().drag(weights.name(), gesture, llm -> llm.withWeights(format.id())));
        String kvName = texts.get("workloads.field.kvCache");
        kvCache = new Choice<>(
                kvName,
                Field.KV_CACHE,
                NumberFormat::name,
                chosen -> model.llm().change(kvName, llm -> llm.withKvCache(chosen.id())));
        String contextName = texts.get("workloads.field.context");
        context = new PlanNumber(
                texts,
                Field.CONTEXT,
                NumberField.Spec.whole(contextName, texts.get("workloads.unit.tokens"), 1, LlmServing.MAX_CONTEXT),
                tokens -> model.llm().change(contextName, llm -> llm.withContextTokens(tokens)));
        contextSteps = new Steps(
                texts.get("workloads.steps", contextName),
                "context-steps",
                512,
                131_072,
                Steps::tokens,
                (tokens, gesture) -> model.llm().drag(contextName, gesture, llm -> llm.withContextTokens(tokens)));
        context.node().getChildren().add(2, contextSteps);
    }

    private String bits(NumberFormat format) {
        return texts.get("workloads.precision.bits", ValueText.number(format.bytesPerParameter() * 8, 2));
    }

    List<Node> nodes() {
        return List.of(weights, precision, kvCache, context.node());
    }

    Map<String, FieldFrame> frames() {
        return Map.of(Field.WEIGHTS, weights, Field.KV_CACHE, kvCache, Field.CONTEXT, context.node());
    }

    /** Puts help on the word of the slider; the frames get theirs by their ids. */
    void explain(Glossary glossary) {
        HelpMarks.onSliders(glossary, List.of(precision));
    }

    void show(Sheet.Llm sheet) {
        LlmServing work = sheet.workload();
        weights.show(
                sheet.weightFormats(),
                sheet.weightFormats().stream()
                        .filter(each -> each.id().equals(work.weights()))
                        .findFirst());
        precision.show(
                sheet.fields().precisions(),
                sheet.fields().precisions().stream()
                        .filter(each -> each.id().equals(work.weights()))
                        .findFirst(),
                texts.get("workloads.precision.note"));
        kvCache.show(
                sheet.cacheFormats(),
                sheet.cacheFormats().stream()
                        .filter(each -> each.id().equals(work.kvCache()))
                        .findFirst());
        context.show(work.id(), work.contextTokens());
        contextSteps.show(work.contextTokens(), Math.max(sheet.longestContext(), work.contextTokens()));
    }
}
