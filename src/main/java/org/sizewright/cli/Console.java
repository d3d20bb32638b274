package org.sizewright.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.sizewright.plan.AtomicFile;

/** Where commands print. */
public record Console(PrintWriter out, PrintWriter err) {
    static final int FINE = 0;
    static final int FINDINGS = 1;
    static final int UNREADABLE = 2;

    void print(String line) {
        out.println(line);
    }

    /** Says what went wrong and what to do, and returns the exit code for it. */
    int refuse(String sentence, String advice) {
        err.println(advice.isEmpty() ? sentence : sentence + " " + advice);
        return UNREADABLE;
    }

    /** Writes a file; false if it could not be written, with the reason said. */
    boolean write(Path file, byte[] content) {
        return switch (AtomicFile.write(file, out -> out.write(content))) {
            case AtomicFile.Outcome.Written written -> true;
            case AtomicFile.Outcome.NotWritten not -> {
                refuse(not.sentence(), not.whatToDo());
                yield false;
            }
        };
    }
}
