package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.catalog.GpuName.Confidence;

final class GpuNamesTest {
    private static final GpuNames NAMES = CatalogRulesReader.readShipped().gpus();

    record Case(CSVRecord row) {
        @Override
        public String toString() {
            return row.getRecordNumber() + ": " + row.get("raw") + " [" + row.get("form_factor_column") + "]";
        }

        Optional<String> text(String column) {
            return Optional.of(row.get(column)).filter(text -> !text.isEmpty());
        }

        OptionalInt number(String column) {
            return text(column).map(t -> OptionalInt.of(Integer.parseInt(t))).orElseGet(OptionalInt::empty);
        }
    }

    static List<Case> cases() throws IOException {
        return cases("/catalog/gpu-name-cases.csv");
    }

    private static List<Case> cases(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(GpuNamesTest.class.getResourceAsStream(resource))) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .stream()
                    .map(Case::new)
                    .toList();
        }
    }

    @Test
    void readsEveryCaseOfTheTable() throws IOException {
        assertThat(cases()).hasSize(97);
    }

    /** Every spelling of gpu-name-cases.csv, whose rows name their sources. */
    @ParameterizedTest
    @MethodSource("cases")
    void readsSpelling(Case expected) {
        GpuCell cell = GpuCell.read(expected.row().get("raw"), expected.text("form_factor_column"), NAMES);
        Optional<String> canonical = expected.text("canonical");
        GpuCell.Mention mention = cell.gpus().stream()
                .filter(m -> m.gpu().canonical().equals(canonical))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not among " + cell));
        GpuName gpu = mention.gpu();
        String form = expected.row().get("form");
        assertThat(gpu.connector()).isEqualTo(Optional.of(form).filter(f -> !f.isEmpty() && !f.equals("?")));
        assertThat(gpu.memoryGb()).isEqualTo(expected.number("memory_gb"));
        assertThat(mention.text().count().value()).isEqualTo(expected.number("count"));
        assertThat(gpu.confidence())
                .isEqualTo(
                        switch (expected.row().get("confidence")) {
                            case "exact" -> Confidence.EXACT;
                            case "by form-factor column" -> Confidence.BY_FORM_COLUMN;
                            case "ambiguous" -> Confidence.AMBIGUOUS;
                            default -> Confidence.UNKNOWN;
                        });
        String flags = expected.row().get("flags");
        assertThat(gpu.flags().contains(GpuFlag.POWER_VARIANT)).isEqualTo(flags.contains("power-limited"));
        assertThat(gpu.flags().contains(GpuFlag.COOLING_VARIANT)).isEqualTo(flags.contains("cooling"));
        assertThat(gpu.flags().contains(GpuFlag.MIG_NAMED)).isEqualTo(flags.contains("MIG"));
        assertThat(gpu.flags().contains(GpuFlag.EMBEDDED)).isEqualTo(flags.contains("embedded"));
        assertThat(gpu.flags().contains(GpuFlag.CONSUMER)).isEqualTo(flags.contains("consumer"));
        assertThat(gpu.flags().contains(GpuFlag.CONVERGED)).isEqualTo(flags.contains("converged"));
        assertThat(gpu.flags().contains(GpuFlag.BOARD_OF_SEVERAL)).isEqualTo(flags.contains("board"));
        assertThat(gpu.flags().contains(GpuFlag.FORM_INFERRED)).isEqualTo(flags.contains("HBM3 implies"));
        assertThat(gpu.flags().contains(GpuFlag.SEVERAL_NODE_TYPES)).isEqualTo(flags.contains("several node types"));
        assertThat(gpu.candidates().isEmpty()).isEqualTo(gpu.confidence() != Confidence.AMBIGUOUS);
    }

    static List<Case> publicCases() throws IOException {
        return cases("/catalog/gpu-name-cases-public.csv");
    }

    /** Spellings of drivers, PCI names, release notes, vendors and clouds; each row names its source. */
    @ParameterizedTest
    @MethodSource("publicCases")
    void readsPublicSpelling(Case expected) {
        GpuCell cell = GpuCell.read(expected.row().get("raw"), expected.text("form_factor_column"), NAMES);
        assertThat(cell.gpus()).hasSize(1);
        GpuName gpu = cell.gpus().getFirst().gpu();
        assertThat(gpu.chip()).isEqualTo(expected.text("chip"));
        assertThat(gpu.form().map(GpuForm::text)).isEqualTo(expected.text("form"));
        assertThat(gpu.memoryGb()).isEqualTo(expected.number("memory_gb"));
    }

    @Test
    void listsWhatAnIncompleteNameMayMean() {
        assertThat(texts("A100"))
                .containsExactly("A100 PCIe 40 GB", "A100 PCIe 80 GB", "A100 SXM 40 GB", "A100 SXM 80 GB");
        assertThat(texts("A100 80GB")).containsExactly("A100 PCIe 80 GB", "A100 SXM 80 GB");
        assertThat(texts("A100 40GB/80GB PCIe")).containsExactly("A100 PCIe 40 GB", "A100 PCIe 80 GB");
        assertThat(texts("H200")).containsExactly("H200 NVL 141 GB", "H200 SXM 141 GB");
        assertThat(texts("RTX PRO 6000"))
                .containsExactly(
                        "RTX PRO 6000 Blackwell Server Edition PCIe",
                        "RTX PRO 6000 Blackwell Workstation Edition PCIe",
                        "RTX PRO 6000 Blackwell Max-Q Workstation Edition PCIe");
    }

    private static List<String> texts(String name) {
        return parse(name).candidates().stream().map(GpuCandidate::text).toList();
    }

    private static GpuName parse(String name) {
        return NAMES.parse(name, Optional.empty());
    }

    @Test
    void leavesTheFormOpenWhereTheNameOffersTwo() {
        assertThat(parse("A100 PCIe/SXM4 80GB").form()).isEmpty();
    }

    /** Rules 19 and 24 of the importer's requirements: a profile is no GPU. */
    @ParameterizedTest
    @CsvSource({"A10-24Q", "GRID A100-10C", "1g.10gb", "H100-1-10CME", "T4-2B4"})
    void doesNotTakeAProfileForAGpu(String profile) {
        GpuName gpu = parse(profile);
        assertThat(gpu.isKnown()).isFalse();
        assertThat(gpu.flags()).contains(GpuFlag.VGPU_NAMED);
    }

    @ParameterizedTest
    @CsvSource({"Rubin CPX R1", "MI300X", "A1000X", "T400", "L400", "H2000", "'  '", "8", "()"})
    void leavesWhatItDoesNotKnowUnknown(String name) {
        assertThat(parse(name).isKnown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "RTX 6000,Quadro RTX 6000",
        "RTX 6000 Ada Generation,RTX 6000 Ada Generation",
        "RTX A6000,RTX A6000",
        "RTX PRO&trade; 6000 Blackwell Server Edition,RTX PRO 6000 Blackwell Server Edition",
        "RTX PRO 4500 Blackwell Server Edition,RTX PRO 4500 Blackwell Server Edition",
        "CG1 480GB 96GB 12V Partner-Cooled,GH200",
        "LAOS,L40S",
        "GB200 NVL72,GB200",
        "HGX B300,B300",
        "H200 PCIe,H200 NVL",
    })
    void tellsFamiliesApart(String name, String canonical) {
        assertThat(parse(name).canonical()).contains(canonical);
    }

    @Test
    void takesTheGpuMemoryOfASuperchipNotTheCpuMemory() {
        assertThat(parse("GH200 480GB 144GB 12V Partner-Cooled").memoryGb()).hasValue(144);
        assertThat(parse("GH200 480GB").memoryGb()).isEmpty();
        assertThat(parse("GH200 480GB").confidence()).isEqualTo(Confidence.AMBIGUOUS);
    }

    @Test
    void saysWhenTheFormColumnContradicts() {
        GpuName gpu = NAMES.parse("A100 PCIe 80GB", Optional.of("SXM4 Gen 4"));
        assertThat(gpu.form()).contains(GpuForm.PCIE);
        assertThat(gpu.flags()).contains(GpuFlag.FORM_CONTRADICTED);
        assertThat(NAMES.parse("H100 NVL", Optional.of("PCIe Gen 5")).flags()).isEmpty();
        assertThat(NAMES.parse("L40S", Optional.of("SXM5 Gen 5")).flags()).contains(GpuFlag.FORM_CONTRADICTED);
    }

    @Test
    void doesNotChooseBetweenTwoGpusInOneName() {
        assertThat(parse("L40S L40").isKnown()).isFalse();
    }

    static Stream<String> noise() {
        Random random = new Random(20_261_121);
        String alphabet = "AHLTVB RTXPRO-0124568()/,;&#+*GBx\n\u00A0\u2122\uD83D";
        return Stream.generate(() -> random.ints(random.nextInt(40), 0, alphabet.length())
                        .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
                        .reduce("", String::concat))
                .limit(500);
    }

    @ParameterizedTest
    @MethodSource("noise")
    void neverThrows(String text) {
        GpuCell cell = GpuCell.read(text, Optional.of(text), NAMES);
        assertThat(cell.gpus()).isNotEmpty();
    }
}
