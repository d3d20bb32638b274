package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.library.RetrievalRecord.RetrievalPreset;
import org.sizewright.plan.Retrieval;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;

/** Retrieval: documents, index and store, queries, models and machines, with what follows from them between. */
final class RetrievalPane extends VBox {
    static final double FIELD = 176;
    /** Names of models are long. */
    private static final double MODEL = 230;

    private final Texts texts;
    private final RetrievalDesk desk;
    private final RetrievalNumbers numbers;
    private final CorpusFields corpus;
    private final IndexFields index;
    private final QueryFields queries;
    private final List<ServiceFields> services;
    private final RetrievalMachines machines;
    private final MemoryCard memory;
    private final FigureTiles tiles;
    private final Card figures;
    private final StoreCard comparison;
    private final MenuButton presets;
    private List<RetrievalPreset> offered = List.of();
    private Optional<Retrieval> shown = Optional.empty();

    RetrievalPane(Texts texts, WorkloadsViewModel model) {
        this.texts = texts;
        desk = model.retrievalDesk();
        numbers = new RetrievalNumbers(texts, desk);
        corpus = new CorpusFields(numbers);
        index = new IndexFields(numbers);
        queries = new QueryFields(numbers);
        services = List.of(
                new ServiceFields(
                        numbers,
                        RetrievalField.EMBEDDING,
                        false,
                        work -> Optional.of(work.embedding()),
                        (work, service) -> service.map(work::withEmbedding).orElse(work)),
                new ServiceFields(numbers, RetrievalField.RERANKER, true, Retrieval::reranker, Retrieval::withReranker),
                new ServiceFields(
                        numbers, RetrievalField.GUARDRAIL, true, Retrieval::guardrail, Retrieval::withGuardrail));
        machines = new RetrievalMachines(numbers, model);
        memory = new MemoryCard(texts, model);
        tiles = new FigureTiles(model::explain);
        figures = new Card(texts.get("workloads.figures"), tiles);
        comparison = new StoreCard(texts, desk);
        presets = new MenuButton(texts.get("workloads.load.presets"), Icon.OPTIONS.node());
        presets.setId("rag-presets");
        presets.setMinWidth(USE_PREF_SIZE);
        presets.setTooltip(new Tooltip(texts.get("workloads.retrieval.presets.tip")));
        List<FlowGrid> rows = new ArrayList<>();
        services.forEach(service -> rows.add(grid(MODEL, service.nodes())));
        setSpacing(12);
        getChildren()
                .setAll(
                        new Card(
                                        texts.get("workloads.retrieval.documents.title"),
                                        new VBox(
                                                14,
                                                group("workloads.retrieval.group.documents", grid(corpus.documents())),
                                                group("workloads.retrieval.group.passages", grid(corpus.passages()))))
                                .withActions(presets),
                        new Card(texts.get("workloads.retrieval.store.title"), index.grid()),
                        memory,
                        figures,
                        new Card(texts.get("workloads.retrieval.queries.title"), queries.grid()),
                        new Card(texts.get("workloads.retrieval.models.title"), models(rows)),
                        comparison,
                        new Card(
                                texts.get("workloads.retrieval.machines.title"),
                                new VBox(
                                        14,
                                        group("workloads.retrieval.group.database", grid(machines.database())),
                                        group("workloads.retrieval.group.models", grid(machines.models())))));
    }

    private VBox models(List<FlowGrid> rows) {
        VBox box = new VBox(14);
        box.getChildren().addAll(rows);
        box.getChildren().add(answering());
        return box;
    }

    /** The language model that reads what is found is a workload of its own. */
    private Node answering() {
        Label text = new Label(texts.get("workloads.retrieval.answering"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button add = new Button(texts.get("workloads.retrieval.answering.add"), Icon.ADD.node());
        add.setId("rag-add-answering");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(ignored -> shown.ifPresent(desk::addAnswering));
        HBox line = new HBox(12, text, add);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private VBox group(String key, Region fields) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("strong");
        return new VBox(8, title, fields);
    }

    private static FlowGrid grid(List<FieldFrame> fields) {
        return grid(FIELD, fields);
    }

    private static FlowGrid grid(double least, List<FieldFrame> fields) {
        FlowGrid grid = new FlowGrid(least, 14);
        grid.show(fields);
        return grid;
    }

    void show(Sheet.Search sheet) {
        shown = Optional.of(sheet.workload());
        offer(sheet.fields().presets());
        corpus.show(sheet);
        index.show(sheet);
        queries.show(sheet);
        services.forEach(service -> service.show(sheet));
        machines.show(sheet);
        numbers.frames().forEach((field, frame) -> frame.setNote(sheet.fields().note(field)));
        sheet.memory().ifPresent(memory::show);
        present(memory, sheet.memory().isPresent());
        tiles.show(sheet.tiles());
        present(figures, !sheet.tiles().isEmpty());
        comparison.show(sheet.comparison(), sheet.unit());
    }

    private void offer(List<RetrievalPreset> now) {
        if (!now.equals(offered)) {
            offered = now;
            presets.getItems().setAll(now.stream().map(this::item).toList());
            present(presets, !now.isEmpty());
        }
    }

    private MenuItem item(RetrievalPreset preset) {
        MenuItem item = new MenuItem(preset.name());
        item.setId("rag-preset-" + preset.id());
        item.setOnAction(ignored -> desk.start(preset));
        return item;
    }

    /** Puts help on the words of the screen. */
    void explain(Glossary glossary) {
        RetrievalField.explain(glossary, numbers.frames());
        HelpMarks.on(glossary, numbers.frames());
        memory.explain(glossary);
        tiles.explain(glossary);
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
