package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.result.Headline;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what is wrong with a plan. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks a plan: what does not fit, does not survive, is not known, and what to do about it.")
final class CheckCommand extends PlanCommand {
    @Option(names = "--json", paramLabel = "OUT", description = "write headline and findings as JSON to this file")
    private Optional<Path> json = Optional.empty();

    CheckCommand(Environment environment, Console console) {
        super(environment, console);
    }

    @Override
    int run(PlanInput.Loaded.Ready ready) throws JsonProcessingException {
        OptionResult result = ready.result().live();
        console.print("Option " + result.option().option().name() + ": "
                + result.headline().toLine());
        WeekLines.print(console, result);
        SurvivalLines.print(console, result);
        ExistingLines.print(console, result);
        StorageLines.print(console, result);
        for (Finding finding : result.findings()) {
            console.print("%-9s  %s  %s: %s%s"
                    .formatted(
                            finding.severity().word(),
                            finding.rule(),
                            finding.subject(),
                            finding.sentence(),
                            finding.override()
                                    .map(accepted -> " (accepted by " + accepted.by() + ": " + accepted.reason() + ")")
                                    .orElse(" " + finding.remedy())));
        }
        return written(json, toJson(result), result.open(Severity.ERROR) > 0 ? Console.FINDINGS : Console.FINE);
    }

    private static ObjectNode toJson(OptionResult result) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("option", result.option().option().id().value());
        ArrayNode headline = node.putArray("headline");
        for (Headline.Part part : result.headline().parts()) {
            headline.addObject()
                    .put("id", part.id())
                    .put("value", part.value())
                    .put("label", part.label())
                    .put("remark", part.remark().orElse(null))
                    .put("state", part.state().name().toLowerCase(Locale.ROOT));
        }
        WeekLines.put(node, result);
        SurvivalLines.put(node, result);
        ExistingLines.put(node, result);
        MaintenanceLines.put(node, result);
        StorageLines.put(node, result);
        ArrayNode findings = node.putArray("findings");
        for (Finding finding : result.findings()) {
            ObjectNode one = findings.addObject();
            one.put("severity", finding.severity().word());
            one.put("rule", finding.rule());
            one.put("subject", finding.subject());
            one.put("sentence", finding.sentence());
            one.put("remedy", finding.remedy());
            one.put("distance", finding.distance().orElse(null));
            one.put("path", finding.path().orElse(null));
            one.put("figure", finding.figure().map(cell -> cell.name()).orElse(null));
            one.put("source", finding.source().toLine());
            one.put("caveat", finding.caveat().orElse(null));
            finding.override()
                    .ifPresent(accepted ->
                            one.putObject("accepted").put("by", accepted.by()).put("reason", accepted.reason()));
        }
        return node;
    }
}
