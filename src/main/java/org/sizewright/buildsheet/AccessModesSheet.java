package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sizewright.delivery.access.AccessTrials;
import org.sizewright.figure.Evidence;
import org.sizewright.library.AccessFunction;
import org.sizewright.library.AccessFunction.Answer;
import org.sizewright.library.AccessFunction.Mode;
import org.sizewright.library.Library;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.rules.VmSettings;

/** What works in which way of reaching GPUs under vSphere, and which way each workload takes. */
final class AccessModesSheet {
    private static final int WIDTH = 24;
    /** For sources and what to know, which take many lines otherwise. */
    private static final int WIDE = 34;

    private AccessModesSheet() {}

    /** Empty where no machines with GPUs run on vSphere. */
    static Optional<Sheet> of(Material material) {
        List<ResolvedAssignment> carried = material.live().option().assignments().stream()
                .filter(assignment -> VmSettings.of(
                                material.live().plan(), material.live().option(), assignment)
                        .isPresent())
                .toList();
        Library library = material.live().plan().library();
        if (carried.isEmpty() || library.accessFunctions().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Sheet(
                "access-modes",
                "Access modes",
                "What works in which way of reaching GPUs under vSphere.",
                Sheet.Group.RESULTS,
                List.of(inUse(carried), functions(library), doubts(library))));
    }

    private static Block inUse(List<ResolvedAssignment> carried) {
        Block.Table.Builder table = Block.Table.titled("In use")
                .columns(Column.text("Workload"), Column.text("Way to its GPUs").withWidth(WIDTH));
        for (ResolvedAssignment assignment : carried) {
            table.row(
                    Entry.text(assignment.workload().workload().name()),
                    Entry.text(AccessTrials.modeOf(assignment).title()));
        }
        return table.build();
    }

    private static Block functions(Library library) {
        Block.Table.Builder table = Block.Table.titled("What works")
                .note("* See doubts and sources below.")
                .columns(Column.text("Function").withWidth(WIDTH));
        for (Mode mode : Mode.values()) {
            table.column(Column.prose(mode.title(), WIDTH));
        }
        for (AccessFunction function : library.accessFunctions()) {
            List<Entry> row = new ArrayList<>(List.of(Entry.text(function.title())));
            for (Mode mode : Mode.values()) {
                Answer answer = function.answer(mode);
                row.add(Entry.text(
                        answer.works().word() + (answer.caveat().isPresent() ? "*" : "") + ": " + answer.words(),
                        tone(answer)));
            }
            table.row(row);
        }
        return table.build();
    }

    private static Block doubts(Library library) {
        Block.Table.Builder table = Block.Table.titled("Doubts and sources")
                .columns(
                        Column.text("Function").withWidth(WIDTH),
                        Column.prose("Ways", WIDTH),
                        Column.prose("What to know", WIDE),
                        Column.prose("Sources", WIDE));
        for (AccessFunction function : library.accessFunctions()) {
            List<String> said = function.answers().stream()
                    .map(answer -> answer.caveat().orElse(""))
                    .distinct()
                    .toList();
            for (String caveat : said) {
                List<Answer> alike = function.answers().stream()
                        .filter(answer -> answer.caveat().orElse("").equals(caveat))
                        .toList();
                table.row(
                        Entry.text(function.title()),
                        Entry.text(alike.stream()
                                .map(answer -> answer.mode().title())
                                .collect(Collectors.joining(", "))),
                        Entry.text(caveat),
                        Entry.text(alike.stream()
                                .flatMap(answer -> answer.sources().stream())
                                .distinct()
                                .map(key ->
                                        library.quote(key, Evidence.VERIFIED).title())
                                .collect(Collectors.joining("; "))));
            }
        }
        return table.build();
    }

    private static Tone tone(Answer answer) {
        return switch (answer.works()) {
            case YES -> Tone.GOOD;
            case PARTLY -> Tone.CAUTION;
            case NO -> Tone.BAD;
        };
    }
}
