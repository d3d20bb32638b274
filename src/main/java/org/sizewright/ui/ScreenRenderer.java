package org.sizewright.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import org.sizewright.session.CatalogDeskFile;
import org.sizewright.session.Preferences;
import org.sizewright.session.Session;
import org.sizewright.session.Storage;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;

/** Renders every screen of the window, light and dark, at the two sizes that most people have, without a display. */
public final class ScreenRenderer {
    private record Size(int width, int height) {}

    private static final List<Size> SIZES = List.of(new Size(1280, 720), new Size(1920, 1080));

    private final Offscreen offscreen = Offscreen.start();
    private final Texts texts;
    private final String product;

    public ScreenRenderer(Texts texts, String product) {
        this.texts = texts;
        this.product = product;
    }

    /**
     * Writes {@code SCREEN-THEME-SIZE.png} files.
     *
     * @param session makes a session that works on the given executors, with everything calculated before it is returned
     * @param other another export of the session's list, to show what differs
     * @param written hears of each file
     */
    public void write(
            Path folder, Function<Executor, Session> session, Supplier<Storage.ListFile> other, Consumer<Path> written)
            throws IOException {
        Files.createDirectories(folder);
        PngWriter png = new PngWriter();
        // everything at once and in order: a picture waits for nothing
        Executor direct = Runnable::run;
        for (Theme theme : Theme.values()) {
            for (Size size : SIZES) {
                Map<String, ScreenEntry> pictures = new LinkedHashMap<>();
                for (ScreenEntry entry : Screens.all(texts, direct, product, CatalogDeskFile.inMemory())) {
                    pictures.put(entry.id(), entry);
                }
                pictures.putAll(Screens.scenes(texts));
                for (Map.Entry<String, ScreenEntry> picture : pictures.entrySet()) {
                    Image image = offscreen.picture(
                            () -> workbench(session.apply(direct), theme, picture.getValue())
                                    .root(),
                            theme,
                            size.width(),
                            size.height());
                    Path file = folder.resolve("%s-%s-%dx%d.png"
                            .formatted(
                                    picture.getKey(),
                                    theme.name().toLowerCase(Locale.ROOT),
                                    size.width(),
                                    size.height()));
                    png.write(image, file);
                    written.accept(file);
                }
                ScreenEntry catalog = Objects.requireNonNull(pictures.get(ScreenEntry.CATALOG));
                Map<String, Consumer<Workbench>> pages = new LinkedHashMap<>();
                pages.put("import", Workbench::reviewImport);
                pages.put("difference", workbench -> workbench.compareWith(other));
                for (Map.Entry<String, Consumer<Workbench>> page : pages.entrySet()) {
                    Image image = offscreen.picture(
                            () -> {
                                Workbench workbench = workbench(session.apply(direct), theme, catalog);
                                page.getValue().accept(workbench);
                                return workbench.root();
                            },
                            theme,
                            size.width(),
                            size.height());
                    Path file = folder.resolve("%s-%s-%dx%d.png"
                            .formatted(
                                    page.getKey(), theme.name().toLowerCase(Locale.ROOT), size.width(), size.height()));
                    png.write(image, file);
                    written.accept(file);
                }
            }
        }
    }

    private Workbench workbench(Session session, Theme theme, ScreenEntry shown) {
        List<ScreenEntry> screens = Screens.all(texts, Runnable::run, product, CatalogDeskFile.inMemory()).stream()
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
