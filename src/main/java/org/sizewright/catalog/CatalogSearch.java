package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds entries by text and by facets. Everything that can be is prepared once per catalog; a query only scans the prepared keys.
 *
 * <p>Text: every word of the query must begin a word of the entry or, from three letters on, stand anywhere in one of its columns;
 * case, hyphens and spaces do not matter, so {@code xe 9680} and {@code XE-9680} find {@code PowerEdge XE9680}. Facets: within a facet
 * any chosen value, across facets all. An unknown value is the empty text.
 */
public final class CatalogSearch {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final int ANYWHERE_FROM = 3;
    private static final Facet[] FACETS = Facet.values();

    private final List<Prepared> entries;

    private CatalogSearch(List<Prepared> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * What is asked for.
     *
     * @param text words, may be empty
     * @param chosen the chosen values of each facet; a facet without values does not narrow
     */
    public record Query(String text, Map<Facet, Set<String>> chosen) {
        public static final Query ALL = new Query("", Map.of());

        public Query {
            Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
            chosen.forEach((facet, values) -> {
                if (!values.isEmpty()) {
                    copy.put(facet, Set.copyOf(values));
                }
            });
            chosen = Map.copyOf(copy);
        }

        public Query withText(String other) {
            return new Query(other, chosen);
        }

        public Query with(Facet facet, Set<String> values) {
            Map<Facet, Set<String>> other = new EnumMap<>(Facet.class);
            other.putAll(chosen);
            other.put(facet, values);
            return new Query(text, other);
        }
    }

    /**
     * One value of a facet.
     *
     * @param value the value, empty if the list does not say
     * @param count entries with it among those that text and the other facets leave
     */
    public record FacetCount(String value, int count) {}

    /**
     * What was found.
     *
     * @param entries the entries, in the catalog's order
     * @param facets for each facet its values with counts: most frequent first, counts of GPUs by number; chosen values always listed
     */
    public record Result(List<CatalogEntry> entries, Map<Facet, List<FacetCount>> facets) {
        public Result {
            entries = List.copyOf(entries);
            facets = Map.copyOf(facets);
        }
    }

    private record Prepared(CatalogEntry entry, String beginnings, String columns, List<String> facetValues) {}

    /** Prepares the catalog for queries. */
    public static CatalogSearch of(Catalog catalog, CpuFamilies cpus) {
        return new CatalogSearch(
                catalog.entries().stream().map(entry -> prepare(entry, cpus)).toList());
    }

    /** Runs a query. */
    public Result find(Query query) {
        List<String> words = SPACE.splitAsStream(query.text())
                .map(Cleaning::letters)
                .filter(word -> !word.isEmpty())
                .toList();
        List<Set<String>> chosen = Stream.of(FACETS)
                .map(facet -> query.chosen().getOrDefault(facet, Set.of()))
                .toList();
        List<Map<String, Integer>> counts = new ArrayList<>();
        for (Set<String> values : chosen) {
            Map<String, Integer> facetCounts = new LinkedHashMap<>();
            values.forEach(value -> facetCounts.put(value, 0));
            counts.add(facetCounts);
        }
        List<CatalogEntry> found = new ArrayList<>();
        for (Prepared prepared : entries) {
            if (matches(prepared, words)) {
                count(prepared, chosen, counts, found);
            }
        }
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : FACETS) {
            facets.put(facet, sorted(facet, counts.get(facet.ordinal())));
        }
        return new Result(found, facets);
    }

    /** Counts an entry in every facet whose other facets let it through. */
    private static void count(
            Prepared prepared, List<Set<String>> chosen, List<Map<String, Integer>> counts, List<CatalogEntry> found) {
        int refusals = 0;
        int refusing = -1;
        for (int facet = 0; facet < FACETS.length; facet++) {
            Set<String> values = chosen.get(facet);
            if (!values.isEmpty() && !values.contains(prepared.facetValues().get(facet))) {
                refusals++;
                refusing = facet;
            }
        }
        if (refusals == 0) {
            found.add(prepared.entry());
        }
        for (int facet = 0; facet < FACETS.length; facet++) {
            if (refusals == 0 || (refusals == 1 && refusing == facet)) {
                counts.get(facet).merge(prepared.facetValues().get(facet), 1, Integer::sum);
            }
        }
    }

    private static boolean matches(Prepared prepared, List<String> words) {
        for (String word : words) {
            boolean found = prepared.beginnings().contains(" " + word)
                    || (word.length() >= ANYWHERE_FROM && prepared.columns().contains(word));
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static List<FacetCount> sorted(Facet facet, Map<String, Integer> counts) {
        Comparator<FacetCount> order = facet == Facet.MAX_GPU
                ? Comparator.comparingInt(
                        value -> value.value().isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(value.value()))
                : Comparator.comparingInt(FacetCount::count)
                        .reversed()
                        .thenComparing(value -> value.value().toLowerCase(Locale.ROOT))
                        .thenComparing(FacetCount::value);
        return counts.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(order)
                .toList();
    }

    private static Prepared prepare(CatalogEntry entry, CpuFamilies cpus) {
        List<String> columns = new ArrayList<>(List.of(
                entry.vendor(),
                entry.model(),
                entry.gpu().displayName(),
                entry.gpu().text(),
                entry.gpu().form().map(GpuForm::text).orElse(""),
                count(entry.maxGpu()),
                entry.cpu(),
                count(entry.maxCpu()),
                entry.validationText(),
                entry.systemClass().text()));
        columns.addAll(entry.extra().values());
        columns.addAll(entry.raw().text());
        StringBuilder beginnings = new StringBuilder();
        StringBuilder joined = new StringBuilder();
        for (String column : columns) {
            // a line break keeps words of different columns apart
            beginnings
                    .append(' ')
                    .append(Cleaning.words(column).toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(Cleaning.letters(column));
            joined.append('\n').append(Cleaning.letters(column));
        }
        List<String> facets = List.of(
                entry.vendor(),
                entry.gpu().canonical().orElse(""),
                entry.validation().name(),
                entry.gpu().form().map(GpuForm::text).orElse(""),
                cpus.familyOf(entry.cpu()),
                count(entry.maxGpu()),
                entry.systemClass().text());
        return new Prepared(entry, beginnings.toString(), joined.toString(), facets);
    }

    private static String count(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "";
    }
}
