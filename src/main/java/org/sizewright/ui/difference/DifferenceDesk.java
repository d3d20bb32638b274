package org.sizewright.ui.difference;

import java.util.function.Consumer;
import org.sizewright.session.ExportComparison;

/** What the view asks of the window around it. Answers come on the JavaFX thread. */
public interface DifferenceDesk {
    /** Compares the same lists in the background, the other one as the older. */
    void swap(ExportComparison comparison, Consumer<DifferencePage> done);

    /** Closes the view. */
    void close();
}
