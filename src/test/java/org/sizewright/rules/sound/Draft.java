package org.sizewright.rules.sound;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.sizewright.catalog.EntryId;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.library.EngineId;
import org.sizewright.library.GpuId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.Header;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Labels;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Rack;
import org.sizewright.plan.RackId;
import org.sizewright.plan.RunTerms;
import org.sizewright.plan.Site;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VmDevices;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/** A plan in the making: one cluster, groups of hosts, workloads, and what is stated about them. */
final class Draft {
    private static final ClusterId CLUSTER = ClusterId.of("c1");

    private final String name;
    private final Option.Platform platform;
    private final List<HostGroup> groups = new ArrayList<>();
    private final List<Workload> workloads = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<String> settings = new ArrayList<>();
    private List<InventoryHost> there = List.of();
    private LocalDate date = LocalDate.of(2026, 10, 1);
    private Site.Connectivity connectivity = Site.Connectivity.CONNECTED;
    private int failures = 1;
    private Cluster.VgpuMode mode = Cluster.VgpuMode.SAME_SIZE;
    private Cluster.GpuPolicy policy = Cluster.GpuPolicy.CONSOLIDATION;
    private OptionalDouble vmotion = OptionalDouble.empty();

    Draft(String name, Option.Platform platform) {
        this.name = name;
        this.platform = platform;
    }

    Draft at(String day) {
        date = LocalDate.parse(day);
        return this;
    }

    Draft airGapped() {
        connectivity = Site.Connectivity.AIR_GAPPED;
        return this;
    }

    Draft withoutFailover() {
        failures = 0;
        return this;
    }

    Draft mixedSizes() {
        mode = Cluster.VgpuMode.MIXED_SIZE;
        policy = Cluster.GpuPolicy.PERFORMANCE;
        return this;
    }

    Draft vmotion(double gbps) {
        vmotion = OptionalDouble.of(gbps);
        return this;
    }

    /** Hosts with two sockets. */
    Draft hosts(String server, String gpu, int gpus, int count, int cores, int memoryGib) {
        return hosts(server, gpu, gpus, count, 2, cores, memoryGib);
    }

    Draft hosts(String server, String gpu, int gpus, int count, int sockets, int cores, int memoryGib) {
        String id = "g" + (groups.size() + 1);
        return group(new HostGroup(
                GroupId.of(id),
                "Hosts " + id,
                new EntryId(server),
                GpuId.of(gpu),
                gpus,
                HostCount.of(count),
                sockets,
                cores,
                2,
                memoryGib,
                64,
                new HostGroup.Typed(
                        Optional.of(Watts.of(1500)), Optional.of(gpus > 4 ? 6 : 2), Optional.of(Kilograms.of(60)))));
    }

    Draft group(HostGroup group) {
        groups.add(group);
        return this;
    }

    /** Changes the last group. */
    Draft group(UnaryOperator<HostGroup> change) {
        groups.set(groups.size() - 1, change.apply(groups.getLast()));
        return this;
    }

    Draft labels(String labels) {
        return group(last -> last.withLabels(Labels.parse(labels)));
    }

    Draft there(List<InventoryHost> hosts) {
        there = hosts;
        return this;
    }

    Draft llm(String model, String format, int tensor, int context, int requests, int vcpu, int memoryGib) {
        WorkloadId id = next();
        return add(
                new Workload.LlmServing(
                        id,
                        "Model " + id,
                        ModelId.of(model),
                        NumberFormatId.of(format),
                        NumberFormatId.of(format.equals("fp8") ? "fp8" : "bf16"),
                        EngineId.of("vllm-0.19"),
                        context,
                        requests,
                        Optional.empty(),
                        EngineSettings.DEFAULT,
                        new VmShape(vcpu, memoryGib),
                        Survival.MUST_RESTART),
                Assignment.of(id, CLUSTER).withTensorParallel(tensor));
    }

    Draft sliced(int count, int gib, String profile, int vcpu, int memoryGib) {
        return vms(Workload.GpuVms.Sharing.TIME_SLICED, count, gib, profile, vcpu, memoryGib);
    }

    Draft mig(int count, int gib, String profile, int vcpu, int memoryGib) {
        return vms(Workload.GpuVms.Sharing.MIG, count, gib, profile, vcpu, memoryGib);
    }

    private Draft vms(Workload.GpuVms.Sharing sharing, int count, int gib, String profile, int vcpu, int memoryGib) {
        WorkloadId id = next();
        return add(
                new Workload.GpuVms(
                        id, "Machines " + id, sharing, count, gib, new VmShape(vcpu, memoryGib), Survival.MUST_RESTART),
                Assignment.of(id, CLUSTER).withProfile(Optional.of(profile)));
    }

    WorkloadId next() {
        return WorkloadId.of("w" + (workloads.size() + 1));
    }

    Draft add(Workload workload, Assignment assignment) {
        workloads.add(workload);
        assignments.add(assignment);
        return this;
    }

    /** Changes how the last workload is carried. */
    Draft carried(UnaryOperator<Assignment> change) {
        assignments.set(assignments.size() - 1, change.apply(assignments.getLast()));
        return this;
    }

    Draft access(GpuAccess access) {
        return carried(last -> last.withAccess(access));
    }

    Draft rdma() {
        return carried(last -> last.withDevices(VmDevices.ONE.withRdma(true)));
    }

    Draft survival(Survival survival) {
        workloads.set(workloads.size() - 1, workloads.getLast().withSurvival(survival));
        return this;
    }

    Draft on(String labels) {
        workloads.set(
                workloads.size() - 1,
                workloads.getLast().withTerms(new RunTerms(Labels.parse(labels), WeeklyWindows.ALWAYS)));
        return this;
    }

    Draft state(List<String> stated) {
        settings.addAll(stated);
        return this;
    }

    Draft state(String... stated) {
        return state(List.of(stated));
    }

    Plan toPlan() {
        Option option = new Option(
                OptionId.of("a"),
                name,
                platform,
                List.of(new Cluster(CLUSTER, "Cluster", failures, mode, policy, groups).withVmotionGbps(vmotion)),
                assignments);
        List<Rack> racks = List.of(rack("r1"), rack("r2"), rack("r3"), rack("r4"));
        return new Plan(
                new Header(name, "", "", "", date, 1, ""),
                new Site("Site", connectivity, racks, there),
                workloads,
                List.of(Change.stated(option, settings)),
                OptionId.of("a"),
                List.of());
    }

    private static Rack rack(String id) {
        return new Rack(
                RackId.of(id),
                "Rack " + id,
                Watts.ofKilowatts(36),
                2,
                48,
                Optional.of(Kilograms.of(1500)),
                Optional.of(Watts.ofKilowatts(40)),
                Rack.Existing.NOTHING);
    }
}
