package org.sizewright;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.cli.Commands;
import org.sizewright.cli.Environment;
import org.sizewright.cli.Version;
import org.sizewright.library.LibraryReader;
import org.sizewright.plan.FileOperations;
import org.sizewright.session.Folders;
import org.sizewright.session.Recovery;
import org.sizewright.session.Storage;

/** Starts the program: the window without arguments, the command line with them. */
public final class Main {
    /** Held here, since the log system forgets the level of a logger that nobody holds. */
    private static final Logger WORKBOOK_LIBRARY = Logger.getLogger("org.apache.poi");

    private Main() {}

    public static void main(String[] args) {
        // what the workbook library logs about damaged files reaches the user as a sentence of ours
        WORKBOOK_LIBRARY.setLevel(Level.OFF);
        Folders folders = Folders.of(
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home", ".")),
                Map.copyOf(System.getenv()));
        Supplier<Storage> storage = () -> new Storage(
                LibraryReader.bundled().library(),
                CatalogRulesReader.readShipped(),
                new Recovery(folders.recovery()),
                FileOperations.ofSystem(),
                Version.product());
        int code = Commands.run(
                args,
                new WindowLauncher(storage, folders),
                new Environment(storage),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        System.exit(code);
    }
}
