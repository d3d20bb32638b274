package org.sizewright.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Gpu;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.VgpuType;
import org.sizewright.partition.GpuGeometry;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.PartitionScheme;
import org.sizewright.partition.Slice;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.GpuShare;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.Pin;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.ResolvedOption;
import org.sizewright.plan.ResolvedOption.ResolvedAssignment;
import org.sizewright.plan.ResolvedOption.ResolvedCluster;
import org.sizewright.plan.ResolvedWorkload;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.Setup;
import org.sizewright.plan.TimeSlot;
import org.sizewright.plan.VmDevices;
import org.sizewright.plan.Workload;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.sizing.Demand;

/** Turns a cluster of a plan and its demand figures into what placement works on. */
public final class PlacementProblems {
    /** More than any cluster carries; a corpus typed in wrong would else ask for billions. */
    private static final int MOST_DATABASE_VMS = 100_000;

    private final Demand demand;
    private final Lane lane;
    private final Setup setup;

    private PlacementProblems(Demand demand, Lane lane, Setup setup) {
        this.demand = demand;
        this.lane = lane;
        this.setup = setup;
    }

    /**
     * The problem of a cluster: the machines of its workloads on its hosts, with those of its pins. Groups on AUTO come with no host.
     * A workload whose number of machines is unknown is left out.
     */
    public static PlacementProblem of(ResolvedOption option, ResolvedCluster cluster, Demand demand, Lane lane) {
        return new PlacementProblems(demand, lane, option.option().setup())
                .problem(cluster, option.assignments())
                .withPins(option.option().pins().stream()
                        .filter(pin -> pin.cluster().equals(cluster.cluster().id()))
                        .map(pin -> pinned(cluster, pin))
                        .toList());
    }

    /** A group that is not there any more has the number after the last. */
    private static PinnedVm pinned(ResolvedCluster cluster, Pin pin) {
        int group = 0;
        while (group < cluster.groups().size()
                && !cluster.groups().get(group).group().id().equals(pin.group())) {
            group++;
        }
        return new PinnedVm(
                pin.machine(),
                pin.number(),
                group,
                pin.host() - 1,
                pin.gpus().stream().map(PlacementProblems::slot).toList());
    }

    private static GpuSlot slot(Pin.Share share) {
        return share.place()
                .map(place -> new GpuSlot(share.gpu(), place.mode(), place.profile(), place.start()))
                .orElseGet(() -> new GpuSlot(share.gpu(), PartitionMode.FULL, PartitionScheme.WHOLE, 0));
    }

    /** What a plan keeps of a machine that is pinned where it is or would be. */
    public static Pin pin(ResolvedCluster cluster, PinnedVm vm) {
        return new Pin(
                cluster.cluster().id(),
                vm.vmClass(),
                vm.number(),
                cluster.groups().get(vm.group()).group().id(),
                vm.host() + 1,
                vm.gpus().stream()
                        .map(slot -> new Pin.Share(
                                slot.gpu(),
                                slot.mode() == PartitionMode.FULL
                                        ? Optional.empty()
                                        : Optional.of(new Pin.Place(slot.mode(), slot.profile(), slot.start()))))
                        .toList());
    }

    /** The slots of the week in which the machines of a cluster's problem run; one where everything always runs. */
    public static WeekProblem week(
            ResolvedCluster cluster, List<ResolvedAssignment> assignments, PlacementProblem problem) {
        List<Workload> workloads = assignments.stream()
                .filter(assignment -> assignment.cluster().equals(cluster))
                .map(assignment -> assignment.workload().workload())
                .filter(workload -> problem.vms().stream()
                        .anyMatch(vm -> vm.count() > 0
                                && VmClass.workloadOf(vm.id())
                                        .equals(workload.id().value())))
                .toList();
        return new WeekProblem(problem, TimeSlot.ofWeek(workloads));
    }

    private PlacementProblem problem(ResolvedCluster cluster, List<ResolvedAssignment> assignments) {
        List<HostGroupSpec> groups = cluster.groups().stream().map(this::group).toList();
        List<VmClass> vms = new ArrayList<>();
        for (ResolvedAssignment assignment : assignments) {
            if (assignment.cluster().equals(cluster)) {
                vmClass(assignment).ifPresent(vms::add);
                if (assignment.workload() instanceof ResolvedWorkload.Search search) {
                    database(search).ifPresent(vms::add);
                }
            }
        }
        Cluster rules = cluster.cluster();
        return new PlacementProblem(
                groups,
                vms,
                new Policy(
                        switch (rules.vgpuMode()) {
                            case SAME_SIZE -> Policy.VgpuMode.SAME_SIZE;
                            case MIXED_SIZE -> Policy.VgpuMode.MIXED_SIZE;
                            case PER_GPU -> Policy.VgpuMode.PER_GPU;
                        },
                        switch (rules.gpuPolicy()) {
                            case PERFORMANCE -> Policy.Assignment.PERFORMANCE;
                            case CONSOLIDATION -> Policy.Assignment.CONSOLIDATION;
                        },
                        rules.hostFailures()));
    }

