package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by text, facets and ranges. Everything that can be is prepared once per catalog, so that a keystroke over 20,000
 * entries, with all counts, stays within a frame.
 *
 * <p>Text: every word of the query must begin a word of the entry or, from three letters on, stand anywhere in one of its columns;
 * case, hyphens and spaces do not matter, so {@code xe 9680} and {@code XE-9680} find {@code PowerEdge XE9680}. A word that nothing
 * in the whole list has is forgiven one typo if it has four to seven letters, two from eight on; swapped neighbours are one typo;
 * digits are never a typo, so {@code A100} does not find {@code A10}. Only if that finds nothing either, names are shown that are
 * similar in letters and digits. The result says what was taken for what. What fits better comes first: whole words, then beginnings
 * of words, then the inside of words.
 *
 * <p>Facets: within a facet any chosen value, across facets and ranges all. A facet is counted over what everything but its own choice
 * leaves. An unknown value is the empty text.
 */
public final class CatalogSearch {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final List<CatalogEntry> entries;
    private final Map<EntryId, Integer> places;
    private final WordIndex words;
    private final Map<Facet, FacetColumn> columns;

    /**
     * What is known beside the list itself.
     *
     * @param cpus processor families
     * @param gpus form and memory of an entry's GPU
     * @param toCheck the entries whose rows a person should look at
     */
    public record Context(CpuFamilies cpus, Function<CatalogEntry, GpuFacts> gpus, Set<EntryId> toCheck) {
        public Context {
            Objects.requireNonNull(cpus, "cpus");
            Objects.requireNonNull(gpus, "gpus");
            toCheck = Set.copyOf(toCheck);
        }
    }

    private CatalogSearch(Catalog catalog, Context context) {
        entries = catalog.entries();
        places = new HashMap<>();
        WordIndex.Builder builder = new WordIndex.Builder();
        for (CatalogEntry entry : entries) {
            places.put(entry.id(), places.size());
            builder.add(texts(entry));
        }
        words = builder.build();
        columns = columns(context);
    }

    /** Prepares the catalog for queries. */
    public static CatalogSearch of(Catalog catalog, Context context) {
        return new CatalogSearch(catalog, context);
    }

    /** The same, with nothing known beside the list. */
    public static CatalogSearch of(Catalog catalog, CpuFamilies cpus) {
        return of(catalog, new Context(cpus, GpuFacts::stated, Set.of()));
    }

    /** What the list can be narrowed and sorted by: what every list has, then its further columns in their order. */
    public List<Facet> facets() {
        return List.copyOf(columns.keySet());
    }

    /** Runs a query without favourites. */
    public SearchResult find(Query query) {
        return find(query, Set.of());
    }

