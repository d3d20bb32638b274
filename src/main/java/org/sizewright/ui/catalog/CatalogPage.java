package org.sizewright.ui.catalog;

import java.util.List;
import java.util.Set;
import org.sizewright.catalog.Facet;
import org.sizewright.catalog.Measure;
import org.sizewright.catalog.Query;
import org.sizewright.catalog.SearchResult;
import org.sizewright.ui.part.FacetList;
import org.sizewright.ui.part.FilterChips;

/**
 * The open catalog as the screen shows it.
 *
 * @param source the same for every page of one catalog
 * @param query what is searched for
 * @param servers the entries that pass, in the order asked for
 * @param filters everything that narrows, in words
 * @param correction what was looked for in the place of mistyped words, in sentences; empty if nothing was
 */
record CatalogPage(
        Source source,
        Query query,
        List<ServerRow> servers,
        List<FacetChoice> facets,
        List<RangeChoice> ranges,
        List<FilterChips.Filter> filters,
        String correction) {
    CatalogPage {
        facets = List.copyOf(facets);
        ranges = List.copyOf(ranges);
        filters = List.copyOf(filters);
    }

    /**
     * What does not change while one searches.
     *
     * @param origin file, sheet and date, in a line
     * @param account what became of the rows, in a line
     * @param toCheck rows that a person should look at
     * @param all entries of the catalog
     * @param extras further columns of the list
     * @param restAccount how many rows have which fate, in a line
     * @param rest every row of the file that was not plainly kept, what is to be checked first
     */
    record Source(
            String origin,
            String account,
            int toCheck,
            int all,
            List<Facet.Extra> extras,
            String restAccount,
            List<RestRow> rest) {
        Source {
            extras = List.copyOf(extras);
            rest = List.copyOf(rest);
        }
    }

    /** One property to filter by, its values with counts, and what is ticked. */
    record FacetChoice(Facet facet, FacetList.Values values, Set<String> chosen) {}

    /** A number to set a range over. */
    record RangeChoice(Measure measure, SearchResult.RangeCounts counts) {}
}
