package org.sizewright;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sizewright.catalog.EntryId;
import org.sizewright.inventory.Inventories;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.library.GpuId;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.ExistingGroups;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.Header;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Rack;
import org.sizewright.plan.RackId;
import org.sizewright.plan.Site;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/** Plans of a customer that has hosts: those of the bundled sample inventory. */
public final class ExistingHostPlans {
    public static final EntryId R760XA_L40S = new EntryId("dell-technologies/poweredger760xa/l40s-pcie");
    public static final GpuId L40S = GpuId.of("l40s");

    private ExistingHostPlans() {}

    /** Three hosts that are there get two L40S each, and new hosts of the same kind are bought as needed. */
    public static Plan nordhafen() {
        List<InventoryHost> hosts = Inventories.hosts();
        HostGroup there = ExistingGroups.group(GroupId.of("g1"), "AI-Pilot", hosts.subList(0, 3), R760XA_L40S, L40S, 2);
        HostGroup bought = new HostGroup(
                GroupId.of("g2"),
                "r760xa-new",
                R760XA_L40S,
                L40S,
                4,
                HostCount.of(1),
                2,
                32,
                1,
                1024,
                32,
                new HostGroup.Typed(Optional.of(Watts.of(850)), Optional.of(2), Optional.of(Kilograms.of(36))));
        return plan(hosts, List.of(there, bought));
    }

    /** A plan over these hosts with a cluster of these groups. */
    public static Plan plan(List<InventoryHost> hosts, List<HostGroup> groups) {
        ClusterId cluster = ClusterId.of("c1");
        return new Plan(
                new Header(
                        "GPUs for hosts that are there",
                        "Nordhafen Logistik (invented)",
                        "AI pilot",
                        "Presales",
                        LocalDate.of(2026, 11, 21),
                        1,
                        "A sample over the hosts of sample-rvtools.xlsx and sample-host-fittings.csv. Customer, names, power"
                                + " and slots are invented for the sample, not vendor data."),
                new Site(
                        "Nordhafen DC1",
                        Site.Connectivity.CONNECTED,
                        List.of(new Rack(
                                RackId.of("r1"),
                                "Row 3 rack 7",
                                Watts.ofKilowatts(14),
                                2,
                                42,
                                Optional.of(Kilograms.of(900)),
                                Optional.of(Watts.ofKilowatts(14)),
                                new Rack.Existing(Watts.ofKilowatts(1.2), 6, Kilograms.of(90)))),
                        hosts),
                List.of(
                        new Workload.GpuVms(
                                WorkloadId.of("w1"),
                                "Notebooks",
                                Workload.GpuVms.Sharing.TIME_SLICED,
                                14,
                                12,
                                new VmShape(6, 48),
                                Survival.MUST_RESTART),
                        new Workload.GpuVms(
                                WorkloadId.of("w2"),
                                "Document search",
                                Workload.GpuVms.Sharing.TIME_SLICED,
                                4,
                                24,
                                new VmShape(12, 96),
                                Survival.MUST_RESTART)),
                List.of(new Option(
                        OptionId.of("a"),
                        "Existing hosts first",
                        Option.Platform.VSPHERE,
                        List.of(new Cluster(
                                cluster,
                                "AI-Pilot",
                                1,
                                Cluster.VgpuMode.SAME_SIZE,
                                Cluster.GpuPolicy.CONSOLIDATION,
                                groups)),
                        List.of(
                                new Assignment(WorkloadId.of("w1"), cluster, 1, 1, 1, Optional.empty()),
                                new Assignment(WorkloadId.of("w2"), cluster, 1, 1, 1, Optional.empty())))),
                OptionId.of("a"),
                List.of());
    }
}
