package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.catalog.ImportResult.Imported;
import org.sizewright.table.Limits;
import org.sizewright.table.TableReader;

final class CatalogImporterTest {
    private static final String A =
            "OEM/System Builder;Server Model/Series;NVIDIA GPU;GPU Form Factor;Processor Type;MAX GPU Per Node;MAX CPU Per Node;Validation Type\n";
    private static final String C = "Partners\tSystem\tNVIDIA GPU (Max)\tCPU (Max)\tValidation Type\n";

    @Test
    void importsTheMessySampleAsItsExpectationSays() throws IOException {
        Imported imported = Samples.sample("qsc-messy.xlsx");
        JsonNode expected = new ObjectMapper().readTree(Samples.bytes("/catalog/qsc-messy.expected.json"));
        List<String> rows = new ArrayList<>();
        for (JsonNode row : expected.required("expected_rows")) {
            rows.add(String.join(
                    " | ",
                    row.get("row").asText(),
                    row.get("vendor").asText(),
                    row.get("model").asText(),
                    row.get("gpu").asText(),
                    row.get("gpu_memory_gb").asText(),
                    row.get("max_gpu").asText(),
                    row.get("cpu").asText(),
                    row.get("max_cpu").asText(),
                    row.get("validation").asText()));
        }
        assertThat(imported.entries().stream().map(CatalogImporterTest::line)).containsExactlyElementsOf(rows);

        TreeSet<String> warnings = new TreeSet<>();
        expected.required("expected_warnings")
                .forEach(w ->
                        warnings.add(w.get("row").asInt() + " " + w.get("code").asText()));
        assertThat(new TreeSet<>(imported.notes().stream()
                        .map(note -> note.row() + " " + note.code())
                        .toList()))
                .isEqualTo(warnings);

        // the expectation lists all rows without an entry together; here they are told apart
        assertThat(imported.fates().stream()
                        .filter(fate -> fate.entries().isEmpty())
                        .map(fate -> fate.raw().row()))
                .containsExactly(1, 2, 3, 4, 12, 21, 24, 25, 27, 28, 29);
        assertThat(reasons(imported))
                .containsExactly(
                        "1 title", "2 message", "3 blank", "21 repeated-header", "27 blank", "28 footnote", "29 pager");
        assertThat(imported.fates().get(11))
                .isInstanceOfSatisfying(
                        RowFate.Merged.class, m -> assertThat(m.intoRow()).isEqualTo(11));
        assertThat(attention(imported)).containsExactly(15, 16, 18, 23, 24, 25, 26);
        assertThat(imported.sheet()).isEqualTo("Sheet1");
    }

    /** The expectation writes null for a GPU that is not settled. */
    private static String line(CatalogEntry entry) {
        boolean settled = entry.gpu().confidence() == GpuName.Confidence.EXACT;
        return String.join(
                " | ",
                Integer.toString(entry.raw().row()),
                entry.vendor(),
                entry.model(),
                settled ? entry.gpu().canonical().orElse("null") : "null",
                number(entry.gpu().memoryGb()),
                number(entry.maxGpu()),
                entry.cpu(),
                number(entry.maxCpu()),
                entry.validation() == Validation.UNKNOWN
                        ? "null"
                        : entry.validation().name());
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "null";
    }

    private static List<String> reasons(Imported imported) {
        return imported.fates().stream()
                .filter(RowFate.Skipped.class::isInstance)
                .map(RowFate.Skipped.class::cast)
                .map(skipped -> skipped.raw().row() + " " + skipped.reason().text())
                .toList();
    }

    private static List<Integer> attention(Imported imported) {
        return imported.fates().stream()
                .filter(RowFate.NeedsAttention.class::isInstance)
                .map(fate -> fate.raw().row())
                .toList();
    }

