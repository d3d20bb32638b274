package org.sizewright.buildsheet.handover;

import java.util.List;
import java.util.Optional;
import org.sizewright.DocumentPlans;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.StatedSetup;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Site;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;

/** Plans of many kinds with their hand-overs, calculated once. */
final class HandOverCases {
    static final String WRITTEN_BY = "Sizewright 0.1.0";

    /** @param name what is special about it */
    record Case(String name, OptionResult live, HandOver handOver) {
        HandOverPlan plan() {
            return HandOverPlan.of(live, WRITTEN_BY);
        }

        Optional<HandOverFile> file(String path) {
            return handOver.files().stream()
                    .filter(file -> file.path().equals(path))
                    .findFirst();
        }

        List<HandOverFile> under(String folder) {
            return handOver.files().stream()
                    .filter(file -> file.path().startsWith(folder + "/"))
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final class Held {
        private static final SampleReferences REFERENCES = new SampleReferences();
        private static final List<Case> ALL = List.of(
                of("sample", SamplePlans.standard()),
                of("sample, option b", SamplePlans.standard().withLive(OptionId.of("b"))),
                of("documents", DocumentPlans.documents()),
                of("MIG on bare metal, many hosts", on(Option.Platform.BARE_METAL, mig())),
                of("MIG on vSphere, two sizes", mig()),
                of("whole GPUs on bare metal", on(Option.Platform.BARE_METAL, SamplePlans.standard())),
                of("vSphere Kubernetes", on(Option.Platform.VSPHERE_KUBERNETES, SamplePlans.standard())),
                of("OpenShift", on(Option.Platform.OPENSHIFT, SamplePlans.standard())),
                of("RDMA on bare metal", rdma(on(Option.Platform.BARE_METAL, SamplePlans.standard()))),
                of(
                        "RDMA on vSphere Kubernetes, air-gapped",
                        closed(rdma(on(Option.Platform.VSPHERE_KUBERNETES, SamplePlans.standard())))),
                of("MIG on bare metal, air-gapped", closed(on(Option.Platform.BARE_METAL, mig()))),
                of("RDMA on OpenShift", rdma(on(Option.Platform.OPENSHIFT, SamplePlans.standard()))),
                of(
                        "RDMA on OpenShift, air-gapped",
                        closed(rdma(on(Option.Platform.OPENSHIFT, SamplePlans.standard())))),
                of(
                        "vSphere Kubernetes with GPU Operator 25.3.2, air-gapped",
                        stated(
                                closed(rdma(on(Option.Platform.VSPHERE_KUBERNETES, SamplePlans.standard()))),
                                "gpu-operator=25.3.2")),
                of(
                        "vSphere Kubernetes with GPU Operator 25.10",
                        stated(
                                on(Option.Platform.VSPHERE_KUBERNETES, SamplePlans.standard()),
                                "gpu-operator=25.10",
                                "kubernetes-version=1.34")),
                of(
                        "vSphere Kubernetes with GPU Operator 24.9.2",
                        stated(
                                on(Option.Platform.VSPHERE_KUBERNETES, SamplePlans.standard()),
                                "gpu-operator=24.9.2",
                                "kubernetes-version=v1.27.3+vmware.1")),
                of(
                        "OpenShift with GPU Operator 25.3.0",
                        stated(on(Option.Platform.OPENSHIFT, SamplePlans.standard()), "gpu-operator=25.3.0")),
                of("mixed size", mixedSize()),
                of(
                        "no machines",
                        SamplePlans.standard()
                                .withoutWorkload(WorkloadId.of("w1"))
                                .withoutWorkload(WorkloadId.of("w2"))
                                .withoutWorkload(WorkloadId.of("w3"))),
                of("too few hosts", hosts(SamplePlans.standard(), 1)));
    }

    private HandOverCases() {}

    static List<Case> all() {
        return Held.ALL;
    }

    static Case named(String name) {
        return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    private static Case of(String name, Plan plan) {
        OptionResult live = Calculation.of(Resolver.resolve(plan, Held.REFERENCES), Cancellation.never())
                .live();
        return new Case(name, live, HandOver.of(live, WRITTEN_BY));
    }

    static Plan on(Option.Platform platform, Plan plan) {
        return plan.withOption(plan.liveOption().withPlatform(platform));
    }

    private static Plan closed(Plan plan) {
        return plan.withSite(plan.site().withConnectivity(Site.Connectivity.AIR_GAPPED));
    }

    /** GPUDirect RDMA for the first workload, and GPUDirect Storage. */
    private static Plan rdma(Plan plan) {
        Option option = plan.liveOption();
        Assignment first = option.assignments().getFirst();
        return plan.withOption(StatedSetup.with(
                option.withAssignment(first.withDevices(first.devices().withRdma(true))),
                List.of("gpudirect-storage=yes")));
    }

    private static Plan stated(Plan plan, String... settings) {
        return plan.withOption(StatedSetup.with(plan.liveOption(), List.of(settings)));
    }

    private static Plan hosts(Plan plan, int count) {
        Option option = plan.liveOption();
        Cluster cluster = option.clusters().getFirst();
        HostGroup group = cluster.groups().getFirst();
        return plan.withOption(option.withCluster(cluster.withGroup(group.withCount(HostCount.of(count)))));
    }

    private static Plan mixedSize() {
        Plan plan = SamplePlans.standard();
        Option option = plan.liveOption();
        return plan.withOption(
                option.withCluster(option.clusters().getFirst().withVgpuMode(Cluster.VgpuMode.MIXED_SIZE)));
    }

    /** Two sizes of MIG instances and nothing else; an umlaut and quotes in the name of a workload. */
    private static Plan mig() {
        Plan plan = SamplePlans.standard()
                .withoutWorkload(WorkloadId.of("w1"))
                .withoutWorkload(WorkloadId.of("w2"))
                .withoutWorkload(WorkloadId.of("w3"))
                .withWorkload(migVms("w4", "Small \"jobs\" für alle: #1", 90, 10))
                .withWorkload(migVms("w5", "Medium", 24, 40));
        Option option = plan.liveOption();
        return plan.withOption(option.withAssignment(Assignment.of(
                        WorkloadId.of("w4"), option.clusters().getFirst().id()))
                .withAssignment(Assignment.of(
                        WorkloadId.of("w5"), option.clusters().getFirst().id())));
    }

    private static Workload.GpuVms migVms(String id, String name, int count, int gib) {
        return new Workload.GpuVms(
                WorkloadId.of(id),
                name,
                Workload.GpuVms.Sharing.MIG,
                count,
                gib,
                new VmShape(2, 16),
                Survival.MAY_STAY_DOWN);
    }
}
