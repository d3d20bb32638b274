package org.sizewright.ui.part;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Icon;

/** A control with its name above it and, below it, a note or the message of what is wrong with it. */
public class FieldFrame extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final HBox head = new HBox(6);
    private final Node control;
    private final Label below = new Label();
    private final String name;
    private String note = "";

    public FieldFrame(String name, Region control) {
        this.name = name;
        this.control = control;
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(control);
        label.setMinWidth(USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(20);
        head.getChildren().add(label);
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        below.setWrapText(true);
        below.setTextOverrun(OverrunStyle.CLIP);
        below.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("field");
        getChildren().addAll(head, control, below);
        control.setAccessibleText(name);
        clearMessage();
    }

    /** A quiet line under the control: unit, range or what follows from it. */
    public final void setNote(String text) {
        note = text;
        if (!isInvalid()) {
            clearMessage();
        }
    }

    /** Says what is wrong and how to put it right, in place of the note. */
    public final void setMessage(String text) {
        below.setText(text);
        below.setGraphic(Icon.ERROR.node("small"));
        below.getStyleClass().setAll("label", "message");
        show(true);
        pseudoClassStateChanged(INVALID, true);
        control.setAccessibleHelp(text);
    }

    public final void clearMessage() {
        below.setText(note);
        below.setGraphic(null);
        below.getStyleClass().setAll("label", "note");
        show(!note.isEmpty());
        pseudoClassStateChanged(INVALID, false);
        control.setAccessibleHelp(note);
    }

    public final boolean isInvalid() {
        return getPseudoClassStates().contains(INVALID);
    }

    /** What stands under the control now: message or note. */
    public final String textBelow() {
        return below.getText();
    }

    /** Puts a second control for the same value before the control; it takes the room that there is. */
    final void lead(Region first) {
        int place = getChildren().indexOf(control);
        HBox row = new HBox(12, first, control);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(control, Priority.NEVER);
        first.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(place, row);
    }

    /** Puts the user into the control. */
    public final void focusControl() {
        control.requestFocus();
    }

    public final String name() {
        return name;
    }

    /** Puts help right behind the name. */
    final void addHelp(Node help) {
        head.getChildren().add(1, help);
    }

    /** The line of the name, for a badge behind it. */
    protected final HBox head() {
        return head;
    }

    private void show(boolean visible) {
        below.setVisible(visible);
        below.setManaged(visible);
    }
}
