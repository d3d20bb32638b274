package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which entries have which words: the words of every column, and every column written as one word. The words are sorted, so a
 * beginning is a range of them; two small sets of bits for each, its letters and its pairs of letters, rule out nearly all words
 * before they are compared.
 */
final class WordIndex {
    private static final int INSIDE_FROM = 3;
    private static final int MOST_SHOWN = 5;
    private static final int CODES = 37;
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final int size;
    private final String[] words;
    private final String[] written;
    private final int[][] entries;
    private final long[] letters;
    private final long[] pairs;

    private WordIndex(int size, List<Word> sorted) {
        this.size = size;
        int many = sorted.size();
        words = new String[many];
        written = new String[many];
        entries = new int[many][];
        letters = new long[many];
        pairs = new long[many];
        for (int i = 0; i < many; i++) {
            Word word = sorted.get(i);
            words[i] = word.text;
            written[i] = word.written;
            entries[i] = Arrays.copyOf(word.entries, word.many);
            letters[i] = letters(word.text);
            pairs[i] = pairs(word.text);
        }
    }

    /** Collects the words of entries, in the order of the entries. */
    static final class Builder {
        private final Map<String, Word> words = new HashMap<>();
        private final Map<String, List<Word>> columns = new HashMap<>();
        private int size;

        /** @param texts the texts of an entry's columns */
        void add(List<String> texts) {
            for (String text : texts) {
                for (Word word : columns.computeIfAbsent(text, this::read)) {
                    word.add(size);
                }
            }
            size++;
        }

        private List<Word> read(String text) {
            String line = Cleaning.line(text);
            List<Word> read = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            StringBuilder letters = new StringBuilder();
            for (String part : NOT_WORD.split(line)) {
                String word = part.toLowerCase(Locale.ROOT);
                letters.append(word);
                if (!word.isEmpty() && seen.add(word)) {
                    read.add(words.computeIfAbsent(word, key -> new Word(key, part)));
                }
            }
            String whole = letters.toString();
            if (!whole.isEmpty() && seen.add(whole)) {
                read.add(words.computeIfAbsent(whole, key -> new Word(key, line)));
            }
            return read;
        }

        WordIndex build() {
            return new WordIndex(
                    size,
                    words.values().stream()
                            .sorted(Comparator.comparing(word -> word.text))
                            .toList());
        }
    }

    private static final class Word {
        private final String text;
        private final String written;
        private int[] entries = new int[2];
        private int many;

        Word(String text, String written) {
            this.text = text;
            this.written = written;
        }

        /** Entries come upwards; the same one again changes nothing. */
        void add(int entry) {
            if (many > 0 && entries[many - 1] == entry) {
                return;
            }
            if (many == entries.length) {
                entries = Arrays.copyOf(entries, 2 * many);
            }
            entries[many++] = entry;
        }
    }

    /** Finds what a word was meant to find: as it is typed if anything has it so, else with typos, else what is similar. */
    WordMatch find(String typed) {
        String word = Cleaning.letters(typed);
        WordMatch asTyped = asTyped(word);
        if (asTyped.groups().stream().anyMatch(group -> !group.isEmpty())) {
            return asTyped;
        }
        int letters =
                (int) word.chars().filter(letter -> !Character.isDigit(letter)).count();
        return near(typed, word, Typos.forgiven(letters), Correction.Kind.TYPO)
                .or(() -> near(typed, word, Typos.forgiven(word.length()), Correction.Kind.SIMILAR))
                .orElse(asTyped);
    }

    private WordMatch asTyped(String word) {
        Bits whole = new Bits(size);
        Bits beginning = new Bits(size);
        Bits inside = new Bits(size);
        int at = Arrays.binarySearch(words, word);
        int from = at >= 0 ? at : -at - 1;
        if (at >= 0) {
            whole.setAll(entries[at]);
            from++;
        }
        for (int i = from; i < words.length && words[i].startsWith(word); i++) {
            beginning.setAll(entries[i]);
        }
        if (word.length() >= INSIDE_FROM) {
            long wanted = pairs(word);
            for (int i = 0; i < words.length; i++) {
                if ((pairs[i] & wanted) == wanted && words[i].indexOf(word, 1) > 0) {
                    inside.setAll(entries[i]);
                }
            }
        }
        return new WordMatch(List.of(whole, beginning, inside), Optional.empty());
    }

    private Optional<WordMatch> near(String typed, String word, int forgiven, Correction.Kind kind) {
        if (forgiven == 0) {
            return Optional.empty();
        }
        boolean similar = kind == Correction.Kind.SIMILAR;
        Typos typos = new Typos(word, forgiven, similar);
        long wanted = letters(word);
        int[] times = times(word);
        int nearest = forgiven;
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            // a letter that the other lacks costs at least one typo, each time it is typed
            if (lacking(wanted & ~letters[i], times) > nearest) {
                continue;
            }
            int distance = similar ? typos.to(words[i]) : typos.toBeginningOf(words[i]);
            if (distance < nearest) {
                found.clear();
                nearest = distance;
            }
            if (distance == nearest) {
                found.add(i);
            }
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Bits all = new Bits(size);
        found.forEach(i -> all.setAll(entries[i]));
        return Optional.of(new WordMatch(List.of(all), Optional.of(new Correction(typed, shown(found), kind))));
    }

    /** The most frequent of the words that were found; longer ones that begin like one of these are left out. */
    private List<String> shown(List<Integer> found) {
        List<Integer> frequentFirst = found.stream()
                .sorted(Comparator.comparing((Integer i) -> entries[i].length)
                        .reversed()
                        .thenComparing(i -> words[i].length()))
                .toList();
        List<Integer> shown = new ArrayList<>();
        for (int i : frequentFirst) {
            if (shown.size() < MOST_SHOWN && shown.stream().noneMatch(kept -> words[i].startsWith(words[kept]))) {
                shown.add(i);
            }
        }
        return shown.stream().map(i -> written[i]).toList();
    }

    private static int lacking(long letters, int[] times) {
        int lacking = 0;
        for (long left = letters; left != 0; left &= left - 1) {
            lacking += times[Long.numberOfTrailingZeros(left)];
        }
        return lacking;
    }

    private static int[] times(String word) {
        int[] times = new int[CODES];
        for (int i = 0; i < word.length(); i++) {
            times[code(word.charAt(i))]++;
        }
        return times;
    }

    /** Letters and digits as bits; rare ones share the last bit. */
    private static long letters(String word) {
        long bits = 0;
        for (int i = 0; i < word.length(); i++) {
            bits |= 1L << code(word.charAt(i));
        }
        return bits;
    }

    /** Neighbouring characters as bits; several pairs share one. */
    private static long pairs(String word) {
        long bits = 0;
        for (int i = 1; i < word.length(); i++) {
            bits |= 1L << (31 * code(word.charAt(i - 1)) + code(word.charAt(i)));
        }
        return bits;
    }

    private static int code(char letter) {
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a';
        }
        return letter >= '0' && letter <= '9' ? 26 + letter - '0' : CODES - 1;
    }
}
