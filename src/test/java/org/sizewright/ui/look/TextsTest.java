package org.sizewright.ui.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path BUNDLE = Path.of("src/main/resources/org/sizewright/ui/texts.properties");
    private static final Path SOURCES = Path.of("src/main/java/org/sizewright/ui");

    /** A key is a literal with a point in it: {@code texts.get("bar.undo")}, also as a branch of a condition. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9]*(?:\\.[A-Za-z0-9]+)+)\"");

    @Test
    void everyKeyThatTheSourcesNameIsThere() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            Matcher call = Pattern.compile("texts\\.get\\(([^;]*)").matcher(source);
            while (call.find()) {
                Matcher literal = LITERAL.matcher(call.group(1));
                while (literal.find()) {
                    missing.add(literal.group(1));
                }
            }
        }
        assertThat(missing).isNotEmpty();
        missing.removeAll(keys());
        assertThat(missing).isEmpty();
    }

    @Test
    void noKeyIsUnused() throws IOException {
        Set<String> unused = new TreeSet<>(keys());
        for (String source : sources()) {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                unused.remove(literal.group(1));
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void valuesAreFilledIn() {
        assertThat(Texts.english().get("field.range", "1", "8")).isEqualTo("Enter a number from 1 to 8.");
        assertThat(Texts.english().get("field.notNumber", "x")).startsWith("\u201cx\u201d is not a number");
    }

    @Test
    void aMissingKeyIsABug() {
        assertThatThrownBy(() -> Texts.english().get("no.such")).isInstanceOf(MissingResourceException.class);
    }

    private static Set<String> keys() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLE)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }

    private static Iterable<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
