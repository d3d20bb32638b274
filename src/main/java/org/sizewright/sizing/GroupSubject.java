package org.sizewright.sizing;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.RowKey;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.library.Chassis;
import org.sizewright.library.Gpu;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Origin;

/**
 * A group of equal hosts with its records looked up.
 *
 * @param existing the hosts, where the customer has them
 */
public record GroupSubject(
        RowKey row, HostGroup group, Gpu gpu, Optional<Chassis> chassis, List<InventoryHost> existing, String path) {
    public GroupSubject {
        existing = List.copyOf(existing);
    }

    /** GPUs per host that are there already. */
    int gpusThere() {
        return group.origin() instanceof Origin.Existing there ? there.gpusThere() : 0;
    }
}
