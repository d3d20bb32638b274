package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
    private final Button clear = new Button();
    private final Map<String, FilterChip> chips = new HashMap<>();
    private List<Filter> shown = List.of();
    private Consumer<String> onRemove = ignored -> {};
    private Runnable onClear = () -> {};

    public FilterChips(Texts texts) {
        super(6, 6);
        this.texts = texts;
        setAlignment(Pos.CENTER_LEFT);
        setPrefWrapLength(480);
        clear.setText(texts.get("filter.clear"));
        clear.getStyleClass().add("link");
        clear.setOnAction(ignored -> onClear.run());
        setVisible(false);
        setManaged(false);
    }

    public void show(List<Filter> filters) {
        if (filters.equals(shown)) {
            return;
        }
        shown = List.copyOf(filters);
        setVisible(!filters.isEmpty());
        setManaged(!filters.isEmpty());
        chips.keySet().retainAll(filters.stream().map(Filter::id).toList());
        List<Node> nodes = new ArrayList<>();
        for (Filter filter : filters) {
            FilterChip chip = chips.computeIfAbsent(filter.id(), FilterChip::new);
            chip.show(filter.label());
            nodes.add(chip);
        }
        if (filters.size() > 1) {
            nodes.add(clear);
        }
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
    }

    /** Called with the id of a filter to drop. */
    public void onRemove(Consumer<String> consumer) {
        onRemove = consumer;
    }

    public void onClear(Runnable action) {
        onClear = action;
    }

    /** One filter; its words can change, as they do while somebody types. */
    private final class FilterChip extends HBox {
        private final Label label = new Label();
        private final Button remove = new Button();
        private final Tooltip tip = new Tooltip();

        FilterChip(String id) {
            label.setMinWidth(USE_PREF_SIZE);
            remove.setGraphic(Icon.CLOSE.node("small"));
            remove.getStyleClass().addAll("flat", "tiny");
            remove.setId("filter-" + id);
            remove.setTooltip(tip);
            remove.setOnAction(ignored -> onRemove.accept(id));
            getStyleClass().add("filter-chip");
            getChildren().addAll(label, remove);
        }

        void show(String words) {
            label.setText(words);
            remove.setAccessibleText(texts.get("filter.remove", words));
            tip.setText(texts.get("filter.remove", words));
        }
    }
}
