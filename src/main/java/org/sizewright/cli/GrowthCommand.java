package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import org.sizewright.figure.Unit;
import org.sizewright.figure.ValueText;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.growth.GrowthPlan;
import org.sizewright.result.growth.GrowthStep;
import org.sizewright.result.growth.GrowthSteps;
import org.sizewright.result.growth.StepHosts;
import org.sizewright.rules.SupportEnd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A plan on day 1, after 12 and after 36 months. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description =
                "Calculates a plan's option with its load on day 1, after 12 and 36 months, and says what is bought when.")
final class GrowthCommand extends PlanCommand {
    @Option(names = "--json", paramLabel = "OUT", description = "write everything as JSON to this file")
    private Optional<Path> json = Optional.empty();

    GrowthCommand(Environment environment, Console console) {
        super(environment, console);
    }

    @Override
    int run(PlanInput.Loaded.Ready ready) throws JsonProcessingException {
        OptionResult live = ready.result().live();
        GrowthPlan growth = GrowthSteps.of(live, Cancellation.never(), GrowthSteps.Progress.none());
        console.print("Option " + live.option().option().name() + " over time. " + String.join(" ", growth.notes()));
        growth.loads()
                .forEach(line -> console.print(
                        "  " + line.name() + ": " + String.join(", then ", line.loads()) + " (" + line.growth() + ")"));
        growth.steps().forEach(this::print);
        return written(
                json,
                toJson(live, growth),
                growth.steps().stream().allMatch(GrowthStep::carries) ? Console.FINE : Console.FINDINGS);
    }

    private void print(GrowthStep step) {
        console.print(
                "%s (+%d months): %s, %d GPUs, %s of %s, %s licences, datastore %s; to buy: %s with %d GPUs, %s licences, %s"
                        .formatted(
                                step.date(),
                                step.months(),
                                hosts(step.totalHosts()),
                                step.totalGpus(),
                                ValueText.of(step.power(), Unit.KILOWATT, 1),
                                ValueText.of(step.usablePower(), Unit.KILOWATT, 1),
                                ValueText.number(step.licences()),
                                ValueText.of(step.datastore(), Unit.TIB, 2),
                                hosts(step.hostsBought()),
                                step.gpusBought(),
                                ValueText.number(step.licencesToOrder()),
                                ValueText.of(step.datastoreToAdd(), Unit.TIB, 2)));
        step.failure().ifPresent(why -> console.print("  not carried: " + why));
        if (step.hostsWithoutRack() > 0) {
            console.print("  without a rack: " + hosts(step.hostsWithoutRack()));
        }
        step.ends()
                .forEach(end -> console.print("  out of support: " + end.what() + " (" + end.branch() + ", last month "
                        + end.last().map(Object::toString).orElse("unknown") + ")"));
    }

    private static String hosts(int number) {
        return number + (number == 1 ? " host" : " hosts");
    }

    private static ObjectNode toJson(OptionResult live, GrowthPlan growth) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("option", live.option().option().id().value());
        growth.notes().forEach(node.putArray("notes")::add);
        ArrayNode loads = node.putArray("loads");
        growth.loads()
                .forEach(line -> line.loads()
                        .forEach(loads.addObject()
                                .put("workload", line.workload().value())
                                .put("name", line.name())
                                .put("growth", line.growth())
                                .put("constant", line.constant())
                                .putArray("load")::add));
        ArrayNode steps = node.putArray("steps");
        for (GrowthStep step : growth.steps()) {
            ObjectNode one = steps.addObject()
                    .put("months", step.months())
                    .put("date", step.date().toString())
                    .put("carried", step.carries())
                    .put("failure", step.failure().orElse(null))
                    .put("hosts", step.totalHosts())
                    .put("gpus", step.totalGpus())
                    .put("racks", step.racks())
                    .put("hostsWithoutRack", step.hostsWithoutRack());
            ValueJson.put(one, "powerKw", step.power());
            ValueJson.put(one, "usablePowerKw", step.usablePower());
            ValueJson.put(one, "rackUnits", step.units());
            ValueJson.put(one, "licences", step.licences());
            ValueJson.put(one, "datastoreTib", step.datastore());
            ObjectNode buy =
                    one.putObject("toBuy").put("hosts", step.hostsBought()).put("gpus", step.gpusBought());
            ValueJson.put(buy, "licences", step.licencesToOrder());
            ValueJson.put(buy, "datastoreTib", step.datastoreToAdd());
            ArrayNode groups = buy.putArray("groups");
            for (StepHosts hosts : step.hosts()) {
                groups.addObject()
                        .put("id", hosts.group().value())
                        .put("name", hosts.name())
                        .put("server", hosts.server())
                        .put("gpu", hosts.gpu())
                        .put("hosts", hosts.hosts())
                        .put("bought", hosts.bought());
            }
            ArrayNode ends = one.putArray("outOfSupport");
            for (SupportEnd end : step.ends()) {
                ends.addObject()
                        .put("what", end.what())
                        .put("branch", end.branch())
                        .put("lastMonth", end.last().map(Object::toString).orElse(null))
                        .put("source", end.source().toLine());
            }
        }
        return node;
    }
}
