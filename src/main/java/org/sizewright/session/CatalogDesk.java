package org.sizewright.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.Query;

/**
 * What this user keeps about catalogs, whichever is open: saved filters, favourite servers, and the columns shown.
 *
 * @param filters in the order of their first saving; names differ, also without regard to case
 * @param favourites servers by id, so that they are found again in the next export
 * @param columns by the column's id, whether it was shown or hidden by hand; other columns are shown as they come
 */
public record CatalogDesk(List<SavedFilter> filters, Set<EntryId> favourites, Map<String, Boolean> columns) {
    public static final CatalogDesk EMPTY = new CatalogDesk(List.of(), Set.of(), Map.of());

    /** A query by name. */
    public record SavedFilter(String name, Query query) {
        public SavedFilter {
            name = name.strip();
            Objects.requireNonNull(query, "query");
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a saved filter has a name");
            }
        }
    }

    public CatalogDesk {
        filters = List.copyOf(filters);
        favourites = Set.copyOf(favourites);
        columns = Map.copyOf(columns);
        for (SavedFilter filter : filters) {
            if (filters.stream().filter(other -> isNamed(other, filter.name())).count() > 1) {
                throw new IllegalArgumentException("two saved filters are called " + filter.name());
            }
        }
    }

    /** The filter of this name; case does not matter. */
    public Optional<SavedFilter> filter(String name) {
        return filters.stream().filter(filter -> isNamed(filter, name)).findFirst();
    }

    /** With the query under this name, in the place of the one that had the name. */
    public CatalogDesk withFilter(String name, Query query) {
        SavedFilter saved = new SavedFilter(name, query);
        List<SavedFilter> other = new ArrayList<>(filters);
        if (filter(name).isEmpty()) {
            other.add(saved);
        } else {
            other.replaceAll(filter -> isNamed(filter, name) ? saved : filter);
        }
        return new CatalogDesk(other, favourites, columns);
    }

    /**
     * With a filter under another name.
     *
     * @throws IllegalArgumentException if another filter has that name, or it is blank
     */
    public CatalogDesk withFilterRenamed(String name, String to) {
        return new CatalogDesk(
                filters.stream()
                        .map(filter -> isNamed(filter, name) ? new SavedFilter(to, filter.query()) : filter)
                        .toList(),
                favourites,
                columns);
    }

    public CatalogDesk withoutFilter(String name) {
        return new CatalogDesk(
                filters.stream().filter(filter -> !isNamed(filter, name)).toList(), favourites, columns);
    }

    public boolean isFavourite(EntryId server) {
        return favourites.contains(server);
    }

    public CatalogDesk withFavourite(EntryId server, boolean favourite) {
        Set<EntryId> other = new LinkedHashSet<>(favourites);
        if (favourite) {
            other.add(server);
        } else {
            other.remove(server);
        }
        return new CatalogDesk(filters, other, columns);
    }

    /** With a column shown or hidden by hand. */
    public CatalogDesk withColumn(String id, boolean shown) {
        Map<String, Boolean> other = new LinkedHashMap<>(columns);
        other.put(id, shown);
        return new CatalogDesk(filters, favourites, other);
    }

    private static boolean isNamed(SavedFilter filter, String name) {
        return filter.name().equalsIgnoreCase(name.strip());
    }
}
