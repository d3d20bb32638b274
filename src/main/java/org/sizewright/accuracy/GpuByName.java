package org.sizewright.accuracy;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;

/**
 * The GPU that a report of measurements means, such as {@code H200 SXM 141GB} or {@code RTX 4090 24GB}.
 *
 * <p>All words of a GPU's chip must be named; of several the longest chip counts, then the memory nearest to what is said, then the
 * most words of its name, and where the form is not said, SXM before PCIe, as in the servers that are measured.
 */
final class GpuByName {
    private static final Pattern GIGABYTES = Pattern.compile("\\b(\\d+) ?GB\\b");
    private static final Pattern FORM = Pattern.compile("\\bSXM\\d\\b");
    private static final Pattern BETWEEN = Pattern.compile("[^A-Z0-9]+");
    /** What is said and what the name says may differ so much, such as 180 and 192. */
    private static final double NEAR = 0.1;

    private GpuByName() {}

    /** Empty if no GPU of the library is meant. */
    static Optional<Gpu> find(String text, Library library) {
        String upper = normal(text);
        Set<String> said = words(upper);
        OptionalInt gigabytes = gigabytes(upper);
        return library.gpus().stream()
                .filter(gpu -> isNamed(gpu, said))
                .max(Comparator.<Gpu>comparingInt(
                                gpu -> words(normal(gpu.chip())).size())
                        .thenComparing(gpu -> -apart(gpu, gigabytes))
                        .thenComparingLong(gpu -> words(normal(gpu.name())).stream()
                                .filter(said::contains)
                                .count())
                        .thenComparing(gpu -> gpu.form().startsWith("SXM")));
    }

    /** An {@code A6000} is an RTX A6000, an {@code RTX 6000} is not. */
    private static boolean isNamed(Gpu gpu, Set<String> said) {
        List<String> chip = List.copyOf(words(normal(gpu.chip())));
        String last = chip.getLast();
        boolean unmistakable =
                Character.isLetter(last.charAt(0)) && !last.chars().allMatch(Character::isLetter);
        return said.containsAll(chip) || (unmistakable && said.contains(last));
    }

    /** 0 if the memory is about what is said, or nothing is said. */
    private static double apart(Gpu gpu, OptionalInt gigabytes) {
        if (gigabytes.isEmpty()) {
            return 0;
        }
        double difference = Math.abs(gpu.memory().nominalGb() - gigabytes.getAsInt()) / (double) gigabytes.getAsInt();
        return difference <= NEAR ? 0 : difference;
    }

    private static OptionalInt gigabytes(String upper) {
        Matcher matcher = GIGABYTES.matcher(upper);
        return matcher.find() && matcher.group(1).length() < 6
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    private static String normal(String text) {
        return FORM.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("SXM");
    }

    private static Set<String> words(String upper) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : BETWEEN.splitAsStream(upper).toList()) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
