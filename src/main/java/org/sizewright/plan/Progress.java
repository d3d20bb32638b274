package org.sizewright.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How far the steps of an option's checklists are, immutable. A step that does not apply any more keeps its state: it is there again
 * when the step is.
 *
 * @param states by step, in the order in which something was first said about them; a step that is not in it is new
 */
public record Progress(Map<StepKey, StepState> states) {
    public static final Progress NOTHING = new Progress(Map.of());

    public Progress {
        Map<StepKey, StepState> kept = new LinkedHashMap<>(states);
        kept.values().removeIf(StepState.NEW::equals);
        states = Collections.unmodifiableMap(kept);
    }

    public StepState of(StepKey step) {
        return states.getOrDefault(step, StepState.NEW);
    }

    public Progress with(StepKey step, UnaryOperator<StepState> change) {
        Map<StepKey, StepState> changed = new LinkedHashMap<>(states);
        changed.put(step, change.apply(of(step)));
        return new Progress(changed);
    }

    /** With the same change of several steps. */
    public Progress withAll(Collection<StepKey> steps, UnaryOperator<StepState> change) {
        Map<StepKey, StepState> changed = new LinkedHashMap<>(states);
        steps.forEach(step -> changed.put(step, change.apply(of(step))));
        return new Progress(changed);
    }

    public boolean isEmpty() {
        return states.isEmpty();
    }
}
