package org.sizewright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sizewright.buildsheet.returned.Change;
import org.sizewright.buildsheet.returned.Comparison;
import org.sizewright.buildsheet.returned.Remark;
import org.sizewright.buildsheet.returned.ReturnedWorkbook;
import org.sizewright.plan.Plan;
import org.sizewright.plan.SavedPlan;
import org.sizewright.session.Notice;
import org.sizewright.session.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes what somebody typed into an exported workbook back into the plan. */
@Command(
        name = "take-back",
        mixinStandardHelpOptions = true,
        description =
                "Prints what somebody typed into an exported workbook, with what the plan has in its place; with --output"
                        + " it also writes the plan with it.")
final class TakeBackCommand implements Callable<Integer> {
    private final Environment environment;
    private final Console console;

    @Parameters(index = "0", paramLabel = "PLAN.json", description = "the plan that the workbook was written from")
    private Path plan = Path.of("");

    @Parameters(index = "1", paramLabel = "WORKBOOK.xlsx", description = "the workbook that came back")
    private Path workbook = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.json",
            description = "write the plan with the changes to this file, which may be the plan's own")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--leave",
            paramLabel = "CELL",
            split = ",",
            description = "leave the changes of these cells out, such as Checklist!G12")
    private List<String> leave = List.of();

    @Mixin
    private LibraryOptions library = new LibraryOptions();

    TakeBackCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Storage> storage = library.open(environment, console);
        if (storage.isEmpty()) {
            return Console.UNREADABLE;
        }
        return switch (storage.get().openPlan(plan)) {
            case Storage.Opened.Refused refused -> console.refuse(refused.sentence(), refused.advice());
            case Storage.Opened.CatalogOpened opened -> console.refuse("This is a catalog, not a plan.", "");
            case Storage.Opened.PlanOpened opened -> takeBack(storage.get(), opened.saved());
        };
    }

    private int takeBack(Storage storage, SavedPlan saved) {
        return switch (ReturnedWorkbook.read(workbook)) {
            case ReturnedWorkbook.Refused refused -> console.refuse(refused.sentence(), refused.advice());
            case ReturnedWorkbook.Read read -> takeBack(storage, saved, Comparison.of(read, saved.plan()));
        };
    }

    private int takeBack(Storage storage, SavedPlan saved, Comparison comparison) {
        List<String> cells = comparison.changes().stream().map(Change::where).toList();
        Optional<String> unknown =
                leave.stream().filter(cell -> !cells.contains(cell)).findFirst();
        if (unknown.isPresent()) {
            return console.refuse(
                    "Nothing is changed by " + unknown.get() + ".", "Name cells as this command prints them.");
        }
        List<Change> taken = comparison.changes().stream()
                .filter(change -> !leave.contains(change.where()))
                .toList();
        console.print(
                switch (comparison.changes().size()) {
                    case 0 -> "Nothing was typed that the plan does not have.";
                    case 1 -> "1 change:";
                    default -> comparison.changes().size() + " changes:";
                });
        comparison.changes().forEach(change -> print(change, !leave.contains(change.where())));
        if (!comparison.remarks().isEmpty()) {
            console.print("Not taken:");
            comparison.remarks().forEach(this::print);
        }
        if (output.isPresent()) {
            try {
                Plan changed = Comparison.edit("take back", taken).change().apply(saved.plan());
                Notice notice = storage.save(
                        output.get(),
                        storage.carry(changed, saved, storage.references(saved, Optional.empty()), Optional.empty()));
                if (notice.kind() == Notice.Kind.REFUSED) {
                    return console.refuse(notice.sentence(), notice.advice());
                }
                console.print(notice.sentence());
            } catch (IllegalArgumentException impossible) {
                return console.refuse(
                        "The changes cannot be taken together: " + impossible.getMessage() + ".",
                        "Leave one of them with --leave.");
            }
        }
        return comparison.remarks().isEmpty() ? Console.FINE : Console.FINDINGS;
    }

    private void print(Change change, boolean taken) {
        console.print("  %s%s  %s, %s: %s -> %s%s"
                .formatted(
                        taken ? "" : "(left) ",
                        change.where(),
                        change.subject(),
                        change.field(),
                        shown(change.before()),
                        shown(change.after()),
                        change.meanwhile()
                                .map(then -> " (was " + shown(then) + " when the workbook was written)")
                                .orElse("")));
    }

    private static String shown(String text) {
        return text.isEmpty() ? "nothing" : "\"" + text.replace("\n", " / ") + "\"";
    }

    private void print(Remark remark) {
        console.print("  " + remark.where() + "  " + remark.sentence() + " " + remark.advice());
    }
}
