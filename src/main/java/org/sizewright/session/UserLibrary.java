package org.sizewright.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryCheck;
import org.sizewright.library.LibraryFile;
import org.sizewright.library.LibraryProblem;
import org.sizewright.library.LibraryRead;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.LibraryRecord;
import org.sizewright.plan.AtomicFile;

/**
 * The shipped library with a user's own records over it. Own files are read once and again after each record that is kept; a
 * file with faults is never written over.
 */
public final class UserLibrary {
    private final Library shipped;
    private final Optional<Path> folder;
    private volatile Loaded loaded;

    /** What was read last. */
    private record Loaded(Library library, List<LibraryProblem> problems) {}

    private UserLibrary(Library shipped, Optional<Path> folder) {
        this.shipped = shipped;
        this.folder = folder;
        this.loaded = load(shipped, folder);
    }

    /** Only the shipped library; nothing can be kept. */
    public static UserLibrary none(Library shipped) {
        return new UserLibrary(shipped, Optional.empty());
    }

    /** The shipped library under the records of that folder, which need not exist yet. */
    public static UserLibrary of(Library shipped, Path folder) {
        return new UserLibrary(shipped, Optional.of(folder));
    }

    /** The records that count: the user's own, then the shipped ones. */
    public Library library() {
        return loaded.library();
    }

    /** Every fault of the user's own files, with file and line as far as known; those of the shipped ones are not among them. */
    public List<LibraryProblem> problems() {
        return loaded.problems();
    }

    /** Where the user's own files lie; empty if there is no such place. */
    public Optional<Path> folder() {
        return folder;
    }

    private static Loaded load(Library shipped, Optional<Path> folder) {
        if (folder.isEmpty() || !Files.exists(folder.get())) {
            return new Loaded(shipped, List.of());
        }
        try {
            LibraryRead own = LibraryReader.readFolder(folder.get());
            Library both = shipped.overlay(own.library());
            List<LibraryProblem> problems = new ArrayList<>(own.problems());
            if (!both.ownRecords().isEmpty()) {
                problems.addAll(inconsistent(both, own));
            }
            return new Loaded(both, List.copyOf(problems));
        } catch (IOException unreadable) {
            return new Loaded(
                    shipped,
                    List.of(new LibraryProblem(
                            folder.get().toString(),
                            OptionalInt.empty(),
                            "",
                            "the folder of your own library cannot be read; only the shipped records are used")));
        }
    }

    /** What does not fit together because of the user's own records. */
    private static List<LibraryProblem> inconsistent(Library both, LibraryRead own) {
        return LibraryCheck.problemsOf(both).stream()
                .map(problem -> new LibraryProblem(
                        problem.file(),
                        own.lineOf(problem.record()),
                        problem.record(),
                        problem.sentence() + "; the record is used as it is"))
                .toList();
    }

    /** Writes a record into the user's own file of its kind, in the place of an own one with the same key, and reads again. */
    public synchronized Notice keep(LibraryRecord record) {
        if (folder.isEmpty()) {
            return Notice.refused("There is no folder for your own library here.", "");
        }
        String name = loaded.library().ownFile(record).orElse(record.kind().fileName());
        Path file = folder.get().resolve(name);
        try {
            Files.createDirectories(folder.get());
            Optional<byte[]> before = Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            return switch (LibraryFile.with(before, record, LocalDate.now().toString())) {
                case LibraryFile.Changed.Refused refused ->
                    Notice.refused(
                            "The record was not kept: " + name + " in your own library cannot be used: "
                                    + refused.sentence() + ".",
                            "Correct the file " + file + " or move it away.");
                case LibraryFile.Changed.Content content -> write(file, content.bytes());
            };
        } catch (IOException unreadable) {
            return Notice.refused(
                    "The record was not kept: " + file + " cannot be read.", "Check that you may use the folder.");
        }
    }

    private Notice write(Path file, byte[] content) {
        return switch (AtomicFile.write(file, out -> out.write(content))) {
            case AtomicFile.Outcome.NotWritten not -> Notice.refused(not.sentence(), not.whatToDo());
            case AtomicFile.Outcome.Written written -> {
                loaded = load(shipped, folder);
                yield Notice.done("Kept in your own library, " + file.getFileName() + ".");
            }
        };
    }
}
