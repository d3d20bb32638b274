package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Tone;

/** What a whole is made of: a bar to scale and a legend that names every segment, however narrow. */
public final class StackedBar extends VBox {
    /**
     * One segment.
     *
     * @param id what the handler gets to tell segments apart
     * @param value the size as the user reads it, with its unit where the title has none
     * @param size in any unit, the same for all segments; not negative
     * @param note a range or caveat shown as a chip in the legend, such as a tolerance
     */
    public record Segment(String id, String label, String value, double size, Fill fill, Optional<String> note) {
        public Segment {
            if (!(size >= 0) || Double.isInfinite(size)) {
                throw new IllegalArgumentException("segment " + label + " of size " + size);
            }
        }

        public static Segment of(String id, String label, String value, double size, Fill fill) {
            return new Segment(id, label, value, size, fill, Optional.empty());
        }

        public Segment withNote(String text) {
            return new Segment(id, label, value, size, fill, Optional.of(text));
        }

        private String text() {
            return label + " " + value;
        }
    }

    private final SegmentLane lane;
    private final FlowPane legend = new FlowPane();
    private List<Segment> segments = List.of();

    public StackedBar(String name) {
        lane = new SegmentLane(name, 30, false);
        legend.getStyleClass().add("legend");
        legend.setPrefWrapLength(120);
        setSpacing(9);
        getChildren().addAll(lane, legend);
    }

    /**
     * Shows the segments from left to right. What they leave of the whole stays plain; name it as a segment if it has a meaning.
     *
     * @param whole in the unit of the sizes; a sum of segments beyond it makes the bar as long as the sum
     */
    public void show(List<Segment> shown, double whole) {
        segments = List.copyOf(shown);
        double sum = segments.stream().mapToDouble(Segment::size).sum();
        List<SegmentLane.Piece> pieces = new ArrayList<>();
        legend.getChildren().clear();
        double start = 0;
        for (int i = 0; i < segments.size(); i++) {
            Segment each = segments.get(i);
            String detail = each.note().map(n -> each.text() + ", " + n).orElse(each.text());
            pieces.add(
                    new SegmentLane.Piece(start, each.size(), each.fill(), List.of(each.text(), each.value()), detail));
            start += each.size();
            legend.getChildren().add(legendEntry(each, i));
        }
        lane.show(pieces, Math.max(Math.max(sum, whole), Double.MIN_NORMAL));
    }

    /** Called with a segment that the user chose by mouse or keyboard. */
    public void onSelect(Consumer<Segment> consumer) {
        lane.onSelect(index -> consumer.accept(segments.get(index)));
    }

    private Region legendEntry(Segment segment, int index) {
        Label label = new Label(segment.text(), Legend.swatch(segment.fill()));
        label.getStyleClass().add("legend-entry");
        label.setMinWidth(USE_PREF_SIZE);
        label.setOnMouseClicked(ignored -> lane.select(index));
        if (segment.note().isEmpty()) {
            return label;
        }
        HBox entry = new HBox(6, label, new Chip(segment.note().get(), Tone.INFO));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
