package org.sizewright.rules.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.plan.Plan;
import org.sizewright.plan.setting.Software;

/**
 * Systems that a build sheet for accelerated platforms deals with ({@code systems.txt}): each is supported so far as changing what is
 * said of it changes what comes out, in findings, sheets of the workbook, files for tools, or the imported list. The changes stand in
 * {@code system-changes.txt}, which says how to read them.
 */
class SystemsTest {
    private static final Map<String, Plan> PLANS = SoundPlans.all();
    private static final Map<String, Output> SOUND = new HashMap<>();

    /**
     * @param system group and name
     * @param part where the change shows
     * @param gained words that stand there more often than before; empty where numbers change
     */
    record SystemChange(String system, String plan, String change, String part, String gained) {
        @Override
        public String toString() {
            return system + ": " + plan + " with " + change + " in " + part;
        }

        String before() {
            return switch (plan) {
                case "catalog" -> CatalogOutput.of("", part);
                case "library" -> "";
                default -> part(SOUND.computeIfAbsent(plan, name -> Output.of(sound())));
            };
        }

        String after() {
            return switch (plan) {
                case "catalog" -> CatalogOutput.of(change, part);
                case "library" -> LibraryOutput.of(part);
                default -> part(Output.of(Change.of(sound(), change)));
            };
        }

        private Plan sound() {
            Plan sound = PLANS.get(plan);
            if (sound == null) {
                throw new IllegalArgumentException("no plan " + plan);
            }
            return sound;
        }

        private String part(Output output) {
            return part.equals("findings")
                    ? output.findings()
                    : part.startsWith("files:") ? output.files(part.substring(6)) : output.sheet(part);
        }
    }

    static List<SystemChange> changes() throws IOException {
        List<SystemChange> changes = new ArrayList<>();
        String system = "";
        for (String line : lines("system-changes.txt")) {
            if (line.startsWith("# ")) {
                system = line.substring(2);
            } else {
                String[] parts = line.split("\\|", 4);
                changes.add(new SystemChange(
                        system, parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip()));
            }
        }
        return changes;
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = SystemsTest.class.getResourceAsStream("/org/sizewright/rules/" + file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeShows(SystemChange change) {
        String before = change.before();
        String after = change.after();

        assertThat(after).isNotEqualTo(before);
        if (!change.gained().isEmpty()) {
            assertThat(count(after, change.gained()))
                    .as("%s in%n%s", change.gained(), after)
                    .isGreaterThan(count(before, change.gained()));
        }
    }

    private static int count(String text, String words) {
        return text.toLowerCase(Locale.ROOT).split(Pattern.quote(words.toLowerCase(Locale.ROOT)), -1).length - 1;
    }

    @Test
    void everySystemHasAChange() throws IOException {
        Set<String> changed = new LinkedHashSet<>();
        changes().forEach(change -> changed.add(change.system()));

        assertThat(changed).containsExactlyElementsOf(lines("systems.txt"));
    }

    @Test
    void everySoftwareThatCanBeTickedIsTicked() throws IOException {
        List<SystemChange> changes = changes();

        assertThat(Arrays.asList(Software.values()))
                .allSatisfy(software -> assertThat(changes)
                        .anyMatch(change -> Arrays.stream(change.change().split(";"))
                                .anyMatch(each -> each.endsWith("software=" + software.name()))));
    }
}
