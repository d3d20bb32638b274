package org.sizewright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.sizewright.SamplePlans;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.library.LibraryReader;
import org.sizewright.plan.FileOperations;
import org.sizewright.plan.SavedPlan;
import org.sizewright.session.CatalogDeskFile;
import org.sizewright.session.Preferences;
import org.sizewright.session.Recovery;
import org.sizewright.session.Session;
import org.sizewright.session.Storage;
import org.sizewright.session.UserLibrary;
import org.sizewright.ui.look.Texts;

/** A workbench on the bundled sample, as the program puts it together, with files chosen by the test. */
final class WorkbenchFixture implements FileDialogs, Workbench.Plans {
    static final Path SAMPLE = Path.of("assets/samples/plans/sample-plan.json");
    static final Path CATALOG = Path.of("assets/samples/catalogs/sample-catalog-2026-layout.csv");

    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Storage storage;
    private final Session session;
    private final Workbench workbench;
    private Optional<Path> chosen = Optional.empty();

    WorkbenchFixture() {
        this(UserLibrary.none(LibraryReader.bundled().library()));
    }

    WorkbenchFixture(UserLibrary library) {
        try {
            storage = new Storage(
                    library,
                    CatalogRulesReader.readShipped(),
                    new Recovery(Files.createTempDirectory("sizewright-recovery")),
                    FileOperations.ofSystem(),
                    "Sizewright test");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        session = new Session(storage, storage.fresh(SamplePlans.standard()), worker, Platform::runLater);
        session.take(storage.openPlan(SAMPLE));
        workbench = new Workbench(
                Texts.english(),
                session,
                this,
                this,
                Preferences.DEFAULT,
                preferences -> {},
                Screens.all(Texts.english(), worker, "Sizewright test", CatalogDeskFile.inMemory()));
    }

    Workbench workbench() {
        return workbench;
    }

    /** Puts the workbench into a window of the smallest size that it is made for. */
    void showOn(Stage stage) {
        Scene scene = new Scene(workbench.root(), 1280, 720);
        workbench.theme().applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    Session session() {
        return session;
    }

    void choose(Path file) {
        chosen = Optional.of(file);
    }

    void close() {
        workbench.close();
        worker.shutdownNow();
    }

    @Override
    public Optional<Path> open() {
        return chosen;
    }

    @Override
    public Optional<Path> savePlan(String name) {
        return chosen;
    }

    @Override
    public Optional<Path> saveBuildSheet(String name) {
        return chosen;
    }

    @Override
    public Optional<Path> chooseHandOverFolder() {
        return chosen;
    }

    @Override
    public SavedPlan sample() {
        return session.current();
    }

    @Override
    public SavedPlan blank() {
        return session.current();
    }
}
