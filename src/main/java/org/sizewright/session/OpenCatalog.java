package org.sizewright.session;

import java.util.Optional;
import org.sizewright.catalog.Catalog;
import org.sizewright.catalog.CatalogSearch;
import org.sizewright.catalog.ImportJob;
import org.sizewright.catalog.ImportResult;

/**
 * The catalog that is open, with the account of its import, ready to be searched.
 *
 * @param job how it was imported, so that columns and answers can be changed; empty if that is not known
 */
public record OpenCatalog(
        ImportResult.Imported imported, Catalog catalog, CatalogSearch search, Optional<ImportJob> job) {
    public OpenCatalog(ImportResult.Imported imported, Catalog catalog, CatalogSearch search) {
        this(imported, catalog, search, Optional.empty());
    }

    /** The same, with how it was imported. */
    public OpenCatalog withJob(ImportJob known) {
        return new OpenCatalog(imported, catalog, search, Optional.of(known));
    }
}
