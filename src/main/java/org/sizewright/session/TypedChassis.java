package org.sizewright.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.figure.Evidence;
import org.sizewright.library.Chassis;
import org.sizewright.library.ChassisId;
import org.sizewright.library.Fact;
import org.sizewright.plan.HostGroup;

/** Makes a record for the user's own library out of what was typed in about a server model. */
public final class TypedChassis {
    private TypedChassis() {}

    /**
     * What is known about the model, with the typed facts in their places.
     *
     * @param known the record so far; without one, a new record is made that knows nothing else
     */
    public static Chassis of(CatalogEntry server, Optional<Chassis> known, HostGroup.Typed typed) {
        Chassis base = known.orElseGet(() -> empty(server));
        return new Chassis(
                base.id(),
                base.vendor(),
                base.model(),
                base.status(),
                base.acceleratorForm(),
                base.topology(),
                fact(typed.heightU(), base.heightU()),
                base.doubleWideSlots(),
                base.singleWideSlots(),
                base.maxGpu(),
                base.sockets(),
                fact(typed.basePower(), base.basePower()),
                base.maxSystemPower(),
                base.powerSupplies(),
                fact(typed.weight(), base.weight()),
                base.cooling(),
                base.cpu(),
                base.gpusListed(),
                base.vendorPage(),
                base.notes(),
                base.sources(),
                base.details());
    }

    private static <T> Fact<T> fact(Optional<T> typed, Fact<T> known) {
        return typed.map(value -> Fact.known(value, Evidence.TYPED, List.of())).orElse(known);
    }

    private static Chassis empty(CatalogEntry server) {
        String id = (server.vendor() + "-" + server.model())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return new Chassis(
                ChassisId.of(id),
                server.vendor(),
                server.model(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
