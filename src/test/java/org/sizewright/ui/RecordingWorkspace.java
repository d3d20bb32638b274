package org.sizewright.ui;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.Cell;
import org.sizewright.plan.PlanEdit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/** Notes what a screen asks for. */
final class RecordingWorkspace implements Workspace {
    private final List<String> asked = new ArrayList<>();

    /** One line a request, oldest first. */
    List<String> asked() {
        return asked;
    }

    @Override
    public Texts texts() {
        return Texts.english();
    }

    @Override
    public void edit(PlanEdit edit) {
        asked.add("edit");
    }

    @Override
    public void explain(Cell cell) {
        asked.add("explain " + cell.name());
    }

    @Override
    public void explain(Why why) {
        asked.add("explain " + why.title());
    }

    @Override
    public void chooseFileToOpen() {
        asked.add("open");
    }

    @Override
    public void exportBuildSheet() {
        asked.add("export");
    }

    @Override
    public void goTo(String path) {
        asked.add("go to " + path);
    }
}
