package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.library.LibraryReader;
import org.sizewright.plan.FileOperations;
import org.sizewright.session.Recovery;
import org.sizewright.session.Storage;

/** What the commands say of a plan with weekly windows. */
class WeekCommandsTest {
    private static final Path PLAN = Path.of("src/test/resources/org/sizewright/result/windows.json");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    private void run(String... args) {
        Storage storage = new Storage(
                LibraryReader.bundled().library(),
                CatalogRulesReader.readShipped(),
                new Recovery(Path.of("target/no-recovery")),
                FileOperations.ofSystem(),
                "Sizewright test");
        WindowFace window = new WindowFace() {
            @Override
            public void open(List<Path> files) {}

            @Override
            public void screens(Path target, Consumer<Path> written) {}
        };
        Commands.run(
                args, window, Environment.of(() -> storage), new PrintWriter(out, true), new PrintWriter(out, true));
    }

    @Test
    void checkNamesTheSlotsOfTheWeek() throws IOException {
        Path json = folder.resolve("check.json");

        run("check", PLAN.toString(), "--json", json.toString());

        assertThat(out.toString())
                .contains("busiest Sat 00:00\u201306:00 and 2 more")
                .contains("AI cluster, Mon\u2013Fri 08:00\u201318:00: 50 h a week, 52 VMs, ");
        JsonNode week = new ObjectMapper().readTree(Files.readAllBytes(json)).get("week");
        assertThat(week).hasSize(5);
        assertThat(week.findValuesAsText("busiest")).containsOnlyOnce("true");
        assertThat(week.findValuesAsText("slot")).contains("Mon\u2013Fri 08:00\u201318:00");
    }

    @Test
    void buildPrintsThemToo() {
        Path workbook = folder.resolve("week.xlsx");

        run("build", PLAN.toString(), "-o", workbook.toString());

        assertThat(workbook).isNotEmptyFile();
        assertThat(out.toString()).contains("(the busiest)");
    }
}
