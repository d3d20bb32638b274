package org.sizewright.ui;

import org.sizewright.ui.look.Theme;

/** Does nothing. */
final class QuietActions implements ShellActions {
    @Override
    public void undo() {}

    @Override
    public void redo() {}

    @Override
    public void chooseOption(String id) {}

    @Override
    public void addOption() {}

    @Override
    public void openSite() {}

    @Override
    public void exportBuildSheet() {}

    @Override
    public void themeChosen(Theme theme) {}

    @Override
    public void openStatus(String id) {}
}
