package org.sizewright.ui.part;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.sizewright.ui.look.Fill;

/** Says what the colours of several bars stand for. */
public final class Legend extends FlowPane {
    public record Entry(String label, Fill fill) {}

    public Legend(List<Entry> entries) {
        getStyleClass().add("legend");
        setPrefWrapLength(120);
        show(entries);
    }

    public void show(List<Entry> entries) {
        getChildren().clear();
        for (Entry entry : entries) {
            Label label = new Label(entry.label(), swatch(entry.fill()));
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
