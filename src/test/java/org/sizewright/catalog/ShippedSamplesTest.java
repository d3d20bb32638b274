package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.catalog.ImportResult.Imported;
import org.sizewright.table.Limits;
import org.sizewright.table.TableReader;

/** The lists that are shipped with the program. */
final class ShippedSamplesTest {
    private static Imported shipped(String name) {
        byte[] bytes = Samples.bytes("/assets/samples/catalogs/" + name);
        ImportResult result = Samples.result(TableReader.read(bytes, name, Limits.STANDARD), name);
        assertThat(result).isInstanceOf(Imported.class);
        return (Imported) result;
    }

    @ParameterizedTest
    @CsvSource({"2023,228", "2026,86"})
    void workbookAndTextHoldTheSame(String layout, int rows) {
        Imported xlsx = shipped("sample-catalog-" + layout + "-layout.xlsx");
        Imported csv = shipped("sample-catalog-" + layout + "-layout.csv");
        assertThat(ids(xlsx)).isEqualTo(ids(csv));
        assertThat(xlsx.rows()).isEqualTo(csv.rows()).isEqualTo(rows + 3);
        assertThat(xlsx.count(RowFate.Skipped.class)).isEqualTo(2);
    }

    private static List<EntryId> ids(Imported imported) {
        return imported.entries().stream().map(CatalogEntry::id).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample-catalog-2023-layout.xlsx", "sample-catalog-2026-layout.csv"})
    void sayThatTheirValidationTypesAreSynthetic(String name) {
        RowFate second = shipped(name).fates().get(1);
        assertThat(second).isInstanceOfSatisfying(RowFate.Skipped.class, skipped -> {
            assertThat(skipped.reason()).isEqualTo(RowFate.Reason.MESSAGE);
            assertThat(skipped.raw().text().getFirst()).contains("validation types in this sample are synthetic");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "2023,dell-technologies/poweredgexe9680/h100-sxm",
        "2023,supermicro/sys821getnhr/h100-sxm",
        "2023,dell-technologies/poweredgexe7745/h200-nvl",
        "2023,dell-technologies/poweredger760xa/l40s-pcie",
        "2026,dell-technologies/poweredgexe9680/h100-sxm",
        "2026,dell-technologies/poweredgexe7745/h200-nvl",
        "2026,dell-technologies/poweredgexe7745/rtx-pro-6000-blackwell-server-edition-pcie",
        "2026,lenovo/thinksystemsr675v3/h200-nvl",
        "2026,lenovo/thinksystemsr675v3/l40s-pcie",
        "2026,supermicro/sys421getnrt3/l40s-pcie",
    })
    void holdTheServersThatExamplesUse(String layout, String id) {
        assertThat(ids(shipped("sample-catalog-" + layout + "-layout.xlsx"))).contains(new EntryId(id));
    }

    @Test
    void holdTheRealRowsOf2026First() {
        assertThat(shipped("sample-catalog-2026-layout.xlsx").entries().subList(0, 7))
                .allMatch(entry -> entry.gpu().chip().orElseThrow().equals("GH200"))
                .allMatch(entry -> entry.validation() == Validation.CERTIFIED);
    }
}
