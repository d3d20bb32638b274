package org.sizewright.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.MixSite;
import org.sizewright.placement.RackFit;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.Rack;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.sizing.Demand;

/** What the racks of the site can take, and what the hosts of an option need of them. */
record SiteRacks(ResolvedOption option, Demand demand, List<Rack> racks) {
    List<RackFit.Room> rooms() {
        return racks.stream().map(SiteRacks::room).toList();
    }

    /** All groups of hosts, in the order in which the racks are filled. */
    List<ResolvedGroup> groups() {
        return option.clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .toList();
    }

    /** The hosts of all groups. @param placements of the clusters so far; of the others those that are entered count */
    List<RackFit.Hosts> hosts(List<ClusterPlacement> placements) {
        return groups().stream()
                .map(group -> {
                    RowKey row =
                            new RowKey(group.group().id().value(), group.group().name());
                    return new RackFit.Hosts(
                            count(placements, group),
                            number(demand.hosts.hostPower, row),
                            number(demand.hosts.height, row),
                            number(demand.hosts.weight, row));
                })
                .toList();
    }

    /**
     * Where a mixture of a cluster is to stand, beside the hosts of the clusters so far and those that are entered. Empty where there
     * are no racks, or where those find none even without the mixture: then racks say nothing about it.
     */
    Optional<MixSite> forMixture(ResolvedCluster cluster, List<ClusterPlacement> placements) {
        List<ResolvedGroup> groups = groups();
        List<RackFit.Hosts> others = hosts(placements);
        List<Integer> places = cluster.groups().stream().map(groups::indexOf).toList();
        return racks.isEmpty() || RackFit.fit(rooms(), others).hostsWithout() > 0
                ? Optional.empty()
                : Optional.of(new MixSite(rooms(), others, places));
    }

    private static int count(List<ClusterPlacement> placements, ResolvedGroup group) {
        int count = 0;
        boolean placed = false;
        for (ClusterPlacement each : placements) {
            int index = each.cluster().groups().indexOf(group);
            if (index >= 0) {
                placed = true;
                count += each.problem().groups().get(index).count();
            }
        }
        return !placed && group.group().count() instanceof HostCount.Fixed fixed ? fixed.hosts() : count;
    }

    private OptionalDouble number(Figure figure, RowKey row) {
        return demand.value(figure, row, Lane.VALUE).asNumber();
    }

    private static RackFit.Room room(Rack rack) {
        double usable = rack.usablePerFeed().value() * Math.max(1, rack.feeds() - 1);
        double there = rack.existing().load().value();
        return new RackFit.Room(
                usable - there,
                rack.units() - rack.existing().units(),
                rack.maxLoad()
                        .map(load -> OptionalDouble.of(
                                load.value() - rack.existing().weight().value()))
                        .orElse(OptionalDouble.empty()),
                rack.cooling()
                        .map(heat -> OptionalDouble.of(heat.value() - there))
                        .orElse(OptionalDouble.empty()));
    }
}
