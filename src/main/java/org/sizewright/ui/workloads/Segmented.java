package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.sizewright.ui.part.FieldFrame;

/** A choice from very few values, all in sight. */
final class Segmented<T> extends FieldFrame {
    private final HBox box;
    private final String id;
    private final Function<T, String> words;
    private final Consumer<T> onChoose;
    private List<T> values = List.of();
    private List<ToggleButton> buttons = List.of();

    Segmented(String name, String id, Function<T, String> words, Consumer<T> onChoose) {
        this(name, id, words, onChoose, new HBox());
    }

    private Segmented(String name, String id, Function<T, String> words, Consumer<T> onChoose, HBox box) {
        super(name, box);
        this.box = box;
        this.id = id;
        this.words = words;
        this.onChoose = onChoose;
        box.getStyleClass().add("segmented");
    }

    void show(List<T> shown, Optional<T> chosen) {
        if (!shown.equals(values)) {
            values = List.copyOf(shown);
            ToggleGroup group = new ToggleGroup();
            List<ToggleButton> made = new ArrayList<>();
            for (T value : values) {
                ToggleButton button = new ToggleButton(words.apply(value));
                button.setId(id + "-" + value);
                button.setToggleGroup(group);
                button.setMaxWidth(Double.MAX_VALUE);
                button.setMinWidth(USE_PREF_SIZE);
                button.setAccessibleText(name() + ": " + words.apply(value));
                HBox.setHgrow(button, Priority.ALWAYS);
                button.setOnAction(ignored -> {
                    // pressing the chosen one again must not leave none chosen
                    button.setSelected(true);
                    onChoose.accept(value);
                });
                made.add(button);
            }
            buttons = made;
            box.getChildren().setAll(made);
        }
        for (int i = 0; i < values.size(); i++) {
            buttons.get(i).setSelected(Optional.of(values.get(i)).equals(chosen));
        }
    }
}
