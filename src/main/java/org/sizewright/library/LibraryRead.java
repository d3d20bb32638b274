package org.sizewright.library;

import java.util.List;

/** What was read, and what could not be. */
public record LibraryRead(Library library, List<LibraryProblem> problems) {
    public LibraryRead {
        problems = List.copyOf(problems);
    }
}
