package org.sizewright.ui.accel;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.LayoutEnumeration;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;

/** One geometry of a GPU: how many of which profile, and a small drawing of it. */
final class GeometryCell extends ListCell<GpuLayout> {
    /** Room for two lines of words. */
    static final double HEIGHT = 56;

    private static final double STRIP = 8;

    private final Texts texts;
    private final ToIntFunction<String> colour;

    /** @param colour the place of a profile among the colours */
    GeometryCell(Texts texts, ToIntFunction<String> colour) {
        this.texts = texts;
        this.colour = colour;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable GpuLayout layout, boolean empty) {
        super.updateItem(layout, empty);
        setText(null);
        if (empty || layout == null) {
            setGraphic(null);
            return;
        }
        Label words = new Label(words(layout));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("accel-geometry");
        VBox box = new VBox(4, words, new Strip(layout));
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        box.prefWidthProperty().bind(widthProperty().subtract(16));
        setGraphic(box);
        setAccessibleText(words.getText());
    }

    /** Large profiles first, as they are read aloud. */
    private String words(GpuLayout layout) {
        Map<String, Integer> counts = LayoutEnumeration.counts(layout);
        List<String> profiles = layout.parts().stream()
                .sorted(Comparator.comparingInt(GpuLayout.Part::size).reversed())
                .map(GpuLayout.Part::profile)
                .distinct()
                .toList();
        return profiles.stream()
                .map(profile -> counts.getOrDefault(profile, 1) == 1
                        ? profile
                        : texts.get("accel.partition.count", counts.getOrDefault(profile, 1), profile))
                .collect(Collectors.joining(" + "));
    }

    private final class Strip extends Region {
        private final GpuLayout layout;

        Strip(GpuLayout layout) {
            this.layout = layout;
            getStyleClass().add("accel-bar-track");
            for (GpuLayout.Part part : layout.parts()) {
                Region block = new Region();
                block.getStyleClass()
                        .addAll(Fill.work(colour.applyAsInt(part.profile())).styleClass(), "accel-bar");
                getChildren().add(block);
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            return STRIP;
        }

        @Override
        protected double computeMinHeight(double width) {
            return STRIP;
        }

        @Override
        protected void layoutChildren() {
            double unit = getWidth() / layout.scheme().units();
            for (int i = 0; i < layout.parts().size(); i++) {
                GpuLayout.Part part = layout.parts().get(i);
                double left = Math.round(part.start() * unit);
                getChildren().get(i).resizeRelocate(left, 0, Math.round(part.end() * unit) - left - 1, STRIP);
            }
        }
    }
}
