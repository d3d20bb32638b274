package org.sizewright.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What columns are called: whole names, and for names not seen before the words of which they may consist. */
public final class HeaderWords {
    /** longer texts are no column names */
    private static final int LONGEST = 60;

    private static final int BY_WORDS = 1000;
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}#]+");

    private final Map<String, Map<Field, Integer>> byKey = new HashMap<>();
    private final Map<Field, Words> byWords;
    /** how names begin: tells nearly all other cells from a name without looking further */
    private final Set<String> openings = new HashSet<>();

    /**
     * Words of one field's names, without plural s.
     *
     * @param must lists of words, from each of which a name has one
     * @param may what else a name may consist of
     */
    record Words(List<Set<String>> must, Set<String> may) {
        Words {
            must = must.stream().map(Set::copyOf).toList();
            Set<String> all = new HashSet<>(may);
            must.forEach(all::addAll);
            may = Set.copyOf(all);
        }

        boolean fit(List<String> words) {
            return may.containsAll(words)
                    && must.stream().allMatch(some -> words.stream().anyMatch(some::contains));
        }
    }

    /** @param names for each field its names, the strongest first */
    HeaderWords(Map<Field, List<String>> names, Map<Field, Words> byWords) {
        names.forEach((field, all) -> {
            for (int rank = 0; rank < all.size(); rank++) {
                byKey.computeIfAbsent(Columns.key(all.get(rank)), key -> new HashMap<>())
                        .putIfAbsent(field, rank);
                openings.add(opening(all.get(rank)));
            }
        });
        byWords.values().forEach(words -> words.may().forEach(word -> openings.add(opening(word))));
        this.byWords = Map.copyOf(byWords);
    }

    /** The fields that a column of this name can hold, the better the smaller the number. Known names go before words. */
    Map<Field, Integer> ranks(String header) {
        if (header.length() > LONGEST || !openings.contains(opening(header))) {
            return Map.of();
        }
        Map<Field, Integer> known = byKey.get(Columns.key(header));
        if (known != null) {
            return known;
        }
        List<String> words = NOT_WORD.splitAsStream(Cleaning.line(header).toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .toList();
        if (words.isEmpty()) {
            return Map.of();
        }
        Map<Field, Integer> fitting = new HashMap<>();
        byWords.forEach((field, some) -> {
            if (some.fit(words)) {
                fitting.put(field, BY_WORDS + words.size());
            }
        });
        // a name that fits several fields tells none of them
        return fitting.size() == 1 ? fitting : Map.of();
    }

    /** The first run of letters in small ones, without plural s. */
    private static String opening(String name) {
        int start = 0;
        while (start < name.length() && !Character.isLetter(name.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < name.length() && Character.isLetter(name.charAt(end))) {
            end++;
        }
        String word = name.substring(start, end).toLowerCase(Locale.ROOT);
        return word.length() > 2 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
