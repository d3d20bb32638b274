package org.sizewright.ui.part;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/** The filters in force, spelled out, each with a way to drop it. Takes no room when there is none. */
public final class FilterChips extends FlowPane {
    /** A filter in words, such as {@code Max GPUs is at least 2}. */
    public record Filter(String id, String label) {}

    private final Texts texts;
    private Consumer<String> onRemove = ignored -> {};
    private Runnable onClear = () -> {};

    public FilterChips(Texts texts) {
        super(6, 6);
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        setPrefWrapLength(480);
        show(List.of());
    }

    public void show(List<Filter> filters) {
        getChildren().clear();
        setVisible(!filters.isEmpty());
        setManaged(!filters.isEmpty());
        for (Filter filter : filters) {
            getChildren().add(chip(filter));
        }
        if (filters.size() > 1) {
            Button clear = new Button(texts.get("filter.clear"));
            clear.getStyleClass().add("link");
            clear.setOnAction(ignored -> onClear.run());
            getChildren().add(clear);
        }
    }

    /** Called with the id of a filter to drop. */
    public void onRemove(Consumer<String> consumer) {
        onRemove = consumer;
    }

    public void onClear(Runnable action) {
        onClear = action;
    }

    private HBox chip(Filter filter) {
        Label label = new Label(filter.label());
        label.setMinWidth(USE_PREF_SIZE);
        Button remove = new Button();
        remove.setGraphic(Icon.CLOSE.node("small"));
        remove.getStyleClass().addAll("flat", "tiny");
        remove.setId("filter-" + filter.id());
        remove.setAccessibleText(texts.get("filter.remove", filter.label()));
        remove.setTooltip(new Tooltip(texts.get("filter.remove", filter.label())));
        remove.setOnAction(ignored -> onRemove.accept(filter.id()));
        HBox chip = new HBox(label, remove);
        chip.getStyleClass().add("filter-chip");
        return chip;
    }
}
