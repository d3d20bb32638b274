package org.sizewright.catalog;

import java.util.Objects;
import org.sizewright.table.Reading;

/**
 * One file to import.
 *
 * @param name the file's name, for people
 * @param sha256 the file's hash, kept with the catalog
 * @param tables its sheets
 */
public record ImportFile(String name, String sha256, Reading.Tables tables) {
    public ImportFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(tables, "tables");
    }
}
