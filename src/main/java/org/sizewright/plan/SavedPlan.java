package org.sizewright.plan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.library.Library;

/**
 * What a plan's file holds.
 *
 * @param catalog the server list that the plan was made with; empty if there was none
 * @param servers the catalog entries that the plan rests on
 * @param records the library records that the plan rests on, and their sources
 * @param writtenBy product and version that wrote the file, such as {@code Sizewright 0.1.0}
 */
public record SavedPlan(
        Plan plan, Optional<CatalogStamp> catalog, List<CatalogEntry> servers, Library records, String writtenBy) {
    public SavedPlan {
        servers = List.copyOf(servers);
        PlanChecks.unique("servers", servers, CatalogEntry::id);
    }

    /** A plan with what {@link PlanRecords#carriedBy} says that it rests on. */
    public static SavedPlan of(Plan plan, Optional<CatalogStamp> catalog, PlanRecords carried, String writtenBy) {
        return new SavedPlan(plan, catalog, carried.servers(), carried.records(), writtenBy);
    }

    /** Libraries are compared by their records, in order, and by which of them are own ones. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SavedPlan that
                && plan.equals(that.plan)
                && catalog.equals(that.catalog)
                && servers.equals(that.servers)
                && records.records().equals(that.records.records())
                && records.ownRecords().equals(that.records.ownRecords())
                && writtenBy.equals(that.writtenBy);
    }

    @Override
    public int hashCode() {
        return Objects.hash(plan, catalog, servers, records.records(), writtenBy);
    }
}
