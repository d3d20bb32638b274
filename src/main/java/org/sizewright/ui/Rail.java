package org.sizewright.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Texts;

/** The screens at the left. With little room it shows icons only; with less it scrolls. */
final class Rail extends ScrollPane {
    private final VBox box = new VBox();
    private final Map<String, ToggleButton> buttons = new HashMap<>();

    Rail(Texts texts, List<ScreenSlot> slots, Consumer<String> onChoose) {
        ToggleGroup group = new ToggleGroup();
        box.getStyleClass().add("rail");
        int number = 1;
        for (ScreenSlot slot : slots) {
            ToggleButton button = new ToggleButton(slot.title(), slot.icon().node());
            button.setId("rail-" + slot.id());
            button.setToggleGroup(group);
            button.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
            button.setAccessibleText(slot.title());
            button.setTooltip(new Tooltip(texts.get("rail.tip", slot.title(), String.valueOf(number))));
            button.setOnAction(ignored -> {
                // pressing the shown screen again must not leave none shown
                button.setSelected(true);
                onChoose.accept(slot.id());
            });
            buttons.put(slot.id(), button);
            box.getChildren().add(button);
            number++;
        }
        setContent(box);
        setFitToHeight(true);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(USE_PREF_SIZE);
        setMinHeight(0);
        setPrefHeight(100);
        setFocusTraversable(false);
        setAccessibleText(texts.get("rail.name"));
    }

    void mark(String id) {
        ToggleButton button = buttons.get(id);
        if (button != null) {
            button.setSelected(true);
        }
    }

    void setCompact(boolean compact) {
        box.getStyleClass().remove("compact");
        if (compact) {
            box.getStyleClass().add("compact");
        }
    }
}
