package org.sizewright.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.util.Optional;

/** The file system of this machine. */
final class SystemFileOperations implements FileOperations {
    private static final int NAMES_TO_TRY = 1000;

    @Override
    public Path resolve(Path file) throws IOException {
        return Files.isSymbolicLink(file) ? file.toRealPath() : file;
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public boolean isFolder(Path file) {
        return Files.isDirectory(file);
    }

    @Override
    public boolean isWritable(Path file) {
        return Files.isWritable(file);
    }

    @Override
    public Path createBeside(Path file) throws IOException {
        String process = Long.toString(ProcessHandle.current().pid());
        for (int number = 1; ; number++) {
            Path candidate = file.resolveSibling("." + file.getFileName() + "." + process + "-" + number + ".tmp");
            try {
                // fails if the name is taken, also by another thread a moment ago
                return Files.createFile(candidate);
            } catch (FileAlreadyExistsException taken) {
                if (number == NAMES_TO_TRY) {
                    throw taken;
                }
            }
        }
    }

    @Override
    public OutputStream open(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    @Override
    public void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void copyContent(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void copyAccess(Path from, Path to) throws IOException {
        Optional<PosixFileAttributeView> known =
                Optional.ofNullable(Files.getFileAttributeView(from, PosixFileAttributeView.class));
        if (known.isPresent()) {
            Files.setPosixFilePermissions(to, known.get().readAttributes().permissions());
        }
    }

    @Override
    public void moveAtomically(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void deleteIfExists(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }
}