    /** The notes of qsc-2023-layout-messy.expected.json, row by row. */
    @Test
    void importsTheMessy2023SampleAsItsNotesSay() {
        Imported imported = Samples.sample("qsc-2023-layout-messy.xlsx");
        assertThat(imported.fates().get(3))
                .isInstanceOfSatisfying(
                        RowFate.Merged.class, m -> assertThat(m.intoRow()).isEqualTo(3));
        assertThat(entry(imported, 5).gpu().displayName()).isEqualTo("A100 SXM4 80 GB");
        CatalogEntry missing = entry(imported, 6);
        assertThat(missing.gpu().form()).contains(GpuForm.SXM);
        assertThat(missing.gpu().memoryGb()).isEmpty();
        assertThat(missing.gpu().candidates().stream().map(GpuCandidate::text))
                .containsExactly("A100 SXM 40 GB", "A100 SXM 80 GB");
        assertThat(entry(imported, 7).maxGpu()).isEmpty();
        assertThat(entry(imported, 8).maxGpu()).hasValue(4);
        assertThat(entry(imported, 9).maxGpu()).hasValue(4);
        assertThat(entry(imported, 10).maxGpu()).hasValue(6);
        assertThat(imported.notes()).anyMatch(n -> n.row() == 10 && n.code() == Note.Code.FOOTNOTE_MARK);
        assertThat(List.of(11, 12, 13))
                .extracting(row -> entry(imported, row).gpu().canonical().orElseThrow())
                .containsExactly("Quadro RTX 6000", "RTX 6000 Ada Generation", "RTX A6000");
        assertThat(attention(imported)).containsExactly(6, 7, 8);
    }

