package org.sizewright.buildsheet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sizewright.delivery.checklist.Checklist;
import org.sizewright.delivery.checklist.Step;
import org.sizewright.plan.Progress;
import org.sizewright.plan.StepState;
import org.sizewright.plan.StepState.Status;

/** The steps from the order to a cluster in service, to be ticked off. */
final class ChecklistSheet {
    private static final String TO_DO = "\u2610";
    private static final String SETTLED = "\u2611";
    private static final List<String> STATUSES =
            Arrays.stream(Status.values()).map(Status::title).toList();

    private ChecklistSheet() {}

    static Sheet of(Material material) {
        Progress progress = material.live().option().option().progress();
        Checklist checklist = Checklist.of(material.live());
        long settled = checklist.steps().stream()
                .filter(step -> progress.of(step.key()).status().isSettled())
                .count();
        Block.Table.Builder table = Block.Table.titled("Steps")
                .note(settled + " of " + checklist.steps().size()
                        + " are done or not needed. What stands as ____ is not in the plan. Owner, status, date and note may be"
                        + " typed over: the plan takes them back from this file, by the id at the end of each row.")
                .columns(
                        Column.status("Done"),
                        Column.prose("Phase", 13),
                        Column.prose("For", 15),
                        Column.prose("What to do", 58),
                        Column.prose("Owner", 14),
                        Column.text("Status").withWidth(12),
                        Column.text("Date").withWidth(11),
                        Column.prose("Note", 18),
                        Column.prose("Why, rules", 34),
                        Column.prose("Source", 36),
                        Column.id());
        checklist.steps().forEach(step -> table.row(row(step, progress.of(step.key()))));
        return Sheet.of(
                "checklist",
                "Checklist",
                "The steps from the order to a cluster in service, by phase.",
                Sheet.Group.RESULTS,
                table.build());
    }

    private static List<Entry> row(Step step, StepState state) {
        return List.of(
                Entry.text(state.status().isSettled() ? SETTLED : TO_DO),
                Entry.text(step.phase().title()),
                Entry.text(step.subject()),
                Entry.text(Stream.concat(Stream.of(step.text()), step.commands().stream())
                        .collect(Collectors.joining("\n"))),
                Entry.typed(state.owner()),
                Entry.chosen(state.status().title(), STATUSES),
                Entry.day(state.date()),
                Entry.typed(state.note()),
                Entry.text(step.reason()
                        + (step.rules().isEmpty() ? "" : " " + String.join(", ", step.rules()))
                        + step.caveat().map(caveat -> " " + caveat).orElse("")),
                Entry.text(step.sources().stream()
                        .map(source -> source.title() + " (" + source.evidence().word() + ")")
                        .collect(Collectors.joining("; "))),
                Entry.text(step.key().toString(), Tone.MUTED));
    }
}
