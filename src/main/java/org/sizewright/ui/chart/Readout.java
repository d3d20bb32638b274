package org.sizewright.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Fill;

/** The box beside the crosshair: the place, and the value of every line there. */
final class Readout extends VBox {
    private final Label place = new Label();
    private final Label remark = new Label();
    private final List<Label> values = new ArrayList<>();

    Readout() {
        getStyleClass().add("chart-readout");
        setManaged(false);
        setVisible(false);
        setMouseTransparent(true);
        place.getStyleClass().add("strong");
        remark.getStyleClass().add("note");
    }

    /** Takes the lines of new contents; a swatch tells them apart where there are several. */
    void prepare(List<Fill> lines) {
        values.clear();
        List<Node> children = new ArrayList<>(List.of(place));
        for (Fill fill : lines) {
            Label value = new Label();
            value.getStyleClass().add("chart-readout-value");
            if (lines.size() > 1) {
                Region swatch = new Region();
                swatch.getStyleClass().addAll("swatch", fill.styleClass());
                value.setGraphic(swatch);
            }
            values.add(value);
            children.add(value);
        }
        children.add(remark);
        getChildren().setAll(children);
    }

    void show(Spoken.Reading reading) {
        place.setText(reading.place());
        for (int i = 0; i < values.size(); i++) {
            String text = reading.values().get(i);
            values.get(i).setText(text);
            present(values.get(i), !text.isEmpty());
        }
        remark.setText(reading.remark());
        present(remark, !reading.remark().isEmpty());
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }
}
