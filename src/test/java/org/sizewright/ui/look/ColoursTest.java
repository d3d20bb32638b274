package org.sizewright.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Colours stand in the token blocks only, their texts can be read, and the workload colours can be told apart by everybody. */
class ColoursTest {
    private static final Path SHEET = Path.of("assets/style/sizewright.css");
    private static final Path SOURCES = Path.of("src/main/java/org/sizewright/ui");
    private static final Pattern LITERAL = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(rgba?|hsba?|web)\\(|\\bColor\\b");
    private static final Pattern NAMED =
            Pattern.compile(":[^;{]*\\b(white|black|red|green|blue|gray|grey|yellow|orange|purple|silver)\\b");

    @Test
    void noColourOutsideTheTokens() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file)).results().forEach(hit -> found.add(file + ": " + hit.group()));
            }
        }
        String rest = Files.readString(SHEET).split("/\\* tokens end \\*/")[1];
        LITERAL.matcher(rest).results().forEach(hit -> found.add(hit.group()));
        NAMED.matcher(rest).results().forEach(hit -> found.add(hit.group()));
        assertThat(found).isEmpty();
    }

    /** A rule that is not closed swallows the next ones, and nothing else would say so. */
    @Test
    void everyRuleOfTheSheetIsClosedBeforeTheNextOne() throws IOException {
        int open = 0;
        for (char letter : Files.readString(SHEET).toCharArray()) {
            open += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            assertThat(open).isBetween(0, 1);
        }
        assertThat(open).isZero();
    }

    @Test
    void bothThemesNameTheSameTokensAndNoOtherIsUsed() throws IOException {
        assertThat(tokens(Theme.LIGHT).keySet()).isEqualTo(tokens(Theme.DARK).keySet());
        String rest = Files.readString(SHEET).split("/\\* tokens end \\*/")[1];
        List<String> used = Pattern.compile("-sw-[a-z0-9-]+")
                .matcher(rest)
                .results()
                .map(hit -> hit.group())
                .distinct()
                .toList();
        assertThat(tokens(Theme.LIGHT).keySet()).containsAll(used);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textsHaveTheContrastThatTheGuidelinesAskFor(Theme theme) throws IOException {
        Map<String, int[]> t = tokens(theme);
        Map<String, Double> low = new HashMap<>();
        List<String[]> pairs = new ArrayList<>();
        for (String ground : List.of("canvas", "surface", "raised", "sunken", "hover", "selected")) {
            pairs.add(new String[] {"text", ground});
            pairs.add(new String[] {"muted", ground});
        }
        for (String tone : List.of("ok", "warn", "error", "info", "neutral")) {
            pairs.add(new String[] {tone, tone + "-soft"});
            pairs.add(new String[] {tone, "surface"});
        }
        for (int i = 1; i <= Fill.WORK_COLOURS; i++) {
            pairs.add(new String[] {"work-" + i + "-text", "work-" + i});
        }
        pairs.add(new String[] {"accent-text", "accent"});
        pairs.add(new String[] {"accent-text", "accent-hover"});
        pairs.add(new String[] {"accent-ink", "surface"});
        pairs.add(new String[] {"accent-ink", "selected"});
        pairs.add(new String[] {"text", "reserved"});
        pairs.add(new String[] {"muted", "free"});
        for (String[] pair : pairs) {
            double contrast = Eye.contrast(colour(t, "-sw-" + pair[0]), colour(t, "-sw-" + pair[1]));
            if (contrast < 4.5) {
                low.put(pair[0] + " on " + pair[1], contrast);
            }
        }
        assertThat(low).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void workloadColoursDifferForEveryEye(Theme theme) throws IOException {
        Map<String, int[]> t = tokens(theme);
        for (Eye eye : Eye.values()) {
            for (int i = 1; i <= Fill.WORK_COLOURS; i++) {
                for (int j = i + 1; j <= Fill.WORK_COLOURS; j++) {
                    assertThat(eye.distance(colour(t, "-sw-work-" + i), colour(t, "-sw-work-" + j)))
                            .as("%s: workload colours %d and %d", eye, i, j)
                            .isGreaterThan(15);
                }
            }
        }
    }

    private static int[] colour(Map<String, int[]> tokens, String name) {
        return Objects.requireNonNull(tokens.get(name), name);
    }

    private static Map<String, int[]> tokens(Theme theme) throws IOException {
        String sheet = Files.readString(SHEET);
        String block = sheet.substring(sheet.indexOf(".root." + theme.styleClass() + " {"));
        block = block.substring(0, block.indexOf('}'));
        Map<String, int[]> tokens = new HashMap<>();
        Matcher line = Pattern.compile("(-sw-[a-z0-9-]+): #([0-9a-f]{6})").matcher(block);
        while (line.find()) {
            int rgb = Integer.parseInt(line.group(2), 16);
            tokens.put(line.group(1), new int[] {rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff});
        }
        assertThat(tokens).hasSizeGreaterThan(30);
        return tokens;
    }
}
