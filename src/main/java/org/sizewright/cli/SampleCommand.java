package org.sizewright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.SavedPlan;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;
import org.sizewright.rules.Severity;
import org.sizewright.session.Notice;
import org.sizewright.session.OpenCatalog;
import org.sizewright.session.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job on the samples that ship with the program. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description =
                "Imports the bundled sample catalog, resolves the bundled sample plan and writes its build sheet.")
final class SampleCommand implements Callable<Integer> {
    private static final String CATALOG = "sample-catalog-2023-layout.xlsx";
    private static final String PLAN = "sample-plan.json";
    /** The day for which the sample catalog was put together. */
    private static final LocalDate CATALOG_DATE = LocalDate.of(2026, 11, 21);

    private final Environment environment;
    private final Console console;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.xlsx",
            required = true,
            description = "the workbook to write")
    private Path output = Path.of("");

    SampleCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Storage storage = environment.storage();
        Storage.Opened list = storage.openCatalog(CATALOG, resource("catalogs/" + CATALOG), CATALOG_DATE);
        Storage.Opened plan = Storage.openPlan(Path.of(PLAN), resource("plans/" + PLAN));
        if (list instanceof Storage.Opened.CatalogOpened catalog && plan instanceof Storage.Opened.PlanOpened opened) {
            console.print(catalog.summary());
            return build(storage, catalog.catalog(), opened.saved());
        }
        throw new IllegalStateException("the bundled samples cannot be read: " + list + ", " + plan);
    }

    private int build(Storage storage, OpenCatalog catalog, SavedPlan saved) {
        PlanResult result = Calculation.of(
                Resolver.resolve(saved.plan(), storage.references(saved, Optional.of(catalog))), Cancellation.never());
        for (OptionResult option : result.options()) {
            console.print("Option " + option.option().option().name() + ": "
                    + option.headline().toLine());
        }
        OptionResult live = result.live();
        Notice notice = storage.export(output, result, live, saved.catalog(), step -> {});
        if (notice.kind() == Notice.Kind.REFUSED) {
            return console.refuse(notice.sentence(), notice.advice());
        }
        console.print("The build sheet of option " + live.option().option().name() + " is in " + output + ".");
        return live.open(Severity.ERROR) > 0 ? Console.FINDINGS : Console.FINE;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = SampleCommand.class.getResourceAsStream("/assets/samples/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the sample " + name + " is missing from the program");
            }
            return stream.readAllBytes();
        }
    }
}
