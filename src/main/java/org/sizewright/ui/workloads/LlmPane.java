package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;

/** A language model: its inputs, the memory of one GPU, the figures, and where else it fits. */
final class LlmPane extends VBox {
    private static final double FIELD = 176;

    private final ModelFields model;
    private final StoreFields store;
    private final PlaceFields place;
    private final LoadFields load;
    private final EngineFields engine;
    private final VmFields vm;
    private final MemoryCard memory;
    private final FigureTiles tiles;
    private final FitCard fit;
    private final CurvesCard curves;
    private final Card figures;
    private final Map<String, FieldFrame> frames = new HashMap<>();

    LlmPane(Texts texts, WorkloadsViewModel viewModel) {
        model = new ModelFields(texts, viewModel);
        store = new StoreFields(texts, viewModel);
        place = new PlaceFields(texts, viewModel);
        load = new LoadFields(texts, viewModel);
        engine = new EngineFields(texts, viewModel);
        vm = new VmFields(texts, viewModel);
        memory = new MemoryCard(texts, viewModel);
        curves = new CurvesCard(texts, viewModel);
        tiles = new FigureTiles(viewModel::explain);
        fit = new FitCard(texts, viewModel);
        figures = new Card(texts.get("workloads.figures"), tiles);
        frames.putAll(model.frames());
        frames.putAll(store.frames());
        frames.putAll(place.frames());
        frames.putAll(load.frames());
        frames.putAll(engine.frames());
        frames.putAll(vm.framesById());
        List<Node> inputs = new ArrayList<>(List.of(model.architecture()));
        inputs.addAll(store.nodes());
        inputs.add(model.engine());
        FlowGrid main = new FlowGrid(FIELD, 14);
        main.show(inputs);
        FlowGrid where = new FlowGrid(FIELD, 14);
        where.show(place.nodes());
        FlowGrid further = new FlowGrid(FIELD, 14);
        List<FieldFrame> more = new ArrayList<>(engine.nodes());
        more.addAll(vm.frames());
        further.show(more);
        setSpacing(12);
        getChildren()
                .setAll(
                        new Card(texts.get("workloads.inputs"), new VBox(14, main, where)).withActions(model.actions()),
                        memory,
                        new Card(texts.get("workloads.load"), load),
                        figures,
                        curves,
                        fit,
                        new Card(texts.get("workloads.engineAndVm"), further));
    }

    void show(Sheet.Llm sheet) {
        model.show(sheet);
        store.show(sheet);
        place.show(sheet);
        load.show(sheet);
        engine.show(sheet);
        vm.show(sheet.workload());
        frames.forEach((field, frame) -> frame.setNote(sheet.note(field)));
        sheet.memory().ifPresent(memory::show);
        present(memory, sheet.memory().isPresent());
        tiles.show(sheet.tiles());
        present(figures, !sheet.tiles().isEmpty());
    }

    void show(LlmDesk.Fits fits) {
        fit.show(fits);
    }

    void show(MemoryCurves shown) {
        curves.show(shown);
    }

    /** Puts help on the words of the screen. */
    void explain(Glossary glossary) {
        HelpMarks.on(glossary, frames);
        store.explain(glossary);
        place.explain(glossary);
        load.explain(glossary);
        memory.explain(glossary);
        tiles.explain(glossary);
        curves.explain(glossary);
        fit.explain(glossary);
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
