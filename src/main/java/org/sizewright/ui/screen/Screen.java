package org.sizewright.ui.screen;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.sizewright.session.SessionState;

/** One screen of the window. All calls come on the JavaFX thread. */
public interface Screen {
    /** The same node every time. */
    Node view();

    /** Shows this state. Called with every change while the screen is in front, and when it comes to the front. */
    void show(SessionState state);

    /** Brings a place of the plan to the front that is edited on this screen, such as {@code /options/a/setup/platform/vsphere}. */
    default void goTo(String path) {}

    /** Takes files that were dropped on the window and are meant for this screen. */
    default void takeFiles(List<Path> files) {}
}
