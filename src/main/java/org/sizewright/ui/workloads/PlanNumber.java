package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.NumberField;

/** A number of the plan. A new state never takes away what the user is typing, nor a wrong entry that still explains itself. */
final class PlanNumber {
    private final NumberField field;
    private @Nullable Object subject;

    /** A whole number. */
    PlanNumber(Texts texts, String id, NumberField.Spec spec, IntConsumer onCommit) {
        this(id, new NumberField(texts, spec), number -> onCommit.accept(number.intValueExact()));
    }

    private PlanNumber(String id, NumberField field, Consumer<BigDecimal> onCommit) {
        this.field = field;
        field.field().setId(id);
        field.onCommit(onCommit);
    }

    /** A number that may have decimals. */
    static PlanNumber decimal(Texts texts, String id, NumberField.Spec spec, DoubleConsumer onCommit) {
        return new PlanNumber(id, new NumberField(texts, spec), number -> onCommit.accept(number.doubleValue()));
    }

    /** Lets the field go back to what the program would choose. */
    PlanNumber withAutomatic(Runnable action) {
        field.onAutomatic(action);
        field.onCleared(action);
        return this;
    }

    NumberField node() {
        return field;
    }

    /** @param of what the number belongs to; for another one it is shown whatever the user was typing */
    void show(Object of, int number) {
        show(of, BigDecimal.valueOf(number));
    }

    void show(Object of, double number) {
        show(of, BigDecimal.valueOf(number));
    }

    private void show(Object of, BigDecimal number) {
        if (isFree(of)) {
            field.show(number);
        }
    }

    /** Shows what was entered, else the automatic number; without one the field stays empty. */
    void show(Object of, Optional<? extends Number> entered, OptionalInt automatic) {
        if (entered.isPresent()) {
            show(of, entered.get().doubleValue());
        } else if (isFree(of)) {
            automatic.ifPresentOrElse(number -> field.showAutomatic(BigDecimal.valueOf(number)), field::showNothing);
        }
    }

    /** The same with an automatic number that may have decimals. */
    void show(Object of, Optional<? extends Number> entered, OptionalDouble automatic) {
        if (entered.isPresent()) {
            show(of, entered.get().doubleValue());
        } else if (isFree(of)) {
            if (automatic.isPresent() && Double.isFinite(automatic.getAsDouble())) {
                field.showAutomatic(BigDecimal.valueOf(automatic.getAsDouble()));
            } else {
                field.showNothing();
            }
        }
    }

    private boolean isFree(Object of) {
        boolean free = !of.equals(subject) || !field.isBeingEdited();
        subject = of;
        return free;
    }
}
