package org.sizewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.Field;
import org.sizewright.catalog.GpuAnswer;
import org.sizewright.catalog.GpuCandidate;
import org.sizewright.catalog.GpuForm;
import org.sizewright.catalog.GpuText;
import org.sizewright.catalog.ImportChoices;

class ImportMemoryTest {
    private static final ImportChoices CHOICES = ImportChoices.NONE
            .withColumns("partner|system|gpu", Map.of(Field.VENDOR, 0, Field.MODEL, 1, Field.GPU, 2))
            .withGpu(
                    GpuText.of("H100", "SXM5 Gen 5"),
                    new GpuAnswer.Meant(new GpuCandidate("H100", Optional.of(GpuForm.SXM), OptionalInt.of(80))))
            .withGpu(GpuText.of("Rubin", ""), new GpuAnswer.LeftOpen())
            .withVendor("HEWLETTPACKARDENT", "HPE")
            .withConflict(new EntryId("hpe/x1/l4-pcie"), new EntryId("hpe/x1/l4-pcie~3gpu-2cpu-qualified"))
            .withClass("hpe/x1", "Industrial Edge")
            .withConfirmed(new EntryId("hpe/x2/l4-pcie"), true);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void remembersAllThatHoldsForEveryList() {
        Path file = folder.resolve("deep").resolve("answers.json");
        ImportChoices all = CHOICES.withFilter(Optional.of("edge")).withDate(Optional.of(LocalDate.of(2026, 1, 1)));
        assertThat(ImportMemory.save(file, all)).isEmpty();
        ImportMemory.Loaded loaded = ImportMemory.load(file);
        assertThat(loaded.notice()).isEmpty();
        assertThat(loaded.choices()).isEqualTo(CHOICES).isEqualTo(all.lasting());
    }

    @Test
    void writesTheSameAnswersAsTheSameBytes() throws IOException {
        assertThat(ImportMemory.write(ImportMemory.parse(ImportMemory.write(CHOICES))))
                .isEqualTo(ImportMemory.write(CHOICES));
    }

    @Test
    void beginsWithoutAnswers() {
        assertThat(ImportMemory.load(folder.resolve("none.json")).choices()).isEqualTo(ImportChoices.NONE);
    }

    @Test
    void setsAsideWhatItCannotRead() throws IOException {
        Path file = folder.resolve("answers.json");
        for (String broken : new String[] {
            "{", "{\"format\":\"import-answers/9\"}", "{\"format\":\"import-answers/1\",\"gpus\":[{}]}"
        }) {
            Files.writeString(file, broken);
            ImportMemory.Loaded loaded = ImportMemory.load(file);
            assertThat(loaded.choices()).isEqualTo(ImportChoices.NONE);
            assertThat(loaded.notice()).isPresent();
            assertThat(Files.exists(file)).isFalse();
            assertThat(folder.resolve("answers.json.unreadable")).hasContent(broken);
        }
    }
}
