package org.sizewright.session;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sizewright.catalog.Catalog;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.CatalogSearch;
import org.sizewright.catalog.CpuFamilies;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.ImportJob;
import org.sizewright.catalog.ImportResult;
import org.sizewright.catalog.RowFate;
import org.sizewright.library.Library;
import org.sizewright.result.servers.ServerGpus;

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

    /** Prepares an imported catalog for search; takes its time, so not on the window's thread. */
    public static OpenCatalog of(ImportResult.Imported imported, Catalog catalog, CpuFamilies cpus, Library library) {
        Set<EntryId> toCheck = imported.fates().stream()
                .filter(RowFate.NeedsAttention.class::isInstance)
                .flatMap(fate -> fate.entries().stream())
                .map(CatalogEntry::id)
                .collect(Collectors.toSet());
        ServerGpus gpus = new ServerGpus(library);
        return new OpenCatalog(
                imported, catalog, CatalogSearch.of(catalog, new CatalogSearch.Context(cpus, gpus::facts, toCheck)));
    }
}
