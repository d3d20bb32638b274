package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.accuracy.AccuracyReport;
import org.sizewright.accuracy.BandKinds;
import org.sizewright.accuracy.ErrorRow;
import org.sizewright.accuracy.Estimate;
import org.sizewright.accuracy.MeasuredCase;
import org.sizewright.accuracy.Predictions;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.library.AccuracyBand;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.plan.FileOperations;
import org.sizewright.session.Recovery;
import org.sizewright.session.Storage;

/** The estimates against public measurements; a median that gets worse is a fault. */
class AccuracyTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/sizewright/accuracy");
    private static final Path BASELINE = FOLDER.resolve("baseline.csv");
    private static final Library LIBRARY = LibraryReader.bundled().library();

    /** What a command said and how it ended. */
    private record CommandRun(int code, String out, String err) {
        static CommandRun of(String... args) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            WindowFace window = new WindowFace() {
                @Override
                public void open(List<Path> files) {}

                @Override
                public void screens(Path target, Consumer<Path> written) {}
            };
            Storage storage = new Storage(
                    LIBRARY,
                    CatalogRulesReader.readShipped(),
                    new Recovery(Path.of("target/no-recovery")),
                    FileOperations.ofSystem(),
                    "Sizewright test");
            int code = Commands.run(
                    args,
                    window,
                    Environment.of(() -> storage),
                    new PrintWriter(out, true),
                    new PrintWriter(err, true));
            return new CommandRun(code, out.toString(), err.toString());
        }
    }

    private static AccuracyReport report(String file) throws JsonList.Unreadable {
        return AccuracyReport.of(CaseFile.read(FOLDER.resolve(file)), new Predictions(LIBRARY));
    }

    private static List<ErrorRow> errors() throws JsonList.Unreadable {
        List<ErrorRow> rows = new ArrayList<>(report("memory-cases.json").errors());
        rows.addAll(report("speed-cases.json").errors());
        return rows;
    }

    /** With {@code -Dsizewright.samples=write} the table is written anew instead. */
    @Test
    void noMedianGetsWorse() throws JsonList.Unreadable, IOException {
        List<ErrorRow> now = errors();
        if ("write".equals(System.getProperty("sizewright.samples"))) {
            List<String> lines = new ArrayList<>(List.of("kind,figure,cases,missing,median,p90"));
            now.forEach(row -> lines.add("%s,%s,%d,%d,%.6f,%.6f"
                    .formatted(row.kind(), row.metric(), row.cases(), row.missing(), row.median(), row.p90())));
            Files.write(BASELINE, lines, StandardCharsets.UTF_8);
            return;
        }
        List<String> baseline = Files.readAllLines(BASELINE, StandardCharsets.UTF_8);
        assertThat(now).hasSize(baseline.size() - 1);
        for (int i = 0; i < now.size(); i++) {
            ErrorRow row = now.get(i);
            String[] before = baseline.get(i + 1).split(",", -1);
            assertThat(List.of(row.kind(), row.metric())).isEqualTo(List.of(before[0], before[1]));
            assertThat(row.cases()).as(row.metric() + " cases").isGreaterThanOrEqualTo(Integer.parseInt(before[2]));
            assertThat(row.median())
                    .as("median of %s, %s", row.kind(), row.metric())
                    .isLessThanOrEqualTo(Double.parseDouble(before[4]) + 1e-6);
        }
    }

    /** What the estimates are asked to meet: median and p90 of the relative error. */
    @Test
    void whatIsAskedIsMet() throws JsonList.Unreadable {
        Map<String, double[]> asked = Map.of(
                "vllm_profile/weights_gib", new double[] {0.001, 0.01},
                "vllm_profile/kv_tokens", new double[] {0.0002, 0.001},
                "vllm_profile/gpu_blocks", new double[] {0.0002, 0.001},
                "vllm_profile/activation_peak_gib", new double[] {0.02, 0.10},
                "vllm_profile/kv_available_gib", new double[] {0.002, 0.02},
                "hf_generate/peak_allocated_gib", new double[] {0.01, 0.04},
                "finetune/trainable_params", new double[] {0, 0.001},
                "checkpoint_size/total_size_bytes", new double[] {0, 0.001},
                "gguf_size/bits_per_weight", new double[] {0.001, 0.01},
                "max_load_throughput/output_tokens_per_s_total", new double[] {0.15, 0.60});
        int met = 0;
        for (ErrorRow row : errors()) {
            double[] limits = asked.get(row.kind() + "/" + row.metric());
            if (limits != null) {
                assertThat(row.median()).as(row.metric() + " median").isLessThanOrEqualTo(limits[0]);
                assertThat(row.p90()).as(row.metric() + " p90").isLessThanOrEqualTo(limits[1]);
                met++;
            }
        }
        assertThat(met).isEqualTo(asked.size());
    }

    @Test
    void bandsHoldNineOfTenCases() throws JsonList.Unreadable {
        for (ErrorRow row : errors()) {
            if (row.cases() >= 10
                    && !row.metric().equals("non_torch_gib")
                    && !row.metric().equals("max_concurrency")) {
                assertThat(row.inside()).as(row.kind() + " " + row.metric()).isGreaterThanOrEqualTo(0.9);
            }
        }
    }

    @Test
    void theBandsOfTheLibraryAreThoseOfTheCases() throws JsonList.Unreadable {
        for (AccuracyBand band : BandKinds.of(report("memory-cases.json"))) {
            assertThat(LIBRARY.accuracyBand(band.id())).contains(band);
        }
    }

    @Test
    void aFigureThatNobodyMeasuredIsPredictedAndNotScored() throws JsonList.Unreadable {
        MeasuredCase first = CaseFile.read(FOLDER.resolve("memory-cases.json")).getFirst();
        MeasuredCase open = new MeasuredCase(
                first.id(),
                first.kind(),
                first.model(),
                first.engine(),
                first.inputs(),
                Map.of("weights_gib", Optional.empty()));
        AccuracyReport report = AccuracyReport.of(List.of(open), new Predictions(LIBRARY));
        assertThat(report.errors()).isEmpty();
        assertThat(report.lines().getFirst().estimate()).isInstanceOf(Estimate.Known.class);
    }

    @Test
    void whatCannotBePredictedSaysWhy() throws JsonList.Unreadable {
        MeasuredCase first = CaseFile.read(FOLDER.resolve("memory-cases.json")).getFirst();
        MeasuredCase foreign =
                new MeasuredCase("X1", first.kind(), "nobody/nothing", "", first.inputs(), first.measured());
        AccuracyReport report = AccuracyReport.of(List.of(foreign), new Predictions(LIBRARY));
        assertThat(report.lines())
                .allSatisfy(line -> assertThat(line.estimate())
                        .isInstanceOfSatisfying(
                                Estimate.NotPredicted.class,
                                none -> assertThat(none.reason()).contains("nobody/nothing")));
    }

    @Test
    void theCommandWritesEveryPrediction(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("predictions.json");
        CommandRun run =
                CommandRun.of("accuracy", FOLDER.resolve("memory-cases.json").toString(), "--out", out.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("activation_peak_gib", "median");
        JsonNode list = JsonMapper.builder().build().readTree(out.toFile());
        assertThat(list.size()).isGreaterThan(300);
        for (JsonNode line : list) {
            assertThat(line.has("id")).isTrue();
            assertThat(line.path("predicted").isNumber() || line.path("reason").isTextual())
                    .isTrue();
        }
    }

    @Test
    void aFileThatIsNoListOfCasesIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("cases.json");
        Files.writeString(file, "{\"a\":".repeat(5000));
        CommandRun run = CommandRun.of("accuracy", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().toLowerCase(Locale.ROOT)).contains("not json");
    }
}
