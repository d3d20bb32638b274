package org.sizewright.plan;

import java.util.List;
import java.util.Optional;
import org.sizewright.inventory.InventoryHost;

/**
 * Where the hosts will stand: every "fewest" question holds under its racks.
 *
 * @param existingHosts what the customer has, whether or not a cluster uses it
 */
public record Site(String name, Connectivity connectivity, List<Rack> racks, List<InventoryHost> existingHosts) {
    /** A site without hosts. */
    public Site(String name, Connectivity connectivity, List<Rack> racks) {
        this(name, connectivity, racks, List.of());
    }

    /** Whether the site reaches the internet; decides on licence service and transfer lists. */
    public enum Connectivity {
        CONNECTED,
        AIR_GAPPED
    }

    public Site {
        PlanChecks.name("a site", name);
        racks = List.copyOf(racks);
        PlanChecks.unique("racks", racks, Rack::id);
        existingHosts = List.copyOf(existingHosts);
        PlanChecks.unique("existing hosts", existingHosts, InventoryHost::key);
    }

    public boolean isAirGapped() {
        return connectivity == Connectivity.AIR_GAPPED;
    }

    public Site withRacks(List<Rack> newRacks) {
        return new Site(name, connectivity, newRacks, existingHosts);
    }

    public Site withRack(Rack changed) {
        return withRacks(racks.stream()
                .map(rack -> rack.id().equals(changed.id()) ? changed : rack)
                .toList());
    }

    public Site withName(String newName) {
        return new Site(newName, connectivity, racks, existingHosts);
    }

    public Site withConnectivity(Connectivity changed) {
        return new Site(name, changed, racks, existingHosts);
    }

    /** A host by its name, whatever its capitals. */
    public Optional<InventoryHost> existingHost(String host) {
        String key = InventoryHost.key(host);
        return existingHosts.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    Site withExistingHosts(List<InventoryHost> changed) {
        return new Site(name, connectivity, racks, changed);
    }
}
