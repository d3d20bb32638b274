package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.catalog.CatalogSearch.FacetCount;
import org.sizewright.catalog.CatalogSearch.Query;

final class CatalogSearchTest {
    private final Catalog catalog =
            Samples.sample("qsc-2026-marketplace-layout-clean.csv").toCatalog("2026", LocalDate.of(2026, 11, 20));
    private final CatalogSearch search = CatalogSearch.of(catalog, Samples.RULES.cpus());

    private List<CatalogEntry> find(String text) {
        return search.find(Query.ALL.withText(text)).entries();
    }

    @Test
    void findsAllWithoutAQuestion() {
        assertThat(find("")).isEqualTo(catalog.entries());
        assertThat(find("  - ")).isEqualTo(catalog.entries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xe9680", "XE 9680", "xe-9680", "PowerEdge XE9680", "power edge 9680", "dell xe96"})
    void toleratesSpelling(String text) {
        assertThat(find(text)).isNotEmpty().allMatch(entry -> entry.model().startsWith("PowerEdge XE9680"));
    }

    @ParameterizedTest
    @CsvSource({"h200nvl,H200 NVL", "h200 nvl,H200 NVL", "rtx-pro-6000,RTX PRO 6000 Blackwell Server Edition"})
    void searchesGpus(String text, String gpu) {
        assertThat(find(text))
                .isNotEmpty()
                .allMatch(e -> e.gpu().canonical().orElseThrow().equals(gpu));
    }

    @Test
    void wantsEveryWord() {
        assertThat(find("dell l40s")).hasSize(1);
        assertThat(find("dell nonsense")).isEmpty();
        assertThat(find("gabyte")).as("part of a word").isNotEmpty();
        assertThat(find("yt")).as("two letters must begin a word").isEmpty();
    }

    @Test
    void countsAFacetOverWhatTheOtherFacetsLeave() {
        Query dell = Query.ALL.with(Facet.VENDOR, Set.of("Dell Technologies"));
        CatalogSearch.Result result = search.find(dell);
        assertThat(result.entries()).hasSize(11);
        assertThat(counts(result, Facet.VENDOR))
                .as("its own choice does not narrow a facet")
                .containsEntry("HPE", 20)
                .containsEntry("Dell Technologies", 11);
        assertThat(counts(result, Facet.GPU).values().stream().mapToInt(i -> i).sum())
                .isEqualTo(11);

        CatalogSearch.Result both = search.find(dell.with(Facet.GPU, Set.of("L40S", "H200 NVL")));
        assertThat(both.entries()).hasSize(3);
        assertThat(counts(both, Facet.VENDOR).get("Dell Technologies")).isEqualTo(3);
        assertThat(counts(both, Facet.GPU)).isEqualTo(counts(result, Facet.GPU));
    }

    /** The fast counting agrees with the plain definition for every pair of choices. */
    @Test
    void countsAgreeWithTheDefinition() {
        for (FacetCount gpu : search.find(Query.ALL).facets().getOrDefault(Facet.GPU, List.of())) {
            Query query = new Query("8", Map.of(Facet.GPU, Set.of(gpu.value()), Facet.VALIDATION, Set.of("CERTIFIED")));
            CatalogSearch.Result result = search.find(query);
            for (Facet facet : Facet.values()) {
                counts(result, facet)
                        .forEach((value, count) -> assertThat(search.find(query.with(facet, Set.of(value)))
                                        .entries())
                                .as("%s=%s", facet, value)
                                .hasSize(count));
            }
        }
    }

    @Test
    void listsTheUnknownAsAValueOfItsOwn() {
        assertThat(counts(search.find(Query.ALL), Facet.MAX_GPU)).containsEntry("", 2);
        assertThat(search.find(Query.ALL.with(Facet.MAX_GPU, Set.of(""))).entries())
                .hasSize(2);
    }

    @Test
    void aClassThatNoListStatesIsUnknownEverywhere() {
        assertThat(counts(search.find(Query.ALL), Facet.SYSTEM_CLASS))
                .containsOnly(Map.entry("", catalog.entries().size()));
    }

    @Test
    void groupsProcessors() {
        assertThat(counts(search.find(Query.ALL), Facet.CPU_FAMILY))
                .containsOnlyKeys("AMD EPYC", "Intel Xeon", "NVIDIA Grace", "Intel Core");
    }

    @Test
    void sortsCountsByNumber() {
        assertThat(search.find(Query.ALL).facets().getOrDefault(Facet.MAX_GPU, List.of()).stream()
                        .map(FacetCount::value))
                .containsExactly("1", "2", "3", "4", "8", "10", "");
    }

    private static Map<String, Integer> counts(CatalogSearch.Result result, Facet facet) {
        return result.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
    }
}
