package org.sizewright.ui.cluster;

import java.math.BigDecimal;
import java.util.Optional;
import org.sizewright.ui.part.NumberField;

/** Shows new values in fields without taking away what the user is typing. */
final class Entries {
    private Entries() {}

    static void show(NumberField field, BigDecimal value) {
        if (!field.isBeingEdited()) {
            field.show(value);
        }
    }

    static void show(NumberField field, double value) {
        show(field, BigDecimal.valueOf(value));
    }

    /** Shows a value or that there is none. */
    static void show(NumberField field, Optional<BigDecimal> value) {
        if (field.isBeingEdited()) {
            return;
        }
        value.ifPresentOrElse(field::show, field::showNothing);
    }

    /** Shows what was entered, else what the program found, else nothing. */
    static void show(NumberField field, Optional<BigDecimal> entered, Optional<BigDecimal> automatic) {
        if (field.isBeingEdited()) {
            return;
        }
        if (entered.isPresent()) {
            field.show(entered.get());
        } else {
            automatic.ifPresentOrElse(field::showAutomatic, field::showNothing);
        }
    }
}