    private HostGroupSpec group(ResolvedGroup resolved) {
        RowKey row = new RowKey(resolved.group().id().value(), resolved.group().name());
        int count = switch (resolved.group().count()) {
            case HostCount.Fixed fixed -> fixed.hosts();
            case HostCount.Auto auto -> 0;
        };
        HostSpec host = new HostSpec(
                row.id(),
                resolved.group().gpusPerHost(),
                Optional.of(geometry(resolved)),
                (int) number(demand.hosts.hostVcpu, row).orElse(0),
                resolved.group().memoryGib(),
                taken(resolved, row),
                resolved.group().labels().keys(),
                links(resolved.gpu()),
                setup.of(resolved.group().id()).get(HostSettings.GPU_NICS));
        // hosts that are there before those that are bought anyway, and these before those that are searched
        int turn = resolved.group().isExisting() ? 0 : resolved.group().count() instanceof HostCount.Fixed ? 1 : 2;
        return new HostGroupSpec(host, count, turn);
    }

    /** How GPUs of this model are joined in a host; none where nothing is known of it. */
    public static GpuLinks links(Gpu gpu) {
        return gpu.details()
                .groups()
                .asOptional()
                .map(groups -> new GpuLinks(groups.sizes()))
                .orElseGet(GpuLinks::none);
    }

    /**
     * Whether links do not matter to a machine: with one GPU, and in a training run whose GPUs, spread over as few machines as hold
     * them, make a number that links do not join. Nobody chose that number, so it is a finding and no refusal.
     */
    private static boolean liesAnywhere(ResolvedAssignment assignment, GpuShare.Whole whole) {
        GpuNeed.Whole joined = new GpuNeed.Whole(whole.gpus(), GpuNeed.Joining.WHERE_LINKED);
        return whole.gpus() == 1
                || assignment.workload() instanceof ResolvedWorkload.Tuning
                        && assignment.assignment().devices().joined() == VmDevices.Joined.WHERE_LINKED
                        && assignment.groups().stream()
                                .anyMatch(group -> !links(group.gpu()).allows(joined));
    }

    private static GpuNeed.Joining joining(VmDevices.Joined joined) {
        return switch (joined) {
            case WHERE_LINKED -> GpuNeed.Joining.WHERE_LINKED;
            case NO -> GpuNeed.Joining.ANY;
            case ALWAYS -> GpuNeed.Joining.ALWAYS;
        };
    }

    /**
     * Memory that new machines do not get: what the hypervisor keeps, and on a host that is there already what runs there. If nobody
     * knows what runs there, nothing is given away.
     */
    private int taken(ResolvedGroup resolved, RowKey row) {
        if (resolved.existing().isEmpty()) {
            return resolved.group().reservedMemoryGib();
        }
        int given = (int) Math.floor(number(demand.hosts.hostMemory, row).orElse(0));
        return resolved.group().memoryGib()
                - Math.clamp(given, 0, resolved.group().memoryGib());
    }

    private Optional<VmClass> vmClass(ResolvedAssignment assignment) {
        RowKey row = new RowKey(
                assignment.workload().workload().id().value(),
                assignment.workload().workload().name());
        OptionalDouble count = switch (assignment.workload()) {
            case ResolvedWorkload.Llm llm -> number(demand.llm.replicas, row);
            case ResolvedWorkload.Vms vms -> number(demand.vms.count, row);
            case ResolvedWorkload.Search search -> number(demand.retrieval.orElseThrow().gpuVms, row);
            case ResolvedWorkload.Tuning tuning -> number(demand.training.orElseThrow().vms, row);
        };
        OptionalDouble memory = assignment.workload() instanceof ResolvedWorkload.Tuning
                ? number(demand.training.orElseThrow().memoryPerVm, row)
                : OptionalDouble.of(assignment.workload().workload().vm().memoryGib());
        if (count.isEmpty() || memory.isEmpty()) {
            return Optional.empty();
        }
        GpuNeed need = switch (assignment.share()) {
            case GpuShare.Whole whole ->
                new GpuNeed.Whole(
                        whole.gpus(),
                        liesAnywhere(assignment, whole)
                                ? GpuNeed.Joining.ANY
                                : joining(assignment.assignment().devices().joined()),
                        assignment.assignment().devices().rdma());
            case GpuShare.Shared shared ->
                GpuNeed.Several.of(
                        shared.parts().stream().map(PlacementProblems::fraction).toList());
        };
        return Optional.of(VmClass.of(
                        row.id(),
                        (int) Math.round(count.getAsDouble()),
                        need,
                        assignment.workload().workload().vm().vcpu(),
                        (int) Math.ceil(memory.getAsDouble()))
                .withSurvival(assignment.workload().workload().survival())
                .withRestartable(assignment.access() != GpuAccess.DIRECTPATH)
                .withLabels(assignment.workload().workload().terms().labels().keys()));
    }

