package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Tone;

/**
 * What a whole is made of: a bar to scale and a legend that names every segment, however narrow. A limit can be marked on it; what goes
 * beyond is hatched and said above the bar.
 */
public final class StackedBar extends VBox {
    /**
     * One segment.
     *
     * @param id what the handler gets to tell segments apart
     * @param value the size as the user reads it, with its unit where the title has none
     * @param size in any unit, the same for all segments; not negative
     * @param note a range or caveat shown as a chip in the legend, such as a tolerance
     * @param more the value in full, such as in both units, for tooltip and screen reader
     */
    public record Segment(
            String id,
            String label,
            String value,
            double size,
            Fill fill,
            Optional<String> note,
            Optional<String> more) {
        public Segment {
            if (!(size >= 0) || Double.isInfinite(size)) {
                throw new IllegalArgumentException("segment " + label + " of size " + size);
            }
        }

        public static Segment of(String id, String label, String value, double size, Fill fill) {
            return new Segment(id, label, value, size, fill, Optional.empty(), Optional.empty());
        }

        public Segment withNote(String text) {
            return new Segment(id, label, value, size, fill, Optional.of(text), more);
        }

        public Segment withMore(String text) {
            return new Segment(id, label, value, size, fill, note, Optional.of(text));
        }

        private String detail() {
            String full = label + " " + more.orElse(value);
            return note.map(text -> full + ", " + text).orElse(full);
        }

        private String text() {
            return label + " " + value;
        }
    }

    /**
     * How much there is.
     *
     * @param label what reaches so far, with its size: {@code H100 80 GB: 79.2 GiB}
     * @param at in the unit of the sizes
     * @param excess said where the segments go beyond: by how much; not shown while they fit
     */
    public record Limit(String label, double at, String excess) {
        public Limit {
            if (!(at >= 0) || Double.isInfinite(at)) {
                throw new IllegalArgumentException("limit " + label + " at " + at);
            }
        }
    }

    private final SegmentLane lane;
    private final LimitMark mark;
    private final FlowPane legend = new FlowPane();
    private List<Segment> segments = List.of();

    public StackedBar(String name) {
        lane = new SegmentLane(name, 30, false);
        legend.getStyleClass().add("legend");
        legend.setPrefWrapLength(120);
        mark = new LimitMark(lane);
        setSpacing(9);
        getChildren().addAll(mark, legend);
    }

    /**
     * Shows the segments from left to right. What they leave of the whole stays plain; name it as a segment if it has a meaning.
     *
     * @param whole in the unit of the sizes; a sum of segments beyond it makes the bar as long as the sum
     */
    public void show(List<Segment> shown, double whole) {
        show(shown, whole, Optional.empty());
    }

    /** The same with a limit; segments beyond it are hatched. What lies between their end and the limit stays plain. */
    public void show(List<Segment> shown, Limit limit) {
        show(shown, limit.at(), Optional.of(limit));
    }

    private void show(List<Segment> shown, double whole, Optional<Limit> limit) {
        segments = List.copyOf(shown);
        double sum = segments.stream().mapToDouble(Segment::size).sum();
        List<SegmentLane.Piece> pieces = new ArrayList<>();
        legend.getChildren().clear();
        double start = 0;
        for (int i = 0; i < segments.size(); i++) {
            Segment each = segments.get(i);
            List<String> labels = List.of(each.text(), each.value());
            pieces.add(new SegmentLane.Piece(start, each.size(), each.fill(), labels, each.detail()));
            start += each.size();
            legend.getChildren().add(legendEntry(each, i));
        }
        double length = Math.max(Math.max(sum, whole), Double.MIN_NORMAL);
        mark.show(limit, sum, length);
        lane.remark(mark.words());
        lane.show(pieces, length);
    }

    /** Called with a segment that the user chose by mouse or keyboard. */
    public void onSelect(Consumer<Segment> consumer) {
        lane.onSelect(index -> consumer.accept(segments.get(index)));
    }

    private Region legendEntry(Segment segment, int index) {
        Label label = new Label(segment.text(), Legend.swatch(segment.fill()));
        label.getStyleClass().add("legend-entry");
        label.setMinWidth(USE_PREF_SIZE);
        label.setTooltip(new Tooltip(segment.detail()));
        label.setOnMouseClicked(ignored -> lane.select(index));
        if (segment.note().isEmpty()) {
            return label;
        }
        HBox entry = new HBox(6, label, new Chip(segment.note().get(), Tone.INFO));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
