package org.sizewright.plan;

import java.util.Optional;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/**
 * One rack and what may still be put into it.
 *
 * @param usablePerFeed what each feed may carry for good, after derating
 * @param feeds independent feeds; with two, the other one must carry everything when one is lost
 * @param units height in rack units that may be used, what is there already included
 * @param maxLoad weight that floor and rack carry; unknown if nobody said
 * @param cooling heat that can be taken away; unknown if nobody said
 * @param existing what is in it already
 */
public record Rack(
        RackId id,
        String name,
        Watts usablePerFeed,
        int feeds,
        int units,
        Optional<Kilograms> maxLoad,
        Optional<Watts> cooling,
        Existing existing) {
    /** What a rack holds already. */
    public record Existing(Watts load, int units, Kilograms weight) {
        public static final Existing NOTHING = new Existing(Watts.of(0), 0, Kilograms.of(0));

        public Existing {
            PlanChecks.between("the units in use", 0, 100, units);
        }
    }

    public Rack {
        PlanChecks.name("a rack", name);
        PlanChecks.between("the feeds of rack " + name, 1, 2, feeds);
        PlanChecks.between("the units of rack " + name, 1, 100, units);
    }

    public Rack withName(String newName) {
        return new Rack(id, newName, usablePerFeed, feeds, units, maxLoad, cooling, existing);
    }

    public Rack withUsablePerFeed(Watts watts) {
        return new Rack(id, name, watts, feeds, units, maxLoad, cooling, existing);
    }

    public Rack withUnits(int newUnits) {
        return new Rack(id, name, usablePerFeed, feeds, newUnits, maxLoad, cooling, existing);
    }

    public Rack withFeeds(int newFeeds) {
        return new Rack(id, name, usablePerFeed, newFeeds, units, maxLoad, cooling, existing);
    }

    public Rack withMaxLoad(Optional<Kilograms> load) {
        return new Rack(id, name, usablePerFeed, feeds, units, load, cooling, existing);
    }

    public Rack withCooling(Optional<Watts> heat) {
        return new Rack(id, name, usablePerFeed, feeds, units, maxLoad, heat, existing);
    }

    public Rack withExisting(Existing there) {
        return new Rack(id, name, usablePerFeed, feeds, units, maxLoad, cooling, there);
    }
}
