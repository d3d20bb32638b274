package org.sizewright.ui;

import java.util.List;
import org.sizewright.library.LibraryProblem;
import org.sizewright.session.Notice;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/** What the window says about faults in the user's own library. */
record LibraryFaults(Texts texts, List<LibraryProblem> faults) {
    LibraryFaults {
        faults = List.copyOf(faults);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** How many there are. */
    Notice toNotice() {
        return Notice.refused(
                texts.get(faults.size() == 1 ? "library.fault" : "library.faults", faults.size()),
                texts.get("library.faults.advice"));
    }

    /** All of them, each with file, line and reason. */
    Why toWhy() {
        Why why = Why.finding(texts.get("library.faults.title"), texts.get("library.faults.text"), List.of());
        for (LibraryProblem fault : faults) {
            String place = fault.line().isPresent()
                    ? texts.get(
                            "library.faults.place", fault.file(), fault.line().getAsInt())
                    : fault.file();
            why = why.withSection(Why.Section.of(
                    place, (fault.record().isEmpty() ? "" : fault.record() + ": ") + fault.sentence() + "."));
        }
        return why;
    }
}
