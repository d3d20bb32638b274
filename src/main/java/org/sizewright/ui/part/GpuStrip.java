package org.sizewright.ui.part;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
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

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open-target");
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over-target");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused-target");

    private final SegmentLane lane;
    private final Label caption = new Label();
    private List<Slot> slots = List.of();

    public GpuStrip(String name) {
        this(name, 26);
    }

    /** @param height of the GPU itself, in pixels */
    public GpuStrip(String name, double height) {
        lane = new SegmentLane(name, height, true);
        caption.getStyleClass().add("note");
        caption.setWrapText(true);
        setSpacing(2);
        getStyleClass().add("gpu-strip");
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

    /** Puts a lock on the slots of these ids. */
    public void lock(Set<String> ids) {
        for (int i = 0; i < slots.size(); i++) {
            lane.lock(i, ids.contains(slots.get(i).id()));
        }
    }

    /** The slot that is marked, by the user or by {@link #mark}. */
    public Optional<Slot> marked() {
        return lane.selected() < 0 ? Optional.empty() : Optional.of(slots.get(lane.selected()));
    }

    /** The slot at a place of the scene. */
    public Optional<Slot> at(double sceneX, double sceneY) {
        int index = lane.at(sceneX, sceneY);
        return index < 0 ? Optional.empty() : Optional.of(slots.get(index));
    }

    /** How the strip answers to something that is dragged. */
    public enum Reception {
        /** Nothing is dragged. */
        NONE,
        /** It can be dropped here. */
        OPEN,
        /** It is over the strip and can be dropped. */
        OVER,
        /** It is over the strip and cannot be dropped. */
        REFUSED
    }

    /** Shows whether what is dragged could be dropped here. */
    public void receive(Reception reception) {
        pseudoClassStateChanged(OPEN, reception == Reception.OPEN || reception == Reception.OVER);
        pseudoClassStateChanged(OVER, reception == Reception.OVER);
        pseudoClassStateChanged(REFUSED, reception == Reception.REFUSED);
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
