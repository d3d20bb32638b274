package org.sizewright.cli;

import java.nio.file.Path;

/** Whose own records lie over the shipped library. */
public sealed interface LibraryChoice {
    /** Those of the user's folder, as in the window. */
    record Usual() implements LibraryChoice {}

    /** Those of that folder, and not those of the user's. */
    record Folder(Path folder) implements LibraryChoice {}

    /** Nobody's. */
    record ShippedOnly() implements LibraryChoice {}
}
