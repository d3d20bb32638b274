package org.sizewright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import org.sizewright.result.Cancellation;
import org.sizewright.result.servers.RankBy;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.result.servers.ServerSearch;
import org.sizewright.session.CatalogDeskFile;
import org.sizewright.session.Preferences;
import org.sizewright.session.Session;
import org.sizewright.session.Storage;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;

/** Renders every screen of the window, light and dark, at the two sizes that most people have, without a display. */
public final class ScreenRenderer {
    /** Everything at once and in order: a picture waits for nothing. */
    private static final Executor DIRECT = Runnable::run;

    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(1280, 720), new Size(1920, 1080));

    private final Offscreen offscreen = Offscreen.start();
    private final Texts texts;
    private final String product;

    public ScreenRenderer(Texts texts, String product) {
        this.texts = texts;
        this.product = product;
    }

    /** What the pictures show. A session works on the given executor, with everything calculated before it is returned. */
    public interface Samples {
        /** Served models and shared GPUs. */
        Session standard(Executor executor);

        /** Retrieval and fine-tuning. */
        Session documents(Executor executor);

        /** Another export of the list of the standard session, to show what differs. */
        Storage.ListFile otherList();
    }

    /**
     * Writes {@code SCREEN-THEME-SIZE.png} files.
     *
     * @param written hears of each file
     */
    public void write(Path folder, Samples samples, Consumer<Path> written) throws IOException {
        Files.createDirectories(folder);
        PngWriter png = new PngWriter();
        Optional<ServerRanking> servers = found(samples);
        for (Theme theme : Theme.values()) {
            Map<String, Supplier<Workbench>> pictures = pictures(theme, samples, servers);
            for (Size size : SIZES) {
                for (Map.Entry<String, Supplier<Workbench>> picture : pictures.entrySet()) {
                    Image image = offscreen.picture(
                            () -> picture.getValue().get().root(), theme, size.width(), size.height());
                    Path file = folder.resolve("%s-%s-%dx%d.png"
                            .formatted(
                                    picture.getKey(),
                                    theme.name().toLowerCase(Locale.ROOT),
                                    size.width(),
                                    size.height()));
                    png.write(image, file);
                    written.accept(file);
                }
            }
        }
    }

    /** Servers found for the standard sample, once for all pictures; nothing without an open list. */
    private static Optional<ServerRanking> found(Samples samples) {
        return samples.standard(DIRECT)
                .serverQuestion()
                .map(question -> ServerSearch.search(
                        question, RankBy.HOSTS, Cancellation.never(), ServerSearch.Progress.none()));
    }

    /** Every screen, and further states of screens, by the picture's name. */
    private Map<String, Supplier<Workbench>> pictures(Theme theme, Samples samples, Optional<ServerRanking> servers) {
        Map<String, Supplier<Workbench>> pictures = new LinkedHashMap<>();
        for (ScreenEntry entry : Screens.all(texts, DIRECT, product, CatalogDeskFile.inMemory())) {
            pictures.put(entry.id(), () -> workbench(samples.standard(DIRECT), theme, entry));
        }
        Screens.scenes(texts, DIRECT)
                .forEach((name, entry) -> pictures.put(name, () -> workbench(samples.standard(DIRECT), theme, entry)));
        Screens.documentScenes(texts, DIRECT)
                .forEach((name, entry) -> pictures.put(name, () -> workbench(samples.documents(DIRECT), theme, entry)));
        pictures.put("import", () -> catalog(samples, theme, Workbench::reviewImport));
        pictures.put(
                "difference", () -> catalog(samples, theme, workbench -> workbench.compareWith(samples::otherList)));
        servers.ifPresent(ranking ->
                pictures.put("find", () -> catalog(samples, theme, workbench -> workbench.showServers(ranking))));
        return pictures;
    }

    private Workbench catalog(Samples samples, Theme theme, Consumer<Workbench> page) {
        ScreenEntry entry = Screens.all(texts, DIRECT, product, CatalogDeskFile.inMemory()).stream()
                .filter(each -> each.id().equals(ScreenEntry.CATALOG))
                .findFirst()
                .orElseThrow();
        Workbench workbench = workbench(samples.standard(DIRECT), theme, entry);
        page.accept(workbench);
        return workbench;
    }

    private Workbench workbench(Session session, Theme theme, ScreenEntry shown) {
        List<ScreenEntry> screens = Screens.all(texts, DIRECT, product, CatalogDeskFile.inMemory()).stream()
                .map(entry -> entry.id().equals(shown.id()) ? shown : entry)
                .toList();
        Workbench workbench = new Workbench(
                texts,
                session,
                new NoDialogs(),
                new NoPlans(session),
                Preferences.DEFAULT.withDark(theme == Theme.DARK),
                preferences -> {},
                screens);
        workbench.select(shown.id());
        workbench.explainSomething();
        return workbench;
    }

    /** Pictures ask for no files. */
    private static final class NoDialogs implements FileDialogs {
        @Override
        public Optional<Path> open() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> savePlan(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveBuildSheet(String name) {
            return Optional.empty();
        }
    }

    /** Pictures start no other plan. */
    private record NoPlans(Session session) implements Workbench.Plans {
        @Override
        public org.sizewright.plan.SavedPlan sample() {
            return session.current();
        }

        @Override
        public org.sizewright.plan.SavedPlan blank() {
            return session.current();
        }
    }
}
