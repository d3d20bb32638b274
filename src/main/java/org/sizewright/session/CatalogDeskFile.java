package org.sizewright.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.sizewright.plan.AtomicFile;

/**
 * The catalog desk of this user and the file that it is kept in. Called by one thread, the window's; writing runs elsewhere. A file
 * that cannot be read is set aside; where even that fails, nothing is written over it.
 */
public final class CatalogDeskFile {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Optional<Path> file;
    private final Executor worker;
    private final Consumer<Notice> told;
    private final List<Runnable> listeners = new ArrayList<>();
    private CatalogDesk desk;

    private CatalogDeskFile(Optional<Path> file, CatalogDesk desk, Executor worker, Consumer<Notice> told) {
        this.file = file;
        this.desk = desk;
        this.worker = worker;
        this.told = told;
    }

    /**
     * Reads the desk.
     *
     * @param worker where the file is written, one change after the other
     * @param told hears, on the worker if it is about writing, what went wrong
     */
    public static CatalogDeskFile open(Path file, Executor worker, Consumer<Notice> told) {
        if (!Files.exists(file)) {
            return new CatalogDeskFile(Optional.of(file), CatalogDesk.EMPTY, worker, told);
        }
        try {
            CatalogDesk read = CatalogDeskCodec.fromJson(MAPPER.readTree(Files.readAllBytes(file)));
            return new CatalogDeskFile(Optional.of(file), read, worker, told);
        } catch (IOException | IllegalArgumentException e) {
            return new CatalogDeskFile(setAside(file, told), CatalogDesk.EMPTY, worker, told);
        }
    }

    /** A desk that nothing is kept of. */
    public static CatalogDeskFile inMemory() {
        return new CatalogDeskFile(Optional.empty(), CatalogDesk.EMPTY, Runnable::run, notice -> {});
    }

    public CatalogDesk desk() {
        return desk;
    }

    /** Calls the listener after every change. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Changes the desk and keeps it. */
    public void change(UnaryOperator<CatalogDesk> change) {
        CatalogDesk changed = change.apply(desk);
        if (changed.equals(desk)) {
            return;
        }
        desk = changed;
        file.ifPresent(path -> worker.execute(() -> save(path, changed).ifPresent(told)));
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private static Optional<Path> setAside(Path file, Consumer<Notice> told) {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(file.getFileName() + ".unreadable-" + i);
        }
        try {
            Files.move(file, aside);
        } catch (IOException e) {
            told.accept(Notice.refused(
                    "Saved filters and favourites cannot be read, and nothing will be written over them.",
                    "Check the file " + file + "."));
            return Optional.empty();
        }
        told.accept(Notice.refused(
                "Saved filters and favourites could not be read, so there are none for now.",
                "The old file was kept as " + aside.getFileName() + "."));
        return Optional.of(file);
    }

    private static Optional<Notice> save(Path file, CatalogDesk desk) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            byte[] content = MAPPER.writeValueAsBytes(CatalogDeskCodec.toJson(desk));
            return switch (AtomicFile.write(file, out -> out.write(content))) {
                case AtomicFile.Outcome.Written done -> Optional.empty();
                case AtomicFile.Outcome.NotWritten not -> Optional.of(Notice.refused(not.sentence(), not.whatToDo()));
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a desk is plain values", e);
        } catch (IOException e) {
            return Optional.of(Notice.refused("Saved filters and favourites could not be kept.", ""));
        }
    }
}
