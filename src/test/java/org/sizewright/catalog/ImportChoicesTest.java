package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.catalog.ImportResult.Imported;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;

/** What the user decides about an import, and what it changes. */
final class ImportChoicesTest {
    private static final String C = "Partners\tSystem\tNVIDIA GPU (Max)\tCPU (Max)\tValidation Type\n";

    private static ImportResult result(String text, ImportChoices choices) {
        Reading.Tables tables = (Reading.Tables) TableReader.readText(text, "list", Limits.STANDARD);
        return CatalogImporter.of(Samples.RULES, choices).importTable(tables, "list", "0");
    }

    private static Imported imported(String text, ImportChoices choices) {
        return (Imported) result(text, choices);
    }

    private static Question.Gpu question(Imported imported) {
        return (Question.Gpu) imported.questions().getFirst();
    }

    @Test
    void saysWhichColumnWasReadAsWhat() {
        ColumnMapping mapping = imported(
                        "Partners,System,GPU,Colour\nHPE,X1,L4 (1),red\nHPE,X2,L4 (1),blue\n", ImportChoices.NONE)
                .mapping();
        assertThat(mapping.headerRow()).isEqualTo(1);
        assertThat(mapping.column(Field.GPU).orElseThrow().samples()).containsExactly("L4 (1)");
        assertThat(mapping.isGuessed(Field.VENDOR)).isTrue();
        assertThat(mapping.unused())
                .containsExactly(new ColumnMapping.SourceColumn(3, "Colour", List.of("red", "blue")));
    }

    @Test
    void readsTheColumnsThatTheUserChoseForThisHeader() {
        String text = "Partners,System,GPU,Old GPU\nHPE,X1,L4,L40S\n";
        ColumnMapping guess = imported(text, ImportChoices.NONE).mapping();
        ImportChoices choices = ImportChoices.NONE.withColumns(
                guess.signature(), Map.of(Field.VENDOR, 0, Field.MODEL, 1, Field.GPU, 3));
        Imported chosen = imported(text, choices);
        assertThat(chosen.entries().getFirst().gpu().chip()).contains("L40S");
        assertThat(chosen.entries().getFirst().extra()).containsEntry("GPU", "L4");
        assertThat(chosen.mapping().isGuessed(Field.GPU)).isFalse();
        assertThat(chosen.mapping().guess()).containsEntry(Field.GPU, 2);
        // another header is another matter
        assertThat(imported("Vendor,System,GPU,Old GPU\nHPE,X1,L4,L40S\n", choices)
                        .entries()
                        .getFirst()
                        .gpu()
                        .chip())
                .contains("L4");
    }

    @Test
    void mapsByHandWhereNoHeaderIsRecognised() {
        String text = "foo,bar,baz\nHPE,X1,L4\nDell,X2,L40S\n";
        ImportResult.Refused refused = (ImportResult.Refused) result(text, ImportChoices.NONE);
        assertThat(refused.tables()).hasSize(1);
        ImportChoices named = ImportChoices.NONE.withHeader(
                Optional.of(new HeaderRow(refused.tables().getFirst().sheet(), 1)));
        ImportResult.Refused attempt = (ImportResult.Refused) result(text, named);
        assertThat(attempt.sentence()).contains("vendor", "server model", "GPU");
        ColumnMapping mapping = attempt.attempt().orElseThrow();
        ImportChoices mapped =
                named.withColumns(mapping.signature(), Map.of(Field.VENDOR, 0, Field.MODEL, 1, Field.GPU, 2));
        assertThat(imported(text, mapped).entries()).hasSize(2);
        // and the same header is known the next time
        assertThat(imported(text, mapped.lasting()).entries()).hasSize(2);
    }

    @Test
    void readsASheetWithoutAHeader() {
        String text = "HPE,X1,L4\nDell,X2,L40S\n";
        ImportChoices named = ImportChoices.NONE.withHeader(Optional.of(new HeaderRow("list", 0)));
        ColumnMapping mapping =
                ((ImportResult.Refused) result(text, named)).attempt().orElseThrow();
        Imported imported = imported(
                text, named.withColumns(mapping.signature(), Map.of(Field.VENDOR, 0, Field.MODEL, 1, Field.GPU, 2)));
        assertThat(imported.count(RowFate.Header.class)).isZero();
        assertThat(imported.count(RowFate.Kept.class)).isEqualTo(2);
    }

