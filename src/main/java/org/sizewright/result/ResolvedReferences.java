package org.sizewright.result;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.library.Library;
import org.sizewright.plan.References;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedPlan;

/** The records that a resolved plan rests on, to resolve a changed copy of it that names no others. */
public final class ResolvedReferences implements References {
    private final Library library;
    private final Map<EntryId, ResolvedGroup> listed = new HashMap<>();

    private ResolvedReferences(ResolvedPlan plan) {
        library = plan.library();
        plan.options().stream()
                .flatMap(option -> option.clusters().stream())
                .flatMap(cluster -> cluster.groups().stream())
                .filter(ResolvedGroup::listed)
                .forEach(group -> listed.put(group.group().server(), group));
    }

    public static ResolvedReferences of(ResolvedPlan plan) {
        return new ResolvedReferences(plan);
    }

    @Override
    public Library library() {
        return library;
    }

    @Override
    public Optional<CatalogEntry> server(EntryId id) {
        return Optional.ofNullable(listed.get(id)).map(ResolvedGroup::server);
    }

    @Override
    public Optional<LocalDate> listedOn(EntryId id) {
        return Optional.ofNullable(listed.get(id)).flatMap(ResolvedGroup::listedOn);
    }
}
