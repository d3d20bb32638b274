package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.catalog.ImportResult.Imported;

final class ImportReportTest {
    private final Imported imported = Samples.sample("qsc-messy.xlsx");

    @Test
    void reportsEntriesAndFates() {
        JsonNode report = ImportReport.toJson(imported);
        assertThat(report.get("entries").get(7).toString())
                .isEqualTo(
                        "{\"row\":11,\"vendor\":\"Dell Technologies\",\"model\":\"PowerEdge XE9680\",\"gpu\":\"H100\",\"form\":\"SXM\","
                                + "\"memoryGb\":null,\"maxGpu\":8,\"cpu\":\"Intel Xeon Scalable\",\"maxCpu\":2,\"validation\":\"CERTIFIED\"}");
        assertThat(report.get("merged").toString()).isEqualTo("[12]");
        assertThat(report.get("skipped").get(3).toString()).isEqualTo("{\"row\":21,\"reason\":\"repeated-header\"}");
        assertThat(report.get("header").asInt()).isEqualTo(4);
        List<Integer> attention = new ArrayList<>();
        report.get("attention").forEach(node -> {
            attention.add(node.get("row").asInt());
            assertThat(node.get("why").asText()).endsWith(".");
        });
        assertThat(attention).containsExactly(15, 16, 18, 23, 24, 25, 26);
    }

    @Test
    void entriesReadBackEqual() throws IOException {
        for (String file : List.of("qsc-messy.xlsx", "qsc-2023-layout-clean.csv", "certified-systems-join.csv")) {
            for (CatalogEntry entry : Samples.sample(file).entries()) {
                String text = CatalogEntryCodec.toJson(entry).toString();
                CatalogEntry back = CatalogEntryCodec.fromJson(new ObjectMapper().readTree(text));
                assertThat(back).isEqualTo(entry);
                assertThat(CatalogEntryCodec.toJson(back).toString()).isEqualTo(text);
            }
        }
    }

    @Test
    void refusesABrokenEntry() {
        ObjectNode node = CatalogEntryCodec.toJson(imported.entries().getFirst());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogEntryCodec.fromJson(node.deepCopy().put("maxGpu", "many")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogEntryCodec.fromJson(node.deepCopy().put("maxGpu", 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogEntryCodec.fromJson(node.deepCopy().without("gpu")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogEntryCodec.fromJson(node.deepCopy().put("validation", "SURE")));
    }

    @Test
    void findsEntriesById() {
        Catalog catalog = imported.toCatalog("messy", LocalDate.of(2026, 11, 20));
        assertThat(catalog.entries()).allMatch(entry -> catalog.find(entry.id()).orElseThrow() == entry);
        assertThat(catalog.find(new EntryId("no/such/entry"))).isEmpty();
        assertThat(catalog.find(new EntryId("dell-technologies/poweredgexe9680/h100-sxm")))
                .isPresent();
    }
}
