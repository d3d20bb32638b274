package org.sizewright.cli;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds records by what people type: case, spaces and signs do not matter, the publisher of a model may be left out, and a few words
 * of a name are enough if only one record has them all. Never guesses: several records are a question, none is an answer with the
 * nearest names.
 *
 * @param kind what the records are, for sentences: {@code GPU}
 * @param id how a record is named in files
 * @param names further names of a record
 */
record RecordNames<T>(String kind, List<T> records, Function<T, String> id, Function<T, List<String>> names) {
    private static final int OFFERED = 3;
    private static final int LISTED = 12;
    /** Share of equal pairs of letters from which a name is offered in place of a mistyped one. */
    private static final double SIMILAR = 0.35;

    static <T> RecordNames<T> of(String kind, List<T> records, Function<T, String> id, Function<T, String> name) {
        return new RecordNames<>(kind, records, id, record -> List.of(name.apply(record)));
    }

    /** A record's name before its other names. */
    static List<String> with(String name, List<String> others) {
        return Stream.concat(Stream.of(name), others.stream()).toList();
    }

    /** @throws IllegalArgumentException with a sentence if none or several are meant */
    T find(String wanted) {
        String letters = letters(wanted);
        if (letters.isEmpty()) {
            throw new IllegalArgumentException("name a " + kind);
        }
        List<T> found = Stream.<Function<T, Boolean>>of(
                        record -> allNames(record)
                                .anyMatch(name -> letters(name).equals(letters)
                                        || letters(lastPart(name)).equals(letters)),
                        record ->
                                allNames(record).anyMatch(name -> letters(name).contains(letters)),
                        record -> hasAllWords(record, wanted))
                .map(test -> records.stream().filter(test::apply).toList())
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new IllegalArgumentException(found.isEmpty() ? none(wanted, letters) : several(wanted, found));
    }

    private String several(String wanted, List<T> found) {
        List<String> ids = found.stream().limit(LISTED).map(id).toList();
        String more = found.size() > LISTED ? " and " + (found.size() - LISTED) + " more" : "";
        return "\"" + wanted + "\" may be " + String.join(", ", ids) + more + ": name one of them";
    }

    private String none(String wanted, String letters) {
        String sentence = "the library has no " + kind + " \"" + wanted + "\"";
        List<String> near = records.stream()
                .sorted(Comparator.comparingDouble((T record) -> -likeness(record, letters)))
                .filter(record -> likeness(record, letters) >= SIMILAR)
                .limit(OFFERED)
                .map(id)
                .toList();
        if (!near.isEmpty()) {
            return sentence + "; did you mean " + String.join(", ", near) + "?";
        }
        return records.size() <= LISTED
                ? sentence + "; it has "
                        + String.join(", ", records.stream().map(id).toList())
                : sentence + "; its records can be searched in the window or in assets/library";
    }

    private Stream<String> allNames(T record) {
        return Stream.concat(Stream.of(id.apply(record)), names.apply(record).stream());
    }

    /** Whether each word begins a word of the record's names: {@code H100 SXM 80GB} is an {@code H100 SXM5 80GB}. */
    private boolean hasAllWords(T record, String wanted) {
        List<String> words =
                allNames(record).flatMap(name -> words(name).stream()).toList();
        return words(wanted).stream()
                .allMatch(word -> words.stream().anyMatch(mine -> mine.startsWith(word) || word.equals(mine + "gb")));
    }

    private double likeness(T record, String letters) {
        return allNames(record)
                .flatMap(name -> Stream.of(name, lastPart(name)))
                .mapToDouble(name -> likeness(letters(name), letters))
                .max()
                .orElse(0);
    }

    /** Pairs of neighbouring letters that both have, as a share of all of them. */
    private static double likeness(String one, String other) {
        Set<String> first = pairs(one);
        Set<String> second = pairs(other);
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        int all = first.size() + second.size();
        return all == 0 ? 0 : 2.0 * both.size() / all;
    }

    private static Set<String> pairs(String letters) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < letters.length(); i++) {
            pairs.add(letters.substring(i, i + 2));
        }
        return pairs;
    }

    /** Without the publisher in front and the ending that says only in which format a checkpoint is stored. */
    private static String lastPart(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return last.endsWith("-hf") ? last.substring(0, last.length() - 3) : last;
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
