package org.sizewright.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.sizewright.plan.SavedPlan;
import org.sizewright.session.CatalogDeskFile;
import org.sizewright.session.Folders;
import org.sizewright.session.Notice;
import org.sizewright.session.Preferences;
import org.sizewright.session.Recovery;
import org.sizewright.session.Session;
import org.sizewright.session.Storage;
import org.sizewright.ui.look.ProductIcon;
import org.sizewright.ui.look.Texts;

/** The window of the program: a stage with a workbench in it, from opening to a clean end. */
public final class WorkbenchWindow {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Storage storage;
    private final Folders folders;
    private final Workbench.Plans plans;
    private final String product;
    private final Texts texts = Texts.english();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sizewright-worker");
        thread.setDaemon(true);
        return thread;
    });
    private final ExecutorService side = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sizewright-side");
        thread.setDaemon(true);
        return thread;
    });

    public WorkbenchWindow(Storage storage, Folders folders, Workbench.Plans plans, String product) {
        this.storage = storage;
        this.folders = folders;
        this.plans = plans;
        this.product = product;
    }

    /** Starts JavaFX, shows the window on these files, and returns when it is closed. */
    public void run(List<Path> files) {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> show(new Stage(), files, closed::countDown));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Shows the window. On the JavaFX thread.
     *
     * @param files plans and catalogs to open
     * @param closed called when the window was closed and all is written
     */
    private void show(Stage stage, List<Path> files, Runnable closed) {
        Preferences.Loaded loaded = Preferences.load(folders.preferences());
        List<Notice> notices = new ArrayList<>();
        loaded.notice().ifPresent(notices::add);
        // what is wrong with the file is told when there is a window to tell it in
        AtomicReference<Consumer<Notice>> tell = new AtomicReference<>(notices::add);
        CatalogDeskFile desk = CatalogDeskFile.open(
                folders.catalogDesk(), worker, notice -> tell.get().accept(notice));
        Session session = new Session(storage, plans.sample(), worker, Platform::runLater);
        Workbench workbench = new Workbench(
                texts,
                session,
                new SystemFileDialogs(stage, texts),
                plans,
                loaded.preferences(),
                changed -> worker.execute(() -> changed.save(folders.preferences())),
                Screens.all(texts, side, product, desk));
        Rectangle2D visible = Screen.getPrimary().getVisualBounds();
        Scene scene =
                new Scene(workbench.root(), Math.min(WIDTH, visible.getWidth()), Math.min(HEIGHT, visible.getHeight()));
        workbench.theme().applyTo(scene);
        stage.setTitle(texts.get("product.name"));
        stage.getIcons().addAll(ProductIcon.images());
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            workbench.close();
            session.close();
            worker.shutdown();
            side.shutdownNow();
            closed.run();
        });
        stage.show();
        notices.forEach(workbench::tell);
        tell.set(notice -> Platform.runLater(() -> workbench.tell(notice)));
        workbench.tellLibraryFaults();
        files.forEach(workbench::open);
        if (files.isEmpty()) {
            offerRecovery(session, workbench);
        }
    }

    private void offerRecovery(Session session, Workbench workbench) {
        worker.execute(() -> {
            Optional<Recovery.Found> found = storage.recovery().newest();
            found.ifPresent(copy -> Platform.runLater(() -> ask(session, workbench, copy.plan())));
        });
    }

    private void ask(Session session, Workbench workbench, SavedPlan copy) {
        ButtonType open = new ButtonType(texts.get("window.recover.yes"), ButtonData.YES);
        ButtonType forget = new ButtonType(texts.get("window.recover.no"), ButtonData.NO);
        Alert question = new Alert(
                Alert.AlertType.CONFIRMATION,
                texts.get("window.recover.text", copy.plan().header().title()),
                open,
                forget);
        question.setTitle(texts.get("product.name"));
        question.setHeaderText(texts.get("window.recover.title"));
        workbench.theme().applyTo(question.getDialogPane().getScene());
        question.showAndWait().ifPresent(answer -> {
            if (answer.equals(open)) {
                session.takeUnsaved(copy);
                workbench.tell(Notice.done(texts.get("window.recover.title")));
            }
            worker.execute(storage.recovery()::forgetAll);
        });
    }
}
