package org.sizewright.library;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What was read, and what could not be.
 *
 * @param lines where records begin in their files, by kind and key as {@link LibraryProblem#record} names them
 */
public record LibraryRead(Library library, List<LibraryProblem> problems, Map<String, Integer> lines) {
    public LibraryRead {
        problems = List.copyOf(problems);
        lines = Map.copyOf(lines);
    }

    /** The line of a record, such as {@code gpus l40s}. */
    public OptionalInt lineOf(String record) {
        Integer line = lines.get(record);
        return line == null ? OptionalInt.empty() : OptionalInt.of(line);
    }
}
