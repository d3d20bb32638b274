package org.sizewright.ui.returned;

import java.util.List;
import org.sizewright.buildsheet.returned.Change;

/** What the view asks of the window around it. */
public interface ReturnedDesk {
    /** Takes these changes into the plan as one step, and closes the view. */
    void take(List<Change> changes);

    /** Closes the view. */
    void close();
}
