package org.sizewright.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.library.Library;

/** What a plan is resolved against: the records that it carries, then the library and catalog of this machine. */
public interface References {
    Library library();

    Optional<CatalogEntry> server(EntryId id);

    /** The day for which the list holds that the server is from; empty if that is not known. */
    default Optional<LocalDate> listedOn(EntryId id) {
        return Optional.empty();
    }
}
