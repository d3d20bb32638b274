package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SliderField;
import org.sizewright.ui.part.Stops;

/** A number of the plan with a slider that follows the mouse; the steps of one gesture are one step of the history. */
final class SliderNumber {
    private final SliderField field;
    private @Nullable Object subject;

    /** Hears a number that was moved to or typed. */
    interface Listener {
        void moved(double number, String gesture);
    }

    SliderNumber(Texts texts, String id, NumberField.Spec spec, Stops stops, Listener listener) {
        field = new SliderField(texts, spec, stops);
        field.setIds(id);
        field.onMoving(move -> listener.moved(move.value().doubleValue(), move.gesture()));
    }

    SliderField node() {
        return field;
    }

    /** Shows a number, unless the user is typing another one for the same subject. */
    void show(Object of, double number) {
        if (!of.equals(subject) || !field.number().isBeingEdited()) {
            field.show(BigDecimal.valueOf(number));
        }
        subject = of;
    }
}
