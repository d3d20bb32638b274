package org.sizewright.ui.accel;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.EmptyState;

/** The GPUs that were put side by side. */
final class SidePane extends StackPane {
    private final Texts texts;
    private final AcceleratorsViewModel model;
    private final SideGrid grid;
    private final CheckBox only = new CheckBox();
    private final Label sum = new Label();
    private final VBox filled;
    private final EmptyState empty;
    private List<GpuRow> shown = List.of();

    SidePane(AcceleratorsViewModel model) {
        this.texts = model.words().texts();
        this.model = model;
        grid = new SideGrid(model);
        only.setText(texts.get("accel.side.only"));
        only.setId("accel-only-differences");
        only.setMinWidth(Region.USE_PREF_SIZE);
        only.setOnAction(ignored -> fill());
        Button copy = new Button(texts.get("accel.copy"), Icon.COPY.node());
        copy.setId("accel-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(ignored -> copy());
        Button clear = new Button(texts.get("accel.side.clear"));
        clear.getStyleClass().add("link");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(ignored -> model.choose(List.of()));
        sum.getStyleClass().add("muted");
        sum.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, sum, gap, only, clear, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        filled = new VBox(10, head, grid.node());
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        empty = new EmptyState(
                        Icon.COMPARE, Tone.NEUTRAL, texts.get("accel.side.empty"), texts.get("accel.side.empty.text"))
                .withAction(texts.get("accel.side.toTable"), () -> model.bringToFront(AcceleratorsViewModel.Part.ALL));
    }

    void show(List<GpuRow> columns) {
        shown = List.copyOf(columns);
        fill();
    }

    private void fill() {
        getChildren().setAll(shown.isEmpty() ? empty : filled);
        SideBySide side = SideBySide.of(model.words(), shown);
        sum.setText(texts.get(
                "accel.side.sum",
                shown.size(),
                side.differing().size(),
                side.lines().size()));
        grid.show(shown, only.isSelected() ? side.differing() : side.lines());
    }

    private void copy() {
        SideBySide side = SideBySide.of(model.words(), shown);
        ClipboardContent content = new ClipboardContent();
        content.putString(side.toTsv(texts.get("accel.gpu"), only.isSelected() ? side.differing() : side.lines()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
