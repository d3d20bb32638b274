package org.sizewright.rules.sound;

import java.util.stream.Collectors;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryReader;
import org.sizewright.library.SupplyRecord.When;

/** What the shipped library says where no plan decides on it, as text. */
final class LibraryOutput {
    private LibraryOutput() {}

    static String of(String part) {
        Library library = LibraryReader.bundled().library();
        return switch (part) {
            case "glossary" -> library.glossary().stream().map(Object::toString).collect(Collectors.joining("\n"));
            case "out of scope" ->
                library.software().stream()
                        .filter(software -> software.when() == When.NEVER)
                        .map(Object::toString)
                        .collect(Collectors.joining("\n"));
            default -> throw new IllegalArgumentException(part);
        };
    }
}
