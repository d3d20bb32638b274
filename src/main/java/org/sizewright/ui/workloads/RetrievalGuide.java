package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.sizewright.figure.Cell;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Glossary;

/** Retrieval in six questions, from the documents to the machines, each with the figures that follow from its fields. */
final class RetrievalGuide {
    private final Texts texts;
    private final RetrievalInputs inputs;
    private final Map<RetrievalStep, FiguresCard> follows = new EnumMap<>(RetrievalStep.class);
    private final MemoryCard memory;
    private final StoreCard comparison;
    private final Wizard wizard;

    RetrievalGuide(Texts texts, WorkloadsViewModel model, Runnable close) {
        this.texts = texts;
        inputs = new RetrievalInputs(texts, model, Wizard.FIELD, Wizard.FIELD);
        memory = new MemoryCard(texts, model);
        comparison = new StoreCard(texts, model.retrievalDesk());
        Consumer<Cell> explain = model::explain;
        for (RetrievalStep step : RetrievalStep.values()) {
            follows.put(step, new FiguresCard(texts.get("workloads.wizard.follows"), explain));
        }
        wizard = new Wizard(
                texts,
                List.of(
                        step(
                                RetrievalStep.DOCUMENTS,
                                List.of(new Card(texts.get("workloads.retrieval.group.documents"), inputs.documents())
                                        .withActions(inputs.presets())),
                                List.of()),
                        step(
                                RetrievalStep.PASSAGES,
                                List.of(new Card(texts.get("workloads.wizard.retrieval.passages"), inputs.passages())),
                                List.of()),
                        step(
                                RetrievalStep.LOAD,
                                List.of(
                                        new Card(texts.get("workloads.retrieval.queries.title"), inputs.queries()),
                                        new Card(texts.get("workloads.wizard.retrieval.renewal"), inputs.renewal())),
                                List.of()),
                        step(
                                RetrievalStep.SEARCH,
                                List.of(new Card(texts.get("workloads.retrieval.store.title"), inputs.index())),
                                List.of(memory, comparison)),
                        step(
                                RetrievalStep.MODELS,
                                List.of(new Card(texts.get("workloads.retrieval.models.title"), inputs.models())),
                                List.of()),
                        step(
                                RetrievalStep.MACHINES,
                                List.of(new Card(texts.get("workloads.retrieval.machines.title"), inputs.machines())),
                                List.of(memory))),
                explain,
                close);
    }

    /** @param drawn what is shown below the figures that follow */
    private Wizard.Step step(RetrievalStep step, List<Node> fields, List<Node> drawn) {
        List<Node> nodes = new ArrayList<>(fields);
        nodes.add(follows(step));
        nodes.addAll(drawn);
        return new Wizard.Step(texts.get(step.nameKey()), texts.get(step.questionKey()), nodes);
    }

    private FiguresCard follows(RetrievalStep step) {
        FiguresCard card = follows.get(step);
        if (card == null) {
            throw new IllegalStateException("no figures of " + step);
        }
        return card;
    }

    Wizard wizard() {
        return wizard;
    }

    /** Puts help on the words of the fields and figures. */
    void explain(Glossary glossary) {
        inputs.explain(glossary);
        memory.explain(glossary);
        follows.values().forEach(card -> card.explain(glossary));
    }

    void show(Sheet.Search sheet) {
        inputs.show(sheet);
        follows.forEach((step, card) -> card.show(sheet.follows().getOrDefault(step, List.of())));
        sheet.memory().ifPresent(memory::show);
        memory.setVisible(sheet.memory().isPresent());
        memory.setManaged(sheet.memory().isPresent());
        comparison.show(sheet.comparison(), sheet.unit());
        wizard.show(sheet);
    }
}
