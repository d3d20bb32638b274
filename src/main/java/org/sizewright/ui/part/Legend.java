package org.sizewright.ui.part;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Icon;

/** Says what the colours of several bars stand for. */
public final class Legend extends FlowPane {
    /** @param mark what stands for it instead of a colour */
    public record Entry(String label, Fill fill, Optional<Icon> mark) {
        public Entry(String label, Fill fill) {
            this(label, fill, Optional.empty());
        }

        /** What is marked with an icon. */
        public static Entry marked(String label, Icon icon) {
            return new Entry(label, Fill.FREE, Optional.of(icon));
        }
    }

    public Legend(List<Entry> entries) {
        getStyleClass().add("legend");
        setPrefWrapLength(120);
        show(entries);
    }

    public void show(List<Entry> entries) {
        getChildren().clear();
        for (Entry entry : entries) {
            Label label =
                    new Label(entry.label(), entry.mark().<Node>map(Icon::node).orElseGet(() -> swatch(entry.fill())));
            label.getStyleClass().add("legend-entry");
            label.setMinWidth(USE_PREF_SIZE);
            getChildren().add(label);
        }
    }

    static Region swatch(Fill fill) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("swatch", fill.styleClass());
        return swatch;
    }
}
