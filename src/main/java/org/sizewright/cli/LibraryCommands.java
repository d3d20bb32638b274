package org.sizewright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sizewright.library.LibraryCheck;
import org.sizewright.library.LibraryProblem;
import org.sizewright.session.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands about the reference library. */
@Command(
        name = "library",
        mixinStandardHelpOptions = true,
        description = "Works with the reference library.",
        synopsisSubcommandLabel = "COMMAND")
final class LibraryCommands implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the library: check.");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Checks the library: ids resolve, placements lie inside the grid, maxima are what the placements allow,"
                        + " frame buffers fit, every value has a source or says that it has none, known MIG layouts hold.",
                "Exit code 1 if there are faults."
            })
    static final class CheckLibrary implements Callable<Integer> {
        private final Environment environment;
        private final Console console;

        @Parameters(
                paramLabel = "FOLDER",
                arity = "0..1",
                description = "own records to lay over the shipped ones; without it, those of your own folder")
        private Optional<Path> folder = Optional.empty();

        @Option(names = "--no-user-library", description = "check the shipped library only")
        private boolean shippedOnly;

        CheckLibrary(Environment environment, Console console) {
            this.environment = environment;
            this.console = console;
        }

        @Override
        public Integer call() {
            if (folder.isPresent() && !Files.isDirectory(folder.get())) {
                return console.refuse("There is no folder " + folder.get() + ".", "Check the name.");
            }
            if (folder.isPresent() && shippedOnly) {
                return console.refuse("A folder and --no-user-library exclude each other.", "Give one of them.");
            }
            Storage storage = environment.storage(folder.<LibraryChoice>map(LibraryChoice.Folder::new)
                    .orElseGet(() -> shippedOnly ? new LibraryChoice.ShippedOnly() : new LibraryChoice.Usual()));
            List<LibraryProblem> problems =
                    new ArrayList<>(storage.userLibrary().problems());
            // what own records bring is told above, with its line
            if (storage.library().ownRecords().isEmpty()) {
                problems.addAll(LibraryCheck.problemsOf(storage.library()));
            }
            problems.forEach(problem -> console.print(problem.toLine() + "."));
            int own = storage.library().ownRecords().size();
            console.print(storage.library().records().size() + " records"
                    + (own == 0 ? "" : ", " + own + " of them own ones")
                    + "; " + storage.library().knownContradictions().size() + " contradictions of sources are known; "
                    + (problems.isEmpty()
                            ? "no faults."
                            : problems.size() + (problems.size() == 1 ? " fault." : " faults.")));
            return problems.isEmpty() ? Console.FINE : Console.FINDINGS;
        }
    }
}