    private static CatalogEntry entry(Imported imported, int row) {
        List<CatalogEntry> entries = imported.fates().get(row - 1).entries();
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "qsc-2023-layout-clean.xlsx, 229, 2",
        "qsc-2023-layout-clean.csv, 229, 0",
        "qsc-2023-layout-semicolon-bom.csv, 60, 0",
        "qsc-2026-marketplace-layout-clean.xlsx, 86, 1",
        "qsc-2026-marketplace-layout-clean.csv, 86, 0",
        "certified-systems-join.csv, 14, 0",
    })
    void losesNoRowOfACleanSample(String file, int rows, int above) {
        Imported imported = Samples.sample(file);
        assertThat(imported.rows()).isEqualTo(rows + 1 + above);
        assertThat(imported.count(RowFate.Skipped.class)).isEqualTo(above);
        assertThat(imported.entries()).hasSize(rows - imported.count(RowFate.Merged.class));
        assertThat(imported.entries()).allMatch(entry -> entry.gpu().isKnown());
    }

    @Test
    void readsBothFormsOfASampleAlike() {
        assertThat(withoutRows(Samples.sample("qsc-2023-layout-clean.xlsx")))
                .isEqualTo(withoutRows(Samples.sample("qsc-2023-layout-clean.csv")));
        assertThat(withoutRows(Samples.sample("qsc-2026-marketplace-layout-clean.xlsx")))
                .isEqualTo(withoutRows(Samples.sample("qsc-2026-marketplace-layout-clean.csv")));
    }

    private static List<CatalogEntry> withoutRows(Imported imported) {
        RawRow none = new RawRow("", 1, List.of());
        return imported.entries().stream()
                .map(e -> new CatalogEntry(
                        e.id(),
                        e.vendor(),
                        e.model(),
                        e.gpu(),
                        e.maxGpu(),
                        e.cpu(),
                        e.maxCpu(),
                        e.validation(),
                        e.validationText(),
                        e.systemClass(),
                        e.extra(),
                        none))
                .toList();
    }

    @Test
    void asksOnlyForTheMemoryOfAnA100InTheCleanSampleOf2026() {
        Imported imported = Samples.sample("qsc-2026-marketplace-layout-clean.csv");
        assertThat(imported.count(RowFate.Kept.class)).isEqualTo(83);
        assertThat(imported.fates().stream()
                        .filter(RowFate.NeedsAttention.class::isInstance)
                        .flatMap(fate -> fate.entries().stream())
                        .map(entry -> entry.gpu().text()))
                .containsExactly("A100 PCIe", "A100 PCIe", "A100 PCIe");
        CatalogEntry pegatron = imported.toCatalog("2026", LocalDate.of(2026, 1, 28))
                .find(new EntryId("pegatron/as2011n0/gh200-superchip-144"))
                .orElseThrow();
        assertThat(pegatron.maxGpu()).as("() is unknown, neither zero nor one").isEmpty();
        assertThat(pegatron.maxCpu()).hasValue(1);
        assertThat(pegatron.validation()).isEqualTo(Validation.CERTIFIED);
    }

    @Test
    void showsContradictionsInTheClean2023SampleAndMergesRepetitions() {
        Imported imported = Samples.sample("qsc-2023-layout-clean.csv");
        // Lenovo SR675 V3 with H100 NVL stands there twice, other rows differ in spelling only
        assertThat(imported.fates().get(146))
                .isInstanceOfSatisfying(
                        RowFate.Merged.class, m -> assertThat(m.intoRow()).isEqualTo(146));
        assertThat(imported.notes()).anyMatch(n -> n.code() == Note.Code.CONFLICT);
    }

    @Test
    void takesAClassColumnAndNeverDerivesAClass() {
        Imported list = Samples.sample("certified-systems-join.csv");
        SystemClass first = list.entries().getFirst().systemClass();
        assertThat(first.saysTheSameAs(new SystemClass(SystemClass.Kind.DATA_CENTER, "Data Center")))
                .isTrue();
        assertThat(first.origin().map(ClassOrigin::source)).contains(ClassOrigin.Source.COLUMN);
        assertThat(Samples.sample("qsc-2026-marketplace-layout-clean.csv").entries())
                .allMatch(e -> e.systemClass().equals(SystemClass.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8|8",
                "8.0|8",
                "' 8 '|8",
                "up to 4|4",
                "6*|6",
                "-4|4",
                "(4)|4",
                "1,2,4|4",
                "1/2/4|4",
                "4 or 8|8",
                "8 GPUs|8",
                "8-GPU|8",
                "x4|4",
                "Max. 4|4",
                "20|20",
                "''|",
                "()|",
                "-|",
                "n/a|",
                "124|",
                "12|",
                "248|",
                "1248|",
                "21|",
                "0|",
                "2.5|",
                "eight|",
                "99999999999|",
            })
    void readsCountColumns(String text, @Nullable Integer count) {
        Imported imported =
                Samples.text(A + "HPE;X1;L40S;PCIe Gen 4;CPU;" + (text == null ? "" : text) + ";2;Qualified\n");
        assertThat(entry(imported, 2).maxGpu()).isEqualTo(count == null ? OptionalInt.empty() : OptionalInt.of(count));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L40S (4)|L40S:4",
                "8x L40S|L40S:8",
                "8 x L40S|L40S:8",
                "L40S x 4|L40S:4",
                "L40S x4|L40S:4",
                "up to 4x L40S|L40S:4",
                "L40S x4 GPUs|L40S:4",
                "L40S (4),; L4 (8)|L40S:4,L4:8",
                "HGX H200 8-GPU|H200 SXM:8",
                "L40S ()|L40S:null",
                "L40S|L40S:null",
                "RTX 6000 Ada (4)|RTX 6000 Ada Generation:4",
                "L40S, L40 (8)|L40S:8,L40:8",
                "L40S (4); L40 (2)|L40S:4,L40:2",
                "L40S / L4|L40S:null,L4:null",
                "L40S/L4|L40S:null,L4:null",
                "L40S and L4 (2)|L40S:2,L4:2",
                "A100 PCIe 40GB/250W (4)|A100 PCIe:4",
                "H100 (SXM, NVL) (8)|H100:8",
                "L40S, Rubin R9 (8)|L40S:8,null:8",
                "RTX PRO 6000 Blackwell, Server Edition (8)|RTX PRO 6000 Blackwell Server Edition:8",
                "L40S (21)|L40S:null",
                "HGX B200 (16)|B200:16",
                "HGX B200 (17)|B200:null",
                "GB300 NVL72 (72)|GB300:72",
                "GB300 NVL72 (73)|GB300:null",
            })
    void takesGpuCellsApart(String text, String expected) {
        Imported imported = Samples.text(C + "HPE\tX1\t" + text + "\tCPU (2)\tQualified\n");
        String read = String.join(
                ",",
                imported.entries().stream()
                        .map(e -> e.gpu().canonical().orElse("null") + ":" + number(e.maxGpu()))
                        .toList());
        assertThat(read).isEqualTo(expected);
    }

    @Test
    void prefersTheCountColumnAndSaysWhenTheCellDisagrees() {
        Imported imported = Samples.text(A + "HPE;X1;L40S (4);PCIe;CPU;8;2;Qualified\n");
        assertThat(entry(imported, 2).maxGpu()).hasValue(8);
        assertThat(attention(imported)).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA-Certified,CERTIFIED",
        "NVIDIA - Certified,CERTIFIED",
        "NVIDIA-Certified Systems,CERTIFIED",
        "nvidia certified,CERTIFIED",
        "NGC Ready,NGC_READY",
        "NGC-Ready for Edge,NGC_READY",
        "QUALIFIED,QUALIFIED",
        "Qualified*,QUALIFIED",
        "Validated,UNKNOWN",
        "'',UNKNOWN",
        "'Qualified, NVIDIA-Certified',CERTIFIED",
    })
    void readsValidation(String text, Validation validation) {
        Imported imported = Samples.text(C + "HPE\tX1\tL4 (1)\tCPU (2)\t" + text + "\n");
        assertThat(entry(imported, 2).validation()).isEqualTo(validation);
    }

    @ParameterizedTest
    @CsvSource({
        "Dell,Dell Technologies",
        "DELL EMC,Dell Technologies",
        "DellEMC,Dell Technologies",
        "Hewlett Packard Enterprise,HPE",
        "HP,HP",
        "'Super Micro Computer, Inc.',Supermicro",
        "SUPERMICRO,Supermicro",
        "ASUSTeK Computer Inc.,ASUS",
        "Giga Computing,GIGABYTE",
        "IEI,Inspur",
        "CISCO,Cisco",
        "Acme Servers,Acme Servers",
    })
    void bringsVendorsToOneSpelling(String written, String vendor) {
        Imported imported = Samples.text(C + written + "\tX1\tL4 (1)\tCPU (2)\tQualified\n");
        assertThat(entry(imported, 2).vendor()).isEqualTo(vendor);
    }

    @Test
    void fillsTheVendorDownButNeitherModelNorGpu() {
        Imported imported = Samples.text(C
                + "Pegatron\tAS201-1N0\tL4 (1)\tCPU (1)\tQualified\n"
                + "\tAS201-1N1\tL4 (1)\tCPU (1)\tQualified\n"
                + "\t\tL40S (1)\tCPU (1)\tQualified\n"
                + "\tAS201-1N1\t\tCPU (1)\tQualified\n");
        assertThat(entry(imported, 3).vendor()).isEqualTo("Pegatron");
        assertThat(attention(imported)).containsExactly(4, 5);
        assertThat(imported.entries()).hasSize(2);
    }

    @Test
    void saysWhenThereIsNoVendorAtAll() {
        Imported imported = Samples.text(C + "\tAS201\tL4 (1)\tCPU (1)\tQualified\n");
        assertThat(imported.entries()).isEmpty();
        assertThat(attention(imported)).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({
        "DSS 8440,DSS8440,true",
        "ESC-N8-E11,ESC N8 E11,true",
        "Proliant DL384,ProLiant DL384,true",
        "GPU SuperServer X1,X1,true",
        "Supermicro X1,X1,true",
        "ESC8000A-E12,ESC8000-E12,false",
        "SR675 V3,SR675 V2,false",
        "R760xa,R760,false",
        "UCS M7,UCS M8,false",
    })
    void meetsSpellingsOfOneModelAndKeepsModelsApart(String one, String other, boolean same) {
        Imported imported = Samples.text(C + "Supermicro\t" + one + "\tL4 (1)\tCPU (1)\tQualified\nSupermicro\t" + other
                + "\tL4 (1)\tCPU (1)\tQualified\n");
        assertThat(imported.count(RowFate.Merged.class)).isEqualTo(same ? 1 : 0);
    }

    @Test
    void keepsContradictingRowsAndShowsBoth() {
        Imported imported =
                Samples.text(C + "HPE\tX1\tL4 (1)\tCPU (1)\tQualified\nHPE\tX1\tL4 (2)\tCPU (1)\tQualified\n");
        assertThat(attention(imported)).containsExactly(2, 3);
        assertThat(imported.entries())
                .extracting(e -> e.id().value())
                .containsExactly("hpe/x1/l4-pcie~1gpu-1cpu-qualified", "hpe/x1/l4-pcie~2gpu-1cpu-qualified");
    }

    @Test
    void keepsRowsThatDifferInTheProcessorOnly() {
        Imported imported = Samples.text(
                C + "HPE\tX1\tL4 (1)\tIntel Xeon (2)\tQualified\nHPE\tX1\tL4 (1)\tAMD EPYC (2)\tQualified\n");
        assertThat(imported.count(RowFate.Kept.class)).isEqualTo(2);
        assertThat(imported.entries()).extracting(CatalogEntry::id).doesNotHaveDuplicates();
    }

    @Test
    void namesAnEntryAlikeWhateverItsRow() {
        String one = "HPE\tX1\tL4 (1)\tCPU (1)\tQualified\n";
        String two = "Dell\tX2\tL40S (2)\tCPU (1)\tQualified\n";
        assertThat(Samples.text(C + one + two).entries().stream().map(CatalogEntry::id))
                .containsExactlyInAnyOrderElementsOf(
                        Samples.text("A title\n\n" + C + two + "\n" + one).entries().stream()
                                .map(CatalogEntry::id)
                                .toList());
    }

    @Test
    void understandsAPastedPageWithOtherColumns() {
        Imported imported = Samples.text(C + "HPE\tX1\tL4 (1)\tCPU (1)\tQualified\n"
                + "Validation Type\tNVIDIA GPU\tSystem\tPartners\tCPU\nQualified\tL40S (2)\tX2\tDell\tAMD EPYC (1)\n");
        assertThat(reasons(imported)).containsExactly("3 repeated-header");
        assertThat(entry(imported, 4).model()).isEqualTo("X2");
        assertThat(entry(imported, 4).vendor()).isEqualTo("Dell Technologies");
    }

    @Test
    void keepsColumnsItDoesNotKnow() {
        Imported imported = Samples.text("Vendor,Server,GPU,# GPUs,Height,NVAIE\nHPE,X1,L4,2,4U,yes*\n");
        CatalogEntry entry = entry(imported, 2);
        assertThat(entry.extra()).containsEntry("Height", "4U").containsEntry("nvaie", "Yes");
        assertThat(entry.maxGpu()).hasValue(2);
        assertThat(entry.validation()).isEqualTo(Validation.UNKNOWN);
    }

    @Test
    void takesAFormFactorColumnForTheServersHeightIfItSpeaksOfNoGpuForm() {
        Imported imported = Samples.text("Vendor,Server,GPU,Form Factor\nHPE,X1,H100 NVL,4U\n");
        assertThat(entry(imported, 2).extra()).containsEntry("Form Factor", "4U");
        assertThat(attention(imported)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 - 15 of 812 items",
                "16-30 of 812",
                "Page 2 of 5",
                "15 per page",
                "Showing 1 to 15 of 1,812 entries"
            })
    void skipsPagers(String pager) {
        assertThat(reasons(Samples.text(C + "HPE\tX1\tL4 (1)\tCPU (1)\tQualified\n" + pager + "\n")))
                .containsExactly("3 pager");
    }

    @Test
    void keepsAVendorAloneInItsRowAsHeadingForThoseBelow() {
        Imported imported = Samples.text(C + "Lenovo\t\t\t\t\n\tX1\tL4 (1)\tCPU (1)\tQualified\n");
        assertThat(attention(imported)).containsExactly(2);
        assertThat(entry(imported, 3).vendor()).isEqualTo("Lenovo");
    }

    @Test
    void refusesATableWithoutAHeaderInOneSentence() {
        ImportResult result = Samples.result(TableReader.readText("a,b,c\n1,2,3\n", "x.csv", Limits.STANDARD), "x.csv");
        assertThat(result).isInstanceOfSatisfying(ImportResult.Refused.class, refused -> {
            assertThat(refused.sentence()).startsWith("x.csv has no row").endsWith(".");
            assertThat(refused.advice()).isNotEmpty();
        });
    }

    @Test
    void acceptsAHeaderAndNothingElse() {
        Imported imported = Samples.text(C);
        assertThat(imported.entries()).isEmpty();
        assertThat(imported.rows()).isEqualTo(1);
        assertThat(Optional.of(imported.fates().getFirst())).get().isInstanceOf(RowFate.Header.class);
    }

    @Test
    void readsAPageThatIsBackInTheFirstOrderOfColumns() {
        Imported imported = Samples.text(C
                + "ASUS\tESC8000A-E12\tL40S (8)\tAMD EPYC (2)\tQualified\n"
                + "Validation Type\tSystem\tPartners\tCPU (Max)\tNVIDIA GPU (Max)\n"
                + "Qualified\tR760xa\tDell\tIntel Xeon (2)\tL4 (4)\n"
                + C
                + "Cisco\tUCS C240 M7\tL4 (8)\tIntel Xeon (2)\tQualified\n");
        assertThat(imported.entries().stream()
                        .map(entry -> entry.vendor() + " " + entry.gpu().text()))
                .containsExactly("ASUS L40S", "Dell Technologies L4", "Cisco L4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NV", "#BEZUG!", "n/a", "N.A.", "-", "\u2014", "TBD"
            })
    void takesNeitherAnErrorNorADashForAName(String nothing) {
        Imported imported = Samples.text(C
                + "HPE\tDL380\tL4 (8)\tIntel Xeon (2)\tQualified\n"
                + nothing + "\tDL381\tL4 (8)\tIntel Xeon (2)\tQualified\n"
                + "\tDL382\tL4 (8)\tIntel Xeon (2)\tQualified\n"
                + "HPE\t" + nothing + "\tL4 (8)\tIntel Xeon (2)\tQualified\n"
                + "HPE\tDL383\t" + nothing + "\tIntel Xeon (2)\tQualified\n"
                + "HPE\tDL384\tL4 (8)\t" + nothing + "\tQualified\n");
        assertThat(imported.entries().stream().map(CatalogEntry::model)).containsExactly("DL380", "DL384");
        assertThat(imported.entries().getLast().cpu()).isEmpty();
        assertThat(attention(imported)).containsExactly(3, 4, 5, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u3003", "\u201D", "''", "ditto", "Same as above"})
    void fillsTheVendorDownOverDittoMarksButNeitherModelNorGpu(String ditto) {
        Imported imported = Samples.text(C
                + "HPE\tDL380\tL4 (8)\tIntel Xeon (2)\tQualified\n"
                + ditto + "\tDL381\tL4 (8)\tIntel Xeon (2)\tQualified\n"
                + "HPE\t" + ditto + "\tL4 (8)\tIntel Xeon (2)\tQualified\n"
                + "HPE\tDL383\t" + ditto + "\tIntel Xeon (2)\tQualified\n");
        assertThat(imported.entries().stream().map(entry -> entry.vendor() + " " + entry.model()))
                .containsExactly("HPE DL380", "HPE DL381");
        assertThat(attention(imported)).containsExactly(4, 5);
    }

    @Test
    void countsEveryBlankRowThatTheFileWrites() {
        Imported imported = Samples.text(C + "HPE\tDL380\tL4 (8)\tIntel Xeon (2)\tQualified\n\t\t\t\t\n\t\t\t\t\n");
        assertThat(reasons(imported)).containsExactly("3 blank", "4 blank");
    }

    @Test
    void takesAHeadingAboveAFurtherTableForNoServer() {
        Imported imported = Samples.text(C
                + "HPE\tDL380\tL4 (8)\tIntel Xeon (2)\tQualified\n\nEdge Servers\n" + C
                + "Lenovo\tSE450\tA2 (4)\tIntel Xeon (1)\tQualified\n");
        assertThat(reasons(imported)).containsExactly("3 blank", "4 title", "5 repeated-header");
        assertThat(imported.entries()).hasSize(2);
    }
}
