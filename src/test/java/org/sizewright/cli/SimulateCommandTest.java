package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {
    /** 22 arrival sequences with the outcome of a public simulator of vGPU placement on vSphere. */
    private static final Path CASES = Path.of("src/test/resources/org/sizewright/placement/arrival-cases.json");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private final SizeRun run = new SizeRun();

    @Test
    void outcomesAreThoseOfThePublicSimulator() throws IOException {
        Path results = folder.resolve("results.json");
        assertThat(run.run("simulate", CASES.toString(), "--out", results.toString()))
                .isEqualTo(Console.FINE);
        JsonNode found = MAPPER.readTree(results.toFile());
        JsonNode cases = MAPPER.readTree(CASES.toFile());
        assertThat(found).hasSameSizeAs(cases);
        for (int i = 0; i < cases.size(); i++) {
            JsonNode expected = cases.get(i).path("expected");
            assertThat(found.get(i).path("id")).isEqualTo(cases.get(i).path("id"));
            assertThat(found.get(i).path("same"))
                    .as("%s same", found.get(i).path("id"))
                    .isEqualTo(expected.path("same"));
            assertThat(found.get(i).path("mixed"))
                    .as("%s mixed", found.get(i).path("id"))
                    .isEqualTo(expected.path("mixed"));
        }
    }

    @Test
    void withoutPlacementIdsThereIsNoMixedSize() throws IOException {
        Path file = Files.writeString(folder.resolve("cases.json"), oneCase(10, "null", "4C"));
        Path results = folder.resolve("results.json");
        assertThat(run.run("simulate", file.toString(), "--out", results.toString()))
                .isEqualTo(Console.FINE);
        JsonNode found = MAPPER.readTree(results.toFile()).get(0);
        assertThat(found.path("same").path("served").asInt()).isEqualTo(1);
        assertThat(found.path("mixed").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0     | [0]     | 4C | \"gpuMemoryGB\" must be a whole number from 1 to 10000",
                "3     | [0]     | 4C | \"sizeGB\" must be a whole number from 1 to 3",
                "10    | [0, 8]  | 4C | 4C at 8 is longer than the GPU (10)",
                "10    | [\"a\"] | 4C | a placement id of 4C is no whole number",
                "10    | [0]     | 8C | no profile is called \"8C\"",
            })
    void whatIsWrongIsASentence(String memory, String ids, String arrival, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("cases.json"), oneCase(Integer.parseInt(memory), ids, arrival));
        assertThat(run.run("simulate", file.toString())).isEqualTo(Console.UNREADABLE);
        assertThat(run.err()).contains("Case one: " + sentence);
    }

    private static String oneCase(int memory, String ids, String arrival) {
        return """
                [{"id": "one", "gpu": "G", "gpuMemoryGB": %d, "hosts": 1, "gpusPerHost": 1,
                  "profiles": [{"name": "4C", "sizeGB": 4, "placementIds": %s}], "arrivals": ["%s"]}]
                """.formatted(memory, ids, arrival);
    }
}
