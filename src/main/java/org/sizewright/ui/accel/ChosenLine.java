package org.sizewright.ui.accel;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/** The GPUs that stand side by side, each with a way out. Takes no room when there is none. */
final class ChosenLine extends FlowPane {
    private final Texts texts;
    private final AcceleratorsViewModel model;

    ChosenLine(AcceleratorsViewModel model) {
        super(6, 6);
        this.texts = model.words().texts();
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        setPrefWrapLength(480);
    }

    void show(List<GpuRow> chosen, boolean visible) {
        getChildren().clear();
        setVisible(visible && !chosen.isEmpty());
        setManaged(isVisible());
        for (int i = 0; i < chosen.size(); i++) {
            getChildren().add(chip(chosen.get(i), i));
        }
        if (!chosen.isEmpty()) {
            Button compare = new Button(texts.get("accel.side.show"));
            compare.getStyleClass().add("link");
            compare.setId("accel-side-show");
            compare.setOnAction(ignored -> model.bringToFront(AcceleratorsViewModel.Part.SIDE_BY_SIDE));
            getChildren().add(compare);
        }
    }

    private HBox chip(GpuRow row, int index) {
        String name = row.gpu().name();
        Label label = new Label(name);
        label.setMinWidth(USE_PREF_SIZE);
        Button remove = new Button();
        remove.setGraphic(Icon.CLOSE.node("small"));
        remove.getStyleClass().addAll("flat", "tiny");
        remove.setId("accel-remove-" + row.id());
        remove.setAccessibleText(texts.get("accel.side.remove.named", name));
        remove.setTooltip(new Tooltip(texts.get("accel.side.remove")));
        remove.setOnAction(ignored -> model.toggle(row.accelerator()));
        HBox chip = new HBox(SideGrid.letter(row, index), label, remove);
        chip.getStyleClass().addAll("filter-chip", "accel-chip");
        return chip;
    }
}
