package org.sizewright.placement;

import java.util.List;
import java.util.Optional;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;

/**
 * Everything that is known about the placement of one cluster.
 *
 * @param proof why so many hosts, where their number was to be found; empty where it is entered
 * @param violations what the checker refused; empty for a right placement
 */
public record ClusterPlacement(
        ResolvedCluster cluster,
        PlacementProblem problem,
        Placement placement,
        Resilience resilience,
        Optional<Proof> proof,
        PlacementFigures figures,
        List<Violation> violations) {
    public ClusterPlacement {
        violations = List.copyOf(violations);
    }

    /** The group of a host, by host number. */
    public int groupOf(int host) {
        int first = 0;
        for (int group = 0; group < problem.groups().size(); group++) {
            first += problem.groups().get(group).count();
            if (host < first) {
                return group;
            }
        }
        throw new IllegalArgumentException("there is no host " + host);
    }

    /** What people call a host: its own name where it is there already, else the name of its group and its number in it. */
    public String hostName(int host) {
        return existing(host)
                .map(InventoryHost::name)
                .orElseGet(() -> "%s-%02d"
                        .formatted(cluster.groups().get(groupOf(host)).group().name(), numberInGroup(host) + 1));
    }

    /** The host as the customer has it; empty for one to buy. */
    public Optional<InventoryHost> existing(int host) {
        List<InventoryHost> hosts = cluster.groups().get(groupOf(host)).existing();
        return hosts.isEmpty() ? Optional.empty() : Optional.of(hosts.get(numberInGroup(host)));
    }

    private int numberInGroup(int host) {
        int before = 0;
        for (int i = 0; i < groupOf(host); i++) {
            before += problem.groups().get(i).count();
        }
        return host - before;
    }
}
