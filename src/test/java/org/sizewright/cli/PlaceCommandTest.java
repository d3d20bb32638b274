package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceCommandTest {
    /** Questions with answers proven by another exact solver; the proof is named in each. */
    private static final Path QUESTIONS = Path.of("src/test/resources/org/sizewright/placement/instances.json");

    /** What is compared; other fields of "expected" say how the answer was found there. */
    private static final List<String> ANSWERS = List.of(
            "optimum",
            "hostsWithHa",
            "optimalCost",
            "counts",
            "fitsInPlace",
            "fitsAfterRepack",
            "gpusNeededAfterRepack",
            "restartablePerFailedHost",
            "fitsOnHMinus1ByRepacking");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private final SizeRun run = new SizeRun();

    @Test
    void everyAnswerIsTheProvenOneAndTheCheckerAcceptsIt() throws IOException {
        Path results = folder.resolve("results.json");
        assertThat(run.run("place", QUESTIONS.toString(), "--out", results.toString(), "--seconds", "60"))
                .isEqualTo(Console.FINE);
        Map<String, JsonNode> found = new HashMap<>();
        MAPPER.readTree(results.toFile())
                .forEach(result -> found.put(result.path("id").asText(), result));
        int compared = 0;
        for (JsonNode question : MAPPER.readTree(QUESTIONS.toFile()).path("instances")) {
            JsonNode result = found.getOrDefault(question.path("id").asText(), MAPPER.missingNode());
            assertThat(result.path("status").asText())
                    .as(question.path("id").asText())
                    .isEqualTo("optimal");
            for (String field : ANSWERS) {
                if (question.path("expected").has(field)) {
                    assertThat(result.path("answer").path(field))
                            .as("%s %s", question.path("id"), field)
                            .isEqualTo(question.path("expected").path(field));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(50);
        assertThat(run.run("place", "--check", results.toString(), QUESTIONS.toString(), "--seconds", "60"))
                .isEqualTo(Console.FINE);
        assertThat(run.out()).contains("answers accepted").doesNotContain("refused");
    }

    /** A checker that refuses nothing would prove nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h02-cpu-bound  | value     | The bound 4 was not confirmed",
                "g03-h100-1g-7per | placement | ",
                "x06-hard-100   | lowerBound | An optimum is its own bound",
            })
    void aSpoiledAnswerIsRefused(String id, String spoil, String sentence) throws IOException {
        Path questions = one(id);
        Path results = folder.resolve("results.json");
        assertThat(run.run("place", questions.toString(), "--out", results.toString()))
                .isEqualTo(Console.FINE);
        JsonNode all = MAPPER.readTree(results.toFile());
        ObjectNode result = (ObjectNode) all.get(0);
        ObjectNode answer = (ObjectNode) result.path("answer");
        switch (spoil) {
            case "value" -> {
                result.put("value", 4).put("lowerBound", 4);
                answer.put("optimum", 4);
            }
            case "placement" -> {
                ObjectNode line = (ObjectNode) answer.path("placement").get(0);
                line.put("start", answer.path("placement").get(1).path("start").asInt());
                line.put("gpu", answer.path("placement").get(1).path("gpu").asInt());
            }
            default -> result.put("lowerBound", 19);
        }
        Files.write(results, MAPPER.writeValueAsBytes(all));
        assertThat(run.run("place", "--check", results.toString(), questions.toString()))
                .isEqualTo(Console.FINDINGS);
        assertThat(run.out()).contains("refused:").contains(sentence == null ? "" : sentence);
    }

    @Test
    void whatFitsNowhereIsInfeasible() throws IOException {
        JsonNode file = MAPPER.readTree(one("h02-cpu-bound").toFile());
        ObjectNode vm = (ObjectNode) file.path("instances").get(0).path("vms").get(0);
        vm.put("vcpu", 4_000);
        Path questions = Files.write(folder.resolve("large.json"), MAPPER.writeValueAsBytes(file));
        Path results = folder.resolve("results.json");
        assertThat(run.run("place", questions.toString(), "--out", results.toString()))
                .isEqualTo(Console.FINE);
        JsonNode result = MAPPER.readTree(results.toFile()).get(0);
        assertThat(result.path("status").asText()).isEqualTo("infeasible");
        assertThat(result.path("answer").path("boundBy").path("vm").asText())
                .isEqualTo(vm.path("id").asText());
        assertThat(run.run("place", "--check", results.toString(), questions.toString()))
                .isEqualTo(Console.FINE);
    }

    @Test
    void whatIsWrongIsASentence() throws IOException {
        JsonNode file = MAPPER.readTree(one("h02-cpu-bound").toFile());
        ((ObjectNode) file.path("instances").get(0).path("vms").get(0)).put("kind", "HALF");
        Path questions = Files.write(folder.resolve("wrong.json"), MAPPER.writeValueAsBytes(file));
        assertThat(run.run("place", questions.toString())).isEqualTo(Console.UNREADABLE);
        assertThat(run.err())
                .contains("Question h02-cpu-bound: the \"kind\" of a VM is none of MIG, EQ, MIX, FULL, CPU.");
        assertThat(run.run("place", "--check", questions.toString())).isEqualTo(Console.UNREADABLE);
        assertThat(run.err()).contains("--check needs two files");
    }

    /** Two hosts may fail where one is enough: three are needed, not one whose failure nobody looked at. */
    /** Four cards beside eight GPUs: five machines with cards take two hosts, though one has the GPUs. */
    @Test
    void cardsBesideGpusLimitWhatAHostTakes() throws IOException {
        JsonNode file = MAPPER.readTree(one("h02-cpu-bound").toFile());
        ObjectNode question = (ObjectNode) file.path("instances").get(0);
        ((ObjectNode) question.path("hostType")).put("gpus", 8).put("nics", 4);
        question.putArray("vms")
                .addObject()
                .put("id", "carded")
                .put("count", 5)
                .put("kind", "FULL")
                .put("gpus", 1)
                .put("vcpu", 4)
                .put("ramGiB", 8)
                .put("nics", true);
        Path questions = Files.write(folder.resolve("cards.json"), MAPPER.writeValueAsBytes(file));
        Path results = folder.resolve("results.json");
        assertThat(run.run("place", questions.toString(), "--out", results.toString()))
                .isEqualTo(Console.FINE);
        assertThat(MAPPER.readTree(results.toFile()).get(0).path("value").asInt())
                .isEqualTo(2);
        assertThat(run.run("place", "--check", results.toString(), questions.toString()))
                .isEqualTo(Console.FINE);
    }

    @Test
    void moreFailuresThanHostsAreNotSurvived() throws IOException {
        JsonNode file = MAPPER.readTree(one("c02-two-h100-sizes-k1").toFile());
        ObjectNode question = (ObjectNode) file.path("instances").get(0);
        question.put("haFailures", 2);
        question.putArray("vms")
                .addObject()
                .put("id", "llm")
                .put("count", 1)
                .put("kind", "FULL")
                .put("gpus", 2)
                .put("vcpu", 24)
                .put("ramGiB", 192);
        Path questions = Files.write(folder.resolve("two.json"), MAPPER.writeValueAsBytes(file));
        Path results = folder.resolve("results.json");
        assertThat(run.run("place", questions.toString(), "--out", results.toString()))
                .isEqualTo(Console.FINE);
        assertThat(MAPPER.readTree(results.toFile()).get(0).path("value").asInt())
                .isEqualTo(3 * 130);
        assertThat(run.run("place", "--check", results.toString(), questions.toString()))
                .isEqualTo(Console.FINE);
    }

    /** Costs as large as real prices: the bound is still exact. */
    @Test
    void largeCostsAreProvenToo() throws IOException {
        JsonNode file = MAPPER.readTree(one("c01-two-h100-sizes-k0").toFile());
        for (JsonNode type : file.path("instances").get(0).path("hostTypes")) {
            ((ObjectNode) type).put("cost", type.path("cost").asInt() * 1_000);
        }
        Path questions = Files.write(folder.resolve("dear.json"), MAPPER.writeValueAsBytes(file));
        Path results = folder.resolve("results.json");
        assertThat(run.run("place", questions.toString(), "--out", results.toString()))
                .isEqualTo(Console.FINE);
        assertThat(MAPPER.readTree(results.toFile()).get(0).path("lowerBound").asInt())
                .isEqualTo(380_000);
        assertThat(run.run("place", "--check", results.toString(), questions.toString()))
                .isEqualTo(Console.FINE);
    }

    private Path one(String id) throws IOException {
        ObjectNode file = (ObjectNode) MAPPER.readTree(QUESTIONS.toFile());
        JsonNode all = file.path("instances");
        var kept = MAPPER.createArrayNode();
        for (JsonNode question : all) {
            if (question.path("id").asText().equals(id)) {
                kept.add(question);
            }
        }
        file.set("instances", kept);
        return Files.write(folder.resolve("one.json"), MAPPER.writeValueAsBytes(file));
    }
}
