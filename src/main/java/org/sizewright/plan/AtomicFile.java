package org.sizewright.plan;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a file completely or not at all: into a new file beside it, forced to the disk, then moved over it in one step. What was
 * there before is kept as {@code NAME.bak}. On any failure the old file is untouched and nothing is left behind.
 */
public final class AtomicFile {
    /** On Windows a scanner may hold a file for a moment. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));

    private static final List<String> NO_SPACE =
            List.of("no space left", "not enough space", "disk quota exceeded", "disk full");

    private AtomicFile() {}

    /** How it went. */
    public sealed interface Outcome {
        /**
         * The file has its new content.
         *
         * @param backup the old content, if there was any
         */
        record Written(Path target, Optional<Path> backup) implements Outcome {}

        /**
         * The file is as it was.
         *
         * @param sentence what went wrong
         * @param whatToDo what helps
         */
        record NotWritten(String sentence, String whatToDo) implements Outcome {}
    }

    /** Writes the content; the stream is buffered and closed afterwards. */
    public interface BodyWriter {
        void write(OutputStream out) throws IOException;
    }

    /** Writes through the file system of this machine. */
    public static Outcome write(Path target, BodyWriter body) {
        return write(target, FileOperations.ofSystem(), body);
    }

    /** What the body throws other than {@link IOException} is thrown on, after the clean-up. */
    public static Outcome write(Path target, FileOperations files, BodyWriter body) {
        return new Attempt(target.toAbsolutePath(), files).run(body);
    }

    private enum Step {
        PREPARE,
        WRITE,
        KEEP_OLD,
        REPLACE
    }

    private static final class Attempt {
        private final Path asked;
        private final FileOperations files;
        private Step step = Step.PREPARE;

        Attempt(Path asked, FileOperations files) {
            this.asked = asked;
            this.files = files;
        }

        Outcome run(BodyWriter body) {
            Path target = asked;
            Optional<Path> fresh = Optional.empty();
            Optional<Path> oldCopy = Optional.empty();
            try {
                target = files.resolve(asked);
                Optional<Outcome> refusal = refusal(target);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                Path written = files.createBeside(target);
                fresh = Optional.of(written);
                step = Step.WRITE;
                try (OutputStream out = new BufferedOutputStream(files.open(written))) {
                    body.write(out);
                }
                files.force(written);
                Optional<Path> backup = Optional.empty();
                if (files.exists(target)) {
                    step = Step.KEEP_OLD;
                    files.copyAccess(target, written);
                    Path kept = files.createBeside(target);
                    oldCopy = Optional.of(kept);
                    files.copyContent(target, kept);
                    files.force(kept);
                    Path bak = target.resolveSibling(target.getFileName() + ".bak");
                    move(kept, bak);
                    backup = Optional.of(bak);
                }
                step = Step.REPLACE;
                move(written, target);
                return new Outcome.Written(target, backup);
            } catch (IOException failure) {
                return explain(failure, target);
            } finally {
                fresh.ifPresent(this::cleanUp);
                oldCopy.ifPresent(this::cleanUp);
            }
        }

        private Optional<Outcome> refusal(Path target) {
            String name = String.valueOf(target.getFileName());
            Path folder = target.getParent();
            if (files.isFolder(target)) {
                return refuse("\"" + name + "\" is a folder, not a file.", "Choose another name.");
            }
            if (folder == null || !files.isFolder(folder)) {
                return refuse(
                        "The folder " + folder + " is not there.",
                        "Choose another folder, or connect the drive that it is on.");
            }
            for (String lock : List.of(".~lock." + name + "#", "~$" + name)) {
                if (files.exists(folder.resolve(lock))) {
                    return refuse(
                            "\"" + name + "\" seems to be open in another program.",
                            "Close it there, or save under another name. If no program has it open, delete \"" + lock
                                    + "\" beside it.");
                }
            }
            if (files.exists(target) && !files.isWritable(target)) {
                return refuse(
                        "\"" + name + "\" is read-only.",
                        "Save under another name, or take the write protection off the file.");
            }
            return Optional.empty();
        }

        private static Optional<Outcome> refuse(String sentence, String whatToDo) {
            return Optional.of(new Outcome.NotWritten(sentence, whatToDo));
        }

        private void move(Path from, Path to) throws IOException {
            for (Duration pause : PAUSES) {
                try {
                    files.moveAtomically(from, to);
                    return;
                } catch (AtomicMoveNotSupportedException unsupported) {
                    throw unsupported;
                } catch (IOException held) {
                    try {
                        files.pause(pause);
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                        throw held;
                    }
                }
            }
            files.moveAtomically(from, to);
        }

        private Outcome explain(IOException failure, Path target) {
            String name = String.valueOf(target.getFileName());
            String message = String.valueOf(failure.getMessage());
            String folded = message.toLowerCase(Locale.ROOT);
            if (NO_SPACE.stream().anyMatch(folded::contains)) {
                return new Outcome.NotWritten(
                        "The disk is full: \"" + name + "\" was not saved.",
                        "Free some space, or save on another disk.");
            }
            if (failure instanceof AtomicMoveNotSupportedException) {
                return new Outcome.NotWritten(
                        "This drive cannot replace \"" + name + "\" in one step.",
                        "Save on another drive and copy the file there.");
            }
            if (folded.contains("read-only file system")) {
                return new Outcome.NotWritten(
                        "The drive of " + target.getParent() + " is read-only.", "Save in another place.");
            }
            if (step == Step.REPLACE && files.exists(target)) {
                return new Outcome.NotWritten(
                        "\"" + name + "\" could not be replaced: it seems to be open in another program.",
                        "Close it there and save again, or save under another name.");
            }
            if (step == Step.KEEP_OLD) {
                return new Outcome.NotWritten(
                        "The old content of \"" + name + "\" could not be kept as \"" + name + ".bak\".",
                        "Close the .bak file where it is open and save again, or save under another name.");
            }
            if (failure instanceof AccessDeniedException) {
                return new Outcome.NotWritten(
                        "You may not write into the folder " + target.getParent() + ".", "Save in another folder.");
            }
            if (failure instanceof NoSuchFileException && step == Step.PREPARE) {
                return new Outcome.NotWritten(
                        "The folder " + target.getParent() + " is not there.",
                        "Choose another folder, or connect the drive that it is on.");
            }
            return new Outcome.NotWritten(
                    "\"" + name + "\" was not saved: " + message, "Save again, or save in another place.");
        }

        private void cleanUp(Path left) {
            try {
                files.deleteIfExists(left);
            } catch (IOException ignored) {
                // the outcome is decided; a leftover file is a smaller harm than a wrong message
            }
        }
    }
}
