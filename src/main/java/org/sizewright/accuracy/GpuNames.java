package org.sizewright.accuracy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.library.Gpu;
import org.sizewright.library.Library;

/** Which GPU a case means: all words of its name, and the memory that it names; of several the one with the shortest name. */
final class GpuNames {
    private static final Pattern MEMORY = Pattern.compile("(\\d+)\\s*gb", Pattern.CASE_INSENSITIVE);

    private GpuNames() {}

    static Optional<Gpu> find(Library library, String spelled) {
        Matcher matcher = MEMORY.matcher(spelled);
        int memory = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        String words = matcher.replaceAll(" ").toLowerCase(Locale.ROOT).replaceAll("\\(.*\\)", " ");
        List<String> parts = List.of(words.strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
        return library.gpus().stream()
                .filter(gpu -> parts.stream()
                        .allMatch(part -> (gpu.name() + " " + gpu.id().value())
                                .toLowerCase(Locale.ROOT)
                                .contains(part)))
                .filter(gpu -> memory == 0 || Math.abs(gpu.memory().nominalGb() - memory) <= 1)
                .min(Comparator.comparingInt(gpu -> gpu.name().length()));
    }
}
