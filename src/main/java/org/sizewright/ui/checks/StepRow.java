package org.sizewright.ui.checks;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.sizewright.delivery.checklist.Step;
import org.sizewright.plan.StepState;

/** A step in the list, with how far it is. */
record StepRow(Step step, StepState state) {
    String id() {
        return step.key().toString();
    }

    /** Whether all of these words are in it, in whatever case. */
    boolean has(List<String> words) {
        String all = String.join(
                        " ",
                        step.subject(),
                        step.text(),
                        step.phase().title(),
                        String.join(" ", step.rules()),
                        String.join(" ", step.commands()),
                        state.status().title(),
                        state.owner(),
                        state.date().map(LocalDate::toString).orElse(""),
                        state.note())
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(all::contains);
    }
}
