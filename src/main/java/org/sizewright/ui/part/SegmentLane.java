package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Icon;

/**
 * Stretches of a whole, drawn to scale side by side. On a stretch stands the longest of its labels that fits whole, or none; the tooltip always says all.
 */
final class SegmentLane extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass OUTLINED = PseudoClass.getPseudoClass("outlined");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
    private static final double GAP = 1;
    private static final double LEAST = 2;

    /** One stretch; {@code detail} is the sentence for tooltip and screen reader. */
    record Piece(double start, double size, Fill fill, List<String> labels, String detail) {}

    private final String name;
    private final double height;
    private final List<Label> labels = new ArrayList<>();
    private final Tooltip tooltip = new Tooltip();
    private List<Piece> pieces = List.of();
    private double capacity = 1;
    private int selected = -1;
    private String remark = "";
    private IntConsumer handler = ignored -> {};

    SegmentLane(String name, double height, boolean thin) {
        this.name = name;
        this.height = height;
        getStyleClass().add("lane");
        if (thin) {
            getStyleClass().add("thin");
        }
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Tooltip.install(this, tooltip);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        setOnMousePressed(ignored -> requestFocus());
    }

    void show(List<Piece> shown, double whole) {
        pieces = List.copyOf(shown);
        capacity = whole;
        selected = -1;
        labels.clear();
        for (int i = 0; i < pieces.size(); i++) {
            labels.add(labelOf(i));
        }
        getChildren().setAll(labels);
        describe();
        requestLayout();
    }

    /** Said before the stretches, where something holds of all of them; may be empty. Takes effect with the next stretches. */
    void remark(String words) {
        remark = words;
    }

    void onSelect(IntConsumer consumer) {
        handler = consumer;
    }

    void select(int index) {
        if (index < 0 || index >= pieces.size()) {
            return;
        }
        mark(index);
        handler.accept(index);
    }

    /** Marks a stretch without telling anyone; -1 marks none. */
    void mark(int index) {
        if (selected >= 0 && selected < labels.size()) {
            labels.get(selected).pseudoClassStateChanged(SELECTED, false);
        }
        selected = index;
        if (index >= 0) {
            labels.get(index).pseudoClassStateChanged(SELECTED, true);
        }
        describe();
    }

    /** Draws a line round a stretch, or takes it away. */
    void outline(int index, boolean on) {
        labels.get(index).pseudoClassStateChanged(OUTLINED, on);
    }

    /** Puts a lock on a stretch that stays where it is, or takes it away. */
    void lock(int index, boolean on) {
        Label label = labels.get(index);
        label.pseudoClassStateChanged(LOCKED, on);
        label.setGraphic(on ? Icon.LOCK.node() : null);
        label.setGraphicTextGap(3);
    }

    int selected() {
        return selected;
    }

    /** The stretch at a place of the scene; -1 if there is none. */
    int at(double sceneX, double sceneY) {
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            if (label.contains(label.sceneToLocal(sceneX, sceneY))) {
                return i;
            }
        }
        return -1;
    }

    private Label labelOf(int index) {
        Piece piece = pieces.get(index);
        Label label = new Label();
        label.getStyleClass().addAll("piece", piece.fill().styleClass());
        if (piece.start() <= 0) {
            label.getStyleClass().add("first");
        }
        if (piece.start() + piece.size() >= capacity * 0.999) {
            label.getStyleClass().add("last");
        }
        label.setAccessibleText(piece.detail());
        label.setOnMouseEntered(ignored -> tooltip.setText(piece.detail()));
        label.setOnMouseClicked(ignored -> select(index));
        return label;
    }

    private void describe() {
        if (selected >= 0) {
            setAccessibleText(name + ": " + pieces.get(selected).detail());
        } else {
            List<String> details = pieces.stream().map(Piece::detail).toList();
            setAccessibleText(name + ": " + (remark.isEmpty() ? "" : remark + "; ") + String.join("; ", details));
        }
    }

    private void onKey(KeyEvent event) {
        int last = pieces.size() - 1;
        switch (event.getCode()) {
            case LEFT -> mark(Math.max(0, selected - 1));
            case RIGHT -> mark(Math.min(last, selected + 1));
            case HOME -> mark(Math.min(0, last));
            case END -> mark(last);
            case ENTER, SPACE -> select(selected);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected double computePrefWidth(double h) {
        return 160;
    }

    @Override
    protected double computeMinWidth(double h) {
        return Math.min(24, height);
    }

    @Override
    protected double computePrefHeight(double w) {
        return height;
    }

    @Override
    protected double computeMinHeight(double w) {
        return height;
    }

    @Override
    protected double computeMaxHeight(double w) {
        return height;
    }

    @Override
    protected void layoutChildren() {
        double inside = getWidth() - 2;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            double left = snapPositionX(1 + inside * piece.start() / capacity);
            double right = snapPositionX(1 + inside * Math.min(capacity, piece.start() + piece.size()) / capacity);
            boolean last = i == pieces.size() - 1 && right >= inside;
            double width = Math.max(LEAST, right - left - (last ? 0 : GAP));
            Label label = labels.get(i);
            label.setText(fitting(label, piece, width));
            label.resizeRelocate(left, 1, width, getHeight() - 2);
        }
    }

    private static String fitting(Label label, Piece piece, double width) {
        for (String text : piece.labels()) {
            label.setText(text);
            if (!text.isEmpty() && label.prefWidth(-1) <= width) {
                return text;
            }
        }
        return "";
    }
}
