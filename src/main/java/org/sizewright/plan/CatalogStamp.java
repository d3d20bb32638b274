package org.sizewright.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.sizewright.catalog.Catalog;

/**
 * Which server list a plan was made with.
 *
 * @param name what people call it
 * @param asOf the day for which it holds; empty if unknown
 * @param sha256 the hash of the file it came from
 */
public record CatalogStamp(String name, Optional<LocalDate> asOf, String sha256) {
    public static CatalogStamp of(Catalog catalog) {
        return new CatalogStamp(catalog.name(), Optional.of(catalog.asOf()), catalog.sha256());
    }
}
