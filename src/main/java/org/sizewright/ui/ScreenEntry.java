package org.sizewright.ui;

import java.util.function.Function;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/**
 * A screen of the window and its place in the rail.
 *
 * @param screen builds it when it is first shown
 */
public record ScreenEntry(String id, Icon icon, String title, Function<Workspace, Screen> screen) {
    static final String CATALOG = "catalog";
    static final String ACCELERATORS = "accelerators";
    static final String WORKLOADS = "workloads";
    static final String CLUSTER = "cluster";
    static final String PLATFORM = "platform";
    static final String PLACEMENT = "placement";
    static final String CHECKS = "checks";
    static final String COMPARE = "compare";
    static final String BUILD_SHEET = "sheet";

    /** The screen where that place of a plan is edited; a screen's own id leads to it. */
    static String idFor(String path) {
        if (path.startsWith("/workloads") || path.contains("/assignments/")) {
            return WORKLOADS;
        }
        if (path.contains("/setup/")) {
            return PLATFORM;
        }
        if (path.startsWith("/site") || path.startsWith("/options")) {
            return CLUSTER;
        }
        return path;
    }
}
