package org.sizewright.plan;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.inventory.InventoryHost;

/** Where the hosts of a group come from. */
public sealed interface Origin {
    /** They are ordered. */
    record ToBuy() implements Origin {}

    /**
     * They are there.
     *
     * @param hosts the names of hosts of the site
     * @param gpusThere how many of the group's GPUs per host are in them already; the others are ordered
     */
    record Existing(List<String> hosts, int gpusThere) implements Origin {
        public Existing {
            hosts = List.copyOf(hosts);
            if (hosts.isEmpty()) {
                throw new IllegalArgumentException("a group of existing hosts names at least one");
            }
            PlanChecks.unique("hosts of a group", hosts, InventoryHost::key);
            PlanChecks.between("the GPUs that are there already", 0, 72, gpusThere);
        }

        /** Whether the group is made of this host too. */
        public boolean has(String name) {
            return hosts.stream().anyMatch(each -> InventoryHost.key(each).equals(InventoryHost.key(name)));
        }

        /** The site's hosts that are meant; those that the site does not have are missing. */
        public List<InventoryHost> in(Site site) {
            List<InventoryHost> found = new ArrayList<>();
            hosts.forEach(name -> site.existingHost(name).ifPresent(found::add));
            return found;
        }

        public Existing withGpusThere(int changed) {
            return new Existing(hosts, changed);
        }
    }

    static Origin toBuy() {
        return new ToBuy();
    }
}
