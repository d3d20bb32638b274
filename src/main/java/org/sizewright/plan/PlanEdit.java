package org.sizewright.plan;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One change of a plan.
 *
 * @param label what undo and redo call it
 * @param gesture edits with the same gesture in a row are one entry of the history, such as the steps of a slider
 * @param change a pure function; may throw {@link IllegalArgumentException} with a sentence for the user, and then nothing changes
 */
public record PlanEdit(String label, Optional<String> gesture, UnaryOperator<Plan> change) {
    public PlanEdit {
        PlanChecks.name("an edit", label);
    }

    public static PlanEdit of(String label, UnaryOperator<Plan> change) {
        return new PlanEdit(label, Optional.empty(), change);
    }

    public static PlanEdit ofGesture(String label, String gesture, UnaryOperator<Plan> change) {
        return new PlanEdit(label, Optional.of(gesture), change);
    }
}
