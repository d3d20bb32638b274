package org.sizewright;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sizewright.cli.Version;
import org.sizewright.cli.WindowFace;
import org.sizewright.plan.Plan;
import org.sizewright.plan.SavedPlan;
import org.sizewright.session.Folders;
import org.sizewright.session.Session;
import org.sizewright.session.Storage;
import org.sizewright.ui.ScreenRenderer;
import org.sizewright.ui.Workbench;
import org.sizewright.ui.WorkbenchWindow;
import org.sizewright.ui.look.Texts;

/** The window as the command line sees it. */
final class WindowLauncher implements WindowFace, Workbench.Plans {
    private static final String SAMPLES = "/assets/samples/";
    private static final String STANDARD = "sample-plan.json";
    private static final String DOCUMENTS = "sample-documents.json";
    private static final String CATALOG = "sample-catalog-2023-layout.xlsx";
    private static final String OTHER_CATALOG = "sample-catalog-2026-layout.csv";
    private static final LocalDate CATALOG_DATE = LocalDate.of(2026, 11, 21);

    private final Supplier<Storage> storage;
    private final Folders folders;

    WindowLauncher(Supplier<Storage> storage, Folders folders) {
        this.storage = storage;
        this.folders = folders;
    }

    @Override
    public void open(List<Path> files) {
        new WorkbenchWindow(storage.get().withAnswers(folders.importAnswers()), folders, this, Version.product())
                .run(files);
    }

    @Override
    public void screens(Path folder, Consumer<Path> written) throws IOException {
        new ScreenRenderer(Texts.english(), Version.product()).write(folder, new Samples(storage.get()), written);
    }

    private record Samples(Storage storage) implements ScreenRenderer.Samples {
        @Override
        public Session standard(Executor executor) {
            return session(STANDARD, executor);
        }

        @Override
        public Session documents(Executor executor) {
            return session(DOCUMENTS, executor);
        }

        @Override
        public Storage.ListFile otherList() {
            return Storage.readList(OTHER_CATALOG, resource("catalogs/" + OTHER_CATALOG), CATALOG_DATE);
        }

        private Session session(String plan, Executor executor) {
            Session session = new Session(storage, plan(plan), executor, executor);
            session.take(storage.openCatalog(CATALOG, resource("catalogs/" + CATALOG), CATALOG_DATE));
            return session;
        }
    }

    @Override
    public SavedPlan sample() {
        return plan(STANDARD);
    }

    private static SavedPlan plan(String name) {
        Storage.Opened plan = Storage.openPlan(Path.of(name), resource("plans/" + name));
        if (plan instanceof Storage.Opened.PlanOpened read) {
            return read.saved();
        }
        throw new IllegalStateException("the bundled sample cannot be read: " + plan);
    }

    @Override
    public SavedPlan blank() {
        SavedPlan sample = sample();
        Plan plan = sample.plan();
        Plan empty = plan;
        for (var workload : plan.workloads()) {
            empty = empty.withoutWorkload(workload.id());
        }
        return new SavedPlan(
                empty.withHeader(plan.header().withTitle("New plan")),
                sample.catalog(),
                sample.servers(),
                sample.records(),
                sample.writtenBy());
    }

    private static byte[] resource(String name) {
        try (InputStream stream = WindowLauncher.class.getResourceAsStream(SAMPLES + name)) {
            if (stream == null) {
                throw new IllegalStateException("the sample " + name + " is missing from the program");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
