package org.sizewright.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.sizewright.plan.CarriedReferences;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.SavedPlan;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;
import org.sizewright.session.OpenCatalog;
import org.sizewright.session.Storage;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The plan that a command works on, with the options that say how to read it. */
final class PlanInput {
    @Parameters(paramLabel = "PLAN.json", description = "a saved plan")
    private Path file = Path.of("");

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "server catalog for entries that the plan does not carry")
    private Optional<Path> catalog = Optional.empty();

    @Option(
            names = "--option",
            paramLabel = "ID",
            description = "the option to look at; without it, the one that the plan shows")
    private Optional<String> option = Optional.empty();

    @Mixin
    private LibraryOptions library = new LibraryOptions();

    /** What came of reading and calculating. */
    sealed interface Loaded {
        /**
         * @param references what the plan was resolved against
         * @param list the server catalog, where one was named
         */
        record Ready(
                Storage storage,
                SavedPlan saved,
                PlanResult result,
                CarriedReferences references,
                Optional<OpenCatalog> list)
                implements Loaded {}

        record Failed(int exitCode) implements Loaded {}
    }

    Loaded load(Environment environment, Console console) {
        Optional<Storage> chosen = library.open(environment, console);
        if (chosen.isEmpty()) {
            return new Loaded.Failed(Console.UNREADABLE);
        }
        Storage storage = chosen.get();
        Optional<OpenCatalog> list = Optional.empty();
        if (catalog.isPresent()) {
            switch (storage.openCatalog(catalog.get())) {
                case Storage.Opened.Refused refused -> {
                    return new Loaded.Failed(console.refuse(refused.sentence(), refused.advice()));
                }
                case Storage.Opened.CatalogOpened opened -> list = Optional.of(opened.catalog());
                case Storage.Opened.PlanOpened plan -> {
                    return new Loaded.Failed(console.refuse("This is a plan, not a catalog.", ""));
                }
            }
        }
        return switch (storage.openPlan(file)) {
            case Storage.Opened.Refused refused ->
                new Loaded.Failed(console.refuse(refused.sentence(), refused.advice()));
            case Storage.Opened.CatalogOpened opened ->
                new Loaded.Failed(console.refuse("This is a catalog, not a plan.", ""));
            case Storage.Opened.PlanOpened opened -> {
                opened.remarks().forEach(console.err()::println);
                yield calculate(storage, opened.saved(), list, console);
            }
        };
    }

    private Loaded calculate(Storage storage, SavedPlan saved, Optional<OpenCatalog> list, Console console) {
        Plan plan = saved.plan();
        if (option.isPresent()) {
            String wanted = option.get();
            Optional<org.sizewright.plan.Option> chosen = plan.options().stream()
                    .filter(one -> one.id().value().equals(wanted))
                    .findFirst();
            if (chosen.isEmpty()) {
                return new Loaded.Failed(console.refuse(
                        "The plan has no option \"" + wanted + "\".",
                        "Its options are "
                                + String.join(
                                        ", ",
                                        plan.options().stream()
                                                .map(one -> one.id().value())
                                                .toList())
                                + "."));
            }
            plan = plan.withLive(chosen.get().id());
        }
        CarriedReferences references = storage.references(saved, list);
        PlanResult result = Calculation.of(Resolver.resolve(plan, references), Cancellation.never());
        return new Loaded.Ready(storage, saved, result, references, list);
    }
}
