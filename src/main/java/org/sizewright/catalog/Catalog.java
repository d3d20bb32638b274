package org.sizewright.catalog;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An imported list of servers. Equal if name, date, hash and entries are. */
public final class Catalog {
    private final String name;
    private final LocalDate asOf;
    private final String sha256;
    private final List<CatalogEntry> entries;
    private final Map<EntryId, CatalogEntry> byId;

    private Catalog(String name, LocalDate asOf, String sha256, List<CatalogEntry> entries) {
        this.name = Objects.requireNonNull(name, "name");
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.sha256 = Objects.requireNonNull(sha256, "sha256");
        this.entries = List.copyOf(entries);
        Map<EntryId, CatalogEntry> ids = new HashMap<>();
        for (CatalogEntry entry : this.entries) {
            if (ids.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException("two entries with the id " + entry.id());
            }
        }
        byId = Map.copyOf(ids);
    }

    /**
     * A catalog of these entries.
     *
     * @param name what people call it, usually the file's name
     * @param asOf the day for which it holds
     * @param sha256 the hash of the file it came from
     * @throws IllegalArgumentException if two entries have the same id
     */
    public static Catalog of(String name, LocalDate asOf, String sha256, List<CatalogEntry> entries) {
        return new Catalog(name, asOf, sha256, entries);
    }

    public String name() {
        return name;
    }

    public LocalDate asOf() {
        return asOf;
    }

    public String sha256() {
        return sha256;
    }

    public List<CatalogEntry> entries() {
        return entries;
    }

    public Optional<CatalogEntry> find(EntryId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Catalog that
                && name.equals(that.name)
                && asOf.equals(that.asOf)
                && sha256.equals(that.sha256)
                && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, asOf, sha256, entries);
    }

    @Override
    public String toString() {
        return "%s as of %s, %d entries".formatted(name, asOf, entries.size());
    }
}
