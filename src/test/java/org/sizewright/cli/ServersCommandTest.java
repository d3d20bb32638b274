package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServersCommandTest {
    private static final String PLAN = "assets/samples/plans/sample-plan.json";
    private static final String LIST = """
            Partners\tSystem\tNVIDIA GPU (Max)\tCPU (Max)\tValidation Type
            HPE\tBig, tall\tH200 NVL (8)\tCPU (2)\tQualified
            HPE\tHalf\tH200 NVL (4)\tCPU (2)\tQualified
            HPE\tSmall\tL4 (4)\tCPU (2)\tQualified
            HPE\tNew\tH200 NVL (8)\tCPU (2)\t
            """;

    @TempDir
    private Path folder = Path.of("");

    private final SizeRun run = new SizeRun();

    private String list() throws IOException {
        return Files.writeString(folder.resolve("list.txt"), LIST).toString();
    }

    @Test
    void printsTheRankingAndWritesItAsJson() throws IOException {
        Path out = folder.resolve("result.json");
        assertThat(run.run("servers", PLAN, "--catalog", list(), "--out", out.toString()))
                .as(run.err())
                .isEqualTo(Console.FINE);
        assertThat(run.out())
                .contains("4 servers tried")
                .contains("Best: HPE Big, tall with H200 NVL 141GB.")
                .contains("Next: HPE Half with H200 NVL 141GB. Hosts: ");
        JsonNode result = new ObjectMapper().readTree(out.toFile());
        assertThat(result.path("ranked")).hasSize(2);
        JsonNode first = result.path("ranked").get(0);
        assertThat(first.path("server").asText()).isEqualTo("Big, tall");
        assertThat(first.path("power_kw").isNull()).isTrue();
        assertThat(first.path("power_kw_at_least").asDouble())
                .isCloseTo(first.path("hosts").asInt() * 8 * 0.6, Offset.offset(1e-9));
        assertThat(first.path("perRack").get(0).path("notJudged")).isNotEmpty();
        assertThat(result.path("decision").path("by").asText()).isEqualTo("hosts");
        assertThat(result.path("nextWouldWin").path("with")).isNotEmpty();
        assertThat(result.path("excluded")).hasSize(2);
        assertThat(result.path("excluded").findValuesAsText("reason"))
                .containsExactlyInAnyOrder("no validation stated", "cannot carry the workloads");
    }

    @Test
    void writesATableWithWhatWasAssumed() throws IOException {
        Path out = folder.resolve("result.csv");
        assertThat(run.run(
                        "servers",
                        PLAN,
                        "--catalog",
                        list(),
                        "--by",
                        "power",
                        "--assume-power",
                        "1000",
                        "--assume-height",
                        "4",
                        "--assume-weight",
                        "60",
                        "--any-validation",
                        "--out",
                        out.toString()))
                .as(run.err())
                .isEqualTo(Console.FINE);
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).startsWith("place,vendor,server,gpu,gpus_per_host,hosts,");
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("\"Big, tall\""));
        assertThat(lines.get(1)).contains("fits the racks");
        assertThat(run.out()).contains("assumed per host: 1,000 W without GPUs, 4 U, 60 kg");
    }

    @Test
    void whatIsWrongIsASentence() throws IOException {
        assertThat(run.run("servers", PLAN)).isEqualTo(Console.UNREADABLE);
        assertThat(run.err()).contains("Name one with --catalog.");
        assertThat(run.run("servers", PLAN, "--catalog", list(), "--out", "result.xlsx"))
                .isEqualTo(Console.UNREADABLE);
        assertThat(run.err()).contains("must end in .json or .csv");
        assertThat(run.run("servers", PLAN, "--catalog", list(), "--assume-height", "99"))
                .isEqualTo(Console.UNREADABLE);
        assertThat(run.err()).contains("the height in rack units");
    }
}
