package org.sizewright.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Commands that need the window. */
final class WindowCommands {
    private WindowCommands() {}

    @Command(name = "open", mixinStandardHelpOptions = true, description = "Opens the window on a plan or a catalog.")
    static final class Open implements Callable<Integer> {
        private final WindowFace window;

        @Parameters(paramLabel = "FILE", arity = "0..*", description = "plans or catalogs to open")
        private List<Path> files = List.of();

        Open(WindowFace window) {
            this.window = window;
        }

        @Override
        public Integer call() {
            window.open(files);
            return Console.FINE;
        }
    }

    @Command(
            name = "screens",
            mixinStandardHelpOptions = true,
            description =
                    "Renders every screen of the window on the sample plan to PNG, light and dark, without a display.")
    static final class Screens implements Callable<Integer> {
        private final WindowFace window;
        private final Console console;

        @Parameters(paramLabel = "DIR", description = "the folder for the pictures")
        private Path folder = Path.of("");

        Screens(WindowFace window, Console console) {
            this.window = window;
            this.console = console;
        }

        @Override
        public Integer call() {
            try {
                window.screens(folder, file -> console.print(file.toString()));
                return Console.FINE;
            } catch (IOException e) {
                return console.refuse("The pictures cannot be written to " + folder + ".", "Choose another folder.");
            }
        }
    }
}
