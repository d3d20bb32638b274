package org.sizewright.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.sizewright.buildsheet.returned.Change;
import org.sizewright.buildsheet.returned.Comparison;
import org.sizewright.plan.PlanEdit;
import org.sizewright.session.Notice;
import org.sizewright.session.Session;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.returned.ReturnedDesk;
import org.sizewright.ui.returned.ReturnedView;
import org.sizewright.ui.returned.ReturnedViewModel;

/** Shows over the window what somebody typed into an exported workbook; whatever was in front comes back afterwards. */
final class ReturnedLayer implements ReturnedDesk {
    private final Texts texts;
    private final Session session;
    private final FileDialogs dialogs;
    private final PageOver page;
    private final Consumer<Notice> tell;
    private final Consumer<PlanEdit> edit;
    private String file = "";

    /** @param root holds what is in front, and notices as the last */
    ReturnedLayer(
            Texts texts,
            Session session,
            FileDialogs dialogs,
            StackPane root,
            Consumer<Notice> tell,
            Consumer<PlanEdit> edit) {
        this.texts = texts;
        this.session = session;
        this.dialogs = dialogs;
        page = new PageOver(root);
        this.tell = tell;
        this.edit = edit;
    }

    /** Lets the user choose a workbook that came back. */
    void choose() {
        dialogs.openWorkbook().ifPresent(this::open);
    }

    void open(Path workbook) {
        session.sheets().compareReturned(workbook, this::show, tell);
    }

    private void show(Comparison comparison) {
        file = comparison.file();
        ReturnedView view = new ReturnedView(texts, new ReturnedViewModel(this, comparison));
        page.show(view.view());
        view.focus();
    }

    @Override
    public void take(List<Change> changes) {
        close();
        edit.accept(Comparison.edit(texts.get("returned.edit", changes.size(), file), changes));
    }

    @Override
    public void close() {
        page.close();
    }
}
