package org.sizewright.ui.part;

import javafx.scene.control.Slider;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * A slider over stops counted from 0. Every stop that is reached is told at once and the end of the gesture once: the release of mouse
 * or key, or the loss of the focus. It can show places between two stops; what the user moves it to is always a stop.
 */
final class GestureSlider extends Slider {
    /** Hears the stops. */
    interface Listener {
        void moved(int stop, String gesture);

        /** The end of a gesture that moved something. */
        void done(int stop, String gesture);
    }

    private final String name;
    private final Listener listener;
    private final int last;
    private int gestures;
    private int stop;
    private boolean held;
    private boolean moved;
    private boolean telling = true;

    GestureSlider(String name, int last, Listener listener) {
        super(0, last, 0);
        this.name = name;
        this.last = last;
        this.listener = listener;
        getStyleClass().add("steps");
        setAccessibleText(name);
        addEventFilter(MouseEvent.MOUSE_PRESSED, ignored -> begin());
        // the thumb settles on its own release first
        addEventHandler(MouseEvent.MOUSE_RELEASED, ignored -> end());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        addEventFilter(KeyEvent.KEY_RELEASED, ignored -> end());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                end();
            }
        });
        valueProperty().subscribe(value -> {
            if (telling) {
                reach((int) Math.round(value.doubleValue()));
            }
        });
    }

    /** Shows a place; nobody is told. A slider that is held stays under the pointer. */
    void show(double position) {
        if (!held) {
            stop = (int) Math.round(position);
            settle(position);
        }
    }

    /** What a screen reader says of the place, behind the name. */
    void say(String words) {
        setAccessibleText(name + ": " + words);
    }

    /** The name of a gesture that begins and ends now, such as a number that was typed. */
    String ownGesture() {
        gestures++;
        return name + "-" + gestures;
    }

    private String gesture() {
        return name + "-" + gestures;
    }

    private void begin() {
        if (!held) {
            held = true;
            moved = false;
            gestures++;
        }
    }

    private void end() {
        if (!held) {
            return;
        }
        held = false;
        settle(moved ? stop : getValue());
        if (moved) {
            moved = false;
            listener.done(stop, gesture());
        }
    }

    private void settle(double position) {
        telling = false;
        try {
            setValue(position);
        } finally {
            telling = true;
        }
    }

    private void reach(int reached) {
        if (reached == stop) {
            return;
        }
        boolean alone = !held;
        if (alone) {
            begin();
        }
        stop = reached;
        moved = true;
        listener.moved(reached, gesture());
        if (alone) {
            end();
        }
    }

    private void onKey(KeyEvent event) {
        int wide = Math.max(1, last / 10);
        int to = switch (event.getCode()) {
            case RIGHT, UP -> (int) Math.floor(getValue()) + 1;
            case LEFT, DOWN -> (int) Math.ceil(getValue()) - 1;
            case PAGE_UP -> (int) Math.floor(getValue()) + wide;
            case PAGE_DOWN -> (int) Math.ceil(getValue()) - wide;
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        switch (event.getCode()) {
            case RIGHT, UP, LEFT, DOWN, PAGE_UP, PAGE_DOWN, HOME, END -> {
                begin();
                // also where a place between two stops rounds to the same stop
                int target = Math.clamp(to, 0, last);
                settle(target);
                if (target == stop) {
                    stop = -1;
                }
                reach(target);
                event.consume();
            }
            default -> {}
        }
    }
}
