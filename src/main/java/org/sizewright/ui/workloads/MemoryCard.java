package org.sizewright.ui.workloads;

import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Cell;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.StackedBar;
import org.sizewright.ui.part.UnitSwitch;

/** The memory of one GPU or slice as a bar to scale against its size, and the unit of the whole screen. */
final class MemoryCard extends VBox {
    static final double GIB = 1024.0 * 1024 * 1024;

    private final Card card;
    private final StackedBar bar;
    private final Label remark = new Label();
    private final UnitSwitch unit;
    private Map<String, Cell> cells = Map.of();

    MemoryCard(Texts texts, WorkloadsViewModel model) {
        bar = new StackedBar(texts.get("workloads.memory.name"));
        bar.onSelect(segment -> Optional.ofNullable(cells.get(segment.id())).ifPresent(model::explain));
        remark.getStyleClass().add("note");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        unit = new UnitSwitch(texts);
        unit.setId("memory-unit");
        unit.onChoose(model::showMemoryIn);
        card = new Card("", new VBox(5, bar, remark)).withActions(unit);
        card.setId("memory");
        getChildren().setAll(card);
    }

    void show(Sheet.Memory memory) {
        card.setTitle(memory.title());
        unit.show(memory.unit());
        cells = memory.cells();
        bar.show(memory.segments(), memory.limit());
        remark.setText(memory.remark().orElse(""));
        remark.setVisible(memory.remark().isPresent());
        remark.setManaged(memory.remark().isPresent());
    }

    /** Puts help on its words into the head of the card. */
    void explain(Glossary glossary) {
        card.withActions(glossary.mark("gpu-memory"), glossary.mark("gb-gib"));
    }
}
