package org.sizewright.catalog;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.sizewright.table.Reading;

/**
 * One file to import.
 *
 * @param name the file's name, for people
 * @param sha256 the file's hash, kept with the catalog
 * @param date the day for which it holds, if known
 * @param tables its sheets
 */
public record ImportFile(String name, String sha256, Optional<LocalDate> date, Reading.Tables tables) {
    public ImportFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(tables, "tables");
    }
}
