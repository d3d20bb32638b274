package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.sizewright.placement.PinTargets;

/** Drags a machine of a cluster's list to another GPU of it. What each GPU says is known before; the mouse only finds the GPU. */
final class PinDrag {
    /** The mouse moves so far before a press is more than a click. */
    private static final double SLACK = 6;

    private final PinViewModel pins;
    private final SectionCard owner;
    private final ListView<Integer> list;
    private final List<HostCell> cells;
    private Optional<HostCell.Grip> grip = Optional.empty();
    private double pressedX;
    private double pressedY;

    PinDrag(PinViewModel pins, SectionCard owner, ListView<Integer> list, List<HostCell> cells) {
        this.pins = pins;
        this.owner = owner;
        this.list = list;
        this.cells = cells;
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        list.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && isDragging()) {
                end();
                pins.cancel();
                event.consume();
            }
        });
    }

    private boolean isDragging() {
        return pins.dragged()
                .get()
                .filter(each -> each.section().equals(owner.section().id()))
                .isPresent();
    }

    private void press(MouseEvent event) {
        end();
        pressedX = event.getSceneX();
        pressedY = event.getSceneY();
        boolean can = event.getButton() == MouseButton.PRIMARY
                && owner.section().scene().failure().isEmpty();
        grip = can ? at(event).flatMap(cell -> cell.grip(event.getSceneX(), event.getSceneY())) : Optional.empty();
    }

    private void drag(MouseEvent event) {
        if (grip.isEmpty()) {
            return;
        }
        boolean far = Math.hypot(event.getSceneX() - pressedX, event.getSceneY() - pressedY) > SLACK;
        if (!isDragging() && far) {
            grip.get()
                    .machine()
                    .ifPresentOrElse(
                            machine -> pins.drag(
                                    owner.section().id(), owner.section().scene(), machine.vm()),
                            this::end);
        }
        if (isDragging()) {
            Optional<HostCell.Grip> over = at(event).flatMap(cell -> cell.grip(event.getSceneX(), event.getSceneY()));
            cells.forEach(cell -> cell.receive(over));
            boolean open = over.flatMap(each -> pins.target(each.host(), each.gpu()))
                    .flatMap(PinTargets.Target::pin)
                    .isPresent();
            list.setCursor(open ? Cursor.CLOSED_HAND : Cursor.DEFAULT);
            event.consume();
        }
    }

    private void release(MouseEvent event) {
        if (isDragging()) {
            Optional<HostCell.Grip> over = at(event).flatMap(cell -> cell.grip(event.getSceneX(), event.getSceneY()));
            end();
            over.ifPresentOrElse(each -> pins.drop(each.host(), each.gpu()), pins::cancel);
            event.consume();
        }
        grip = Optional.empty();
    }

    private void end() {
        grip = Optional.empty();
        list.setCursor(Cursor.DEFAULT);
    }

    private Optional<HostCell> at(MouseEvent event) {
        return cells.stream()
                .filter(cell ->
                        cell.isShown() && cell.contains(cell.sceneToLocal(event.getSceneX(), event.getSceneY())))
                .findFirst();
    }
}
