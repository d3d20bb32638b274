package org.sizewright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.library.Library;

class PlanFileTest {
    private static final CatalogStamp STAMP =
            new CatalogStamp("list of \"November\".xlsx", Optional.of(LocalDate.of(2026, 11, 1)), "ab12");

    @Test
    void whatIsWrittenReadsBackAsTheSamePlanAndTheSameBytes() {
        for (long seed = 0; seed < 300; seed++) {
            SavedPlan saved = saved(seed % 2 == 0 ? RandomPlans.wild(seed) : RandomPlans.plan(seed), seed % 3 == 0);

            byte[] file = PlanFile.write(saved);
            ReadPlan read = PlanFile.read(file);

            assertThat(read).as("seed %d", seed).isEqualTo(new ReadPlan.Read(saved, List.of()));
            assertThat(PlanFile.write(savedOf(read))).as("seed %d", seed).isEqualTo(file);
        }
    }

    @Test
    void aPlanWithoutAnyRecordsIsSavedAsWell() {
        SavedPlan bare =
                new SavedPlan(RandomPlans.wild(7), Optional.empty(), List.of(), Library.empty(), "Sizewright 0.1.0");

        assertThat(PlanFile.read(PlanFile.write(bare))).isEqualTo(new ReadPlan.Read(bare, List.of()));
    }

    @Test
    void theFileIsReadableAndSaysItsUnits() {
        String text = text(PlanFile.write(saved(GoldenPlan.plan(), true)));

        assertThat(text)
                .startsWith(
                        "{\n  \"format\": \"sizewright-plan\",\n  \"schema\": 4,\n  \"writtenBy\": \"Sizewright 0.1.0\",\n")
                .endsWith("}\n")
                .contains("\"usablePerFeedW\": 17300,", "\"count\": \"AUTO\"", "\"memoryGib\": 1024")
                .doesNotContain("\r");
    }

    @Test
    void theGoldenFileOfSchema1IsReadForEver() throws IOException {
        byte[] golden = golden();

        ReadPlan read = PlanFile.read(golden);

        assertThat(read).isEqualTo(new ReadPlan.Read(GoldenPlan.saved(), List.of()));
    }

    @Test
    void theGoldenFileOfSchema2IsReadForEver() throws IOException {
        assertThat(PlanFile.read(resource("schema-2.json")))
                .isEqualTo(new ReadPlan.Read(GoldenPlan.savedWithExistingHosts(), List.of()));
    }

    @Test
    void theGoldenFileOfSchema3IsReadForEver() throws IOException {
        assertThat(PlanFile.read(resource("schema-3.json")))
                .isEqualTo(new ReadPlan.Read(GoldenPlan.savedWithTerms(), List.of()));
    }

    @Test
    void acceptedFindingsOfOlderPlansAreRenamedWithTheirRules() throws IOException {
        ObjectNode file = (ObjectNode) new JsonMapper().readTree(resource("schema-3.json"));
        ArrayNode overrides = ((ObjectNode) file.get("plan")).putArray("overrides");
        for (String rule : List.of("HOST-006", "LLM-101", "HA-001", "EXIST-005", "SITE-003")) {
            overrides
                    .addObject()
                    .put("rule", rule)
                    .put("subject", "A")
                    .put("reason", "Agreed")
                    .put("by", "B");
        }

        assertThat(savedOf(PlanFile.read(bytes(file.toString()))).plan().overrides())
                .allSatisfy(override -> assertThat(override.reason()).isEqualTo("Agreed"))
                .extracting(RuleOverride::rule)
                .containsExactly("HOST-101", "LLM-001", "LLM-002", "HA-001", "PWR-003", "PWR-004");
    }

    @Test
    void aRuleOfThisSchemaKeepsItsName() {
        Plan plan = GoldenPlan.plan().withOverrides(List.of(new RuleOverride("HOST-006", "A", "Agreed", "B")));

        assertThat(savedOf(PlanFile.read(PlanFile.write(saved(plan, true))))
                        .plan()
                        .overrides())
                .extracting(RuleOverride::rule)
                .containsExactly("HOST-006");
    }

