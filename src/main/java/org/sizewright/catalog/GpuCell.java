package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GPU cell taken apart into the GPUs it names.
 *
 * @param gpus one for each GPU named, at least one
 * @param sharedCount true if one count at the end was read as the count of each GPU
 */
record GpuCell(List<Mention> gpus, boolean sharedCount) {
    /** One GPU of a cell, and its count if the cell holds one. */
    record Mention(GpuName gpu, CountedText text) {}

    /** Line breaks, semicolons, bars; slash, comma, plus, ampersand, and, or only before what is not a mere description. */
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\n|;|\\||,|(?<=\\d[)\\]])(?=\\s*[A-Za-z])|(?<= )/(?= )|/|(?<= )[+&](?= )|\\b(?:and|or)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What two separators in a row leave at the end of a name. */
    private static final Pattern LEFT_OVER = Pattern.compile("^[\\s,;|]+|[\\s,;|]+$");

    private static final Set<String> DESCRIPTIVE = Set.of(
            "NVIDIA",
            "TESLA",
            "QUADRO",
            "TENSOR",
            "CORE",
            "GPU",
            "GPUS",
            "SERVER",
            "WORKSTATION",
            "EDITION",
            "GENERATION",
            "ADA",
            "BLACKWELL",
            "HOPPER",
            "AMPERE",
            "PCIE",
            "PCI",
            "EXPRESS",
            "SXM",
            "SXM2",
            "SXM3",
            "SXM4",
            "SXM5",
            "SXM6",
            "HGX",
            "NVL",
            "NVLINK",
            "BRIDGE",
            "GB",
            "HBM2",
            "HBM2E",
            "HBM3",
            "HBM3E",
            "GDDR6",
            "GDDR7",
            "PASSIVE",
            "ACTIVE",
            "LIQUID",
            "AIR",
            "COOLED",
            "PARTNER",
            "CTS",
            "GEN",
            "GEN3",
            "GEN4",
            "GEN5",
            "WITH",
            "SUPERCHIP",
            "MAX",
            "Q",
            "SINGLE",
            "DOUBLE",
            "WIDE",
            "X16",
            "X8",
            "FHFL",
            "HHHL",
            "DUAL",
            "SLOT");

    private static final Pattern MEASURE = Pattern.compile("\\d+(?:GB?|W|V|X|MM)?");

    GpuCell {
        gpus = List.copyOf(gpus);
    }

    static GpuCell read(String cell, Optional<String> formColumn, GpuNames names) {
        String text = Cleaning.lines(cell);
        if (names.parse(text, formColumn).flags().contains(GpuFlag.SEVERAL_NODE_TYPES)) {
            return new GpuCell(List.of(new Mention(names.parse(text, formColumn), CountedText.split(""))), false);
        }
        List<CountedText> texts =
                pieces(text, names).stream().map(CountedText::split).toList();
        CountedText last = texts.getLast();
        boolean shared = texts.size() > 1
                && last.stated()
                && texts.subList(0, texts.size() - 1).stream().noneMatch(CountedText::stated);
        List<Mention> mentions = texts.stream()
                .map(piece -> new Mention(
                        names.parse(piece.name(), formColumn),
                        shared ? new CountedText(piece.name(), last.count(), true) : piece))
                .toList();
        return new GpuCell(mentions, shared);
    }

    private static List<String> pieces(String text, GpuNames names) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        Matcher separator = SEPARATOR.matcher(text);
        while (separator.find()) {
            String before = text.substring(start, separator.start());
            String after = text.substring(separator.end(), nextSeparator(text, separator.end()));
            if (depth(text, separator.start()) == 0 && startsAnother(separator.group(), before, after, names)) {
                pieces.add(before);
                start = separator.end();
            }
        }
        pieces.add(text.substring(start));
        List<String> filled = pieces.stream()
                .map(piece -> LEFT_OVER.matcher(piece).replaceAll(""))
                .filter(piece -> !piece.isEmpty())
                .toList();
        return filled.isEmpty() ? List.of("") : filled;
    }

    private static int nextSeparator(String text, int from) {
        Matcher next = SEPARATOR.matcher(text);
        boolean found = next.find(from);
        if (found && next.end() == from) {
            // the place between two GPUs that nothing separates
            found = from < text.length() && next.find(from + 1);
        }
        return found ? next.start() : text.length();
    }

    private static boolean startsAnother(String separator, String before, String after, GpuNames names) {
        if (before.isBlank() || after.isBlank() || isDescription(after) || isDescription(before)) {
            return false;
        }
        // a slash inside a word, as in 40GB/400W or ROME2/2T, separates only what are both GPUs
        if (separator.isEmpty()) {
            return CountedText.split(before).stated() && names.names(after);
        }
        boolean slash = separator.equals("/");
        return !slash || names.names(after) || CountedText.split(before).stated();
    }

    /** True if the words only describe a GPU named elsewhere, or are a count. */
    private static boolean isDescription(String piece) {
        String words = Cleaning.words(CountedText.split(piece).name());
        return words.isEmpty()
                || Pattern.compile(" ")
                        .splitAsStream(words)
                        .allMatch(word -> DESCRIPTIVE.contains(word)
                                || MEASURE.matcher(word).matches());
    }

    private static int depth(String text, int end) {
        int depth = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '(') {
                depth++;
            } else if (text.charAt(i) == ')' && depth > 0) {
                depth--;
            }
        }
        return depth;
    }
}
