package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sizewright.sizing.training.TrainingChange;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.StackedBar;

/** Fine-tuning: what is trained, the memory of one GPU, the figures, and groups of further inputs. */
final class TuningPane extends VBox {
    private static final double FIELD = 176;
    /** Names of formats and optimisers are long. */
    private static final double WIDE = 236;

    private final Texts texts;
    private final WorkloadsViewModel model;
    private final TuningFields fields;
    private final VmFields vm;
    private final MemoryCard memory;
    private final VBox phaseBars = new VBox(10);
    private final Card phases;
    private final FigureTiles tiles;
    private final Card figures;
    private final ChangesCard changes;
    private final TuningFitCard fit;
    private final FigureTiles served;
    private final Card serving;
    private MemoryUnit unit = MemoryUnit.GIB;

    TuningPane(Texts texts, WorkloadsViewModel model) {
        this.texts = texts;
        this.model = model;
        fields = new TuningFields(texts, model);
        vm = new VmFields(texts, model);
        memory = new MemoryCard(texts, model);
        phases = new Card(texts.get("workloads.tuning.phases"), phaseBars);
        phases.setId("phases");
        tiles = new FigureTiles(model::explain);
        figures = new Card(texts.get("workloads.figures"), tiles);
        changes = new ChangesCard(texts, model.tuning());
        fit = new TuningFitCard(texts, model.tuning().fit());
        served = new FigureTiles(model::explain);
        serving = new Card(texts.get("workloads.tuning.serving"), new VBox(14, fields.serving.grid(), served));
        FlowGrid machine = new FlowGrid(FIELD, 14);
        machine.show(vm.frames());
        setSpacing(12);
        getChildren()
                .setAll(
                        new Card(texts.get("workloads.tuning.method"), fields.method.grid(WIDE)),
                        memory,
                        figures,
                        new Card(texts.get("workloads.tuning.goal"), fields.goal.grid()),
                        phases,
                        changes,
                        fit,
                        new Card(texts.get("workloads.tuning.savers"), fields.savers.grid(WIDE)),
                        new Card(texts.get("workloads.tuning.spread"), fields.spread.grid()),
                        new Card(texts.get("workloads.tuning.run"), fields.run.grid()),
                        serving,
                        new Card(texts.get("workloads.tuning.vm"), machine));
    }

    void show(Sheet.Training sheet) {
        fields.show(sheet);
        vm.show(sheet.workload());
        vm.framesById().forEach((field, frame) -> frame.setNote(sheet.notes().getOrDefault(field, "")));
        unit = sheet.unit();
        sheet.memory().ifPresent(memory::show);
        present(memory, sheet.memory().isPresent());
        showPhases(sheet.phases());
        tiles.show(sheet.tiles());
        present(figures, !sheet.tiles().isEmpty());
        served.show(sheet.served());
        present(serving, sheet.frozen());
        changes.show(changes.shown(), unit);
    }

    void show(List<TrainingChange> found) {
        changes.show(found, unit);
    }

    void show(TuningFitDesk.Fits fits) {
        fit.show(fits);
    }

    private void showPhases(List<Sheet.Training.PhaseBar> bars) {
        List<Node> made = new ArrayList<>();
        for (Sheet.Training.PhaseBar each : bars) {
            StackedBar bar = new StackedBar(texts.get("workloads.tuning.phase", each.name()));
            bar.onSelect(ignored -> model.explain(each.cell()));
            bar.show(each.segments(), each.limit());
            Label name = new Label(texts.get("workloads.tuning.phase", each.name()));
            name.getStyleClass().add("strong");
            made.add(new VBox(4, name, bar));
        }
        phaseBars.getChildren().setAll(made);
        present(phases, !bars.isEmpty());
    }

    /** Puts help on the words of the screen. */
    void explain(Glossary glossary) {
        fields.explain(glossary);
        HelpMarks.on(glossary, vm.framesById());
        memory.explain(glossary);
        tiles.explain(glossary);
        served.explain(glossary);
        fit.explain(glossary);
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
