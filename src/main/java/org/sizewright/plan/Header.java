package org.sizewright.plan;

import java.time.LocalDate;

/**
 * What stands on the cover.
 *
 * @param referenceDate the day that dated rules are judged by; a plan never looks at the clock
 * @param revision counted up by hand when a revision is handed over
 */
public record Header(
        String title,
        String customer,
        String project,
        String author,
        LocalDate referenceDate,
        int revision,
        String notes) {
    public Header {
        PlanChecks.name("a plan", title);
        PlanChecks.between("the revision", 0, 100_000, revision);
    }

    public Header withTitle(String newTitle) {
        return new Header(newTitle, customer, project, author, referenceDate, revision, notes);
    }
}
