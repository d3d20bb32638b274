package org.sizewright.ui;

import org.sizewright.ui.look.Theme;

/** What the frame of the window asks for when the user presses something in it. */
public interface ShellActions {
    void undo();

    void redo();

    /** The user wants to see this option of the plan. */
    void chooseOption(String id);

    void addOption();

    void openSite();

    void exportBuildSheet();

    /** The user chose a theme, which the window already wears: something to remember. */
    void themeChosen(Theme theme);

    /** The user pressed a segment of the status line. */
    void openStatus(String id);
}
