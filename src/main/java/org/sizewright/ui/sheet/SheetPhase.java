package org.sizewright.ui.sheet;

import java.util.List;
import org.sizewright.plan.Unresolved;

/** What the screen has to show. */
sealed interface SheetPhase {
    /** There is no result, and none is on its way. */
    record Nothing() implements SheetPhase {}

    /** The first result is being calculated. */
    record Calculating() implements SheetPhase {}

    /** There is a result; its sheets are being made. */
    record Preparing() implements SheetPhase {}

    /** The plan names what nobody knows; half of it is no build sheet. */
    record Blocked(List<Unresolved> problems) implements SheetPhase {
        public Blocked {
            problems = List.copyOf(problems);
        }
    }

    /** Making the sheets failed: a bug. */
    record Failed() implements SheetPhase {}

    record Ready(Preview preview) implements SheetPhase {}
}
