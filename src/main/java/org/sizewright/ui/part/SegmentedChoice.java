package org.sizewright.ui.part;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice between a few values that are all in view. */
public final class SegmentedChoice<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private Consumer<T> onChoose = ignored -> {};

    /** @param name what is chosen, for screen readers */
    public SegmentedChoice(String name, List<T> values, Function<T, String> text) {
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = new ToggleButton(text.apply(value));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(name + ": " + text.apply(value));
            button.setOnAction(ignored -> {
                // pressing the chosen one again must not leave none chosen
                button.setSelected(true);
                onChoose.accept(value);
            });
            buttons.put(value, button);
            getChildren().add(button);
        }
        getStyleClass().add("segmented");
        setMaxWidth(USE_PREF_SIZE);
        setAccessibleText(name);
    }

    /** Shows which value holds; nobody is told. */
    public void show(T value) {
        ToggleButton button = buttons.get(value);
        if (button == null) {
            throw new IllegalArgumentException(value + " is not among the choices");
        }
        button.setSelected(true);
    }

    /** Called when the user presses a value, also the one that holds already. */
    public void onChoose(Consumer<T> consumer) {
        onChoose = consumer;
    }
}