    @Test
    void asksOnceForAGpuAndTakesTheAnswerForAllItsRows() {
        String text =
                C + "HPE\tX1\tNVIDIA H100 (4)\tCPU (2)\tQualified\nDell\tX2\tnvidia h100 (8)\tCPU (2)\tQualified\n";
        Imported open = imported(text, ImportChoices.NONE);
        assertThat(open.questions()).hasSize(1);
        Question.Gpu asked = question(open);
        assertThat(asked.why()).isEqualTo(Question.Why.AMBIGUOUS);
        assertThat(asked.rows()).extracting(RawRow::row).containsExactly(2, 3);
        assertThat(asked.answered()).isFalse();
        assertThat(open.count(RowFate.NeedsAttention.class)).isEqualTo(2);

        GpuCandidate nvl = new GpuCandidate("H100", Optional.of(GpuForm.NVL), OptionalInt.of(94));
        Imported answered = imported(text, ImportChoices.NONE.withGpu(asked.key(), new GpuAnswer.Meant(nvl)));
        assertThat(answered.count(RowFate.Kept.class)).isEqualTo(2);
        GpuName gpu = answered.entries().getFirst().gpu();
        assertThat(gpu.displayName()).isEqualTo("H100 NVL 94 GB");
        assertThat(gpu.connector()).contains("PCIe");
        assertThat(gpu.flags()).contains(GpuFlag.ANSWERED);
        assertThat(gpu.confidence()).isEqualTo(GpuName.Confidence.EXACT);
        assertThat(question(answered).answered()).as("it can be changed").isTrue();

        Imported left = imported(text, ImportChoices.NONE.withGpu(asked.key(), new GpuAnswer.LeftOpen()));
        assertThat(left.count(RowFate.Kept.class)).isEqualTo(2);
        assertThat(left.entries().getFirst().gpu().form()).isEmpty();
    }

    @Test
    void asksApartWhereTheFormColumnDiffers() {
        String a = "OEM;Server Model;NVIDIA GPU;GPU Form Factor;MAX GPU Per Node\n";
        Imported imported = imported(a + "HPE;X1;A100;PCIe Gen 4;4\nHPE;X2;A100;SXM4 Gen 4;4\n", ImportChoices.NONE);
        assertThat(imported.questions()).hasSize(2);
    }

    @Test
    void takesAnAnswerAboutAProductThatNobodyKnowsHere() {
        String text = C + "HPE\tX1\tRubin R100 (8)\tCPU (2)\tQualified\n";
        Question.Gpu asked = question(imported(text, ImportChoices.NONE));
        assertThat(asked.why()).isEqualTo(Question.Why.UNKNOWN);
        GpuCandidate rubin = new GpuCandidate("R100", Optional.of(GpuForm.SXM), OptionalInt.empty());
        Imported answered = imported(text, ImportChoices.NONE.withGpu(asked.key(), new GpuAnswer.Meant(rubin)));
        assertThat(answered.entries().getFirst().gpu().displayName()).isEqualTo("R100 SXM");
        assertThat(answered.count(RowFate.Kept.class)).isEqualTo(1);
    }

    @Test
    void offersTheOthersWhereAFamilyWasAssumed() {
        Question.Gpu asked = question(imported(C + "HPE\tX1\tRTX 6000 (4)\tCPU (2)\tQualified\n", ImportChoices.NONE));
        assertThat(asked.why()).isEqualTo(Question.Why.ASSUMED);
        assertThat(asked.candidates())
                .extracting(GpuCandidate::chip)
                .containsExactly("Quadro RTX 6000", "RTX 6000 Ada Generation", "RTX A6000");
    }

    @Test
    void offersSimilarNamesForAnUnknownOne() {
        Question.Gpu asked = question(imported(C + "HPE\tX1\tL4OD (4)\tCPU (2)\tQualified\n", ImportChoices.NONE));
        assertThat(asked.why()).isEqualTo(Question.Why.UNKNOWN);
        Question.Gpu near = question(imported(C + "HPE\tX1\tL40D (4)\tCPU (2)\tQualified\n", ImportChoices.NONE));
        assertThat(near.candidates()).extracting(GpuCandidate::chip).contains("L40S", "L40");
    }

    @Test
    void takesAnotherNameOfAVendor() {
        String text = C + "Hewlett-Packard Ent\tX1\tL4 (1)\tCPU (2)\tQualified\n";
        Question.Vendor asked =
                (Question.Vendor) imported(text, ImportChoices.NONE).questions().getFirst();
        Imported answered = imported(text, ImportChoices.NONE.withVendor(asked.key(), "HPE"));
        assertThat(answered.entries().getFirst().vendor()).isEqualTo("HPE");
        assertThat(answered.entries().getFirst().id().server()).isEqualTo("hpe/x1");
        assertThat(answered.questions().getFirst().answered()).isTrue();
    }

