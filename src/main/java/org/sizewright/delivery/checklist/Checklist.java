package org.sizewright.delivery.checklist;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sizewright.figure.Source;
import org.sizewright.library.ChecklistStep;
import org.sizewright.library.HandOverRecord;
import org.sizewright.library.Library;
import org.sizewright.library.RecordKind;
import org.sizewright.library.StepValue;
import org.sizewright.plan.StepKey;
import org.sizewright.plan.setting.AllSettings;
import org.sizewright.result.OptionResult;

/**
 * The steps that apply to an option, by phase in the order in which they are worked through.
 *
 * @param steps each with a key of its own
 */
public record Checklist(List<Step> steps) {
    public Checklist {
        steps = List.copyOf(steps);
    }

    /** The steps that the library has for such an option, filled from its plan and its result. */
    public static Checklist of(OptionResult result) {
        Deployment deployment = new Deployment(result);
        Upgrade upgrade = Upgrade.of(deployment);
        Traits traits = new Traits(deployment, upgrade);
        Values values = new Values(deployment, upgrade);
        List<Step> steps = new ArrayList<>();
        for (ChecklistStep.Phase phase : ChecklistStep.Phase.values()) {
            for (ChecklistStep step : deployment.library().checklistSteps()) {
                if (step.phase() == phase) {
                    deployment.places(step.per()).stream()
                            .filter(place -> step.when().stream().allMatch(condition -> traits.hold(condition, place)))
                            .forEach(place -> steps.add(step(step, place, values, deployment.library())));
                }
            }
        }
        return new Checklist(steps);
    }

    private static Step step(ChecklistStep step, Place place, Values values, Library library) {
        List<String> commands = Stream.concat(
                        step.hostCommands().stream()
                                .flatMap(id -> library.find(RecordKind.HOST_COMMAND, id).stream())
                                .map(HandOverRecord.Command.class::cast)
                                .map(HandOverRecord.Command::command),
                        step.commands().stream())
                .toList();
        Set<StepValue> asked = EnumSet.noneOf(StepValue.class);
        asked.addAll(StepValue.in(step.text()));
        commands.forEach(command -> asked.addAll(StepValue.in(command)));
        List<String> blanks = asked.stream()
                .filter(value -> values.of(value, place).isEmpty())
                .map(StepValue::title)
                .toList();
        return new Step(
                new StepKey(step.id(), place.id()),
                step.phase(),
                place.name(),
                filled(step.text(), place, values),
                commands.stream().map(command -> filled(command, place, values)).toList(),
                blanks,
                step.reason(),
                step.rules(),
                sources(step, library),
                step.settings().stream()
                        .flatMap(key -> AllSettings.find(key).stream())
                        .map(place::pathOf)
                        .flatMap(Optional::stream)
                        .toList(),
                step.caveat());
    }

    private static String filled(String text, Place place, Values values) {
        return StepValue.fill(text, value -> values.of(value, place).orElseGet(() -> "[" + value.title() + ": ____]"));
    }

    private static List<Source> sources(ChecklistStep step, Library library) {
        return step.sources().stream()
                .map(key -> library.mark(step, library.quote(key, step.evidence())))
                .toList();
    }

    /** The steps of a phase. */
    public List<Step> of(ChecklistStep.Phase phase) {
        return steps.stream().filter(step -> step.phase() == phase).toList();
    }
}
