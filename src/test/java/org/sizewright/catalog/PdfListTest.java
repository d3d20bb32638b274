package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PdfListTest {
    /** The PDF holds the first 60 rows of the same list; a wrapped processor cell is one cell again. */
    @Test
    void readsTheSameServersAsTheWorkbook() {
        List<String> fromPdf = described(Samples.sample("qsc-2023-layout-clean.pdf"));
        List<String> fromCsv = described(Samples.sample("qsc-2023-layout-clean.csv"));
        // one of the 60 says what another one said
        assertThat(fromPdf).hasSize(59).isEqualTo(fromCsv.subList(0, 59));
    }

    private static List<String> described(ImportResult.Imported list) {
        return list.entries().stream()
                .map(entry -> String.join(
                        "|",
                        entry.vendor(),
                        entry.model(),
                        entry.gpu().displayName(),
                        entry.maxGpu().toString(),
                        entry.cpu(),
                        entry.maxCpu().toString(),
                        entry.validation().toString()))
                .toList();
    }
}
