package org.sizewright.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sizewright.plan.AtomicFile.Outcome;

class AtomicFileTest {
    @TempDir
    private Path folder = Path.of("");

    private Path target = Path.of("");

    private final List<String> calls = new ArrayList<>();

    @BeforeEach
    void name() {
        target = folder.resolve("plan.json");
    }

    /** The real file system, with the failure of a test put in. */
    private class Faulty implements FileOperations {
        private final FileOperations real = FileOperations.ofSystem();

        @Override
        public Path resolve(Path file) throws IOException {
            return real.resolve(file);
        }

        @Override
        public boolean exists(Path file) {
            return real.exists(file);
        }

        @Override
        public boolean isFolder(Path file) {
            return real.isFolder(file);
        }

        @Override
        public boolean isWritable(Path file) {
            return real.isWritable(file);
        }

        @Override
        public Path createBeside(Path file) throws IOException {
            return real.createBeside(file);
        }

        @Override
        public OutputStream open(Path file) throws IOException {
            return real.open(file);
        }

        @Override
        public void force(Path file) throws IOException {
            calls.add("force");
            real.force(file);
        }

        @Override
        public void copyContent(Path from, Path to) throws IOException {
            real.copyContent(from, to);
        }

        @Override
        public void copyAccess(Path from, Path to) throws IOException {
            real.copyAccess(from, to);
        }

        @Override
        public void moveAtomically(Path from, Path to) throws IOException {
            calls.add("move to " + to.getFileName());
            real.moveAtomically(from, to);
        }

        @Override
        public void deleteIfExists(Path file) throws IOException {
            real.deleteIfExists(file);
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            calls.add("pause " + duration.toMillis());
        }
    }

    private static AtomicFile.BodyWriter text(String text) {
        return out -> out.write(text.getBytes(UTF_8));
    }

    private void oldContent() throws IOException {
        Files.writeString(target, "old");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertUntouched(Outcome outcome, String sentence) throws IOException {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.NotWritten.class, refused -> {
            assertThat(refused.sentence()).contains(sentence);
            assertThat(refused.whatToDo()).endsWith(".");
        });
        assertThat(target).hasContent("old");
        assertThat(names()).filteredOn(name -> name.endsWith(".tmp")).isEmpty();
    }

