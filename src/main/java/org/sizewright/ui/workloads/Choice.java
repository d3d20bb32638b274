package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.part.FieldFrame;

/** A choice from a few values. */
final class Choice<T> extends FieldFrame {
    private final ComboBox<T> box;
    private boolean telling = true;

    Choice(String name, String id, Function<T, String> words, Consumer<T> onChoose) {
        this(name, id, words, onChoose, new ComboBox<>());
    }

    private Choice(String name, String id, Function<T, String> words, Consumer<T> onChoose, ComboBox<T> box) {
        super(name, box);
        this.box = box;
        box.setId(id);
        box.setVisibleRowCount(12);
        box.setConverter(new StringConverter<T>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public @Nullable T fromString(String typed) {
                return null;
            }
        });
        box.valueProperty().addListener((property, before, value) -> {
            if (telling && value != null) {
                onChoose.accept(value);
            }
        });
    }

    /** Shows what can be chosen and what is chosen; nobody is told. */
    void show(List<T> values, Optional<T> chosen) {
        telling = false;
        try {
            if (!box.getItems().equals(values)) {
                box.getItems().setAll(values);
            }
            box.setValue(chosen.orElse(null));
        } finally {
            telling = true;
        }
    }
}
