package org.sizewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.catalog.Facet.Known;

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
        Query dell = Query.ALL.with(Known.VENDOR, Set.of("Dell Technologies"));
        SearchResult result = search.find(dell);
        assertThat(result.entries()).hasSize(11);
        assertThat(counts(result, Known.VENDOR))
                .as("its own choice does not narrow a facet")
                .containsEntry("HPE", 20)
                .containsEntry("Dell Technologies", 11);
        assertThat(counts(result, Known.GPU).values().stream().mapToInt(i -> i).sum())
                .isEqualTo(11);

        SearchResult both = search.find(dell.with(Known.GPU, Set.of("L40S", "H200 NVL")));
        assertThat(both.entries()).hasSize(3);
        assertThat(counts(both, Known.VENDOR).get("Dell Technologies")).isEqualTo(3);
        assertThat(counts(both, Known.GPU)).isEqualTo(counts(result, Known.GPU));
    }

    /** The fast counting agrees with the plain definition, for every value under every choice of a GPU, a text and a range. */
    @Test
    void countsAgreeWithTheDefinition() {
        for (FacetCounts.Count gpu : facet(search.find(Query.ALL), Known.GPU).all()) {
            Query query = Query.ALL
                    .withText("8")
                    .with(Known.GPU, Set.of(gpu.value()))
                    .with(Known.VALIDATION, Set.of("CERTIFIED"))
                    .with(Measure.MAX_GPU, NumberRange.of(2, 8).withUnknown(true));
            SearchResult result = search.find(query);
            for (Facet facet : search.facets()) {
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
        assertThat(counts(search.find(Query.ALL), Known.MAX_GPU)).containsEntry("", 2);
        assertThat(search.find(Query.ALL.with(Known.MAX_GPU, Set.of(""))).entries())
                .hasSize(2);
    }

    @Test
    void aClassThatNoListStatesIsUnknownEverywhere() {
        assertThat(counts(search.find(Query.ALL), Known.SYSTEM_CLASS))
                .containsOnly(Map.entry("", catalog.entries().size()));
    }

    @Test
    void groupsProcessors() {
        assertThat(counts(search.find(Query.ALL), Known.CPU_FAMILY))
                .containsOnlyKeys("AMD EPYC", "Intel Xeon", "NVIDIA Grace", "Intel Core");
    }

    @Test
    void sortsCountsByNumber() {
        assertThat(facet(search.find(Query.ALL), Known.MAX_GPU).all().stream().map(FacetCounts.Count::value))
                .containsExactly("1", "2", "3", "4", "8", "10", "");
    }

    @ParameterizedTest
    @CsvSource({
        "supermcro,Supermicro",
        "suprmicro,Supermicro",
        "Supremicro,Supermicro",
        "supermcr,Supermicro",
        "poweregde,PowerEdge",
        "lenvo,Lenovo",
        "ornaments,''",
        "hpx,''"
    })
    void forgivesTyposInLettersAndSaysSo(String typed, String shown) {
        SearchResult result = search.find(Query.ALL.withText(typed));
        if (shown.isEmpty()) {
            assertThat(result.entries()).isEmpty();
            assertThat(result.corrections()).isEmpty();
            return;
        }
        assertThat(result.corrections()).containsExactly(new Correction(typed, List.of(shown), Correction.Kind.TYPO));
        assertThat(result.entries()).isEqualTo(find(shown));
    }

    @ParameterizedTest
    @CsvSource({"xe9680", "h200", "dell", "a+"})
    void whatIsThereAsTypedIsNeverCorrected(String typed) {
        SearchResult result = search.find(Query.ALL.withText(typed));
        assertThat(result.entries()).isNotEmpty();
        assertThat(result.corrections()).isEmpty();
    }

    @Test
    void onlyTheMistypedWordIsCorrected() {
        SearchResult result = search.find(Query.ALL.withText("supermcro h200"));
        assertThat(result.entries()).isNotEmpty().isEqualTo(find("supermicro h200"));
        assertThat(result.corrections()).extracting(Correction::typed).containsExactly("supermcro");
    }

    @Test
    void digitsAreNoTypos() {
        CatalogSearch small = gpus("A10", "A100", "A800", "L40");
        assertThat(small.find(Query.ALL.withText("A100")).entries())
                .extracting(CatalogEntry::model)
                .containsExactly("With A100");
        CatalogSearch without = gpus("A10", "A800", "L40");
        SearchResult similar = without.find(Query.ALL.withText("A100"));
        assertThat(similar.corrections()).hasSize(1);
        assertThat(similar.corrections().getFirst().kind()).isEqualTo(Correction.Kind.SIMILAR);
        assertThat(similar.entries()).extracting(CatalogEntry::model).containsExactly("With A10", "With A800");
    }

    @Test
    void whatFitsBetterComesFirst() {
        CatalogSearch small = gpus("A100", "A10", "RTX A1000");
        assertThat(small.find(Query.ALL.withText("a10")).entries())
                .extracting(CatalogEntry::model)
                .containsExactly("With A10", "With A100", "With RTX A1000");
    }

    private static CatalogSearch gpus(String... names) {
        StringBuilder list = new StringBuilder("Partner,System,NVIDIA GPU\n");
        for (String name : names) {
            list.append("Maker,With ").append(name).append(',').append(name).append('\n');
        }
        Catalog some = Samples.text(list.toString()).toCatalog("some", LocalDate.of(2026, 11, 20));
        return CatalogSearch.of(some, Samples.RULES.cpus());
    }

    @Test
    void aRangeLeavesOutTheUnknownUnlessItIsAskedFor() {
        Query four = Query.ALL.with(Measure.MAX_GPU, NumberRange.atLeast(4));
        SearchResult result = search.find(four);
        assertThat(result.entries())
                .isNotEmpty()
                .allMatch(entry -> entry.maxGpu().orElse(0) >= 4);
        assertThat(result.range(Measure.MAX_GPU).unknown()).isEqualTo(2);
        assertThat(result.range(Measure.MAX_GPU).most()).hasValue(10);
        Query withUnknown =
                Query.ALL.with(Measure.MAX_GPU, NumberRange.atLeast(4).withUnknown(true));
        assertThat(search.find(withUnknown).size()).isEqualTo(result.size() + 2);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void sortsByAnyFacetWithTheUnknownLast(boolean upwards) {
        for (Facet facet : search.facets()) {
            List<CatalogEntry> sorted =
                    search.find(Query.ALL.with(new Order.By(facet, upwards))).entries();
            assertThat(sorted).as(facet.id()).containsExactlyInAnyOrderElementsOf(catalog.entries());
        }
        List<Integer> counts = search.find(Query.ALL.with(new Order.By(Known.MAX_GPU, upwards))).entries().stream()
                .map(entry -> entry.maxGpu().orElse(upwards ? 1000 : 0))
                .toList();
        assertThat(counts).isSortedAccordingTo(upwards ? Comparator.naturalOrder() : Comparator.reverseOrder());
        assertThat(counts.getLast()).isEqualTo(upwards ? 1000 : 0);
    }

    @Test
    void furtherColumnsAreFacetsAndFound() {
        Catalog some = Samples.text("""
                Partner,System,NVIDIA GPU,Cooling,NVlink Bridge
                Maker,One,L4,liquid,Yes
                Maker,Two,L4,air,
                """).toCatalog("some", LocalDate.of(2026, 11, 20));
        CatalogSearch small = CatalogSearch.of(some, Samples.RULES.cpus());
        Facet cooling = new Facet.Extra("Cooling");
        assertThat(small.facets()).contains(cooling, new Facet.Extra("nvlinkBridge"));
        assertThat(counts(small.find(Query.ALL), cooling)).containsOnly(Map.entry("liquid", 1), Map.entry("air", 1));
        assertThat(small.find(Query.ALL.withText("liqiud")).entries()).hasSize(1);
        assertThat(small.find(Query.ALL.with(new Facet.Extra("Site"), Set.of("Berlin")))
                        .entries())
                .as("a column that this list does not have")
                .isEmpty();
    }

    @Test
    void favouritesAreAFacetOfTheMoment() {
        EntryId one = catalog.entries().get(7).id();
        Query only = Query.ALL.with(Known.FAVOURITE, Set.of(Facet.YES));
        assertThat(search.find(only, Set.of(one)).entries())
                .extracting(CatalogEntry::id)
                .containsExactly(one);
        assertThat(search.find(only).entries()).isEmpty();
    }

    @Test
    void listsTheFirstValuesAndEveryChosenOne() {
        FacetCounts vendors = facet(search.find(Query.ALL.with(Known.VENDOR, Set.of("Nobody"))), Known.VENDOR);
        assertThat(vendors.top(2, ""))
                .extracting(FacetCounts.Count::value)
                .hasSize(3)
                .contains("Nobody");
        assertThat(vendors.top(9, "micro")).extracting(FacetCounts.Count::value).contains("Supermicro", "Nobody");
    }

    private static FacetCounts facet(SearchResult result, Facet facet) {
        return result.facet(facet).orElseThrow();
    }

    private static Map<String, Integer> counts(SearchResult result, Facet facet) {
        return facet(result, facet).all().stream()
                .collect(Collectors.toMap(FacetCounts.Count::value, FacetCounts.Count::count));
    }
}
