package org.sizewright.plan;

import java.util.List;

/** Where the hosts will stand: every "fewest" question holds under its racks. */
public record Site(String name, Connectivity connectivity, List<Rack> racks) {
    /** Whether the site reaches the internet; decides on licence service and transfer lists. */
    public enum Connectivity {
        CONNECTED,
        AIR_GAPPED
    }

    public Site {
        PlanChecks.name("a site", name);
        racks = List.copyOf(racks);
        PlanChecks.unique("racks", racks, Rack::id);
    }

    public Site withRacks(List<Rack> newRacks) {
        return new Site(name, connectivity, newRacks);
    }

    public Site withRack(Rack changed) {
        return withRacks(racks.stream()
                .map(rack -> rack.id().equals(changed.id()) ? changed : rack)
                .toList());
    }

    public Site withName(String newName) {
        return new Site(newName, connectivity, racks);
    }

    public Site withConnectivity(Connectivity changed) {
        return new Site(name, changed, racks);
    }
}
