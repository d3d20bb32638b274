package org.sizewright.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped library is sound, and every check finds what it is there for. */
class LibraryCheckTest {
    private static final Library SHIPPED = LibraryReader.bundled().library();

    @Test
    void theShippedLibraryIsSound() {
        assertThat(LibraryCheck.problemsOf(SHIPPED))
                .extracting(LibraryProblem::toLine)
                .isEmpty();
    }

    /** The cases are the 143 that were collected, one to one: sets, counts and verdicts. */
    @Test
    void allCollectedMigGeometriesAreHeldAgainstTheSets() throws IOException {
        JsonNode cases;
        try (InputStream in =
                LibraryCheckTest.class.getResourceAsStream("/org/sizewright/partition/mig-geometry-cases.json")) {
            cases = new ObjectMapper().readTree(Objects.requireNonNull(in)).get("cases");
        }
        assertThat(cases).hasSize(143);
        assertThat(SHIPPED.migGeometries()).hasSize(143);
        for (JsonNode collected : cases) {
            MigGeometry geometry = (MigGeometry)
                    SHIPPED.find(RecordKind.MIG_GEOMETRY, collected.get("id").asText())
                            .orElseThrow();
            assertThat(geometry.set().value()).isEqualTo(collected.get("set").asText());
            assertThat(geometry.feasible())
                    .isEqualTo(collected.path("expect_feasible").asBoolean(true));
            if (collected.has("geometry") && !collected.has("occupied")) {
                Map<String, Integer> counts = new TreeMap<>();
                collected
                        .get("geometry")
                        .properties()
                        .forEach(entry ->
                                counts.put(entry.getKey(), entry.getValue().asInt()));
                assertThat(geometry.wanted()).isEqualTo(counts);
                assertThat(geometry.placed()).isEmpty();
            } else if (!collected.has("expect_start")) {
                assertThat(geometry.placed()).isNotEmpty();
            }
        }
    }

    static List<Arguments> damages() {
        List<Arguments> rows = new ArrayList<>();
        rows.add(damage(
                "gpus a30", RecordKind.GPU, "a30", json -> json.put("migProfileSet", "a31"), "\"a31\" does not exist"));
        rows.add(damage(
                "gpus l4",
                RecordKind.GPU,
                "l4",
                json -> json.set("sources", list("NOWHERE")),
                "the source \"NOWHERE\" does not exist"));
        rows.add(damage(
                "gpus l40s",
                RecordKind.GPU,
                "l40s",
                json -> {
                    json.remove("sources");
                    ((ObjectNode) json.get("memoryBandwidthGbS")).remove("sources");
                },
                "\"memoryBandwidthGbS\" says \"verified\" and names no source"));
        rows.add(damage(
                "gpus b300",
                RecordKind.GPU,
                "b300",
                json -> ((ObjectNode) json.get("denseTflops").get("fp4")).remove("others"),
                "\"denseTflops.fp4\" says \"conflicting\" and does not keep the other value"));
        rows.add(damage(
                "migProfiles a100-40",
                RecordKind.MIG_PROFILES,
                "a100-40",
                json -> profile(json, "2g.10gb").put("maxInstances", 2),
                "the placements of 2g.10gb allow 3 on one GPU, its maximum says 2"));
        rows.add(damage(
                "migProfiles a30",
                RecordKind.MIG_PROFILES,
                "a30",
                json -> profile(json, "2g.12gb").put("memoryMib", 13_312),
                "2 x 2g.12gb of 13312 MiB are 26624 MiB, a30 has 24576"));
        rows.add(damage(
                "vgpuTypes L40-16C",
                RecordKind.VGPU_TYPE,
                "L40-16C",
                json -> json.set("mixedPlacementIds", numbers(0, 12)),
                "a start at 12 GB overlaps the one before it"));
        rows.add(damage(
                "vgpuTypes L40-16C",
                RecordKind.VGPU_TYPE,
                "L40-16C",
                json -> json.set("mixedPlacementIds", numbers(0, 40)),
                "its last start ends at 56 GB, beyond the 48 GB there are"));
        rows.add(damage(
                "vgpuTypes L40-16C",
                RecordKind.VGPU_TYPE,
                "L40-16C",
                json -> json.set("mixedPlacementIds", numbers(0, 16)),
                "the table for 48 GB says [0, 32]"));
        rows.add(damage(
                "vgpuTypes L40-16C",
                RecordKind.VGPU_TYPE,
                "L40-16C",
                json -> json.put("maxMixedSize", 3),
                "it has 2 starts and a maximum of 3"));
        rows.add(damage(
                "vgpuTypes L40-24C",
                RecordKind.VGPU_TYPE,
                "L40-24C",
                json -> json.put("maxEqualSize", 3),
                "the 48 GB of l40 hold 2 of 24 GB, its maximum says 3"));
        rows.add(damage(
                "vgpuTypes L40-24C",
                RecordKind.VGPU_TYPE,
                "L40-24C",
                json -> json.put("frameBufferMib", 25_000),
                "2 x L40-24C of 25000 MiB are 50000 MiB, l40 has 49152"));
        rows.add(damage(
                "vgpuTypes H100-2-20C",
                RecordKind.VGPU_TYPE,
                "H100-2-20C",
                json -> json.put("maxEqualSize", 2),
                "its maximum is 2, that of the MIG profile 2g.20gb is 3"));
        rows.add(damage(
                "migGeometries 124",
                RecordKind.MIG_GEOMETRY,
                "124",
                json -> json.put("feasible", true),
                "by the placements of a100-40 it is impossible"));
        rows.add(damage(
                "migGeometries 142",
                RecordKind.MIG_GEOMETRY,
                "142",
                json -> json.put("preferredStart", 0),
                "the first instance goes to another start than 0"));
        rows.add(damage(
                "vgpuReleases 20.1",
                RecordKind.VGPU_RELEASE,
                "20.1",
                json -> json.put("branch", "R1"),
                "the driver branch \"R1\" does not exist"));
        rows.add(damage(
                "knownContradictions maxima-h200-8c",
                RecordKind.VGPU_TYPE,
                "H200-8C",
                json -> json.put("maxEqualSize", 17),
                "which finds nothing there; remove it"));
        return rows;
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("damages")
    void aDamageIsFound(String where, RecordKind kind, String key, Consumer<ObjectNode> damage, String sentence)
            throws InvalidRecord {
        ObjectNode json = RecordCodec.toJson(SHIPPED.find(kind, key).orElseThrow());
        damage.accept(json);
        Library damaged = SHIPPED.overlay(Library.of(List.of(RecordCodec.read(kind, json))));
        assertThat(LibraryCheck.problemsOf(damaged)).anySatisfy(problem -> {
            assertThat(problem.record()).isEqualTo(where);
            assertThat(problem.sentence()).contains(sentence);
        });
    }

    private static Arguments damage(
            String where, RecordKind kind, String key, Consumer<ObjectNode> damage, String sentence) {
        return Arguments.of(where, kind, key, damage, sentence);
    }

    private static ObjectNode profile(ObjectNode set, String name) {
        for (JsonNode profile : set.get("profiles")) {
            if (profile.get("name").asText().equals(name)) {
                return (ObjectNode) profile;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private static ArrayNode list(String text) {
        return new ObjectMapper().createArrayNode().add(text);
    }

    private static ArrayNode numbers(int... numbers) {
        ArrayNode array = new ObjectMapper().createArrayNode();
        for (int number : numbers) {
            array.add(number);
        }
        return array;
    }
}