    /** Runs a query. */
    public SearchResult find(Query query, Set<EntryId> favourites) {
        List<WordMatch> matches = match(query.text());
        Bits byText = Bits.all(entries.size());
        matches.forEach(match -> byText.keep(match.all()));
        Map<Facet, FacetColumn> counted = new LinkedHashMap<>(columns);
        counted.put(Facet.Known.FAVOURITE, flags(Facet.Known.FAVOURITE, favourites));
        Map<Object, Bits> narrowed = narrowed(query, counted, entries.size());

        int[] found = within(byText, narrowed, null).toArray();
        Map<Facet, FacetCounts> facets = new HashMap<>();
        counted.forEach((facet, column) -> {
            int[] some = narrowed.containsKey(facet)
                    ? within(byText, narrowed, facet).toArray()
                    : found;
            facets.put(facet, new FacetCounts(column, column.count(some), query.chosen(facet)));
        });
        Map<Measure, SearchResult.RangeCounts> ranges = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            FacetColumn column = counted.get(measure.facet());
            if (column != null) {
                int[] some = narrowed.containsKey(measure)
                        ? within(byText, narrowed, measure).toArray()
                        : found;
                ranges.put(measure, range(new FacetCounts(column, column.count(some), Set.of())));
            }
        }
        return new SearchResult(
                query,
                entries,
                ordered(query.order(), found, matches, counted),
                facets,
                ranges,
                matches.stream().flatMap(match -> match.correction().stream()).toList());
    }

    private List<WordMatch> match(String text) {
        return SPACE.splitAsStream(text)
                .filter(word -> !Cleaning.letters(word).isEmpty())
                .map(words::find)
                .toList();
    }

    /** What each choice and each range that is set lets through, by facet or measure. */
    private static Map<Object, Bits> narrowed(Query query, Map<Facet, FacetColumn> columns, int size) {
        Map<Object, Bits> narrowed = new LinkedHashMap<>();
        query.chosen().forEach((facet, values) -> {
            FacetColumn column = columns.get(facet);
            if (column != null) {
                narrowed.put(facet, column.having(values));
            } else {
                // a filter saved on a list with other columns: here it is unknown throughout
                narrowed.put(facet, values.contains("") ? Bits.all(size) : new Bits(size));
            }
        });
        query.ranges().forEach((measure, range) -> {
            FacetColumn column = columns.get(measure.facet());
            if (column != null) {
                narrowed.put(measure, column.having(range));
            }
        });
        return narrowed;
    }

    private static Bits within(Bits byText, Map<Object, Bits> narrowed, @Nullable Object except) {
        Bits all = byText.copy();
        narrowed.forEach((by, passing) -> {
            if (!by.equals(except)) {
                all.keep(passing);
            }
        });
        return all;
    }

    private static SearchResult.RangeCounts range(FacetCounts counts) {
        List<Integer> ends = counts.ends();
        return new SearchResult.RangeCounts(
                ends.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ends.getFirst()),
                ends.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ends.getLast()),
                counts.unknown());
    }

    private int[] ordered(Order order, int[] found, List<WordMatch> matches, Map<Facet, FacetColumn> columns) {
        return switch (order) {
            case Order.BestFirst best -> bestFirst(found, matches);
            case Order.By by -> {
                FacetColumn column = columns.get(by.facet());
                int[] first = bestFirst(found, matches);
                yield column == null ? first : column.sort(first, by.upwards());
            }
            case Order.ByRow row -> {
                int[] rows = found.clone();
                if (!row.upwards()) {
                    for (int i = 0; i < found.length; i++) {
                        rows[i] = found[found.length - 1 - i];
                    }
                }
                yield rows;
            }
        };
    }

    /** By the sum of the words' ranks, equal ones in their order. */
    private static int[] bestFirst(int[] found, List<WordMatch> matches) {
        if (matches.stream().allMatch(match -> match.groups().size() == 1)) {
            return found;
        }
        int worst = matches.stream().mapToInt(match -> match.groups().size()).sum();
        int[] ranks = new int[found.length];
        int[] starts = new int[worst + 2];
        for (int i = 0; i < found.length; i++) {
            for (WordMatch match : matches) {
                ranks[i] += match.rank(found[i]);
            }
            starts[ranks[i] + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] sorted = new int[found.length];
        for (int i = 0; i < found.length; i++) {
            sorted[starts[ranks[i]]++] = found[i];
        }
        return sorted;
    }

    private FacetColumn flags(Facet facet, Set<EntryId> yes) {
        return FacetColumn.flags(facet, entries.size(), places(yes));
    }

    private int[] places(Set<EntryId> ids) {
        return ids.stream()
                .filter(places::containsKey)
                .mapToInt(id -> places.getOrDefault(id, 0))
                .toArray();
    }

    private Map<Facet, FacetColumn> columns(Context context) {
        List<GpuFacts> gpus = entries.stream().map(context.gpus()).toList();
        Map<Facet, FacetColumn> all = new LinkedHashMap<>();
        for (Facet.Known facet : Facet.Known.values()) {
            all.put(facet, column(facet, gpus, context));
        }
        Set<String> extras = new LinkedHashSet<>();
        entries.forEach(entry -> extras.addAll(entry.extra().keySet()));
        for (String extra : extras) {
            Facet facet = new Facet.Extra(extra);
            all.put(facet, words(facet, entry -> entry.extra().getOrDefault(extra, "")));
        }
        return all;
    }

    private FacetColumn column(Facet.Known facet, List<GpuFacts> gpus, Context context) {
        return switch (facet) {
            case VENDOR -> words(facet, CatalogEntry::vendor);
            case MODEL -> words(facet, CatalogEntry::model);
            case GPU -> words(facet, entry -> entry.gpu().canonical().orElse(""));
            case FORM ->
                FacetColumn.of(
                        facet, gpus.stream().map(gpu -> gpu.form().orElse("")).toList(), FacetColumn.WORDS);
            case MEMORY ->
                FacetColumn.of(
                        facet, gpus.stream().map(gpu -> count(gpu.memoryGb())).toList(), FacetColumn.NUMBERS);
            case MAX_GPU -> values(facet, entry -> count(entry.maxGpu()), FacetColumn.NUMBERS);
            case CPU_FAMILY -> {
                Map<String, String> families = new HashMap<>();
                yield words(facet, entry -> families.computeIfAbsent(entry.cpu(), context.cpus()::familyOf));
            }
            case CPU -> words(facet, CatalogEntry::cpu);
            case MAX_CPU -> values(facet, entry -> count(entry.maxCpu()), FacetColumn.NUMBERS);
            case VALIDATION -> values(facet, CatalogSearch::validation, FacetColumn.VALIDATIONS);
            case SYSTEM_CLASS -> words(facet, entry -> entry.systemClass().text());
            case TO_CHECK -> flags(facet, context.toCheck());
            case FAVOURITE -> flags(facet, Set.of());
        };
    }

    private FacetColumn words(Facet facet, Function<CatalogEntry, String> value) {
        return values(facet, value, FacetColumn.WORDS);
    }

    private FacetColumn values(Facet facet, Function<CatalogEntry, String> value, Comparator<String> order) {
        return FacetColumn.of(facet, entries.stream().map(value).toList(), order);
    }

    private static String validation(CatalogEntry entry) {
        return entry.validation() == Validation.UNKNOWN
                ? ""
                : entry.validation().name();
    }

    private static List<String> texts(CatalogEntry entry) {
        List<String> texts = new ArrayList<>(List.of(
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
        texts.addAll(entry.extra().values());
        texts.addAll(entry.raw().text());
        return texts;
    }

    private static String count(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "";
    }
}
