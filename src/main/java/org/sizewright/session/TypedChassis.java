package org.sizewright.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.figure.Evidence;
import org.sizewright.inventory.Fittings;
import org.sizewright.inventory.PowerSupplies;
import org.sizewright.library.Chassis;
import org.sizewright.library.ChassisId;
import org.sizewright.library.Fact;
import org.sizewright.plan.HostGroup;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/** Makes a record for the user's own library out of what was typed in about a server model. */
public final class TypedChassis {
    private TypedChassis() {}

    /** What somebody typed in about a server model; empty = nothing was. */
    public record Typed(
            Optional<Watts> basePower,
            Optional<Integer> heightU,
            Optional<Kilograms> weight,
            Optional<PowerSupplies> powerSupplies,
            Optional<Integer> memorySlots,
            Optional<List<Chassis.SlotGroup>> slots) {
        public static final Typed NOTHING = new Typed(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        /** What a host tells about its model. */
        public static Typed of(
                Fittings fittings, Optional<Integer> memorySlots, Optional<List<Chassis.SlotGroup>> slots) {
            return new Typed(
                    fittings.basePower(),
                    Optional.empty(),
                    Optional.empty(),
                    fittings.powerSupplies(),
                    memorySlots,
                    slots);
        }
    }

    /** What is known about the model of a catalog entry, with the typed facts of a group in their places. */
    public static Chassis of(CatalogEntry server, Optional<Chassis> known, HostGroup.Typed typed) {
        return of(
                server.vendor(),
                server.model(),
                known,
                new Typed(
                        typed.basePower(),
                        typed.heightU(),
                        typed.weight(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /**
     * What is known about the model, with the typed facts in their places.
     *
     * @param known the record so far; without one, a new record is made that knows nothing else
     */
    public static Chassis of(String vendor, String model, Optional<Chassis> known, Typed typed) {
        Chassis base = known.orElseGet(() -> empty(vendor, model));
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
                fact(
                        typed.powerSupplies()
                                .map(supplies -> new Chassis.PowerSupplies(supplies.count(), supplies.each())),
                        base.powerSupplies()),
                fact(typed.weight(), base.weight()),
                base.cooling(),
                base.cpu(),
                base.gpusListed(),
                base.vendorPage(),
                base.notes(),
                base.sources(),
                new Chassis.Details(
                        fact(typed.memorySlots(), base.details().memorySlots()),
                        fact(
                                typed.powerSupplies().flatMap(PowerSupplies::redundancy),
                                base.details().redundancy()),
                        fact(typed.slots(), base.details().slots())));
    }

    /** A value that says no more than is known already keeps its own evidence. */
    private static <T> Fact<T> fact(Optional<T> typed, Fact<T> known) {
        return typed.filter(value -> !known.asOptional().equals(Optional.of(value)))
                .map(value -> Fact.known(value, Evidence.TYPED, List.of()))
                .orElse(known);
    }

    private static Chassis empty(String vendor, String model) {
        String id = (vendor + "-" + model)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return new Chassis(
                ChassisId.of(id),
                vendor,
                model,
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
