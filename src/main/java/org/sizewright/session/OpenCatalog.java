package org.sizewright.session;

import org.sizewright.catalog.Catalog;
import org.sizewright.catalog.CatalogSearch;
import org.sizewright.catalog.ImportResult;

/** The catalog that is open, with the account of its import, ready to be searched. */
public record OpenCatalog(ImportResult.Imported imported, Catalog catalog, CatalogSearch search) {}
