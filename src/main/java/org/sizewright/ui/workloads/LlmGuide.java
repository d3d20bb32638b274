package org.sizewright.ui.workloads;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;

/** A served language model in four questions: what, for whom, how stored, where. */
final class LlmGuide {
    private final ModelFields model;
    private final LoadFields load;
    private final StoreFields store;
    private final PlaceFields place;
    private final MemoryCard memory;
    private final Map<String, FieldFrame> frames = new HashMap<>();
    private final Wizard wizard;

    LlmGuide(Texts texts, WorkloadsViewModel viewModel, Runnable close) {
        model = new ModelFields(texts, viewModel);
        load = new LoadFields(texts, viewModel);
        store = new StoreFields(texts, viewModel);
        place = new PlaceFields(texts, viewModel);
        memory = new MemoryCard(texts, viewModel);
        frames.putAll(model.frames());
        frames.putAll(load.frames());
        frames.putAll(store.frames());
        frames.putAll(place.frames());
        Card what = new Card(
                        texts.get("workloads.wizard.what"),
                        new FlowGrid(Wizard.FIELD, 14, model.architecture(), model.engine()))
                .withActions(model.actions());
        wizard = new Wizard(
                texts,
                List.of(
                        new Wizard.Step(
                                texts.get("workloads.wizard.step.what"),
                                texts.get("workloads.wizard.what.text"),
                                List.of(new ReportCard(texts, viewModel.modelDesk()), what, memory)),
                        new Wizard.Step(
                                texts.get("workloads.wizard.step.whom"),
                                texts.get("workloads.wizard.whom.text"),
                                List.of(new Card(texts.get("workloads.wizard.whom"), load), memory)),
                        new Wizard.Step(
                                texts.get("workloads.wizard.step.how"),
                                texts.get("workloads.wizard.how.text"),
                                List.of(new Card(texts.get("workloads.wizard.how"), grid(store.nodes())), memory)),
                        new Wizard.Step(
                                texts.get("workloads.wizard.step.where"),
                                texts.get("workloads.wizard.where.text"),
                                List.of(new Card(texts.get("workloads.wizard.where"), grid(place.nodes())), memory))),
                viewModel::explain,
                close);
    }

    private static FlowGrid grid(List<Node> nodes) {
        FlowGrid grid = new FlowGrid(Wizard.FIELD, 18);
        grid.show(nodes);
        return grid;
    }

    Wizard wizard() {
        return wizard;
    }

    /** Puts help on the words of the fields. */
    void explain(Glossary glossary) {
        HelpMarks.on(glossary, frames);
        store.explain(glossary);
        place.explain(glossary);
        load.explain(glossary);
        memory.explain(glossary);
    }

    void show(Sheet.Llm sheet) {
        model.show(sheet);
        load.show(sheet);
        store.show(sheet);
        place.show(sheet);
        frames.forEach((field, frame) -> frame.setNote(sheet.note(field)));
        sheet.memory().ifPresent(memory::show);
        memory.setVisible(sheet.memory().isPresent());
        memory.setManaged(sheet.memory().isPresent());
        wizard.show(sheet);
    }
}
