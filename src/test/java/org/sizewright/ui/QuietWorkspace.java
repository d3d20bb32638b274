package org.sizewright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.sizewright.figure.Cell;
import org.sizewright.plan.PlanEdit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/** Notes down what a screen asks for. */
final class QuietWorkspace implements Workspace {
    final List<PlanEdit> edits = new ArrayList<>();
    final List<Why> explained = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    private final Texts texts = Texts.english();
    private final Consumer<Why> onWhy;

    QuietWorkspace(Consumer<Why> onWhy) {
        this.onWhy = onWhy;
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public void edit(PlanEdit edit) {
        edits.add(edit);
    }

    @Override
    public void explain(Cell cell) {
        asked.add("figure " + cell.name());
    }

    @Override
    public void explain(Why why) {
        explained.add(why);
        onWhy.accept(why);
    }

    @Override
    public void chooseFileToOpen() {
        asked.add("file");
    }

    @Override
    public void exportBuildSheet() {
        asked.add("build sheet");
    }

    @Override
    public void goTo(String path) {
        asked.add("go to " + path);
    }
}
