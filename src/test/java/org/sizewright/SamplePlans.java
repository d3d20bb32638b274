package org.sizewright;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sizewright.catalog.EntryId;
import org.sizewright.library.EngineId;
import org.sizewright.library.GpuId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.DiskNeeds;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.Growth;
import org.sizewright.plan.Header;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Rack;
import org.sizewright.plan.RackId;
import org.sizewright.plan.RunTerms;
import org.sizewright.plan.Site;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/** The plan that ships as a sample, written in code; the bundled file is held against it. */
public final class SamplePlans {
    private SamplePlans() {}

    public static Plan standard() {
        return new Plan(
                new Header(
                        "Sample plan",
                        "Sample customer",
                        "AI platform, first step",
                        "Presales",
                        LocalDate.of(2026, 11, 21),
                        1,
                        "A sample to try Sizewright with. Base power and weights of the servers are placeholders typed in for the"
                                + " sample, not vendor data."),
                site(),
                List.of(
                        new Workload.LlmServing(
                                        WorkloadId.of("w1"),
                                        "Coding assistant",
                                        ModelId.of("meta-llama/Llama-3.3-70B-Instruct"),
                                        NumberFormatId.of("fp8"),
                                        NumberFormatId.of("fp8"),
                                        EngineId.of("vllm-0.19"),
                                        8192,
                                        150,
                                        Optional.empty(),
                                        EngineSettings.DEFAULT,
                                        new VmShape(24, 384),
                                        Survival.MUST_RESTART)
                                .withTerms(RunTerms.FREE
                                        .withGrowth(new Growth.Yearly(25))
                                        .withDisk(DiskNeeds.UNSTATED.withDiskGb(Optional.of(200.0)))),
                        new Workload.GpuVms(
                                        WorkloadId.of("w2"),
                                        "Notebooks",
                                        Workload.GpuVms.Sharing.TIME_SLICED,
                                        12,
                                        20,
                                        new VmShape(8, 64),
                                        Survival.MAY_STAY_DOWN)
                                .withTerms(RunTerms.FREE
                                        .withGrowth(new Growth.Factors(1.5, 2))
                                        .withDisk(DiskNeeds.UNSTATED
                                                .withUsers(Optional.of(40))
                                                .withHomeGb(Optional.of(50.0))
                                                .withDiskGb(Optional.of(100.0)))),
                        new Workload.GpuVms(
                                        WorkloadId.of("w3"),
                                        "Embedding and reranking",
                                        Workload.GpuVms.Sharing.MIG,
                                        8,
                                        32,
                                        new VmShape(8, 64),
                                        Survival.MUST_RESTART)
                                .withTerms(RunTerms.FREE.withDisk(DiskNeeds.UNSTATED.withDiskGb(Optional.of(100.0))))),
                List.of(
                        option(
                                "a",
                                "HGX H100",
                                "xe9680",
                                "dell-technologies/poweredgexe9680/h100-sxm",
                                "h100-sxm-80",
                                HostCount.of(4),
                                56,
                                4600,
                                2),
                        option(
                                "b",
                                "H200 NVL",
                                "xe7745",
                                "dell-technologies/poweredgexe7745/h200-nvl",
                                "h200-nvl",
                                HostCount.auto(),
                                64,
                                2400,
                                1)),
                OptionId.of("a"),
                List.of());
    }

    private static Site site() {
        return new Site(
                "Data center, room 2",
                Site.Connectivity.CONNECTED,
                List.of(rack("r1", "Rack 1"), rack("r2", "Rack 2")));
    }

    private static Rack rack(String id, String name) {
        return new Rack(
                RackId.of(id),
                name,
                Watts.ofKilowatts(22),
                2,
                42,
                Optional.of(Kilograms.of(1000)),
                Optional.of(Watts.ofKilowatts(25)),
                new Rack.Existing(Watts.ofKilowatts(0.8), 3, Kilograms.of(40)));
    }

    private static Option option(
            String id,
            String name,
            String hosts,
            String entry,
            String gpu,
            HostCount count,
            int cores,
            double basePower,
            int tensorParallel) {
        ClusterId cluster = ClusterId.of("c1");
        HostGroup group = new HostGroup(
                GroupId.of("g1"),
                hosts,
                new EntryId(entry),
                GpuId.of(gpu),
                8,
                count,
                2,
                cores,
                1,
                2048,
                64,
                new HostGroup.Typed(
                        Optional.of(Watts.of(basePower)), Optional.empty(), Optional.of(Kilograms.of(120))));
        return StatedSetup.of(new Option(
                OptionId.of(id),
                name,
                Option.Platform.VSPHERE,
                List.of(new Cluster(
                        cluster,
                        "AI cluster",
                        1,
                        Cluster.VgpuMode.SAME_SIZE,
                        Cluster.GpuPolicy.CONSOLIDATION,
                        List.of(group))),
                List.of(
                        new Assignment(WorkloadId.of("w1"), cluster, tensorParallel, 1, 1, Optional.empty()),
                        new Assignment(WorkloadId.of("w2"), cluster, 1, 1, 1, Optional.empty()),
                        new Assignment(WorkloadId.of("w3"), cluster, 1, 1, 1, Optional.empty()))));
    }
}
