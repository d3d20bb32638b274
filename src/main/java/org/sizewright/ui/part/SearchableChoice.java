package org.sizewright.ui.part;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** A choice from a list that can be narrowed by typing. */
public final class SearchableChoice<T> extends FieldFrame {
    private final SearchableComboBox<T> box;
    private Consumer<T> onChoose = ignored -> {};
    private boolean telling = true;

    /** @param text how a value reads; texts should differ between values */
    public SearchableChoice(String name, Function<T, String> text) {
        this(name, text, new SearchableComboBox<>());
    }

    private SearchableChoice(String name, Function<T, String> text, SearchableComboBox<T> box) {
        super(name, box);
        this.box = box;
        box.setConverter(new StringConverter<T>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public @Nullable T fromString(String typed) {
                return box.getItems().stream()
                        .filter(value -> text.apply(value).equals(typed))
                        .findFirst()
                        .orElse(null);
            }
        });
        box.valueProperty().addListener((property, before, value) -> {
            if (telling && value != null) {
                onChoose.accept(value);
            }
        });
    }

    /** Shows what can be chosen and what is chosen; nobody is told. */
    public void show(List<T> values, Optional<T> chosen) {
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

    /** What stands in the field while nothing is chosen. */
    public void setPrompt(String text) {
        box.setPromptText(text);
    }

    public Optional<T> chosen() {
        return Optional.ofNullable(box.getValue());
    }

    /** Called when the user chooses. */
    public void onChoose(Consumer<T> consumer) {
        onChoose = consumer;
    }
}
