package org.sizewright.ui.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.catalog.Correction;
import org.sizewright.catalog.Facet;
import org.sizewright.catalog.Measure;
import org.sizewright.catalog.NumberRange;
import org.sizewright.catalog.Query;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FilterChips;

/** A query in words: a chip for everything that narrows, and what was taken for mistyped words. */
final class QueryWords {
    private static final String TEXT = "text";
    private static final String RANGE = "range-";

    /** More words than this are not told. */
    private static final int MOST_SHOWN = 3;

    private final CatalogWords words;
    private final Texts texts;

    QueryWords(CatalogWords words) {
        this.words = words;
        texts = words.texts();
    }

    /** The chips: text, ranges, then facets by name. */
    List<FilterChips.Filter> chips(Query query) {
        List<FilterChips.Filter> chips = new ArrayList<>();
        if (!query.text().isBlank()) {
            chips.add(new FilterChips.Filter(
                    TEXT, texts.get("catalog.filter.text", query.text().strip())));
        }
        for (Measure measure : Measure.values()) {
            NumberRange range = query.ranges().get(measure);
            if (range != null) {
                chips.add(new FilterChips.Filter(
                        RANGE + measure.facet().id(),
                        texts.get("catalog.filter", words.facet(measure.facet()), range(range))));
            }
        }
        query.chosen().entrySet().stream()
                .sorted(Comparator.comparing(chosen -> words.facet(chosen.getKey())))
                .forEach(chosen -> chips.add(
                        new FilterChips.Filter(chosen.getKey().id(), facet(chosen.getKey(), chosen.getValue()))));
        return chips;
    }

    /** The query without what the chip stands for. */
    static Query without(Query query, String chip) {
        if (chip.equals(TEXT)) {
            return query.withText("");
        }
        for (Measure measure : Measure.values()) {
            if (chip.equals(RANGE + measure.facet().id())) {
                return query.without(measure);
            }
        }
        Optional<Facet> facet = Facet.parse(chip);
        return facet.map(known -> query.with(known, Set.of())).orElse(query);
    }

    /** What was looked for in the place of mistyped words, in sentences. */
    String corrections(List<Correction> corrections) {
        return corrections.stream().map(this::sentence).collect(Collectors.joining(" "));
    }

    private String sentence(Correction correction) {
        List<String> shown = correction.shown().stream()
                .limit(MOST_SHOWN)
                .map(word -> "\u201c" + word + "\u201d")
                .toList();
        String key = switch (correction.kind()) {
            case TYPO -> "catalog.corrected";
            case SIMILAR -> "catalog.similar";
        };
        return texts.get(key, correction.typed(), words.anyOf(shown));
    }

    private String facet(Facet facet, Set<String> chosen) {
        if (facet == Facet.Known.FAVOURITE && chosen.equals(Set.of(Facet.YES))) {
            return texts.get("catalog.filter.favourites");
        }
        List<String> values =
                chosen.stream().map(value -> words.value(facet, value)).sorted().toList();
        return texts.get("catalog.filter", words.facet(facet), words.anyOf(values));
    }

    private String range(NumberRange range) {
        String known;
        if (range.least().isEmpty()) {
            known = texts.get("catalog.range.most", range.most().orElse(0));
        } else if (range.most().isEmpty()) {
            known = texts.get("catalog.range.least", range.least().getAsInt());
        } else {
            known = texts.get(
                    "catalog.range.both", range.least().getAsInt(), range.most().getAsInt());
        }
        return range.withUnknown() ? texts.get("catalog.or", known, words.unknown()) : known;
    }
}
