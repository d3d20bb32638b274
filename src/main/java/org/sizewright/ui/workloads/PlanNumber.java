package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.NumberField;

/** A whole number of the plan. A new state never takes away what the user is typing, nor a wrong entry that still explains itself. */
final class PlanNumber {
    private final NumberField field;
    private @Nullable Object subject;

    PlanNumber(Texts texts, String id, NumberField.Spec spec, IntConsumer onCommit) {
        field = new NumberField(texts, spec);
        field.field().setId(id);
        field.onCommit(number -> onCommit.accept(number.intValueExact()));
    }

    /** Lets the field go back to what the program would choose. */
    PlanNumber withAutomatic(Runnable action) {
        field.onAutomatic(action);
        return this;
    }

    NumberField node() {
        return field;
    }

    /** @param of what the number belongs to; for another one it is shown whatever the user was typing */
    void show(Object of, int number) {
        if (isFree(of)) {
            field.show(BigDecimal.valueOf(number));
        }
    }

    /** Shows what was entered, else the automatic number; without one the field stays empty. */
    void show(Object of, Optional<Integer> entered, OptionalInt automatic) {
        if (entered.isPresent()) {
            show(of, entered.get());
        } else if (isFree(of)) {
            automatic.ifPresentOrElse(number -> field.showAutomatic(BigDecimal.valueOf(number)), field::showNothing);
        }
    }

    private boolean isFree(Object of) {
        boolean free = !of.equals(subject) || !field.isBeingEdited();
        subject = of;
        return free;
    }
}
