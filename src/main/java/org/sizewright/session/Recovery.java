package org.sizewright.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sizewright.plan.AtomicFile;
import org.sizewright.plan.PlanFile;
import org.sizewright.plan.ReadPlan;
import org.sizewright.plan.SavedPlan;

/**
 * Copies of unsaved work, kept apart from the user's files. One file per session; a session that ends cleanly removes its own, so
 * what is found at the start was left by a crash.
 */
public final class Recovery {
    private static final String ENDING = ".sizewright-recovery.json";

    private final Path folder;
    private final Path own;

    public Recovery(Path folder) {
        this.folder = folder;
        this.own = folder.resolve(UUID.randomUUID() + ENDING);
    }

    /** A copy that another session left. */
    public record Found(Path file, SavedPlan plan) {}

    /** Replaces this session's copy. Not being able to is not worth an alarm: the user's own file is not touched by it. */
    boolean keep(SavedPlan plan) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            return false;
        }
        return AtomicFile.write(own, out -> out.write(PlanFile.write(plan))) instanceof AtomicFile.Outcome.Written;
    }

    /** Removes this session's copy. */
    void drop() {
        delete(own);
        delete(own.resolveSibling(own.getFileName() + ".bak"));
    }

    /** The newest readable copy that another session left. */
    public Optional<Found> newest() {
        for (Path file : left()) {
            try {
                if (PlanFile.read(Files.readAllBytes(file)) instanceof ReadPlan.Read read) {
                    return Optional.of(new Found(file, read.saved()));
                }
            } catch (IOException e) {
                // not readable any more: the next one may be
            }
        }
        return Optional.empty();
    }

    /** Forgets the copies that were offered. */
    public void forgetAll() {
        left().forEach(file -> {
            delete(file);
            delete(file.resolveSibling(file.getFileName() + ".bak"));
        });
    }

    private List<Path> left() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(file -> !file.equals(own))
                    .sorted(Comparator.comparing(Recovery::age).reversed())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static long age(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // a copy that stays is offered again at the next start
        }
    }
}
