package org.sizewright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.library.LibraryProblem;
import org.sizewright.library.LibraryRecord;
import org.sizewright.session.Storage;
import picocli.CommandLine.Option;

/** Which library a command calculates with: by default the same as the window, so that both show the same numbers. */
final class LibraryOptions {
    private static final int NAMED = 5;

    @Option(
            names = "--library",
            paramLabel = "FOLDER",
            description = "own library records to lay over the shipped ones, in place of those of your own folder")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--no-user-library",
            description =
                    "use the shipped library only; without this, the records of your own folder go before the shipped"
                            + " ones, as in the window")
    private boolean shippedOnly;

    /** The storage, after saying on the error stream what of it is not shipped; empty if it was refused. */
    Optional<Storage> open(Environment environment, Console console) {
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            console.refuse("There is no folder " + folder.get() + ".", "Check the name after --library.");
            return Optional.empty();
        }
        if (folder.isPresent() && shippedOnly) {
            console.refuse("--library and --no-user-library exclude each other.", "Give one of them.");
            return Optional.empty();
        }
        LibraryChoice choice = folder.<LibraryChoice>map(LibraryChoice.Folder::new)
                .orElseGet(() -> shippedOnly ? new LibraryChoice.ShippedOnly() : new LibraryChoice.Usual());
        Storage storage = environment.storage(choice);
        say(storage, console);
        return Optional.of(storage);
    }

    private static void say(Storage storage, Console console) {
        List<LibraryRecord> own = storage.library().ownRecords();
        if (!own.isEmpty()) {
            console.err()
                    .println("Own library records in use: "
                            + own.stream()
                                    .limit(NAMED)
                                    .map(record -> record.kind().word() + " " + record.key())
                                    .collect(Collectors.joining(", "))
                            + (own.size() > NAMED ? " and " + (own.size() - NAMED) + " more" : "") + ".");
        }
        for (LibraryProblem problem : storage.userLibrary().problems()) {
            console.err().println(problem.toLine() + ".");
        }
    }
}
