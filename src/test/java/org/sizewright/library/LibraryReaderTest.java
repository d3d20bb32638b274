package org.sizewright.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.quantity.Bytes;

class LibraryReaderTest {
    private static final String GOOD = """
            {"key": "MINE", "title": "My notes", "where": "a drawer", "readOn": "2026-11-20"}""";

    private static LibraryRead read(String content) {
        return LibraryReader.read("mine.json", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String kind, String... records) {
        return "{\"format\": \"sizewright-library\", \"schema\": 1, \"kind\": \"" + kind
                + "\", \"asOf\": \"2026-11-21\", \"records\": [" + String.join(",", records) + "]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "{'title': 'x', 'where': ''} | \"key\" is missing",
                "{'key': '', 'title': 'x', 'where': ''} | \"key\" is empty",
                "{'key': 7, 'title': 'x', 'where': ''} | \"key\" is not a text",
                "{'key': 'A', 'title': 'x', 'where': '', 'colour': 'red'} | a field that this version does not know: \"colour\"",
                "42 | the record is not a JSON object"
            })
    void aBadRecordIsNamedAndTheOthersAreTaken(String bad, String sentence) {
        LibraryRead read = read(file("sources", bad.strip().replace('\'', '"'), GOOD));
        assertThat(read.library().source("MINE")).isPresent();
        assertThat(read.library().records()).hasSize(1);
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.where()).startsWith("mine.json, record 1");
            assertThat(problem.sentence()).contains(sentence.strip()).endsWith("the record was left out");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "[] | not a library file",
                "{'format': 'other'} | not a library file",
                "{'format': 'sizewright-library', 'schema': 2, 'kind': 'gpus', 'records': []} | a newer version of the application is needed",
                "{'format': 'sizewright-library', 'schema': 1, 'kind': 'cats', 'records': []} | \"cats\" is no kind of record",
                "{'format': 'sizewright-library', 'schema': 1, 'kind': 'gpus', 'records': 3} | \"records\" is not a list",
                "{'format': | this is not JSON (line 1",
                "{'format': 1, 'format': 2} | this is not JSON",
                "{} {} | this is not JSON"
            })
    void anUnusableFileIsASentence(String content, String sentence) {
        LibraryRead read = read(content.strip().replace('\'', '"'));
        assertThat(read.library().records()).isEmpty();
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains(sentence.strip()));
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(read("[".repeat(100_000)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("nested deeper than 200"));
    }

    @Test
    void aProfileThatLeavesItsGridIsRefused() {
        ObjectNode set = RecordCodec.toJson(LibraryReader.bundled()
                .library()
                .migProfileSet(MigSetId.of("a30"))
                .orElseThrow());
        ((ObjectNode) set.get("profiles").get(0)).put("size", 2);
        LibraryRead read = read(file("migProfiles", set.toString()));
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("leaves the grid of 4 memory slices"));
    }

    @Test
    void aFolderIsReadFileByFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.json"), file("sources", GOOD));
        Files.writeString(folder.resolve("b.json"), "nonsense");
        Files.writeString(folder.resolve("notes.txt"), "not read");
        LibraryRead read = LibraryReader.readFolder(folder);
        assertThat(read.library().source("MINE")).isPresent();
        assertThat(read.problems()).extracting(LibraryProblem::where).containsExactly("b.json");
    }

    @Test
    void theLaterOfTwoRecordsWithOneIdIsTakenAndSaid() {
        LibraryRead read = read(file("sources", GOOD, GOOD.replace("My notes", "My later notes")));
        assertThat(read.library().source("MINE").orElseThrow().title()).isEqualTo("My later notes");
        assertThat(read.problems()).hasSize(1);
    }

    @Test
    void anOverlayWinsAndLeavesTheRest() {
        Library bundled = LibraryReader.bundled().library();
        Gpu gpu = bundled.gpu(GpuId.of("l40s")).orElseThrow();
        JsonNode changed = RecordCodec.toJson(gpu).put("name", "Our L40S");
        Library both = bundled.overlay(read(file("gpus", changed.toString())).library());
        assertThat(both.gpu(GpuId.of("l40s")).orElseThrow().name()).isEqualTo("Our L40S");
        assertThat(both.gpus()).hasSameSizeAs(bundled.gpus());
        assertThat(both.gpus().indexOf(both.gpu(GpuId.of("l40s")).orElseThrow()))
                .isEqualTo(bundled.gpus().indexOf(gpu));
        assertThat(bundled.gpu(GpuId.of("l40s")).orElseThrow()).isEqualTo(gpu);
    }

    @Test
    void carriedRecordsComeBackWithTheirSources() {
        Library bundled = LibraryReader.bundled().library();
        Gpu gpu = bundled.gpu(GpuId.of("b300")).orElseThrow();
        ArrayNode carried = RecordCodec.carried(bundled, List.of(gpu, gpu));
        LibraryRead read = LibraryReader.readCarried(carried);
        assertThat(read.problems()).isEmpty();
        assertThat(read.library().gpu(gpu.id())).contains(gpu);
        assertThat(read.library().quote(gpu, gpu.tflops(MathFormat.FP4)))
                .isEqualTo(bundled.quote(gpu, gpu.tflops(MathFormat.FP4)));
    }

    @Test
    void aCarriedRecordThatWasEditedIsReported() {
        Library bundled = LibraryReader.bundled().library();
        Gpu gpu = bundled.gpu(GpuId.of("a2")).orElseThrow();
        ArrayNode carried = RecordCodec.carried(bundled, List.of(gpu));
        ((ObjectNode) carried.get(0).get("record")).put("memoryGb", 32);
        LibraryRead read = LibraryReader.readCarried(carried);
        assertThat(read.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("does not match its hash"));
        assertThat(read.library().gpu(gpu.id()).orElseThrow().memory().nominalGb())
                .isEqualTo(32);
    }

    /** Sizes keep every byte, whether or not they are round in the unit of the file. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_048_575, 85_029_615_534L, 85_899_345_920L, 9_007_199_254_740_991L})
    void sizesSurviveTheirUnits(long bytes) throws InvalidRecord {
        Bytes size = Bytes.of(bytes);
        assertThat(Fields.GIB.from(Written.gib(size), "size")).isEqualTo(size);
        assertThat(Fields.MIB.from(Written.mib(size), "size")).isEqualTo(size);
    }

    @Test
    void aSizeIsWrittenAsShortAsItWasTyped() {
        assertThat(Written.gib(Bytes.ofGib(79.19)).toString()).isEqualTo("79.19");
        assertThat(Written.gib(Bytes.ofGib(128)).toString()).isEqualTo("128");
    }

    @Test
    void aNegativeAmountIsRefused() {
        Library bundled = LibraryReader.bundled().library();
        Chassis chassis = bundled.chassis(ChassisId.of("dell-poweredge-xe7745")).orElseThrow();
        ObjectNode changed = RecordCodec.toJson(chassis);
        ((ObjectNode) changed.get("heightU")).put("value", -4);
        assertThat(read(file("chassis", changed.toString())).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).startsWith("\"heightU.value\" is less than zero"));
    }

    /** Whatever is put in the place of one value, the reader answers with a record or a sentence, never with an exception. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noDamageToOneValueBreaksTheReader(long seed) {
        Random random = new Random(seed);
        List<LibraryRecord> records = LibraryReader.bundled().library().records();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        List<JsonNode> odd = List.of(
                nodes.nullNode(),
                nodes.numberNode(-1),
                nodes.numberNode(1e300),
                nodes.numberNode(Long.MAX_VALUE),
                nodes.textNode(""),
                nodes.textNode("x"),
                nodes.booleanNode(true),
                nodes.arrayNode().add(nodes.nullNode()),
                nodes.objectNode().put("value", 0.5));
        for (int round = 0; round < 2000; round++) {
            LibraryRecord record = records.get(random.nextInt(records.size()));
            ObjectNode json = RecordCodec.toJson(record);
            ObjectNode place = json;
            List<String> names = List.copyOf(fieldNames(place));
            String field = names.get(random.nextInt(names.size()));
            while (place.get(field) instanceof ObjectNode deeper && !deeper.isEmpty() && random.nextBoolean()) {
                place = deeper;
                names = List.copyOf(fieldNames(place));
                field = names.get(random.nextInt(names.size()));
            }
            place.set(field, odd.get(random.nextInt(odd.size())));
            LibraryRead read = read(file(record.kind().word(), json.toString()));
            assertThat(read.library().records().size() + read.problems().size()).isEqualTo(1);
        }
    }

    private static List<String> fieldNames(ObjectNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    @Test
    void theOrderOfFieldsDoesNotChangeTheHash() throws InvalidRecord {
        LibraryRecord one = read(file("sources", GOOD)).library().source("MINE").orElseThrow();
        LibraryRecord other =
                read(file("sources", """
                        {"readOn": "2026-11-20", "where": "a drawer", "title": "My notes", "key": "MINE"}""")).library().source("MINE").orElseThrow();
        assertThat(RecordCodec.sha256Of(one))
                .isEqualTo(RecordCodec.sha256Of(other))
                .hasSize(64);
    }
}
