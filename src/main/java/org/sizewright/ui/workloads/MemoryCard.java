package org.sizewright.ui.workloads;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Cell;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.StackedBar;

/** The memory of one GPU as a bar to scale, over-full where the model does not fit. */
final class MemoryCard extends VBox {
    private final Card card;
    private final VBox content = new VBox(5);
    private final Overrun overrun = new Overrun();
    private final StackedBar bar;
    private final Label remark = new Label();
    private Map<String, Cell> cells = Map.of();

    MemoryCard(Texts texts, Consumer<Cell> explain) {
        bar = new StackedBar(texts.get("workloads.memory.name"));
        bar.onSelect(segment -> Optional.ofNullable(cells.get(segment.id())).ifPresent(explain));
        remark.getStyleClass().add("note");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        content.getChildren().setAll(overrun, bar, remark);
        card = new Card("", content);
        card.setId("memory");
        getChildren().setAll(card);
    }

    void show(Sheet.Memory memory) {
        card.setTitle(memory.title());
        cells = memory.cells();
        bar.show(memory.segments(), memory.whole());
        memory.overrun().ifPresent(overrun::show);
        present(overrun, memory.overrun().isPresent());
        remark.setText(memory.remark().orElse(""));
        present(remark, memory.remark().isPresent());
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