    /** With {@code -Dsizewright.samples=write} the file is written anew instead: only while its schema was never given away. */
    @Test
    void theGoldenFileOfSchema4IsReadForEver() throws IOException {
        byte[] written = PlanFile.write(GoldenPlan.savedWithSetup());
        if ("write".equals(System.getProperty("sizewright.samples"))) {
            java.nio.file.Files.write(
                    java.nio.file.Path.of("src/test/resources/org/sizewright/plan/schema-4.json"), written);
            return;
        }
        byte[] golden = resource("schema-4.json");

        ReadPlan read = PlanFile.read(golden);

        assertThat(read).isEqualTo(new ReadPlan.Read(GoldenPlan.savedWithSetup(), List.of()));
        assertThat(text(PlanFile.write(savedOf(read)))).isEqualTo(text(golden));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /plan/workloads/0/contextTokens | -5 | /plan/workloads/0/contextTokens must be a whole number from 1 to 100000000, not -5.
            /plan/workloads/0/contextTokens | 1.5 | /plan/workloads/0/contextTokens must be a whole number from 1 to 100000000, not 1.5.
            /plan/workloads/0/contextTokens | 99999999999999999999 | /plan/workloads/0/contextTokens must be a whole number from 1 to 100000000, not 99999999999999999999.
            /plan/workloads/0/contextTokens | null | /plan/workloads/0/contextTokens is missing.
            /plan/workloads/0/kind | "training" | /plan/workloads/0/kind must be one of llmServing, gpuVms, retrieval, fineTuning, not "training".
            /plan/workloads/0/id | "W 1" | /plan/workloads/0/id: an id is a small letter followed by small letters and digits, not "W 1".
            /plan/workloads/0/name | "" | /plan/workloads/0: a workload needs a name.
            /plan/workloads/0/model | [] | /plan/workloads/0/model must be a text, not a list.
            /plan/workloads/0/model | "" | /plan/workloads/0/model: "id" is empty.
            /plan/workloads/1/id | "w1" | /plan: two workloads have the id w1.
            /plan/workloads/1/sharing | "mig" | /plan/workloads/1/sharing must be one of TIME_SLICED, MIG, WHOLE, not "mig".
            /plan/workloads/0/settings/maxSequences | 0 | /plan/workloads/0/settings/maxSequences must be a whole number from 1 to 1000000, not 0.
            /plan/workloads/0/vm | 8 | /plan/workloads/0/vm must be an object, not 8.
            /plan/workloads | {} | /plan/workloads must be a list, not an object.
            /plan/header/referenceDate | "2026-02-30" | /plan/header/referenceDate must be a date such as "2026-11-21", not "2026-02-30".
            /plan/site/racks/0/usablePerFeedW | -1 | /plan/site/racks/0/usablePerFeedW must be a number, zero or more, not -1.
            /plan/site/racks/0/usablePerFeedW | 1e999 | /plan/site/racks/0/usablePerFeedW must be a number, zero or more, not "Infinity".
            /plan/site/racks/0/colling | 5000 | /plan/site/racks/0/colling is a field that this version does not know.
            /plan/x-note | 1 | /plan/x-note is a field that this version does not know.
            /plan/a~1b | 1 | /plan/a~1b is a field that this version does not know.
            /plan/live | "z" | /plan: the plan has no option "z" to show.
            /plan/options/0/clusters/0/groups/0/count | "auto" | /plan/options/0/clusters/0/groups/0/count must be "AUTO" or a whole number from 1 to 10000, not "auto".
            /plan/options/0/clusters/0/groups/0/count | 0 | /plan/options/0/clusters/0/groups/0/count must be "AUTO" or a whole number from 1 to 10000, not 0.
            /plan/options/0/clusters/0/groups/0/reservedMemoryGib | 4096 | /plan/options/0/clusters/0/groups/0: the reserved memory of Hosts in GiB must be 0 to 1024, not 4096.
            /plan/options/0/clusters/0/groups/0/server | "a b" | /plan/options/0/clusters/0/groups/0/server: not an entry id: "a b".
            /plan/options/0/assignments/0/profile | 5 | /plan/options/0/assignments/0/profile must be a text, not 5.
            /plan/options/0/clusters/0/groups/0/labels | "training" | /plan/options/0/clusters/0/groups/0/labels must be a list of labels, not "training".
            /plan/options/0/clusters/0/groups/0/labels | [" "] | /plan/options/0/clusters/0/groups/0: a label is a word, such as training.
            /plan/workloads/0/windows | [{"days":["MONDAY"],"from":"25:00","to":"08:00"}] | /plan/workloads/0/windows/0/from: a time is written as 08:30, from 00:00 to 24:00, not "25:00".
            /plan/workloads/0/windows | [{"days":["Monday"],"from":"08:00","to":"09:00"}] | /plan/workloads/0/windows/0/days must be a list of days such as "MONDAY", not a list.
            /plan/workloads/0/windows | [{"days":[],"from":"08:00","to":"09:00"}] | /plan/workloads/0/windows/0: a window needs at least one day of the week.
            /plan/workloads/0/windows | [{"days":["MONDAY"],"from":"08:00","to":"08:00"}] | /plan/workloads/0/windows/0: a window from 08:00 to 08:00 is empty; a whole day is 00:00 to 24:00.
            /catalog/asOf | "today" | /catalog/asOf must be a date such as "2026-11-21", not "today".
            /catalog/hash | "" | /catalog/hash is a field that this version does not know.
            /records/servers | {} | /records/servers must be a list, not an object.
            /records/chassis | [] | /records/chassis is a field that this version does not know.
            /catlog | {} | /catlog is a field that this version does not know.
            /plan | null | /plan is missing.
            /writtenBy | null | /writtenBy is missing.
            /schema | "1" | /schema must be a whole number, not "1".
            /schema | 7 | The plan was written by a newer version (schema 7, this version reads up to 4).
            /schema | 0 | The plan has schema 0, and this version reads from 1 to 4.
            /format | "sizewright-library" | The file is not a Sizewright plan: its "format" is not "sizewright-plan".
            """)
    void aBrokenFieldIsRefusedWithItsPlace(String pointer, String value, String sentence) throws IOException {
        ReadPlan read = PlanFile.read(changed(pointer, value));

        assertThat(read).isInstanceOfSatisfying(ReadPlan.Refused.class, refused -> {
            assertThat(refused.sentence()).isEqualTo(sentence);
            assertThat(refused.advice()).isNotBlank().endsWith(".");
        });
    }

    @Test
    void theModeOfEachGpuIsKept() throws IOException {
        ReadPlan read = PlanFile.read(changed("/plan/options/0/clusters/0/vgpuMode", "\"PER_GPU\""));

        assertThat(savedOf(read)
                        .plan()
                        .options()
                        .getFirst()
                        .clusters()
                        .getFirst()
                        .vgpuMode())
                .isEqualTo(Cluster.VgpuMode.PER_GPU);
        assertThat(PlanFile.read(PlanFile.write(savedOf(read)))).isEqualTo(read);
    }

    @Test
    void aMissingSchemaIsRefused() throws IOException {
        ObjectNode file = (ObjectNode) new JsonMapper().readTree(golden());
        file.remove("schema");

        assertThat(sentence(text(file))).isEqualTo("The file does not say its \"schema\".");
    }

    @Test
    void aNewerFileIsAnsweredWithTheUpdate() throws IOException {
        assertThat(PlanFile.read(changed("/schema", "7")))
                .isInstanceOfSatisfying(
                        ReadPlan.Refused.class,
                        refused -> assertThat(refused.advice()).startsWith("Update Sizewright"));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThat(sentence("")).isEqualTo("The file is empty.");
        assertThat(sentence("  \n ")).isEqualTo("The file is empty.");
        assertThat(sentence("PK\u0003\u0004"))
                .startsWith("The file is no JSON text, or only a part of one: see line 1,");
        assertThat(sentence("[]")).isEqualTo("The file is not a Sizewright plan: it holds no JSON object.");
        assertThat(sentence("null")).isEqualTo("The file is not a Sizewright plan: it holds no JSON object.");
        assertThat(sentence("{} {}")).startsWith("The file is no JSON text, or only a part of one");
        assertThat(sentence("{\"format\":\"sizewright-plan\",\"format\":\"sizewright-plan\"}"))
                .isEqualTo("The file says the same field twice: see line 1, column 37.");
        assertThat(sentence(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}))
                .startsWith("The file is no");
        assertThat(sentence(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF, 0x7F, 0x7F, 0x7F, 0x7F}))
                .startsWith("The file is no");
    }

    @Test
    void aTruncatedFileIsRefusedWhereverItEnds() throws IOException {
        byte[] golden = golden();
        for (int length = 0; length < golden.length - 2; length += 13) {
            assertThat(PlanFile.read(Arrays.copyOf(golden, length))).isInstanceOf(ReadPlan.Refused.class);
        }
    }

    @Test
    void damageNeverThrows() throws IOException {
        Random random = new Random(42);
        byte[] golden = golden();
        for (int round = 0; round < 3000; round++) {
            byte[] damaged = golden.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(PlanFile.read(damaged)).isNotNull();
        }
    }

    @Test
    void oddValuesInAnyPlaceNeverThrow() throws IOException {
        Random random = new Random(7);
        JsonMapper mapper = new JsonMapper();
        JsonNode whole = mapper.readTree(PlanFile.write(saved(RandomPlans.plan(3), true)));
        List<JsonNode> odd = List.of(
                mapper.readTree("null"),
                mapper.readTree("-1"),
                mapper.readTree("1e300"),
                mapper.readTree("123456789012345678901234567890"),
                mapper.readTree("\"\""),
                mapper.readTree("\"odd\""),
                mapper.readTree("true"),
                mapper.readTree("[]"),
                mapper.readTree("[[1]]"),
                mapper.readTree("{}"));
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            JsonNode file = whole.deepCopy();
            List<JsonNode> parents = new ArrayList<>(file.findParents("id"));
            parents.addAll(file.findParents("sources"));
            parents.addAll(file.findParents("name"));
            parents.addAll(file.findParents("value"));
            ObjectNode parent = (ObjectNode) parents.get(random.nextInt(parents.size()));
            List<String> names = new ArrayList<>();
            parent.fieldNames().forEachRemaining(names::add);
            parent.set(names.get(random.nextInt(names.size())), odd.get(random.nextInt(odd.size())));

            switch (PlanFile.read(bytes(file.toString()))) {
                case ReadPlan.Read read ->
                    assertThat(PlanFile.write(read.saved())).isNotEmpty();
                case ReadPlan.Refused refusal -> {
                    refused++;
                    assertThat(refusal.sentence())
                            .matches("/(plan|catalog)/.*\\.")
                            .doesNotContain("\n");
                }
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void deepAndLargeInputIsRefused() {
        assertThat(sentence("{\"x\":".repeat(250) + "1" + "}".repeat(250)))
                .startsWith("The file is nested deeper than 200 levels");
        assertThat(sentence("[".repeat(1_000_000))).startsWith("The file is nested deeper than 200 levels");
        assertThat(sentence(new byte[50_000_001])).startsWith("The file is larger than 50 MB");
        assertThat(sentence("{\"format\":\"sizewright-plan\",\"schema\":1,\"" + "y".repeat(1_000_000) + "\":1}"))
                .hasSizeLessThan(200);
        assertThat(sentence("{\"format\":\"sizewright-plan\",\"schema\":\"" + "y".repeat(1_000_000) + "\"}"))
                .hasSizeLessThan(200);
    }

    @Test
    void marksOfOtherProgramsArePassedOver() throws IOException {
        ReadPlan read = PlanFile.read(changed("/x-viewer", "{\"zoom\": 2}"));

        assertThat(read)
                .isEqualTo(new ReadPlan.Read(
                        GoldenPlan.saved(),
                        List.of("The field x-viewer is not Sizewright's own; it is lost when the plan is saved.")));
    }

    @Test
    void aBrokenCarriedRecordIsLeftOutWithARemark() throws IOException {
        assertThat(PlanFile.read(changed("/records/library/0/record/memoryGb", "-3")))
                .isInstanceOfSatisfying(ReadPlan.Read.class, read -> {
                    assertThat(read.remarks()).singleElement().asString().contains("records, entry 1");
                    assertThat(read.saved().records().gpus()).isEmpty();
                    assertThat(read.saved().plan()).isEqualTo(GoldenPlan.plan());
                });
        assertThat(PlanFile.read(changed("/records/library/0/record/tdpW/value", "1")))
                .isInstanceOfSatisfying(
                        ReadPlan.Read.class,
                        read -> assertThat(read.remarks())
                                .singleElement()
                                .asString()
                                .contains("does not match its hash"));
        assertThat(PlanFile.read(changed("/records/servers/0/vendor", "7")))
                .isInstanceOfSatisfying(ReadPlan.Read.class, read -> {
                    assertThat(read.remarks()).singleElement().asString().startsWith("/records/servers/0 is no server");
                    assertThat(read.saved().servers()).isEmpty();
                });
        assertThat(PlanFile.read(changed("/records/servers/0/price", "7")))
                .isInstanceOfSatisfying(
                        ReadPlan.Read.class,
                        read -> assertThat(read.remarks())
                                .singleElement()
                                .asString()
                                .contains("says more than this version knows"));
    }

    @Test
    void olderSchemasAreBroughtUpStepByStep() throws IOException {
        // schema 0 of this test called the title "name", and schema -1 kept the plan in "content"
        ObjectNode old = (ObjectNode) new JsonMapper().readTree(golden());
        ObjectNode header = (ObjectNode) old.at("/plan/header");
        header.set("name", header.remove("title"));
        old.put("schema", -1);
        old.set("content", old.remove("plan"));
        Migrations migrations = Migrations.of(
                3,
                List.of(
                        file -> {
                            file.set("plan", file.remove("content"));
                            return file;
                        },
                        file -> {
                            assertThat(file.path("schema").asInt()).isZero();
                            ObjectNode renamed = (ObjectNode) file.at("/plan/header");
                            renamed.set("title", renamed.remove("name"));
                            return file;
                        },
                        Migrations::withExistingHosts,
                        Migrations::withParallelism));

        ReadPlan read = PlanFile.read(bytes(text(old)), migrations);

        assertThat(read).isEqualTo(new ReadPlan.Read(GoldenPlan.saved(), List.of()));
        assertThat(PlanFile.read(bytes(text(old)))).isInstanceOf(ReadPlan.Refused.class);
    }

    @Test
    void aStepThatCannotGoOnIsARefusal() throws IOException {
        UnaryOperator<ObjectNode> step = file -> {
            throw new IllegalArgumentException("the plan has no racks");
        };

        ReadPlan read = PlanFile.read(changed("/schema", "0"), Migrations.of(1, List.of(step)));

        assertThat(read)
                .isInstanceOfSatisfying(
                        ReadPlan.Refused.class,
                        refused -> assertThat(refused.sentence())
                                .isEqualTo("The plan could not be brought from schema 0 to 1: the plan has no racks."));
    }

    private static SavedPlan saved(Plan plan, boolean stamped) {
        References references = RandomPlans.references();
        PlanRecords carried = PlanRecords.carriedBy(Resolver.resolve(plan, references), references::server);
        return SavedPlan.of(plan, stamped ? Optional.of(STAMP) : Optional.empty(), carried, "Sizewright 0.1.0");
    }

    private static SavedPlan savedOf(ReadPlan read) {
        return switch (read) {
            case ReadPlan.Read opened -> opened.saved();
            case ReadPlan.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }

    private static String sentence(String file) {
        return sentence(bytes(file));
    }

    private static String sentence(byte[] file) {
        return switch (PlanFile.read(file)) {
            case ReadPlan.Read opened -> throw new AssertionError("was read");
            case ReadPlan.Refused refused -> refused.sentence();
        };
    }

    /** The golden file with one value put in place of another. */
    private static byte[] changed(String pointer, String value) throws IOException {
        JsonMapper mapper = new JsonMapper();
        ObjectNode file = (ObjectNode) mapper.readTree(golden());
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) file.at(pointer.substring(0, slash));
        parent.put(pointer.substring(slash + 1).replace("~1", "/"), "HERE");
        return bytes(text(file).replace("\"HERE\"", value));
    }

    private static byte[] golden() throws IOException {
        return resource("schema-1.json");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PlanFileTest.class.getResourceAsStream(name)) {
            assertThat(in).isNotNull();
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    private static String text(ObjectNode node) {
        return node.toString();
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
