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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.RecordCodec;
import org.sizewright.plan.FileOperations;
import org.sizewright.session.Recovery;
import org.sizewright.session.Storage;
import org.sizewright.session.UserLibrary;

class CommandsTest {
    private static final Path PLAN = Path.of("assets/samples/plans/sample-plan.json");
    private static final Library SHIPPED = LibraryReader.bundled().library();
    private static final Storage STORAGE = new Storage(
            SHIPPED,
            CatalogRulesReader.readShipped(),
            new Recovery(Path.of("target/no-recovery")),
            FileOperations.ofSystem(),
            "Sizewright test");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> windowCalls = new ArrayList<>();

    private int run(String... args) {
        WindowFace window = new WindowFace() {
            @Override
            public void open(List<Path> files) {
                windowCalls.add("open " + files);
            }

            @Override
            public void screens(Path target, Consumer<Path> written) {
                windowCalls.add("screens " + target);
            }
        };
        return Commands.run(
                args, window, Environment.of(() -> STORAGE), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    /** As the program puts it together, with an empty folder of the user. */
    private int runWithLibraries(String... args) {
        return Commands.run(
                args,
                new WindowFace() {
                    @Override
                    public void open(List<Path> files) {}

                    @Override
                    public void screens(Path target, Consumer<Path> written) {}
                },
                new Environment(choice -> new Storage(
                        switch (choice) {
                            case LibraryChoice.Usual usual -> UserLibrary.of(SHIPPED, folder.resolve("mine"));
                            case LibraryChoice.Folder other -> UserLibrary.of(SHIPPED, other.folder());
                            case LibraryChoice.ShippedOnly shipped -> UserLibrary.none(SHIPPED);
                        },
                        CatalogRulesReader.readShipped(),
                        new Recovery(Path.of("target/no-recovery")),
                        FileOperations.ofSystem(),
                        "Sizewright test")),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private Path ownLibrary(String file, String record) throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(
                own.resolve(file),
                "{\"format\": \"sizewright-library\", \"schema\": 1, \"kind\": \"gpus\", \"records\": [\n" + record
                        + "]}");
        return own;
    }

    @Test
    void theShippedLibraryHasNoFaults() {
        assertThat(runWithLibraries("library", "check")).isZero();
        assertThat(out.toString()).contains("no faults.");
    }

    @Test
    void aFaultyOwnLibraryIsOneAndNamesFileAndLine() throws IOException {
        Path own = ownLibrary("mine.json", "{\"id\": \"x\"}");
        assertThat(runWithLibraries("library", "check", own.toString())).isOne();
        assertThat(out.toString())
                .contains("mine.json, line 2, record 1 (x): \"name\" is missing")
                .contains("1 fault.");
        assertThat(runWithLibraries("library", "check", "--no-user-library", own.toString()))
                .isEqualTo(2);
        assertThat(runWithLibraries("library", "check", own.resolve("none").toString()))
                .isEqualTo(2);
    }

    @Test
    void ownRecordsCountInSizeAndAreSaid() throws IOException {
        Gpu l40s = SHIPPED.gpu(GpuId.of("l40s")).orElseThrow();
        String corrected = RecordCodec.toJson(l40s)
                .put("id", "own-gpu")
                .put("name", "Own GPU")
                .toString();
        Path own = ownLibrary("mine.json", corrected);
        String[] size = {
            "size",
            "--model",
            "Llama-2-13B",
            "--precision",
            "bf16",
            "--context",
            "4096",
            "--concurrency",
            "1",
            "--tp",
            "2",
            "--gpu",
            "own-gpu"
        };
        assertThat(runWithLibraries(size)).isEqualTo(2);
        List<String> with = new ArrayList<>(List.of(size));
        with.addAll(List.of("--library", own.toString()));
        assertThat(runWithLibraries(with.toArray(String[]::new))).isNotEqualTo(2);
        assertThat(err.toString()).contains("Own library records in use: gpus own-gpu.");
        with.add("--no-user-library");
        assertThat(runWithLibraries(with.toArray(String[]::new))).isEqualTo(2);
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(file));
    }

    @Test
    void withoutArgumentsTheWindowOpens() {
        assertThat(run()).isZero();
        assertThat(windowCalls).containsExactly("open []");
    }

    @ParameterizedTest
    @CsvSource({
        "--help",
        "catalog --help",
        "catalog import --help",
        "size --help",
        "build --help",
        "check --help",
        "screens --help",
        "sample --help",
        "library --help",
        "library check --help",
        "open --help"
    })
    void everyCommandHasHelp(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).contains("Usage:");
    }

    @ParameterizedTest
    @CsvSource({
        "frobnicate",
        "build",
        "size --model x",
        "size --model Llama-2-13B --precision bf16",
        "size --model Llama-2-13B --context 4096 --concurrency 8",
        "size --model Llama-2-13B --precision bf16 --context many --concurrency 8",
        "catalog",
        "check",
        "library"
    })
    void wrongUsageIsTwoAndGoesToStandardError(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void catalogImportAccountsForEveryRow() throws IOException {
        Path json = folder.resolve("catalog.json");
        assertThat(run(
                        "catalog",
                        "import",
                        "assets/samples/catalogs/sample-catalog-2026-layout.xlsx",
                        "--json",
                        json.toString()))
                .isZero();
        assertThat(out.toString()).contains("entries.");
        JsonNode report = json(json);
        assertThat(report.path("entries")).hasSizeGreaterThan(80);
        assertThat(report.path("entries").get(0).path("validation").asText())
                .isIn("CERTIFIED", "NGC_READY", "QUALIFIED", "UNKNOWN");
    }

    @Test
    void sizeOfLlama2IsTheOneOfTheArticle() throws IOException {
        Path json = folder.resolve("size.json");
        assertThat(run(
                        "size",
                        "--model",
                        "Llama-2-13B",
                        "--precision",
                        "bf16",
                        "--context",
                        "4096",
                        "--concurrency",
                        "8",
                        "--json",
                        json.toString()))
                .isZero();
        assertThat(out.toString()).contains("24.24 GiB = 26.03 GB");
        for (JsonNode figure : json(json).path("figures")) {
            if (figure.path("id").asText().equals("kv_per_token")) {
                assertThat(figure.path("value").asDouble()).isEqualTo(819_200);
                assertThat(figure.path("formula").asText()).contains("KV cache per token and GPU of a stage");
                return;
            }
        }
        throw new AssertionError("kv_per_token is missing");
    }

    @Test
    void sizeReadsAConfiguration() throws IOException {
        Path config = Files.createDirectories(folder.resolve("my-model")).resolve("config.json");
        Files.writeString(config, """
                {"architectures":["LlamaForCausalLM"],"hidden_size":5120,"intermediate_size":13824,"max_position_embeddings":4096,
                "model_type":"llama","num_attention_heads":40,"num_hidden_layers":40,"num_key_value_heads":40,
                "tie_word_embeddings":false,"vocab_size":32000}""");
        assertThat(run(
                        "size",
                        "--model",
                        config.toString(),
                        "--precision",
                        "bf16",
                        "--context",
                        "4096",
                        "--concurrency",
                        "8"))
                .isZero();
        assertThat(out.toString()).contains("13,015,864,320");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-such-model|bf16|h100-sxm-80|The library has no model \"no-such-model\"",
                "Llama-2-13B|bf17|h100-sxm-80|The library has no number format \"bf17\"",
                "Llama-2-13B|bf16|H100|\"H100\" may be",
                "Llama-3|bf16|h100-sxm-80|\"Llama-3\" may be",
            })
    void namesThatLeadNowhereAreSaidInASentence(String model, String precision, String gpu, String sentence) {
        assertThat(run(
                        "size",
                        "--model",
                        model,
                        "--precision",
                        precision,
                        "--gpu",
                        gpu,
                        "--context",
                        "4096",
                        "--concurrency",
                        "8"))
                .isEqualTo(2);
        assertThat(err.toString()).contains(sentence).hasLineCount(1);
    }

    @Test
    void modelThatDoesNotFitIsAFinding() {
        assertThat(run(
                        "size",
                        "--model",
                        "Llama-3.3-70B-Instruct",
                        "--precision",
                        "bf16",
                        "--context",
                        "4096",
                        "--concurrency",
                        "8"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("does not fit");
    }

    @Test
    void checkOfTheSampleIsFineAndSaysSoAsJson() throws IOException {
        Path json = folder.resolve("check.json");
        assertThat(run("check", PLAN.toString(), "--json", json.toString())).isZero();
        JsonNode report = json(json);
        assertThat(report.path("headline")).hasSize(8);
        assertThat(report.path("findings")).isNotEmpty();
    }

    @Test
    void checkSaysWhetherEverythingFitsOnTheHostsThatAreThere() throws IOException {
        Path json = folder.resolve("check.json");
        run("check", Path.of("assets/samples/plans/sample-existing-hosts.json").toString(), "--json", json.toString());
        assertThat(out.toString())
                .contains("AI-Pilot, hosts that are there: The 18 machines do not fit on the 3 hosts");
        assertThat(json(json).path("existing")).singleElement().satisfies(fit -> {
            assertThat(fit.path("hosts").asInt()).isEqualTo(3);
            assertThat(fit.path("fitsInPlace").isBoolean()).isTrue();
            assertThat(fit.path("fitsAfterRepack").asBoolean()).isFalse();
            assertThat(fit.path("moreHosts").get(0).path("proven").asBoolean()).isTrue();
        });
        run("check", PLAN.toString(), "--json", json.toString());
        assertThat(json(json).path("existing")).as("no host is there").isEmpty();
    }

    @Test
    void stepsOfTheSampleArePrintedAndWrittenAsJson() throws IOException {
        Path json = folder.resolve("steps.json");
        assertThat(run("steps", PLAN.toString(), "--phase", "bios", "--json", json.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("Hosts and BIOS", "[ ] xe9680: Switch on Intel VT-d.")
                .doesNotContain("Acceptance");
        assertThat(json(json).path("steps")).isNotEmpty().allSatisfy(step -> {
            assertThat(step.path("phase").asText()).isEqualTo("bios");
            assertThat(step.path("sources")).isNotEmpty();
        });
    }

    @Test
    void unknownIdIsAnErrorAndWritesNoWorkbook() throws IOException {
        Path plan = folder.resolve("plan.json");
        Files.writeString(
                plan,
                Files.readString(PLAN)
                        .replace("\"engine\" : \"vllm-0.19\"", "\"engine\" : \"vllm-9\"")
                        .replace("\"engine\": \"vllm-0.19\"", "\"engine\": \"vllm-9\""));
        Path workbook = folder.resolve("out.xlsx");
        assertThat(run("build", plan.toString(), "-o", workbook.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("vllm-9");
        assertThat(workbook).doesNotExist();
        assertThat(run("check", plan.toString())).isEqualTo(1);
    }

    @Test
    void buildAlsoWritesTheHandOver() {
        Path handOver = folder.resolve("hand-over");
        String workbook = folder.resolve("sheet.xlsx").toString();
        assertThat(run("build", PLAN.toString(), "-o", workbook, "--hand-over", handOver.toString()))
                .isLessThan(2);
        assertThat(out.toString()).contains("hand-over files to hand-over.");
        assertThat(handOver.resolve("plan-summary.json")).exists();
        assertThat(handOver.resolve("README.md")).exists();
    }

    @Test
    void unreadableFilesAreRefusedInOneSentence() throws IOException {
        Path broken = folder.resolve("broken.xlsx");
        Files.write(broken, new byte[] {1, 2, 3, 4});
        assertThat(run("catalog", "import", broken.toString())).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1);
        Path plan = folder.resolve("newer.json");
        Files.writeString(plan, "{\"format\":\"sizewright-plan\",\"schema\":7,\"plan\":{}}");
        assertThat(run("check", plan.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("schema 7").hasLineCount(2);
        assertThat(run("check", folder.resolve("missing.json").toString())).isEqualTo(2);
    }

    @Test
    void targetThatIsAFolderIsRefusedAndNothingIsWritten() throws IOException {
        Path target = Files.createDirectories(folder.resolve("folder.xlsx"));
        assertThat(run("build", PLAN.toString(), "-o", target.toString())).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1);
        try (var files = Files.list(target)) {
            assertThat(files).isEmpty();
        }
    }

    /**
     * The workbook is alive: another context typed into its Assumptions gives what building the changed plan gives. What was
     * searched says "stale" instead.
     */
    @Test
    void contextChangedInTheWorkbookGivesWhatTheChangedPlanGives() throws IOException {
        Path before = folder.resolve("before.xlsx");
        Path after = folder.resolve("after.xlsx");
        Path changedPlan = folder.resolve("changed.json");
        String text = Files.readString(PLAN);
        String changed = text.replaceAll("\"contextTokens\"\\s*:\\s*8192", "\"contextTokens\": 16384");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(changedPlan, changed);
        run("build", PLAN.toString(), "-o", before.toString());
        run("build", changedPlan.toString(), "-o", after.toString());
        Map<String, String> expected = named(after, false, folder);
        Map<String, String> recalculated = named(before, true, folder);
        int stale = 0;
        int equal = 0;
        for (Map.Entry<String, String> entry : expected.entrySet()) {
            String actual = recalculated.get(entry.getKey());
            if (actual == null) {
                continue;
            }
            if (actual.equals("stale") || entry.getKey().endsWith("_current")) {
                stale++;
            } else {
                assertThat(actual).as(entry.getKey()).isEqualTo(entry.getValue());
                equal++;
            }
        }
        assertThat(equal).isGreaterThan(150);
        assertThat(stale).isBetween(3, 40);
        assertThat(recalculated).containsEntry("out_hosts", "4.0");
    }

    /** Values of all named single cells, rounded to nine digits; on request after the context was changed and all recalculated. */
    private static Map<String, String> named(Path file, boolean change, Path folder) throws IOException {
        Map<String, String> values = new TreeMap<>();
        Path copy = Files.copy(file, folder.resolve("copy-of-" + file.getFileName()));
        try (Workbook workbook = WorkbookFactory.create(copy.toFile())) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            if (change) {
                cell(workbook, "in_context_w1").setCellValue(16_384);
                evaluator.clearAllCachedResultValues();
                for (Sheet sheet : workbook) {
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            if (cell.getCellType() == CellType.FORMULA) {
                                evaluator.evaluateFormulaCell(cell);
                            }
                        }
                    }
                }
            }
            workbook.getAllNames().forEach(name -> {
                String reference = name.getRefersToFormula();
                if (name.getNameName().matches("(calc|out)_.*") && !reference.contains(":")) {
                    Cell cell = cell(workbook, name.getNameName());
                    CellType type = cell.getCellType() == CellType.FORMULA
                            ? cell.getCachedFormulaResultType()
                            : cell.getCellType();
                    values.put(
                            name.getNameName(),
                            type == CellType.NUMERIC
                                    ? String.valueOf(new java.math.BigDecimal(cell.getNumericCellValue())
                                            .round(new java.math.MathContext(9))
                                            .doubleValue())
                                    : cell.getStringCellValue());
                }
            });
        }
        return values;
    }

    private static Cell cell(Workbook workbook, String name) {
        CellReference reference = new CellReference(workbook.getName(name).getRefersToFormula());
        return workbook.getSheet(reference.getSheetName())
                .getRow(reference.getRow())
                .getCell(reference.getCol());
    }
}
