package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sizewright.library.Engine;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SearchableChoice;

/** A language model: its inputs, the memory of one GPU, the figures, and where else it fits. */
final class LlmPane extends VBox {
    private static final double FIELD = 176;
    private static final double HALF = 520;
    private static final int MANY_REQUESTS = 4096;

    private final Texts texts;
    private final WorkloadsViewModel model;
    private final SearchableChoice<ModelArchitecture> architecture;
    private final SearchableChoice<NumberFormat> weights;
    private final Choice<NumberFormat> kvCache;
    private final PlanNumber context;
    private final Steps contextSteps;
    private final PlanNumber concurrency;
    private final Steps concurrencySteps;
    private final Segmented<Integer> degree;
    private final Choice<Engine> engine;
    private final PlanNumber utilisation;
    private final PlanNumber sequences;
    private final PlanNumber batched;
    private final VmFields vm;
    private final MemoryCard memory;
    private final FigureTiles tiles;
    private final FitCard fit;
    private final Card figures;
    private final Map<String, FieldFrame> frames;

    LlmPane(Texts texts, WorkloadsViewModel model) {
        this.texts = texts;
        this.model = model;
        architecture = new SearchableChoice<>(texts.get("workloads.field.model"), ModelArchitecture::name);
        architecture.onChoose(chosen -> model.changeLlm(architecture.name(), llm -> llm.withModel(chosen.id())));
        weights = new SearchableChoice<>(texts.get("workloads.field.weights"), NumberFormat::name);
        weights.onChoose(chosen -> model.changeLlm(weights.name(), llm -> llm.withWeights(chosen.id())));
        String kvName = texts.get("workloads.field.kvCache");
        kvCache = new Choice<>(
                kvName,
                Field.KV_CACHE,
                NumberFormat::name,
                chosen -> model.changeLlm(kvName, llm -> llm.withKvCache(chosen.id())));
        String contextName = texts.get("workloads.field.context");
        context = new PlanNumber(
                texts,
                Field.CONTEXT,
                NumberField.Spec.whole(contextName, texts.get("workloads.unit.tokens"), 1, LlmServing.MAX_CONTEXT),
                tokens -> model.changeLlm(contextName, llm -> llm.withContextTokens(tokens)));
        contextSteps = new Steps(
                texts.get("workloads.steps", contextName),
                "context-steps",
                512,
                131_072,
                Steps::tokens,
                (tokens, gesture) -> model.dragLlm(contextName, gesture, llm -> llm.withContextTokens(tokens)));
        String loadName = texts.get("workloads.field.concurrency");
        concurrency = new PlanNumber(
                texts,
                Field.CONCURRENCY,
                NumberField.Spec.whole(loadName, "", 1, LlmServing.MAX_CONCURRENCY),
                requests -> model.changeLlm(loadName, llm -> llm.withConcurrency(requests)));
        concurrencySteps = new Steps(
                texts.get("workloads.steps", loadName),
                "concurrency-steps",
                1,
                MANY_REQUESTS,
                Steps::requests,
                (requests, gesture) -> model.dragLlm(loadName, gesture, llm -> llm.withConcurrency(requests)));
        degree = new Segmented<>(
                texts.get("workloads.field.degree"), Field.DEGREE, String::valueOf, model::setTensorParallel);
        String engineName = texts.get("workloads.field.engine");
        engine = new Choice<>(
                engineName,
                Field.ENGINE,
                Engine::name,
                chosen -> model.changeLlm(engineName, llm -> llm.withEngine(chosen.id())));
        utilisation = setting(
                "workloads.field.utilisation", Field.UTILISATION, "%", 100, EngineSettings::withUtilisationPercent);
        sequences =
                setting("workloads.field.sequences", Field.SEQUENCES, "", 1_000_000, EngineSettings::withMaxSequences);
        batched = setting(
                "workloads.field.batched",
                Field.BATCHED,
                texts.get("workloads.unit.tokens"),
                100_000_000,
                EngineSettings::withMaxBatchedTokens);
        vm = new VmFields(texts, model);
        memory = new MemoryCard(texts, model::explain);
        tiles = new FigureTiles(model::explain);
        fit = new FitCard(texts, model);
        figures = new Card(texts.get("workloads.figures"), tiles);
        frames = Map.ofEntries(
                Map.entry(Field.MODEL, architecture),
                Map.entry(Field.WEIGHTS, weights),
                Map.entry(Field.KV_CACHE, kvCache),
                Map.entry(Field.CONTEXT, context.node()),
                Map.entry(Field.CONCURRENCY, concurrency.node()),
                Map.entry(Field.DEGREE, degree),
                Map.entry(Field.ENGINE, engine),
                Map.entry(Field.UTILISATION, utilisation.node()),
                Map.entry(Field.SEQUENCES, sequences.node()),
                Map.entry(Field.BATCHED, batched.node()),
                Map.entry(Field.VCPU, vm.vcpu()),
                Map.entry(Field.MEMORY, vm.memory()));
        context.node().getChildren().add(2, contextSteps);
        concurrency.node().getChildren().add(2, concurrencySteps);
        FlowGrid main =
                new FlowGrid(FIELD, 14, architecture, weights, kvCache, context.node(), concurrency.node(), degree);
        FlowGrid further = new FlowGrid(FIELD, 14);
        List<FieldFrame> more = new ArrayList<>(List.of(engine, utilisation.node(), sequences.node(), batched.node()));
        more.addAll(vm.frames());
        further.show(more);
        VBox left = new VBox(12, figures, new Card(texts.get("workloads.engineAndVm"), further));
        setSpacing(12);
        getChildren().setAll(new Card(texts.get("workloads.inputs"), main), memory, new FlowGrid(HALF, 12, left, fit));
    }

