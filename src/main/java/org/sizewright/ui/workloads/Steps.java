package org.sizewright.ui.workloads;

import java.util.function.IntUnaryOperator;
import javafx.scene.control.Slider;

/**
 * A slider over whole numbers whose steps grow with the number. While it is dragged every step is told, all under the name of one
 * gesture; so are the steps by keyboard until it loses the focus.
 */
final class Steps extends Slider {
    /** Hears a step. */
    interface Listener {
        void step(int number, String gesture);
    }

    private int shown;
    private int gesture;
    private boolean telling = true;

    /**
     * @param name what it moves, also the name of its gestures
     * @param rounding brings a number to the nearest that is worth a step
     */
    Steps(String name, String id, int least, int most, IntUnaryOperator rounding, Listener listener) {
        super(exponent(least), exponent(most), exponent(least));
        setId(id);
        setAccessibleText(name);
        setBlockIncrement(0.5);
        getStyleClass().add("steps");
        valueChangingProperty().subscribe(changing -> gesture += changing ? 1 : 0);
        focusedProperty().subscribe(focused -> gesture += focused ? 1 : 0);
        valueProperty().subscribe(value -> {
            int number = rounding.applyAsInt((int) Math.round(Math.pow(2, value.doubleValue())));
            if (telling && number != shown) {
                shown = number;
                listener.step(number, id + "-" + gesture);
            }
        });
    }

    /** Shows a number; nobody is told. A slider that is being dragged stays under the pointer. */
    void show(int number, int most) {
        shown = number;
        telling = false;
        try {
            if (!isValueChanging()) {
                setMax(exponent(Math.max(2, most)));
                setValue(exponent(number));
            }
        } finally {
            telling = true;
        }
    }

    /** Multiples of 1,024 tokens, of 128 below. */
    static int tokens(int number) {
        int step = number >= 4096 ? 1024 : 128;
        return Math.max(step, Math.round((float) number / step) * step);
    }

    /** Every number up to 20, then fives, tens, fifties. */
    static int requests(int number) {
        int step = number <= 20 ? 1 : number <= 100 ? 5 : number <= 500 ? 10 : 50;
        return Math.max(1, Math.round((float) number / step) * step);
    }

    private static double exponent(int number) {
        return Math.log(number) / Math.log(2);
    }
}
