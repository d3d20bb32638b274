package org.sizewright.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/** What saving asks of the file system; tests answer for a disk that is full or a file that is held by another program. */
public interface FileOperations {
    /** The file system of this machine. */
    static FileOperations ofSystem() {
        return new SystemFileOperations();
    }

    /** The file that a link stands for, else the same path. */
    Path resolve(Path file) throws IOException;

    boolean exists(Path file);

    boolean isFolder(Path file);

    /** Whether an existing file may be replaced. */
    boolean isWritable(Path file);

    /** A new, empty file beside that one. */
    Path createBeside(Path file) throws IOException;

    OutputStream open(Path file) throws IOException;

    /** Returns when the content is on the disk and would survive a power cut. */
    void force(Path file) throws IOException;

    void copyContent(Path from, Path to) throws IOException;

    /** Gives a file the access rights of another, where the system knows them. */
    void copyAccess(Path from, Path to) throws IOException;

    /** Replaces the target in one step: at any moment it has its old or its new content. */
    void moveAtomically(Path from, Path to) throws IOException;

    void deleteIfExists(Path file) throws IOException;

    void pause(Duration duration) throws InterruptedException;
}
