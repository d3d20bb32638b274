package org.sizewright.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.buildsheet.handover.HandOver;
import org.sizewright.buildsheet.handover.HandOverFile;

class HandOverFolderTest {
    private static final HandOver FIRST = handOver("a.yaml", "sub/b.txt");

    @TempDir
    private Path folder;

    @Test
    void filesAreWrittenWithTheirHashesAndNothingElse() throws IOException {
        Path target = folder.resolve("new").resolve("deep");
        assertThat(HandOverFolder.write(target, FIRST).sentence()).isEqualTo("Wrote 2 hand-over files to deep.");
        assertThat(names(target)).containsExactlyInAnyOrder("SHA256SUMS", "a.yaml", "sub/b.txt");
        // sha256sum of "a.yaml\n"
        assertThat(Files.readString(target.resolve("SHA256SUMS")))
                .startsWith("a8a3a1135b2f709adaf5edc1055f399c439bf72279b9ce6251a743d0aeb8ad81  a.yaml\n")
                .matches("(?s)[0-9a-f]{64} {2}a\\.yaml\n[0-9a-f]{64} {2}sub/b\\.txt\n");
    }

    @Test
    void whatItWroteItReplacesAndTakesAway() throws IOException {
        HandOverFolder.write(folder, FIRST);
        HandOver next =
                new HandOver(List.of(new HandOverFile("a.yaml", "p", "t", "v", "other\n", List.of())), List.of());
        assertThat(HandOverFolder.write(folder, next).kind()).isEqualTo(Notice.Kind.DONE);
        assertThat(Files.readString(folder.resolve("a.yaml"))).isEqualTo("other\n");
        assertThat(names(folder)).containsExactlyInAnyOrder("SHA256SUMS", "a.yaml");
    }

    @Test
    void whatSomebodyChangedStaysAndNothingIsWritten() throws IOException {
        HandOverFolder.write(folder, FIRST);
        Files.writeString(folder.resolve("a.yaml"), "filled in\n");
        Files.writeString(folder.resolve("sub/b.txt"), "sub/b.txt\n");
        Notice notice = HandOverFolder.write(folder, handOver("c.yaml", "a.yaml"));
        assertThat(notice.kind()).isEqualTo(Notice.Kind.REFUSED);
        assertThat(notice.sentence()).contains("\"a.yaml\"");
        assertThat(Files.readString(folder.resolve("a.yaml"))).isEqualTo("filled in\n");
        assertThat(names(folder)).containsExactlyInAnyOrder("SHA256SUMS", "a.yaml", "sub/b.txt");
    }

    @Test
    void anEarlierFileThatSomebodyChangedIsLeftThereAndNamed() throws IOException {
        HandOverFolder.write(folder, FIRST);
        Files.writeString(folder.resolve("sub/b.txt"), "filled in\n");
        assertThat(HandOverFolder.write(folder, handOver("a.yaml")).sentence()).contains("left there: sub/b.txt");
        assertThat(folder.resolve("sub/b.txt")).exists();
    }

    @Test
    void aFileOfSomebodyElseIsNotReplaced() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "mine\n");
        assertThat(HandOverFolder.write(folder, FIRST).kind()).isEqualTo(Notice.Kind.REFUSED);
        assertThat(names(folder)).containsExactly("a.yaml");
    }

    @Test
    void aListThatPointsOutsideIsNotItsOwn() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.txt"), "x\n");
        Path target = Files.createDirectory(folder.resolve("target"));
        Files.writeString(target.resolve("SHA256SUMS"), "0".repeat(64) + "  a/../../outside.txt\n");
        assertThat(HandOverFolder.write(target, FIRST).kind()).isEqualTo(Notice.Kind.REFUSED);
        assertThat(outside).exists();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "x\n");
        assertThat(HandOverFolder.write(file, FIRST).advice()).isEqualTo("Choose a folder.");
    }

    private static HandOver handOver(String... paths) {
        return new HandOver(
                Stream.of(paths)
                        .map(path -> new HandOverFile(path, "p", "t", "v", path + "\n", List.of()))
                        .toList(),
                List.of());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
