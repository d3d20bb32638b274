package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.figure.Unit;
import org.sizewright.figure.ValueText;
import org.sizewright.library.SupplyRecord.Metric;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.platforms.GpuWay;
import org.sizewright.result.platforms.Impossible;
import org.sizewright.result.platforms.PlatformComparison;
import org.sizewright.result.platforms.PlatformOutcome;
import org.sizewright.result.platforms.PlatformTrials;
import org.sizewright.rules.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The workloads of a plan on every platform. */
@Command(
        name = "platforms",
        mixinStandardHelpOptions = true,
        description =
                "Puts a plan's option on vSphere, vSphere Kubernetes, OpenShift and bare metal: what it takes, what is impossible.")
final class PlatformsCommand extends PlanCommand {
    @Option(names = "--json", paramLabel = "OUT", description = "write everything as JSON to this file")
    private Optional<Path> json = Optional.empty();

    PlatformsCommand(Environment environment, Console console) {
        super(environment, console);
    }

    @Override
    int run(PlanInput.Loaded.Ready ready) throws JsonProcessingException {
        OptionResult live = ready.result().live();
        PlatformComparison comparison = PlatformTrials.of(live, Cancellation.never(), PlatformTrials.Progress.none());
        console.print("Option " + live.option().option().name() + " on every platform. "
                + String.join(" ", comparison.notes()));
        comparison.outcomes().forEach(this::print);
        return written(json, toJson(live, comparison), comparison.inUse().works() ? Console.FINE : Console.FINDINGS);
    }

    private void print(PlatformOutcome outcome) {
        console.print(
                "%s%s: %s hosts, %s GPUs, %s, %s AI Enterprise licences (%s), VMware cores %s, OpenShift %s; %d errors, %d warnings, %d open items"
                        .formatted(
                                outcome.trial().platform().title(),
                                outcome.trial().inUse() ? " (in use)" : "",
                                ValueText.number(outcome.hosts()),
                                ValueText.number(outcome.gpus()),
                                ValueText.of(outcome.power(), Unit.KILOWATT, 1),
                                ValueText.number(outcome.licences()),
                                outcome.aiEnterprise(),
                                ValueText.number(outcome.vmwareCores()),
                                ValueText.number(outcome.openShift().subscriptions()),
                                outcome.open(Severity.ERROR),
                                outcome.open(Severity.WARNING),
                                outcome.open(Severity.OPEN_ITEM)));
        for (Impossible each : outcome.impossible()) {
            console.print("  impossible  " + (each.rule().isEmpty() ? "" : each.rule() + "  ") + each.subject() + ": "
                    + each.sentence() + " " + each.remedy());
        }
        outcome.trial().taken().forEach(taken -> console.print("  " + taken));
        if (!outcome.trial().dropped().isEmpty()) {
            console.print("  dropped: " + String.join(", ", outcome.trial().dropped()));
        }
    }

    private static ObjectNode toJson(OptionResult live, PlatformComparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("option", live.option().option().id().value());
        ArrayNode notes = node.putArray("notes");
        comparison.notes().forEach(notes::add);
        ArrayNode platforms = node.putArray("platforms");
        for (PlatformOutcome outcome : comparison.outcomes()) {
            ObjectNode one = platforms
                    .addObject()
                    .put("platform", outcome.trial().platform().name())
                    .put("inUse", outcome.trial().inUse())
                    .put("works", outcome.works());
            ValueJson.put(one, "hosts", outcome.hosts());
            ValueJson.put(one, "gpus", outcome.gpus());
            ValueJson.put(one, "powerKw", outcome.power());
            ValueJson.put(one, "rackUnits", outcome.units());
            ValueJson.put(one, "datastoreTib", outcome.datastore());
            ValueJson.put(one, "aiEnterpriseLicences", outcome.licences());
            one.put("aiEnterprise", outcome.aiEnterprise());
            ValueJson.put(one, "vmwareCores", outcome.vmwareCores());
            ValueJson.put(one, "openShiftSubscriptions", outcome.openShift().subscriptions());
            one.put(
                    "openShiftCountedBy",
                    outcome.openShift().metric().map(Metric::metric).orElse(null));
            outcome.profiles().forEach(one.putArray("profiles")::add);
            one.put("roomForFailures", outcome.hasRoomForFailures());
            one.put("afterFailure", outcome.failure());
            one.put("beforeMaintenance", outcome.maintenance());
            ArrayNode ways = one.putArray("ways");
            for (GpuWay way : outcome.ways()) {
                ways.addObject()
                        .put("way", way.name())
                        .put("possible", way.answer().name().toLowerCase(Locale.ROOT))
                        .put("why", way.why())
                        .put("source", way.source().toLine());
            }
            ArrayNode impossible = one.putArray("impossible");
            for (Impossible each : outcome.impossible()) {
                impossible
                        .addObject()
                        .put("rule", each.rule().isEmpty() ? null : each.rule())
                        .put("subject", each.subject())
                        .put("sentence", each.sentence())
                        .put("remedy", each.remedy())
                        .put("inUseToo", each.alsoInUse())
                        .put("source", each.source().toLine());
            }
            outcome.trial().dropped().forEach(one.putArray("dropped")::add);
            outcome.trial().taken().forEach(one.putArray("taken")::add);
        }
        return node;
    }
}
