package org.sizewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void areReadAsTheyWereWritten() {
        Path file = folder.resolve("preferences.json");
        Preferences liked =
                Preferences.DEFAULT.withDark(true).withDecimalMemory(true).withRecent(folder.resolve("a.json"));
        assertThat(liked.save(file)).isEmpty();
        assertThat(Preferences.load(file).preferences()).isEqualTo(liked);
        assertThat(liked.withDecimalMemory(false).save(file)).isEmpty();
        assertThat(Preferences.load(file).preferences().decimalMemory()).isFalse();
    }

    @Test
    void aFileOfAnEarlierVersionShowsGib() throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.json"), "{\"dark\": true, \"recent\": []}");
        assertThat(Preferences.load(file).preferences()).isEqualTo(Preferences.DEFAULT.withDark(true));
    }
}
