package org.sizewright.ui.part;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Fill;

/** One GPU to scale: what lies where on it, what is open and what nothing can reach. */
public final class GpuStrip extends VBox {
    /**
     * A stretch of the GPU.
     *
     * @param id what the handler gets to tell slots apart
     * @param labels from long to short; the first that fits whole is shown, or none
     * @param start where it begins, in the unit of the capacity
     * @param size how long it is, in the unit of the capacity
     * @param detail the full sentence, for tooltip and screen reader
     */
    public record Slot(String id, List<String> labels, double start, double size, Fill fill, String detail) {
        public Slot {
            labels = List.copyOf(labels);
            if (!(start >= 0) || !(size > 0)) {
                throw new IllegalArgumentException("slot " + id + " at " + start + " of size " + size);
            }
        }
    }

    private final SegmentLane lane;
    private final Label caption = new Label();
    private List<Slot> slots = List.of();

    public GpuStrip(String name) {
        lane = new SegmentLane(name, 26, true);
        caption.getStyleClass().add("note");
        caption.setWrapText(true);
        setSpacing(2);
        getChildren().addAll(lane, caption);
    }

    /** Shows slots, each at its place; stretches without a slot are drawn as open. */
    public void show(double capacity, List<Slot> shown, String captionText) {
        if (!(capacity > 0)) {
            throw new IllegalArgumentException("GPU of capacity " + capacity);
        }
        slots = List.copyOf(shown);
        caption.setText(captionText);
        caption.setVisible(!captionText.isEmpty());
        caption.setManaged(!captionText.isEmpty());
        lane.show(
                slots.stream()
                        .map(s -> new SegmentLane.Piece(s.start(), s.size(), s.fill(), s.labels(), s.detail()))
                        .toList(),
                capacity);
    }

    /** Called with a slot that the user chose by mouse or keyboard. */
    public void onSelect(Consumer<Slot> consumer) {
        lane.onSelect(index -> consumer.accept(slots.get(index)));
    }

    /** Draws a line round the slots of these ids, to tell them from the others. */
    public void outline(Set<String> ids) {
        for (int i = 0; i < slots.size(); i++) {
            lane.outline(i, ids.contains(slots.get(i).id()));
        }
    }

    /** Marks the slot of this id, or none. */
    public void mark(String id) {
        int index = -1;
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).id().equals(id)) {
                index = i;
            }
        }
        lane.mark(index);
    }
}
