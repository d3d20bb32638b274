package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sizewright.accuracy.AccuracyReport;
import org.sizewright.accuracy.BandKinds;
import org.sizewright.accuracy.ErrorRow;
import org.sizewright.accuracy.Estimate;
import org.sizewright.accuracy.Predictions;
import org.sizewright.library.RecordCodec;
import org.sizewright.session.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the figures of the sizing against measured cases. */
@Command(
        name = "accuracy",
        mixinStandardHelpOptions = true,
        description = {
            "Holds the estimates against measured cases and prints their errors by kind and figure.",
            "Tokens and blocks of a cache are predicted from the pool that a case gives, all else from its inputs alone."
        })
final class AccuracyCommand implements Callable<Integer> {
    private final Environment environment;
    private final Console console;

    @Parameters(paramLabel = "CASES.json", description = "measured cases: a list of id, kind, model, inputs, measured")
    private Path cases = Path.of("");

    @Option(names = "--out", paramLabel = "PREDICTIONS.json", description = "write every prediction with its band")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--bands",
            paramLabel = "BANDS.json",
            description = "write the bands that these cases give, as records of a library")
    private Optional<Path> bands = Optional.empty();

    @Option(
            names = "--worst",
            paramLabel = "N",
            defaultValue = "0",
            description = "also print the N worst cases of each kind (default: ${DEFAULT-VALUE})")
    private int worst;

    @Mixin
    private LibraryOptions libraryOptions = new LibraryOptions();

    AccuracyCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Optional<Storage> storage = libraryOptions.open(environment, console);
        if (storage.isEmpty()) {
            return Console.UNREADABLE;
        }
        AccuracyReport report;
        try {
            report = AccuracyReport.of(
                    CaseFile.read(cases), new Predictions(storage.get().library()));
        } catch (JsonList.Unreadable unreadable) {
            return console.refuse(
                    String.valueOf(unreadable.getMessage()),
                    "A file of cases is a JSON list; see src/docs/accuracy.md.");
        }
        print(report);
        if (bands.isPresent() && !console.write(bands.get(), JsonText.of(bands(report)))) {
            return Console.UNREADABLE;
        }
        return out.isPresent() && !console.write(out.get(), JsonText.of(toJson(report)))
                ? Console.UNREADABLE
                : Console.FINE;
    }

    private void print(AccuracyReport report) {
        console.print("%-22s %-28s %5s %5s %10s %10s %10s %8s"
                .formatted("kind", "figure", "n", "none", "median", "p90", "max", "in band"));
        for (ErrorRow row : report.errors()) {
            console.print("%-22s %-28s %5d %5d %10s %10s %10s %8s"
                    .formatted(
                            row.kind(),
                            row.metric(),
                            row.cases(),
                            row.missing(),
                            percent(row.median()),
                            percent(row.p90()),
                            percent(row.max()),
                            percent(row.inside())));
        }
        if (worst > 0) {
            report.errors().stream().map(ErrorRow::kind).distinct().forEach(kind -> {
                console.print("%nworst of %s".formatted(kind));
                for (AccuracyReport.Line line : report.worst(kind, worst)) {
                    Estimate.Known known = (Estimate.Known) line.estimate();
                    console.print("  %-6s %-45s %-24s measured %s, predicted %s (%s to %s), %s"
                            .formatted(
                                    line.run().id(),
                                    line.run().model(),
                                    line.metric(),
                                    number(line.measured().orElse(0.0)),
                                    number(known.value()),
                                    number(known.low()),
                                    number(known.high()),
                                    percent(AccuracyReport.error(line))));
                }
            });
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.3f %%", share * 100);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }

    private static ObjectNode bands(AccuracyReport report) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("format", "sizewright-library").put("schema", 1).put("kind", "accuracyBands");
        ArrayNode records = file.putArray("records");
        BandKinds.of(report).forEach(band -> records.add(RecordCodec.toJson(band)));
        return file;
    }

    private static ArrayNode toJson(AccuracyReport report) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (AccuracyReport.Line line : report.lines()) {
            ObjectNode node = list.addObject().put("id", line.run().id()).put("metric", line.metric());
            switch (line.estimate()) {
                case Estimate.Known known ->
                    node.put("predicted", known.value()).put("low", known.low()).put("high", known.high());
                case Estimate.NotPredicted none ->
                    node.putNull("predicted").putNull("low").putNull("high").put("reason", none.reason());
            }
        }
        return list;
    }
}
