package org.sizewright.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a step of a checklist is, and who does it.
 *
 * @param owner who does it; empty if nobody was named
 * @param date when it was done, or is to be done
 * @param note may be empty
 */
public record StepState(Status status, String owner, Optional<LocalDate> date, String note) {
    public static final int LONGEST_OWNER = 80;
    public static final int LONGEST_NOTE = 1000;

    /** Of a step about which nothing was said. */
    public static final StepState NEW = new StepState(Status.OPEN, "", Optional.empty(), "");

    /** How far a step is. */
    public enum Status {
        OPEN("open"),
        IN_PROGRESS("in progress"),
        DONE("done"),
        NOT_NEEDED("not needed");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** Whether nothing is left to do. */
        public boolean isSettled() {
            return this == DONE || this == NOT_NEEDED;
        }
    }

    public StepState {
        owner = owner.strip();
        note = note.strip();
        if (owner.length() > LONGEST_OWNER) {
            throw new IllegalArgumentException("an owner has at most " + LONGEST_OWNER + " letters");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a note has at most " + LONGEST_NOTE + " letters");
        }
    }

    public StepState withStatus(Status changed) {
        return new StepState(changed, owner, date, note);
    }

    public StepState withOwner(String changed) {
        return new StepState(status, changed, date, note);
    }

    public StepState withDate(Optional<LocalDate> changed) {
        return new StepState(status, owner, changed, note);
    }

    public StepState withNote(String changed) {
        return new StepState(status, owner, date, changed);
    }
}
