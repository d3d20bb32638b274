package org.sizewright;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.cli.Commands;
import org.sizewright.cli.Environment;
import org.sizewright.cli.LibraryChoice;
import org.sizewright.cli.Version;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.plan.FileOperations;
import org.sizewright.session.Folders;
import org.sizewright.session.Recovery;
import org.sizewright.session.Storage;
import org.sizewright.session.UserLibrary;

/** Starts the program: the window without arguments, the command line with them. */
public final class Main {
    /** Held here, since the log system forgets the level of a logger that nobody holds. */
    private static final List<Logger> DOCUMENT_LIBRARIES = List.of(
            Logger.getLogger("org.apache.poi"),
            Logger.getLogger("org.apache.pdfbox"),
            Logger.getLogger("org.apache.fontbox"));

    private Main() {}

    public static void main(String[] args) {
        // what these libraries log about damaged files reaches the user as a sentence of ours
        DOCUMENT_LIBRARIES.forEach(library -> library.setLevel(Level.OFF));
        // else the PDF library leaves its list of fonts in the user's home
        System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir", ""));
        Folders folders = Folders.of(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                Map.copyOf(System.getenv()));
        Function<LibraryChoice, Storage> storage = choice -> new Storage(
                library(choice, folders),
                CatalogRulesReader.readShipped(),
                new Recovery(folders.recovery()),
                FileOperations.ofSystem(),
                Version.product());
        int code = Commands.run(
                args,
                new WindowLauncher(() -> storage.apply(new LibraryChoice.Usual()), folders),
                new Environment(storage),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(code);
    }

    private static UserLibrary library(LibraryChoice choice, Folders folders) {
        Library shipped = LibraryReader.bundled().library();
        return switch (choice) {
            case LibraryChoice.Usual usual -> UserLibrary.of(shipped, folders.library());
            case LibraryChoice.Folder folder -> UserLibrary.of(shipped, folder.folder());
            case LibraryChoice.ShippedOnly shippedOnly -> UserLibrary.none(shipped);
        };
    }
}
