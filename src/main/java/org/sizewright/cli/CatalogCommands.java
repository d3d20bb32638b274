package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sizewright.catalog.CatalogRules;
import org.sizewright.catalog.CertifiedList;
import org.sizewright.catalog.ClassJoin;
import org.sizewright.catalog.ImportChoices;
import org.sizewright.catalog.ImportFile;
import org.sizewright.catalog.ImportJob;
import org.sizewright.catalog.ImportReport;
import org.sizewright.catalog.RawRow;
import org.sizewright.catalog.RowFate;
import org.sizewright.session.ImportMemory;
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
                spec.commandLine(), "Say what to do with the catalog: import or diff.");
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "Imports a catalog export (xlsx, xls, csv) and accounts for every row.")
    static final class Import implements Callable<Integer> {
        private final Environment environment;
        private final Console console;

        @Parameters(
                paramLabel = "FILE",
                arity = "1..*",
                description = {
                    "the exported list;",
                    "further files are parts of the same list, or lists of NVIDIA-Certified Systems to join classes from"
                })
        private List<Path> files = List.of();

        @Option(names = "--json", paramLabel = "OUT", description = "write entries and fates as JSON to this file")
        private Optional<Path> json = Optional.empty();

        @Option(
                names = "--filter",
                paramLabel = "CLASS",
                description = "the class that the list was filtered by when it was exported: dataCenter, edge,"
                        + " workstation or any other wording")
        private Optional<String> filter = Optional.empty();

        @Option(
                names = "--answers",
                paramLabel = "FILE",
                description = "columns and answers to go by, as the window remembers them")
        private Optional<Path> answers = Optional.empty();

        Import(Environment environment, Console console) {
            this.environment = environment;
            this.console = console;
        }

        @Override
        public Integer call() throws JsonProcessingException {
            ImportChoices choices = ImportChoices.NONE;
            if (answers.isPresent()) {
                try {
                    choices = ImportMemory.parse(Files.readAllBytes(answers.get()));
                } catch (IOException e) {
                    return console.refuse(answers.get() + " cannot be read.", "Check the name of the answers.");
                } catch (IllegalArgumentException e) {
                    return console.refuse(answers.get() + " cannot be used: " + e.getMessage(), "");
                }
            }
            List<ImportFile> read = new ArrayList<>();
            for (Path file : files) {
                switch (Storage.readList(file)) {
                    case Storage.ListFile.Refused refused -> {
                        return console.refuse(refused.sentence(), refused.advice());
                    }
                    case Storage.ListFile.Read list -> read.add(list.file());
                }
            }
            CatalogRules rules = environment.rules();
            return switch (ImportJob.sorting(read, choices.withFilter(filter), rules)
                    .run(rules)) {
                case ImportJob.NotDone not ->
                    console.refuse(not.refused().sentence(), not.refused().advice());
                case ImportJob.Done done -> account(done);
            };
        }

        private int account(ImportJob.Done done) throws JsonProcessingException {
            console.print(Storage.account(done.list()));
            print(done.list().fates());
            for (CertifiedList certified : done.certified()) {
                console.print("%s: %d rows, %d certified systems."
                        .formatted(
                                certified.fileName(),
                                certified.rows(),
                                certified.entries().size()));
                print(certified.fates());
            }
            if (!done.certified().isEmpty()) {
                ClassJoin join = done.join();
                console.print(
                        "Joined: %d entries certified, %d only by server (to be confirmed), %d only in the catalog, %d only in the certified list."
                                .formatted(
                                        join.matched().size(),
                                        join.proposals().size(),
                                        join.onlyInList().size(),
                                        join.onlyCertified().size()));
            }
            if (json.isPresent() && !console.write(json.get(), JsonText.of(ImportReport.toJson(done)))) {
                return Console.UNREADABLE;
            }
            return Console.FINE;
        }

        private void print(List<RowFate> fates) {
            for (RowFate fate : fates) {
                RawRow raw = fate.raw();
                String row = "  row " + raw.row() + (raw.file().isEmpty() ? "" : " of " + raw.file());
                switch (fate) {
                    case RowFate.Merged merged -> console.print(row + " merged into row " + merged.intoRow());
                    case RowFate.Skipped skipped ->
                        console.print(row + " skipped: " + skipped.reason().text());
                    case RowFate.NeedsAttention attention -> console.print(row + " to check: " + attention.why());
                    case RowFate.Kept kept -> {}
                    case RowFate.Header header -> {}
                }
            }
        }
    }
}