    @Test
    void keepsTheRowThatTheUserDecidedFor() {
        String text = C + "HPE\tX1\tL4 (1)\tCPU (2)\tQualified\nHPE\tX1\tL4 (3)\tCPU (2)\tQualified\n"
                + "HPE\tX1\tL4 (3)\tCPU (2)\tQualified\n";
        Imported open = imported(text, ImportChoices.NONE);
        Conflict conflict = open.conflicts().getFirst();
        assertThat(conflict.sides()).hasSize(2);
        assertThat(open.count(RowFate.NeedsAttention.class)).isEqualTo(2);
        Conflict.Side three = conflict.sides().get(1);
        Imported decided = imported(text, ImportChoices.NONE.withConflict(conflict.subject(), three.statement()));
        assertThat(decided.entries()).hasSize(1);
        assertThat(decided.entries().getFirst().maxGpu()).hasValue(3);
        assertThat(decided.entries().getFirst().id()).isEqualTo(conflict.subject());
        assertThat(decided.fates().get(1))
                .isInstanceOfSatisfying(
                        RowFate.Skipped.class, s -> assertThat(s.reason()).isEqualTo(RowFate.Reason.OVERRULED));
        assertThat(decided.fates().get(3)).isInstanceOf(RowFate.Merged.class);
        assertThat(decided.conflicts().getFirst().decided()).contains(three.statement());
    }

    @Test
    void knowsTheClassThatTheExportWasFilteredBy() {
        String text = C + "HPE\tX1\tL4 (1)\tCPU (2)\tQualified\n";
        SystemClass known = imported(text, ImportChoices.NONE.withFilter(Optional.of("dataCenter")))
                .entries()
                .getFirst()
                .systemClass();
        assertThat(known.kind()).isEqualTo(SystemClass.Kind.DATA_CENTER);
        assertThat(known.text()).isEqualTo("dataCenter");
        assertThat(known.origin().map(ClassOrigin::source)).contains(ClassOrigin.Source.FILTER);
    }

    /** Spellings of counts and names that one list or another has; none of them names another GPU than it seems to. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "L40S (x4)|L40S:4",
                "L40S [4]|L40S:4",
                "L40S (qty: 4)|L40S:4",
                "4 NVIDIA L40S|L40S:4",
                "(4) L40S|L40S:4",
                "L40S, 4x|L40S:4",
                "L40S (4)L4 (8)|L40S:4,L4:8",
                "HGX-H100-8GPU|H100 SXM:8",
                "H100NVL (4)|H100 NVL:4",
                "A100SXM4 80GB (8)|A100 SXM4:8",
                "RTX6000 Ada (4)|RTX 6000 Ada Generation:4",
                "RTX PRO 6000 96GB Server Edition (8)|RTX PRO 6000 Blackwell Server Edition:8",
                "RTX A6000, A5000 (4)|RTX A6000:4,RTX A5000:4",
                "A100 40/80GB PCIe (4)|A100 PCIe:4",
                "L4OS (4)|L40S:4",
                "A1OO PCIe 8OGB (4)|A100 PCIe:4",
                "N/A|",
            })
    void readsSpellingsOfGpuCells(String cell, @org.jspecify.annotations.Nullable String expected) {
        Imported imported = imported(C + "HPE\tX1\t" + cell + "\tCPU (2)\tQualified\n", ImportChoices.NONE);
        String read = String.join(
                ",",
                imported.entries().stream()
                        .map(e -> e.gpu().canonical().orElse("null") + ":"
                                + (e.maxGpu().isPresent()
                                        ? Integer.toString(e.maxGpu().getAsInt())
                                        : "null"))
                        .toList());
        assertThat(read).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Partner Name|System Name|GPU Model|CPU|4",
                "Server Vendor|Server Model|NVIDIA GPUs Supported|Processor|4",
                "OEM|Model|NVIDIA GPU Model|# of GPUs (max)|4",
                "Partners\u00B9|System\u00B2|NVIDIA GPU (Max)\u00B3|CPU (Max)|4",
                "Partners sort|System|NVIDIA GPU (Max)|CPU (Max)|4",
                "Hersteller|Modell|GPU|CPU|4",
            })
    void recognisesHeadersByTheirWords(String vendor, String model, String gpu, String fourth, int fields) {
        Imported imported =
                imported("%s\t%s\t%s\t%s\nHPE\tX1\tL4\t2\n".formatted(vendor, model, gpu, fourth), ImportChoices.NONE);
        assertThat(imported.mapping().used()).hasSize(fields);
        assertThat(imported.entries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Items per page: 15|PAGER",
                "\u00AB 1 2 3 \u00BB|PAGER",
                "1 2 3 \u2026 10|PAGER",
                "Page 1/5|PAGER",
                "Load more|PAGER",
                "\u00B9 Liquid cooled only|FOOTNOTE",
                "[1] Requires liquid cooling|FOOTNOTE",
                "\u00A9 2026 NVIDIA Corporation|MESSAGE",
                "Last updated: 2026-11-01|MESSAGE",
                "https://example.com/catalog?page=2|MESSAGE",
            })
    void knowsRemarksForWhatTheyAre(String line, RowFate.Reason reason) {
        Imported imported =
                imported(C + "HPE\tX1\tL4 (1)\tCPU (2)\tQualified\n" + line + "\t\t\t\t\n", ImportChoices.NONE);
        assertThat(imported.fates().get(2))
                .isInstanceOfSatisfying(
                        RowFate.Skipped.class, s -> assertThat(s.reason()).isEqualTo(reason));
    }
}
