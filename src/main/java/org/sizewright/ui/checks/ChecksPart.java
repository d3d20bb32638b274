package org.sizewright.ui.checks;

import javafx.scene.Node;
import org.sizewright.session.SessionState;

/** One of the parts of the screen of the checks, of which one is in view. */
interface ChecksPart {
    /** On its button in the head. */
    String title();

    /** A short verdict beside the buttons while the part is in view. */
    Node mark();

    /** Everything below the head; the same node every time. */
    Node view();

    /** Shows this state; called with every change while the screen is in front. */
    void show(SessionState state);
}
