package org.sizewright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Chip;

/** The line at the bottom that tells the whole story; where it does not fit on one line it takes two. */
final class StatusLine extends HBox {
    /** Below this width the right end gives its place up and its segments queue behind the others. */
    private static final double NARROW = 1000;

    private final FlowPane flow = new FlowPane();
    private final HBox end = new HBox(4);
    private final Consumer<String> onOpen;
    private final List<Button> leading = new ArrayList<>();
    private final List<Button> trailing = new ArrayList<>();

    StatusLine(Texts texts, Consumer<String> onOpen) {
        this.onOpen = onOpen;
        flow.getStyleClass().add("status-flow");
        flow.setMinWidth(0);
        setMinWidth(0);
        flow.setRowValignment(VPos.CENTER);
        end.setAlignment(Pos.TOP_RIGHT);
        HBox.setHgrow(flow, Priority.ALWAYS);
        getStyleClass().add("status-line");
        setAccessibleText(texts.get("status.name"));
        getChildren().addAll(flow, end);
        widthProperty().subscribe(this::wrap);
    }

    void show(List<StatusSegment> segments) {
        leading.clear();
        trailing.clear();
        for (StatusSegment segment : segments) {
            (segment.trailing() ? trailing : leading).add(button(segment));
        }
        end.setMinWidth(USE_PREF_SIZE);
        wrap();
    }

    /** A box asks its children for their height before it has shared out its width; this tells the flow what it will get. */
    private void wrap() {
        boolean narrow = getWidth() < NARROW;
        List<Button> left = new ArrayList<>(leading);
        if (narrow) {
            left.addAll(trailing);
        }
        if (!flow.getChildren().equals(left) || end.getChildren().isEmpty() == !narrow) {
            end.getChildren().clear();
            flow.getChildren().setAll(left);
            end.getChildren().setAll(narrow ? List.of() : trailing);
        }
        if (getScene() != null) {
            end.applyCss();
        }
        double room = getWidth()
                - end.prefWidth(-1)
                - getSpacing()
                - getInsets().getLeft()
                - getInsets().getRight();
        flow.setPrefWrapLength(Math.max(100, room));
    }

    private Button button(StatusSegment segment) {
        HBox words = new HBox(4);
        words.setAlignment(Pos.CENTER_LEFT);
        if (!segment.value().isEmpty()) {
            words.getChildren().add(label(segment.value(), "status-value"));
        }
        if (!segment.label().isEmpty()) {
            words.getChildren().add(label(segment.label(), "status-label"));
        }
        segment.mark().ifPresent(mark -> words.getChildren().add(new Chip(mark.word(), mark.tone())));
        Button button = new Button();
        button.setGraphic(words);
        button.setId("status-" + segment.id());
        button.getStyleClass().setAll("button", "status-segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(segment.detail());
        button.setTooltip(new Tooltip(segment.detail()));
        button.setOnAction(ignored -> onOpen.accept(segment.id()));
        return button;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
