package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sizewright.catalog.ImportReport;
import org.sizewright.catalog.ImportResult;
import org.sizewright.catalog.RowFate;
import org.sizewright.session.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about server catalogs. */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        description = "Works with exports of server catalogs.",
        synopsisSubcommandLabel = "COMMAND")
final class CatalogCommands implements Runnable {
    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(
                spec.commandLine(), "Say what to do with the catalog: import.");
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Imports a catalog export (xlsx, xls, csv) and accounts for every row.")
    static final class Import implements Callable<Integer> {
        private final Environment environment;
        private final Console console;

        @Parameters(paramLabel = "FILE", description = "the exported list")
        private Path file = Path.of("");

        @Option(names = "--json", paramLabel = "OUT", description = "write entries and fates as JSON to this file")
        private Optional<Path> json = Optional.empty();

        Import(Environment environment, Console console) {
            this.environment = environment;
            this.console = console;
        }

        @Override
        public Integer call() throws JsonProcessingException {
            return switch (environment.storage().openCatalog(file)) {
                case Storage.Opened.Refused refused -> console.refuse(refused.sentence(), refused.advice());
                case Storage.Opened.PlanOpened plan -> console.refuse("This is a plan, not a catalog.", "");
                case Storage.Opened.CatalogOpened opened ->
                    account(opened.catalog().imported());
            };
        }

        private int account(ImportResult.Imported imported) throws JsonProcessingException {
            console.print(Storage.account(imported));
            for (RowFate fate : imported.fates()) {
                switch (fate) {
                    case RowFate.Merged merged ->
                        console.print("  row " + merged.raw().row() + " merged into row " + merged.intoRow());
                    case RowFate.Skipped skipped ->
                        console.print("  row " + skipped.raw().row() + " skipped: "
                                + skipped.reason().text());
                    case RowFate.NeedsAttention attention ->
                        console.print("  row " + attention.raw().row() + " to check: " + attention.why());
                    case RowFate.Kept kept -> {}
                    case RowFate.Header header -> {}
                }
            }
            if (json.isPresent() && !console.write(json.get(), JsonText.of(ImportReport.toJson(imported)))) {
                return Console.UNREADABLE;
            }
            return Console.FINE;
        }
    }
}