    /** Changes one setting of the engine; empty stands for its default. */
    private interface SettingChange {
        EngineSettings apply(EngineSettings settings, Optional<Integer> number);
    }

    private PlanNumber setting(String key, String id, String unit, int most, SettingChange change) {
        String name = texts.get(key);
        return new PlanNumber(
                        texts,
                        id,
                        NumberField.Spec.whole(name, unit, 1, most),
                        number -> model.changeSettings(name, settings -> change.apply(settings, Optional.of(number))))
                .withAutomatic(() -> model.changeSettings(name, settings -> change.apply(settings, Optional.empty())));
    }

    void show(Sheet.Llm sheet) {
        LlmServing work = sheet.workload();
        WorkloadId id = work.id();
        architecture.show(
                sheet.models(),
                sheet.models().stream()
                        .filter(each -> each.id().equals(work.model()))
                        .findFirst());
        weights.show(
                sheet.weightFormats(),
                sheet.weightFormats().stream()
                        .filter(each -> each.id().equals(work.weights()))
                        .findFirst());
        kvCache.show(
                sheet.cacheFormats(),
                sheet.cacheFormats().stream()
                        .filter(each -> each.id().equals(work.kvCache()))
                        .findFirst());
        engine.show(
                sheet.engines(),
                sheet.engines().stream()
                        .filter(each -> each.id().equals(work.engine()))
                        .findFirst());
        context.show(id, work.contextTokens());
        contextSteps.show(work.contextTokens(), Math.max(sheet.longestContext(), work.contextTokens()));
        concurrency.show(id, work.concurrency());
        concurrencySteps.show(work.concurrency(), Math.max(MANY_REQUESTS, work.concurrency()));
        degree.show(
                sheet.degrees(),
                sheet.tensorParallel().isPresent()
                        ? Optional.of(sheet.tensorParallel().getAsInt())
                        : Optional.empty());
        degree.setDisable(sheet.tensorParallel().isEmpty());
        EngineSettings settings = work.settings();
        utilisation.show(id, settings.utilisationPercent(), sheet.defaults().utilisationPercent());
        sequences.show(id, settings.maxSequences(), sheet.defaults().maxSequences());
        batched.show(id, settings.maxBatchedTokens(), sheet.defaults().maxBatchedTokens());
        vm.show(work);
        frames.forEach((field, frame) -> frame.setNote(sheet.notes().getOrDefault(field, "")));
        sheet.memory().ifPresent(memory::show);
        present(memory, sheet.memory().isPresent());
        tiles.show(sheet.tiles());
        present(figures, !sheet.tiles().isEmpty());
    }

    void show(WorkloadsViewModel.Fits fits) {
        fit.show(fits.rows());
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
