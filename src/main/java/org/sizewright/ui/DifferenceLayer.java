package org.sizewright.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.layout.StackPane;
import org.sizewright.catalog.ImportJob;
import org.sizewright.session.ExportComparison;
import org.sizewright.session.Notice;
import org.sizewright.session.Session;
import org.sizewright.session.Storage;
import org.sizewright.ui.difference.DifferenceDesk;
import org.sizewright.ui.difference.DifferencePage;
import org.sizewright.ui.difference.DifferenceView;
import org.sizewright.ui.difference.DifferenceViewModel;
import org.sizewright.ui.look.Texts;

/** Shows over the window what differs between the open list and another export; whatever was in front comes back afterwards. */
final class DifferenceLayer implements DifferenceDesk {
    private final Texts texts;
    private final Session session;
    private final FileDialogs dialogs;
    private final PageOver page;
    private final Supplier<List<Path>> plans;
    private final Consumer<Notice> tell;

    /**
     * @param root holds what is in front, and notices as the last
     * @param plans files of saved plans to look at
     */
    DifferenceLayer(
            Texts texts,
            Session session,
            FileDialogs dialogs,
            StackPane root,
            Supplier<List<Path>> plans,
            Consumer<Notice> tell) {
        this.texts = texts;
        this.session = session;
        this.dialogs = dialogs;
        page = new PageOver(root);
        this.plans = plans;
        this.tell = tell;
    }

    /** Compares the open list with an export that the user chooses. */
    void chooseOther() {
        if (session.state().catalog().isEmpty()) {
            tell.accept(Notice.refused(texts.get("difference.noList"), texts.get("difference.noListAdvice")));
            return;
        }
        dialogs.openExport()
                .ifPresent(other ->
                        compareWith(() -> session.readLists(List.of(other)).getFirst()));
    }

    void compareWith(Supplier<Storage.ListFile> other) {
        session.compareWith(other, plans.get(), this::prepare, this::show, tell);
    }

    /** Compares the open list with one that is being imported. */
    void compareWith(ImportJob job, ImportJob.Done done) {
        session.compareWith(job, done, plans.get(), this::prepare, this::show);
    }

    private DifferencePage prepare(ExportComparison comparison) {
        return DifferencePage.of(texts, comparison);
    }

    private void show(DifferencePage difference) {
        DifferenceView view = new DifferenceView(texts, new DifferenceViewModel(texts, this, difference));
        page.show(view.view());
        view.focus();
    }

    @Override
    public void swap(ExportComparison comparison, Consumer<DifferencePage> done) {
        session.inBackground(() -> prepare(comparison.swapped()), done);
    }

    @Override
    public void close() {
        page.close();
    }
}
