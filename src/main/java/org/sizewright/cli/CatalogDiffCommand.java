package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.catalog.CatalogDifference;
import org.sizewright.catalog.CatalogDifference.Changed;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CatalogImporter;
import org.sizewright.catalog.CatalogRules;
import org.sizewright.catalog.DifferenceReport;
import org.sizewright.catalog.ImportChoices;
import org.sizewright.catalog.ImportResult.Imported;
import org.sizewright.catalog.ImportResult.Refused;
import org.sizewright.session.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two exports of a catalog. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Says what an export of a catalog added, removed and changed against an older one.")
final class CatalogDiffCommand implements Callable<Integer> {
    private final Environment environment;
    private final Console console;

    @Parameters(index = "0", paramLabel = "OLD", description = "the older export")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "the newer export")
    private Path now = Path.of("");

    @Option(names = "--json", paramLabel = "OUT", description = "write the difference as JSON to this file")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--plans",
            paramLabel = "PLAN",
            arity = "1..*",
            description = "saved plans, or folders of them: say which ones rest on a removed or changed entry")
    private List<Path> plans = List.of();

    CatalogDiffCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    private record TouchedPlan(Path file, CatalogDifference.Touched touched) {}

    @Override
    public Integer call() throws JsonProcessingException {
        CatalogRules rules = environment.rules();
        List<Imported> lists = new ArrayList<>();
        for (Path file : List.of(old, now)) {
            switch (Storage.readList(file)) {
                case Storage.ListFile.Refused refused -> {
                    return console.refuse(refused.sentence(), refused.advice());
                }
                case Storage.ListFile.Read list -> {
                    switch (CatalogImporter.of(rules, ImportChoices.NONE).importFiles(List.of(list.file()))) {
                        case Refused refused -> {
                            return console.refuse(refused.sentence(), refused.advice());
                        }
                        case Imported imported -> lists.add(imported);
                    }
                }
            }
        }
        CatalogDifference difference = CatalogDifference.between(lists.get(0), lists.get(1));
        List<TouchedPlan> touched = new ArrayList<>();
        List<Path> saved = planFiles();
        Optional<Storage> storage = saved.isEmpty() ? Optional.empty() : Optional.of(environment.storage());
        for (Path file : saved) {
            switch (storage.orElseThrow().openPlan(file)) {
                case Storage.Opened.PlanOpened plan ->
                    touched.add(new TouchedPlan(
                            file, difference.touching(plan.saved().servers())));
                case Storage.Opened.CatalogOpened list -> console.print(file + ": a catalog, not a plan.");
                case Storage.Opened.Refused refused -> console.print(refused.sentence());
            }
        }
        print(difference, touched);
        if (json.isPresent() && !console.write(json.get(), JsonText.of(report(difference, touched)))) {
            return Console.UNREADABLE;
        }
        return Console.FINE;
    }

    private List<Path> planFiles() {
        List<Path> files = new ArrayList<>();
        for (Path plan : plans) {
            if (!Files.isDirectory(plan)) {
                files.add(plan);
                continue;
            }
            try (Stream<Path> inside = Files.list(plan)) {
                inside.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException e) {
                console.print(plan + " cannot be listed.");
            }
        }
        return files;
    }

    private void print(CatalogDifference difference, List<TouchedPlan> touched) {
        console.print("%s against %s: %d added, %d removed, %d changed, %d the same."
                .formatted(
                        now.getFileName(),
                        old.getFileName(),
                        difference.added().size(),
                        difference.removed().size(),
                        difference.changed().size(),
                        difference.same()));
        difference.added().forEach(entry -> console.print("+ " + name(entry)));
        difference.removed().forEach(entry -> console.print("- " + name(entry)));
        difference.changed().forEach(change -> console.print("~ " + name(change)));
        if (!difference.notCompared().isEmpty()) {
            console.print("Not compared, since only one of the lists has it: "
                    + difference.notCompared().stream()
                            .map(field ->
                                    field.field() + " (only in the " + (field.inOlder() ? "older" : "newer") + " list)")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        for (TouchedPlan plan : touched) {
            console.print(
                    plan.touched().isEmpty()
                            ? plan.file().getFileName() + ": not touched."
                            : plan.file().getFileName() + ": touched, "
                                    + plan.touched().removed().size() + " of its servers removed, "
                                    + plan.touched().changed().size() + " changed.");
            plan.touched().removed().forEach(entry -> console.print("  - " + name(entry)));
            plan.touched().changed().forEach(change -> console.print("  ~ " + name(change)));
        }
    }

    private static String name(CatalogEntry entry) {
        return "%s %s with %s (row %d)"
                .formatted(
                        entry.vendor(),
                        entry.model(),
                        entry.gpu().displayName(),
                        entry.raw().row());
    }

    private static String name(Changed change) {
        return name(change.after())
                + change.changes().stream()
                        .map(field ->
                                "%s: %s -> %s".formatted(field.field(), stated(field.before()), stated(field.after())))
                        .collect(Collectors.joining("; ", ": ", ""));
    }

    private static String stated(String value) {
        return value.isEmpty() ? "not stated" : value;
    }

    private ObjectNode report(CatalogDifference difference, List<TouchedPlan> touched) {
        ObjectNode report = DifferenceReport.toJson(difference);
        if (!plans.isEmpty()) {
            ArrayNode list = report.putArray("plans");
            for (TouchedPlan plan : touched) {
                list.addObject()
                        .put("plan", plan.file().toString())
                        .put("removed", plan.touched().removed().size())
                        .put("changed", plan.touched().changed().size());
            }
        }
        return report;
    }
}
