package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.NumberField;

/** A whole number of the plan. A new state never takes away what the user is typing, nor a wrong entry that still explains itself. */
final class PlanNumber {
    private final NumberField field;
    private final String id;
    private @Nullable Object subject;
    private String shownText = "";
    private Optional<BigDecimal> shownNumber = Optional.empty();

    PlanNumber(Texts texts, String id, NumberField.Spec spec, IntConsumer onCommit) {
        this.id = id;
        field = new NumberField(texts, spec);
        field.field().setId(id);
        field.onCommit(number -> {
            remember(Optional.of(number));
            onCommit.accept(number.intValueExact());
        });
    }

    /** Lets the field go back to what the program would choose. */
    PlanNumber withAutomatic(Runnable action) {
        field.onAutomatic(action);
        return this;
    }

    NumberField node() {
        return field;
    }

    String id() {
        return id;
    }

    /** @param of what the number belongs to; for another one it is shown whatever the user was typing */
    void show(Object of, int number) {
        BigDecimal next = BigDecimal.valueOf(number);
        if (!of.equals(subject) || !isHeld(Optional.of(next))) {
            field.show(next);
            remember(Optional.of(next));
        }
        subject = of;
    }

    /** Shows what was entered, else the automatic number; without one the field stays empty. */
    void show(Object of, Optional<Integer> entered, OptionalInt automatic) {
        if (entered.isPresent()) {
            show(of, entered.get());
            return;
        }
        Optional<BigDecimal> next =
                automatic.isPresent() ? Optional.of(BigDecimal.valueOf(automatic.getAsInt())) : Optional.empty();
        if (!of.equals(subject) || !isHeld(next)) {
            next.ifPresentOrElse(field::showAutomatic, field::showNothing);
            remember(next);
        }
        subject = of;
    }

    private boolean isHeld(Optional<BigDecimal> next) {
        boolean typing =
                field.field().isFocused() && !Objects.equals(field.field().getText(), shownText);
        return typing || (field.isInvalid() && next.equals(shownNumber));
    }

    private void remember(Optional<BigDecimal> number) {
        shownNumber = number;
        shownText = field.field().getText();
    }
}