    private static GpuNeed.Fraction fraction(GpuShare.Fraction part) {
        return switch (part) {
            case GpuShare.Mig mig -> new GpuNeed.Mig(mig.profile());
            case GpuShare.TimeSliced sliced -> new GpuNeed.TimeSliced(sliced.profile());
        };
    }

    /** The machines of a vector database have no GPU; its copies should not be on one host. */
    private Optional<VmClass> database(ResolvedWorkload.Search search) {
        Retrieval work = search.workload();
        OptionalDouble count = number(
                demand.retrieval.orElseThrow().database.vms,
                new RowKey(work.id().value(), work.name()));
        if (count.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(VmClass.of(
                        VmClass.databaseOf(work.id().value()),
                        (int) Math.min(MOST_DATABASE_VMS, Math.round(count.getAsDouble())),
                        new GpuNeed.None(),
                        work.databaseVm().vcpu(),
                        work.databaseVm().memoryGib())
                .withSurvival(work.survival())
                .withLabels(work.terms().labels().keys())
                .withCopies(work.store().replicas()));
    }

    private OptionalDouble number(Figure figure, RowKey row) {
        return demand.value(figure, row, lane).asNumber();
    }

    /** How a GPU can be shared: its MIG profiles and its time-sliced vGPU types that compute. */
    public static GpuGeometry geometry(ResolvedGroup group) {
        return geometry(group.gpu(), group.migProfiles(), group.vgpuTypes());
    }

    /**
     * How a GPU can be shared.
     *
     * @param types its vGPU types of one series; those that are not time-sliced do not count
     */
    public static GpuGeometry geometry(Gpu gpu, Optional<MigProfileSet> migProfiles, List<VgpuType> types) {
        long mib = Math.round(gpu.memory().usable().asOptional().orElseThrow().toMib());
        List<VgpuType> sliced = types.stream()
                .filter(type -> type.mode() == VgpuType.Mode.TIME_SLICED)
                .filter(type -> type.nominalGb() > 0)
                .toList();
        int units = Math.max(
                gpu.memory().nominalGb(),
                sliced.stream().mapToInt(VgpuType::nominalGb).max().orElse(1));
        return new GpuGeometry(
                gpu.name(),
                mib,
                migProfiles.map(MigProfileSet::toScheme),
                scheme(equalSize(sliced, units)).map(slices -> PartitionScheme.equalSize(units, slices)),
                scheme(mixedSize(sliced)).map(slices -> PartitionScheme.mixedSize(units, slices)));
    }

    private static Optional<List<Slice>> scheme(List<Slice> slices) {
        return slices.isEmpty() ? Optional.empty() : Optional.of(slices);
    }

    private static List<Slice> equalSize(List<VgpuType> types, int units) {
        List<Slice> slices = new ArrayList<>();
        for (VgpuType type : types) {
            // some published maxima are larger than the frame buffer allows; the smaller number holds
            int most = Math.min(type.maxEqualSize().orElse(0), units / type.nominalGb());
            if (most > 0) {
                slices.add(Slice.inRow(type.name().value(), type.nominalGb(), most));
            }
        }
        return slices;
    }

    private static List<Slice> mixedSize(List<VgpuType> types) {
        List<Slice> slices = new ArrayList<>();
        for (VgpuType type : types) {
            if (!type.mixedPlacementIds().isEmpty()) {
                int most = type.maxMixedSize().orElse(type.mixedPlacementIds().size());
                slices.add(Slice.of(type.name().value(), type.nominalGb(), type.mixedPlacementIds(), most));
            }
        }
        return slices;
    }
}
