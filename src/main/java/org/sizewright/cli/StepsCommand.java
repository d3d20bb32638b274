package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sizewright.delivery.checklist.Checklist;
import org.sizewright.delivery.checklist.Step;
import org.sizewright.figure.Source;
import org.sizewright.library.ChecklistStep.Phase;
import org.sizewright.plan.Progress;
import org.sizewright.plan.StepState;
import org.sizewright.result.OptionResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the checklists of a plan. */
@Command(
        name = "steps",
        mixinStandardHelpOptions = true,
        description =
                "Prints the checklists of a plan: the steps from the order to a cluster in service, with who does them.")
final class StepsCommand extends PlanCommand {
    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            description = "only the steps of this phase: ${COMPLETION-CANDIDATES}")
    private Optional<Phase> phase = Optional.empty();

    @Option(names = "--open", description = "only steps that are neither done nor not needed")
    private boolean open;

    @Option(names = "--json", paramLabel = "OUT", description = "write the steps as JSON to this file")
    private Optional<Path> json = Optional.empty();

    StepsCommand(Environment environment, Console console) {
        super(environment, console);
    }

    @Override
    int run(PlanInput.Loaded.Ready ready) throws JsonProcessingException {
        OptionResult result = ready.result().live();
        Progress progress = result.option().option().progress();
        List<Step> steps = Checklist.of(result).steps().stream()
                .filter(step -> phase.isEmpty() || phase.get() == step.phase())
                .filter(step -> !open || !progress.of(step.key()).status().isSettled())
                .toList();
        console.print("Option " + result.option().option().name() + ": " + steps.size() + " steps.");
        for (Phase each : Phase.values()) {
            List<Step> ofPhase =
                    steps.stream().filter(step -> step.phase() == each).toList();
            if (!ofPhase.isEmpty()) {
                console.print("");
                console.print(each.title());
                ofPhase.forEach(step -> print(step, progress.of(step.key())));
            }
        }
        return written(json, toJson(result, steps, progress), Console.FINE);
    }

    private void print(Step step, StepState state) {
        String who = String.join(
                ", ",
                List.of(
                                state.status() == StepState.Status.OPEN
                                        ? ""
                                        : state.status().title(),
                                state.owner(),
                                state.date().map(LocalDate::toString).orElse(""),
                                state.note())
                        .stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
        console.print("[%s] %s%s%s"
                .formatted(
                        state.status().isSettled() ? "x" : " ",
                        step.subject().isEmpty() ? "" : step.subject() + ": ",
                        step.text(),
                        who.isEmpty() ? "" : " (" + who + ")"));
        step.commands().forEach(command -> console.print("      " + command));
    }

    private static ObjectNode toJson(OptionResult result, List<Step> steps, Progress progress) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("option", result.option().option().id().value());
        ArrayNode list = node.putArray("steps");
        for (Step step : steps) {
            StepState state = progress.of(step.key());
            ObjectNode one = list.addObject();
            one.put("step", step.key().step());
            one.put("for", step.key().subject());
            one.put("phase", step.phase().word());
            one.put("subject", step.subject());
            one.put("text", step.text());
            step.commands().forEach(one.putArray("commands")::add);
            step.blanks().forEach(one.putArray("blanks")::add);
            one.put("reason", step.reason());
            step.rules().forEach(one.putArray("rules")::add);
            step.sources().stream().map(Source::toLine).forEach(one.putArray("sources")::add);
            step.places().forEach(one.putArray("paths")::add);
            one.put("caveat", step.caveat().orElse(null));
            one.put("status", state.status().title());
            one.put("owner", state.owner());
            one.put("date", state.date().map(LocalDate::toString).orElse(null));
            one.put("note", state.note());
        }
        return node;
    }
}
