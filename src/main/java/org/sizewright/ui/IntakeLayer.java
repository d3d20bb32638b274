package org.sizewright.ui;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sizewright.catalog.CatalogDifference;
import org.sizewright.catalog.CatalogRules;
import org.sizewright.catalog.ImportChoices;
import org.sizewright.catalog.ImportFile;
import org.sizewright.catalog.ImportJob;
import org.sizewright.session.ExportComparison;
import org.sizewright.session.Notice;
import org.sizewright.session.Session;
import org.sizewright.session.Storage;
import org.sizewright.ui.intake.IntakeDesk;
import org.sizewright.ui.intake.IntakeView;
import org.sizewright.ui.intake.IntakeViewModel;
import org.sizewright.ui.look.Texts;

/** Shows lists that are to be imported over the window, one at a time, and takes over what the user agrees to. */
final class IntakeLayer implements IntakeDesk {
    private final Texts texts;
    private final Session session;
    private final FileDialogs dialogs;
    private final Node under;
    private final StackPane root;
    private final Consumer<Notice> tell;
    private final Runnable taken;
    private final BiConsumer<ImportJob, ImportJob.Done> compare;
    private @Nullable IntakeView shown;

    /**
     * @param under what lies under the page while it is shown
     * @param root holds both
     * @param taken called when a list was taken over
     * @param compare shows what differs from the open list
     */
    IntakeLayer(
            Texts texts,
            Session session,
            FileDialogs dialogs,
            Node under,
            StackPane root,
            Consumer<Notice> tell,
            Runnable taken,
            BiConsumer<ImportJob, ImportJob.Done> compare) {
        this.texts = texts;
        this.session = session;
        this.dialogs = dialogs;
        this.under = under;
        this.root = root;
        this.tell = tell;
        this.taken = taken;
        this.compare = compare;
    }

    void open(List<Path> files) {
        prepare(() -> session.readLists(files));
    }

    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank()) {
            tell.accept(Notice.refused(texts.get("intake.noClipboard"), texts.get("intake.noClipboardAdvice")));
            return;
        }
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        prepare(() -> List.of(Storage.readPasted(texts.get("intake.pasted"), text, today)));
    }

    /** Shows how the open catalog was imported. */
    void review() {
        Optional<ImportJob> job = session.state().catalog().flatMap(open -> open.job());
        job.ifPresentOrElse(
                this::show,
                () -> tell.accept(
                        Notice.refused(texts.get("intake.nothingOpen"), texts.get("intake.nothingOpenAdvice"))));
    }

    private void prepare(Supplier<List<Storage.ListFile>> read) {
        session.prepareImport(read, this::show, tell);
    }

    private void show(ImportJob job) {
        close();
        IntakeView view = new IntakeView(texts, new IntakeViewModel(texts, this, job));
        shown = view;
        under.setVisible(false);
        root.getChildren().add(1, view.view());
        view.view().requestFocus();
    }

    private void close() {
        IntakeView view = shown;
        if (view != null) {
            root.getChildren().remove(view.view());
            shown = null;
            under.setVisible(true);
        }
    }

    @Override
    public CatalogRules rules() {
        return session.rules();
    }

    @Override
    public void run(ImportJob job, Consumer<ImportJob.Outcome> done) {
        session.runImport(job, done);
    }

    @Override
    public void chooseCertified(Consumer<ImportFile> done) {
        dialogs.openList()
                .ifPresent(file -> session.prepareImport(
                        () -> session.readLists(List.of(file)),
                        job -> done.accept(job.files().getFirst()),
                        tell));
    }

    @Override
    public void differs(ImportJob job, ImportJob.Done done, Consumer<CatalogDifference> known) {
        boolean other = session.state()
                .catalog()
                .filter(open -> !open.imported().sha256().equals(done.list().sha256()))
                .isPresent();
        if (other) {
            session.compareWith(job, done, List.of(), ExportComparison::difference, known);
        }
    }

    @Override
    public void showDifference(ImportJob job, ImportJob.Done done) {
        compare.accept(job, done);
    }

    @Override
    public void remember(ImportChoices choices) {
        session.remember(choices, tell);
    }

    @Override
    public void takeOver(ImportJob job, ImportJob.Done done) {
        close();
        session.takeOver(job, done, notice -> {
            tell.accept(notice);
            taken.run();
        });
    }

    @Override
    public void cancel() {
        close();
    }
}
