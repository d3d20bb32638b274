package org.sizewright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sizewright.placement.exact.ExactPlacer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Placement questions answered with proof, and answers checked. */
@Command(
        name = "place",
        mixinStandardHelpOptions = true,
        description = {
            "Answers placement questions with proof: the fewest GPUs or hosts, the cheapest mixture of hosts, whether something fits",
            "what is there, what restarts after a host failure. With --check, recounts answers instead of giving them."
        })
final class PlaceCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "1..2",
            paramLabel = "FILE",
            description = "the questions; with --check the answers and then the questions")
    private List<Path> files = List.of();

    @Option(names = "--out", paramLabel = "RESULTS.json", description = "write every answer")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "for one question at most (default: ${DEFAULT-VALUE}); what is open then is given as bounds")
    private double seconds = 10;

    @Option(names = "--check", description = "recount the answers in the first file to the questions in the second")
    private boolean check;

    PlaceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (files.size() != (check ? 2 : 1)) {
            return console.refuse(
                    check
                            ? "--check needs two files: the answers and the questions."
                            : "One file with questions is answered at a time.",
                    "");
        }
        if (!(seconds > 0) || seconds > 86_400) {
            return console.refuse("--seconds is above 0 and at most 86400.", "");
        }
        Optional<ExactPlacer> placer = ExactPlacer.load();
        if (placer.isEmpty()) {
            return console.refuse(
                    "There is no exact solver for this platform.",
                    "The window and `build` still give placements with bounds.");
        }
        try {
            List<PlacementCase> questions = PlacementCaseReader.read(JsonList.readAny(files.getLast()));
            if (check) {
                return new PlacementCheck(console, seconds).check(JsonList.read(files.getFirst()), questions);
            }
            return answer(placer.get(), questions);
        } catch (JsonList.Unreadable unreadable) {
            return console.refuse(
                    String.valueOf(unreadable.getMessage()),
                    "The fields of questions and answers are listed in src/docs/command-line.md.");
        }
    }

    private int answer(ExactPlacer placer, List<PlacementCase> questions) throws JsonProcessingException {
        PlacementAnswers answers = new PlacementAnswers(placer, seconds);
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        console.print("%-28s %-10s %9s %11s %8s".formatted("question", "status", "value", "lower bound", "seconds"));
        int open = 0;
        int unreadable = 0;
        for (PlacementCase question : questions) {
            ObjectNode result = answers.answer(question);
            results.add(result);
            open += result.path("status").asText().equals("bounds") ? 1 : 0;
            if (question instanceof PlacementCase.Unreadable wrong) {
                unreadable++;
                console.refuse(wrong.sentence(), "");
            }
            console.print("%-28s %-10s %9s %11s %8.3f"
                    .formatted(
                            question.id(),
                            result.path("status").asText(),
                            result.path("value").asText("-"),
                            result.path("lowerBound").asText("-"),
                            result.path("seconds").asDouble()));
        }
        if (out.isPresent() && !console.write(out.get(), JsonText.of(results))) {
            return Console.UNREADABLE;
        }
        return unreadable > 0 ? Console.UNREADABLE : open == 0 ? Console.FINE : Console.FINDINGS;
    }
}
