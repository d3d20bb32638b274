package org.sizewright.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;

/**
 * Undo and redo as a stack of plans. Immutable.
 *
 * @param past what undo goes back to, latest last; each entry is named by the edit that left it
 * @param future what redo goes forward to, nearest last; each entry is named by the edit that leads to it
 * @param gesture gesture of the latest edit; another edit of the same gesture joins it
 */
public record History(List<Step> past, Plan present, List<Step> future, Optional<String> gesture) {
    /** So many steps are kept. */
    private static final int DEPTH = 500;

    /** A plan and the label of the edit beside it. */
    public record Step(Plan plan, String label) {}

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    public static History of(Plan plan) {
        return new History(List.of(), plan, List.of(), Optional.empty());
    }

    /**
     * With the edit applied; the same history if the edit changes nothing.
     *
     * @throws IllegalArgumentException with a sentence for the user if the edit asks for something impossible
     */
    public History apply(PlanEdit edit) {
        Plan changed = edit.change().apply(present);
        if (changed.equals(present)) {
            return this;
        }
        boolean joins = edit.gesture().isPresent() && edit.gesture().equals(gesture) && !past.isEmpty();
        List<Step> steps = new ArrayList<>(past);
        if (!joins) {
            steps.add(new Step(present, edit.label()));
            if (steps.size() > DEPTH) {
                steps.removeFirst();
            }
        }
        return new History(steps, changed, List.of(), edit.gesture());
    }

    /** One step back; the same history if there is none. */
    public History undo() {
        if (past.isEmpty()) {
            return this;
        }
        Step last = past.getLast();
        List<Step> ahead = new ArrayList<>(future);
        ahead.add(new Step(present, last.label()));
        return new History(past.subList(0, past.size() - 1), last.plan(), ahead, Optional.empty());
    }

    /** One step forward; the same history if there is none. */
    public History redo() {
        if (future.isEmpty()) {
            return this;
        }
        Step next = future.getLast();
        List<Step> back = new ArrayList<>(past);
        back.add(new Step(present, next.label()));
        return new History(back, next.plan(), future.subList(0, future.size() - 1), Optional.empty());
    }

    public Optional<String> undoLabel() {
        return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast().label());
    }

    public Optional<String> redoLabel() {
        return future.isEmpty()
                ? Optional.empty()
                : Optional.of(future.getLast().label());
    }
}
