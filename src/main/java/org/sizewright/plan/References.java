package org.sizewright.plan;

import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.library.Library;

/** What a plan is resolved against: the records that it carries, then the library and catalog of this machine. */
public interface References {
    Library library();

    Optional<CatalogEntry> server(EntryId id);
}
