package org.sizewright.ui.workloads;

import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Glossary;

/** Retrieval: documents, index and store, queries, models and machines, with what follows from them between. */
final class RetrievalPane extends VBox {
    private static final double FIELD = 176;
    /** Names of models are long. */
    private static final double MODEL = 230;

    private final RetrievalInputs inputs;
    private final MemoryCard memory;
    private final FiguresCard figures;
    private final StoreCard comparison;

    RetrievalPane(Texts texts, WorkloadsViewModel model) {
        inputs = new RetrievalInputs(texts, model, FIELD, MODEL);
        memory = new MemoryCard(texts, model);
        figures = new FiguresCard(texts.get("workloads.figures"), model::explain);
        comparison = new StoreCard(texts, model.retrievalDesk());
        setSpacing(12);
        getChildren()
                .setAll(
                        new Card(
                                        texts.get("workloads.retrieval.documents.title"),
                                        new VBox(
                                                14,
                                                inputs.group("workloads.retrieval.group.documents", inputs.documents()),
                                                inputs.group(
                                                        "workloads.retrieval.group.passages",
                                                        inputs.passagesAndRenewal())))
                                .withActions(inputs.presets()),
                        new Card(texts.get("workloads.retrieval.store.title"), inputs.index()),
                        memory,
                        figures,
                        new Card(texts.get("workloads.retrieval.queries.title"), inputs.queries()),
                        new Card(texts.get("workloads.retrieval.models.title"), inputs.models()),
                        comparison,
                        new Card(texts.get("workloads.retrieval.machines.title"), inputs.machines()));
    }

    void show(Sheet.Search sheet) {
        inputs.show(sheet);
        sheet.memory().ifPresent(memory::show);
        memory.setVisible(sheet.memory().isPresent());
        memory.setManaged(sheet.memory().isPresent());
        figures.show(sheet.tiles());
        comparison.show(sheet.comparison(), sheet.unit());
    }

    /** Puts help on the words of the screen. */
    void explain(Glossary glossary) {
        inputs.explain(glossary);
        memory.explain(glossary);
        figures.explain(glossary);
    }
}
