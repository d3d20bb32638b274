package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.library.LibraryReader;
import org.sizewright.plan.FileOperations;
import org.sizewright.session.Recovery;
import org.sizewright.session.Storage;

/** Runs {@code size} as a user would, and reads what it wrote. */
final class SizeRun {
    private static final Storage STORAGE = new Storage(
            LibraryReader.bundled().library(),
            CatalogRulesReader.readShipped(),
            new Recovery(Path.of("target/no-recovery")),
            FileOperations.ofSystem(),
            "Sizewright test");
    private static final WindowFace NO_WINDOW = new WindowFace() {
        @Override
        public void open(List<Path> files) {}

        @Override
        public void screens(Path target, Consumer<Path> written) {}
    };

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The arguments of {@code size}, separated by blanks. */
    int size(String arguments) {
        return size(arguments.split(" +"));
    }

    int size(String... arguments) {
        List<String> all = new ArrayList<>(List.of("size"));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    /** Any command. */
    int run(String... arguments) {
        return Commands.run(
                arguments,
                NO_WINDOW,
                Environment.of(() -> STORAGE),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    JsonNode json(Path folder, String arguments) throws IOException {
        Path file = folder.resolve("size.json");
        Files.deleteIfExists(file);
        assertThat(size(arguments + " --json " + file)).as(err.toString()).isLessThan(2);
        return new ObjectMapper().readTree(Files.readAllBytes(file));
    }

    /** Nothing overflowed: every number is finite, and none below zero but of those that may be. */
    static void assertFinite(JsonNode report, String... mayBeNegative) {
        for (JsonNode figure : report.path("figures")) {
            String id = figure.path("id").asText();
            if (figure.path("value").isNumber()) {
                assertThat(figure.path("value").asDouble()).as(id).isFinite();
                if (!List.of(mayBeNegative).contains(id)) {
                    assertThat(figure.path("value").asDouble()).as(id).isNotNegative();
                }
            }
        }
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    static JsonNode figure(JsonNode report, String id, String row) {
        return StreamSupport.stream(report.path("figures").spliterator(), false)
                .filter(figure -> figure.path("id").asText().equals(id)
                        && figure.path("row").asText().equals(row))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure " + id + " of " + row));
    }

    static double value(JsonNode report, String id) {
        return value(report, id, "w1");
    }

    static double value(JsonNode report, String id, String row) {
        JsonNode value = figure(report, id, row).path("value");
        assertThat(value.isNumber()).as(id).isTrue();
        return value.asDouble();
    }

    static List<String> notes(JsonNode report) {
        return StreamSupport.stream(report.path("notes").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
