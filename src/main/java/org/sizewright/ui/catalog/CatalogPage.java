package org.sizewright.ui.catalog;

import java.util.List;
import java.util.Set;
import org.sizewright.catalog.CatalogSearch;
import org.sizewright.catalog.Facet;
import org.sizewright.ui.part.FacetList;
import org.sizewright.ui.part.FilterChips;

/**
 * The open catalog as the screen shows it.
 *
 * @param origin file, sheet and date, in a line
 * @param account what became of the rows, in a line
 * @param toCheck rows that a person should look at
 * @param query what is searched for
 * @param servers the entries that pass, in the catalog's order
 * @param all entries of the catalog
 * @param restAccount how many rows have which fate, in a line
 * @param rest every row of the file that was not plainly kept, what is to be checked first
 */
record CatalogPage(
        String origin,
        String account,
        int toCheck,
        CatalogSearch.Query query,
        List<ServerRow> servers,
        int all,
        List<FacetChoice> facets,
        List<FilterChips.Filter> filters,
        String restAccount,
        List<RestRow> rest) {
    CatalogPage {
        servers = List.copyOf(servers);
        facets = List.copyOf(facets);
        filters = List.copyOf(filters);
        rest = List.copyOf(rest);
    }

    /** One property to filter by, its values with counts, and what is ticked. */
    record FacetChoice(Facet facet, List<FacetList.Facet> values, Set<String> chosen) {}
}
