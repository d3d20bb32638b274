package org.sizewright.ui.intake;

import java.util.function.Consumer;
import org.sizewright.catalog.CatalogDifference;
import org.sizewright.catalog.CatalogRules;
import org.sizewright.catalog.ImportChoices;
import org.sizewright.catalog.ImportFile;
import org.sizewright.catalog.ImportJob;

/** What the page asks of the window around it. Answers come on the JavaFX thread. */
public interface IntakeDesk {
    CatalogRules rules();

    /** Runs the job in the background. */
    void run(ImportJob job, Consumer<ImportJob.Outcome> done);

    /** Lets the user choose a list of certified systems and reads it; a file that cannot be read is told elsewhere. */
    void chooseCertified(Consumer<ImportFile> done);

    /** Compares the imported list with the open one in the background; nobody is called if there is none, or if it is the same file. */
    default void differs(ImportJob job, ImportJob.Done done, Consumer<CatalogDifference> known) {}

    /** Shows what differs from the open list, over the page. */
    default void showDifference(ImportJob job, ImportJob.Done done) {}

    /** Keeps answers for the next list. */
    void remember(ImportChoices choices);

    /** Goes on with the imported list and closes the page. */
    void takeOver(ImportJob job, ImportJob.Done done);

    /** Closes the page; nothing changes. */
    void cancel();
}