    @Test
    void aNewFileIsWrittenForcedAndMovedIntoPlace() throws IOException {
        Outcome outcome = AtomicFile.write(target, new Faulty(), text("new"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Written.class,
                        written -> assertThat(written.backup()).isEmpty());
        assertThat(target).hasContent("new");
        assertThat(names()).containsExactly("plan.json");
        assertThat(calls).containsExactly("force", "move to plan.json");
    }

    @Test
    void theOldContentIsKeptBeside() throws IOException {
        oldContent();
        AtomicFile.write(target, text("second"));
        AtomicFile.write(target, text("third"));
        assertThat(target).hasContent("third");
        assertThat(folder.resolve("plan.json.bak")).hasContent("second");
        assertThat(names()).containsExactly("plan.json", "plan.json.bak");
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws IOException {
        oldContent();
        Outcome outcome = AtomicFile.write(target, new Faulty(), out -> {
            out.write("half".getBytes(UTF_8));
            throw new IOException("No space left on device");
        });
        assertUntouched(outcome, "The disk is full");
        assertThat(names()).containsExactly("plan.json");
    }

    @Test
    void aDiskThatIsFullWhenTheOldContentIsKeptLeavesTheOldFile() throws IOException {
        oldContent();
        Outcome outcome = AtomicFile.write(
                target,
                new Faulty() {
                    @Override
                    public void copyContent(Path from, Path to) throws IOException {
                        throw new FileSystemException(to.toString(), null, "There is not enough space on the disk");
                    }
                },
                text("new"));
        assertUntouched(outcome, "The disk is full");
    }

    @Test
    void aFileThatAnotherProgramHoldsIsTriedAgainThenReported() throws IOException {
        oldContent();
        Outcome outcome = AtomicFile.write(
                target,
                new Faulty() {
                    @Override
                    public void moveAtomically(Path from, Path to) throws IOException {
                        if (to.equals(target)) {
                            calls.add("refused");
                            throw new AccessDeniedException(from.toString(), to.toString(), null);
                        }
                        super.moveAtomically(from, to);
                    }
                },
                text("new"));
        assertUntouched(outcome, "\"plan.json\" could not be replaced: it seems to be open in another program.");
        assertThat(calls).filteredOn(call -> call.equals("refused")).hasSize(5);
        assertThat(calls).contains("pause 50", "pause 100", "pause 200", "pause 400");
    }

    @Test
    void aFileThatIsHeldForAMomentIsReplaced() throws IOException {
        oldContent();
        int[] refusals = {2};
        Outcome outcome = AtomicFile.write(
                target,
                new Faulty() {
                    @Override
                    public void moveAtomically(Path from, Path to) throws IOException {
                        if (to.equals(target) && refusals[0]-- > 0) {
                            throw new AccessDeniedException(to.toString());
                        }
                        super.moveAtomically(from, to);
                    }
                },
                text("new"));
        assertThat(outcome).isInstanceOf(Outcome.Written.class);
        assertThat(target).hasContent("new");
    }

    @Test
    void anInterruptEndsTheWaiting() throws IOException {
        oldContent();
        Outcome outcome = AtomicFile.write(
                target,
                new Faulty() {
                    @Override
                    public void moveAtomically(Path from, Path to) throws IOException {
                        calls.add("refused");
                        throw new AccessDeniedException(to.toString());
                    }

                    @Override
                    public void pause(Duration duration) throws InterruptedException {
                        throw new InterruptedException();
                    }
                },
                text("new"));
        assertThat(Thread.interrupted()).isTrue();
        assertUntouched(outcome, "plan.json");
        assertThat(calls).filteredOn(call -> call.equals("refused")).hasSize(1);
    }

    @Test
    void aDriveThatCannotReplaceInOneStepIsNotAskedTwice() throws IOException {
        oldContent();
        Outcome outcome = AtomicFile.write(
                target,
                new Faulty() {
                    @Override
                    public void moveAtomically(Path from, Path to) throws IOException {
                        throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "");
                    }
                },
                text("new"));
        assertUntouched(outcome, "in one step");
        assertThat(calls).noneMatch(call -> call.startsWith("pause"));
    }

    @Test
    void aFileOpenInAnOfficeProgramIsNotReplaced() throws IOException {
        for (String lock : List.of(".~lock.plan.json#", "~$plan.json")) {
            oldContent();
            Files.writeString(folder.resolve(lock), "");
            assertUntouched(AtomicFile.write(target, text("new")), "seems to be open in another program");
            Files.delete(folder.resolve(lock));
        }
        assertThat(AtomicFile.write(target, text("new"))).isInstanceOf(Outcome.Written.class);
    }

    @Test
    void aReadOnlyFileIsNotReplaced() throws IOException {
        oldContent();
        Outcome outcome = AtomicFile.write(
                target,
                new Faulty() {
                    @Override
                    public boolean isWritable(Path file) {
                        return false;
                    }
                },
                text("new"));
        assertUntouched(outcome, "\"plan.json\" is read-only.");
    }

    @Test
    void aFolderWithoutRightsIsNamed() throws IOException {
        oldContent();
        Outcome outcome = AtomicFile.write(
                target,
                new Faulty() {
                    @Override
                    public Path createBeside(Path file) throws IOException {
                        throw new AccessDeniedException(file.toString());
                    }
                },
                text("new"));
        assertUntouched(outcome, "You may not write into the folder " + folder);
    }

    @Test
    void aMissingFolderAndAFolderAsTargetAreRefused() throws IOException {
        assertThat(AtomicFile.write(folder.resolve("gone").resolve("plan.json"), text("new")))
                .isInstanceOfSatisfying(
                        Outcome.NotWritten.class,
                        refused -> assertThat(refused.sentence())
                                .isEqualTo("The folder " + folder.resolve("gone") + " is not there."));
        Files.createDirectory(target);
        assertThat(AtomicFile.write(target, text("new")))
                .isInstanceOfSatisfying(
                        Outcome.NotWritten.class,
                        refused -> assertThat(refused.sentence()).isEqualTo("\"plan.json\" is a folder, not a file."));
        assertThat(names()).containsExactly("plan.json");
    }

    @Test
    void aBugInTheBodyIsThrownOnAndLeavesNothingBehind() throws IOException {
        oldContent();
        assertThatThrownBy(() -> AtomicFile.write(target, out -> {
                    throw new IllegalStateException("bug");
                }))
                .hasMessage("bug");
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("plan.json");
    }

    @Test
    void theFileBehindALinkIsReplacedAndTheLinkStays() throws IOException {
        oldContent();
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);
        assertThat(AtomicFile.write(link, text("new"))).isInstanceOf(Outcome.Written.class);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(target).hasContent("new");
    }
}
