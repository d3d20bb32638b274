package org.sizewright.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.ExistingHostPlans;
import org.sizewright.FineTunings;
import org.sizewright.Retrievals;
import org.sizewright.StatedSetup;
import org.sizewright.catalog.EntryId;
import org.sizewright.inventory.Inventories;
import org.sizewright.library.EngineId;
import org.sizewright.library.GpuId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.partition.PartitionMode;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.ClusterId;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.ExistingGroups;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.Header;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Labels;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Origin;
import org.sizewright.plan.Pin;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Rack;
import org.sizewright.plan.RackId;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.RunTerms;
import org.sizewright.plan.Setup;
import org.sizewright.plan.Site;
import org.sizewright.plan.Survival;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.VmDevices;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.sound.SoundServers;

/**
 * A small sound plan for tests of rules, with changes of the form {@code key=value} for settings and {@code #word=value} for what is
 * sized. Two hosts of eight H200 NVL carry two machines, which must restart after a host failure.
 */
public final class RulePlan {
    private static final SoundServers REFERENCES = new SoundServers();
    private static final ClusterId CLUSTER = ClusterId.of("c1");

    private LocalDate date = LocalDate.of(2026, 2, 1);
    private Site.Connectivity connectivity = Site.Connectivity.CONNECTED;
    private Option.Platform platform = Option.Platform.VSPHERE;
    private String server = "dell-technologies/poweredgexe7745/h200-nvl";
    private String gpu = "h200-nvl";
    private int gpus = 8;
    private int hosts = 2;
    private int sockets = 2;
    private int cores = 64;
    private int memory = 2560;
    private int failures = 1;
    private Cluster.VgpuMode mode = Cluster.VgpuMode.SAME_SIZE;
    private Cluster.GpuPolicy policy = Cluster.GpuPolicy.CONSOLIDATION;
    private String groupLabels = "";
    private Optional<String> secondGpu = Optional.empty();
    private String kind = "vms";
    private int degree = 1;
    private int count = 2;
    private int need = 16;
    private int vcpu = 16;
    private int vmMemory = 128;
    private Workload.GpuVms.Sharing sharing = Workload.GpuVms.Sharing.TIME_SLICED;
    private Optional<String> profile = Optional.empty();
    private VmDevices devices = VmDevices.ONE;
    private GpuAccess access = GpuAccess.VGPU;
    private GpuAccess otherAccess = GpuAccess.VGPU;
    private OptionalDouble vmotion = OptionalDouble.empty();
    private Survival survival = Survival.MUST_RESTART;
    private String labels = "";
    private Optional<String> otherProfile = Optional.empty();
    private int otherLlm;
    private int context = 4096;
    private Optional<Watts> base = Optional.empty();
    private boolean there;
    private int gpusThere;
    private int requests = 10;
    private boolean migBeside;
    private final List<Rack> racks = new ArrayList<>();
    private final List<Pin> pins = new ArrayList<>();
    private final List<String> settings = new ArrayList<>();
    private final List<String> secondSettings = new ArrayList<>();

    static List<Finding> findings(String changes) {
        return calculated(changes).findings();
    }

    static RuleSubject subject(String changes) {
        OptionResult live = calculated(changes);
        return new RuleSubject(live.plan(), live.option(), live.sizing(), live.placements(), live.racks());
    }

    /** The sound plan with these changes, calculated. */
    public static OptionResult calculated(String changes) {
        RulePlan plan = new RulePlan();
        for (String change : changes.split(";")) {
            if (!change.isBlank()) {
                plan.change(change.strip());
            }
        }
        return Calculation.of(Resolver.resolve(plan.toPlan(), REFERENCES), Cancellation.never())
                .live();
    }

    private void change(String change) {
        String[] parts = change.split("=", 2);
        String value = parts.length > 1 ? parts[1].strip() : "";
        switch (parts[0].strip()) {
            case "#date" -> date = LocalDate.parse(value);
            case "#airgapped" -> connectivity = Site.Connectivity.AIR_GAPPED;
            case "#platform" -> platform = Option.Platform.valueOf(value);
            case "#server" -> server = value;
            case "#gpu" -> gpu = value;
            case "#gpus" -> gpus = Integer.parseInt(value);
            case "#hosts" -> hosts = Integer.parseInt(value);
            case "#sockets" -> sockets = Integer.parseInt(value);
            case "#cores" -> cores = Integer.parseInt(value);
            case "#memory" -> memory = Integer.parseInt(value);
            case "#failures" -> failures = Integer.parseInt(value);
            case "#mode" -> mode = Cluster.VgpuMode.valueOf(value);
            case "#policy" -> policy = Cluster.GpuPolicy.valueOf(value);
            case "#hostlabels" -> groupLabels = value;
            case "#second" -> secondGpu = Optional.of(value);
            case "#on-second" -> secondSettings.add(value);
            case "#llm", "#tuning", "#rag" -> {
                kind = parts[0].strip().substring(1);
                degree = value.isEmpty() ? 1 : Integer.parseInt(value);
            }
            case "#count" -> count = Integer.parseInt(value);
            case "#need" -> need = Integer.parseInt(value);
            case "#vcpu" -> vcpu = Integer.parseInt(value);
            case "#vmmem" -> vmMemory = Integer.parseInt(value);
            case "#sharing" -> sharing = Workload.GpuVms.Sharing.valueOf(value);
            case "#profile" -> profile = Optional.of(value);
            case "#vgpus" -> devices = devices.withVgpus(Integer.parseInt(value));
            case "#further" -> devices = devices.withFurther(List.of(value));
            case "#joined" -> devices = devices.withJoined(VmDevices.Joined.valueOf(value));
            case "#rdma" -> devices = devices.withRdma(true);
            case "#access" -> access = GpuAccess.valueOf(value);
            case "#otheraccess" -> otherAccess = GpuAccess.valueOf(value);
            case "#vmotion-gbps" -> vmotion = OptionalDouble.of(Double.parseDouble(value));
            case "#survival" -> survival = Survival.valueOf(value);
            case "#labels" -> labels = value;
            case "#other" -> otherProfile = Optional.of(value);
            case "#otherllm" -> otherLlm = Integer.parseInt(value);
            case "#base" -> base = Optional.of(Watts.of(Double.parseDouble(value)));
            case "#context" -> context = Integer.parseInt(value);
            case "#existing" -> {
                there = true;
                gpusThere = value.isEmpty() ? 0 : Integer.parseInt(value);
            }
            case "#mig-beside" -> migBeside = true;
            case "#requests" -> requests = Integer.parseInt(value);
            case "#rack" -> racks.add(rack(value.split(",")));
            case "#pin" -> pins.add(pin(value.split(",")));
            default -> settings.add(change);
        }
    }

    private Plan toPlan() {
        List<Workload> workloads = new ArrayList<>();
        List<Assignment> assignments = new ArrayList<>();
        workloads.add(workload());
        Assignment first = Assignment.of(WorkloadId.of("w1"), CLUSTER)
                .withProfile(profile)
                .withDevices(devices)
                .withAccess(access);
        assignments.add(
                switch (kind) {
                    case "llm" -> first.withTensorParallel(degree);
                    case "tuning" -> first.withTraining(TrainingLayout.data(degree, TrainingLayout.Sharding.NONE));
                    default -> first;
                });
        otherProfile.ifPresent(other -> {
            workloads.add(vms("w2", "Other machines"));
            assignments.add(Assignment.of(WorkloadId.of("w2"), CLUSTER).withProfile(Optional.of(other)));
        });
        if (migBeside) {
            workloads.add(new Workload.GpuVms(
                    WorkloadId.of("w3"),
                    "Instances",
                    Workload.GpuVms.Sharing.MIG,
                    1,
                    30,
                    new VmShape(vcpu, vmMemory),
                    survival));
            assignments.add(Assignment.of(WorkloadId.of("w3"), CLUSTER).withProfile(Optional.of("2g.35gb")));
        }
        if (otherLlm > 0) {
            workloads.add(llm("w3", "Other model"));
            assignments.add(Assignment.of(WorkloadId.of("w3"), CLUSTER)
                    .withTensorParallel(otherLlm)
                    .withAccess(otherAccess));
        }
        List<HostGroup> groups = new ArrayList<>(List.of(there ? existing() : group("g1", "hosts", gpu)));
        secondGpu.ifPresent(other -> groups.add(group("g2", "other hosts", other)));
        Option option = new Option(
                OptionId.of("a"),
                "A",
                platform,
                List.of(new Cluster(CLUSTER, "cluster", failures, mode, policy, groups).withVmotionGbps(vmotion)),
                assignments,
                pins,
                Setup.UNKNOWN);
        Option stated = StatedSetup.with(
                StatedSetup.with(StatedSetup.of(option), List.of("power-cables=64")),
                settings.stream().filter(line -> !line.contains(":")).toList());
        for (String line : settings.stream().filter(each -> each.contains(":")).toList()) {
            WorkloadId workload = WorkloadId.of(line.split(":", 2)[0]);
            Option only = StatedSetup.with(stated, List.of(line.split(":", 2)[1]));
            stated = stated.withSetup(
                    stated.setup().with(workload, old -> only.setup().of(workload)));
        }
        for (String line : secondSettings) {
            Option only = StatedSetup.with(stated, List.of(line));
            stated = stated.withSetup(
                    stated.setup().with(GroupId.of("g2"), old -> only.setup().of(GroupId.of("g2"))));
        }
        return new Plan(
                new Header("Rules", "", "", "", date, 1, ""),
                new Site("site", connectivity, racks, there ? Inventories.hosts() : List.of()),
                workloads,
                List.of(stated),
                OptionId.of("a"),
                List.of());
    }

    /** Three hosts of the sample inventory, with two cards each. */
    private HostGroup existing() {
        HostGroup group = ExistingGroups.group(
                GroupId.of("g1"),
                "hosts",
                Inventories.hosts().subList(0, 3),
                ExistingHostPlans.R760XA_L40S,
                ExistingHostPlans.L40S,
                2);
        return gpusThere == 0 ? group : group.withOrigin(((Origin.Existing) group.origin()).withGpusThere(gpusThere));
    }

    /** @param parts watts of each feed, units, kilograms, watts of cooling */
    private Rack rack(String[] parts) {
        String id = "r" + (racks.size() + 1);
        return new Rack(
                RackId.of(id),
                id,
                Watts.of(Double.parseDouble(parts[0])),
                2,
                Integer.parseInt(parts[1]),
                Optional.of(Kilograms.of(Double.parseDouble(parts[2]))),
                Optional.of(Watts.of(Double.parseDouble(parts[3]))),
                Rack.Existing.NOTHING);
    }

    /** @param parts machine, its number, host, and of each share its GPU, mode, profile and start, or only its GPU */
    private static Pin pin(String[] parts) {
        List<Pin.Share> shares = new ArrayList<>();
        for (String share : Arrays.asList(parts).subList(3, parts.length)) {
            String[] of = share.split(":");
            shares.add(new Pin.Share(
                    Integer.parseInt(of[0]),
                    of.length == 1
                            ? Optional.empty()
                            : Optional.of(
                                    new Pin.Place(PartitionMode.valueOf(of[1]), of[2], Integer.parseInt(of[3])))));
        }
        return new Pin(
                CLUSTER, parts[0], Integer.parseInt(parts[1]), GroupId.of("g1"), Integer.parseInt(parts[2]), shares);
    }

    private HostGroup group(String id, String name, String of) {
        return new HostGroup(
                        GroupId.of(id),
                        name,
                        new EntryId(server),
                        GpuId.of(of),
                        gpus,
                        HostCount.of(hosts),
                        sockets,
                        cores,
                        4,
                        memory,
                        0,
                        HostGroup.Typed.NOTHING.withBasePower(base))
                .withLabels(Labels.parse(groupLabels));
    }

    private Workload workload() {
        return switch (kind) {
            case "llm" -> llm("w1", "machines");
            case "tuning" ->
                FineTunings.lora()
                        .withId(WorkloadId.of("w1"))
                        .withName("machines")
                        .withSurvival(survival);
            case "rag" -> Retrievals.plain();
            default -> vms("w1", "machines");
        };
    }

    private Workload vms(String id, String name) {
        return new Workload.GpuVms(
                WorkloadId.of(id), name, sharing, count, need, new VmShape(vcpu, vmMemory), survival, terms());
    }

    private Workload llm(String id, String name) {
        return new Workload.LlmServing(
                        WorkloadId.of(id),
                        name,
                        ModelId.of("meta-llama/Llama-3.1-8B-Instruct"),
                        NumberFormatId.of("bf16"),
                        NumberFormatId.of("bf16"),
                        EngineId.of("vllm-0.19"),
                        context,
                        requests,
                        Optional.empty(),
                        EngineSettings.DEFAULT,
                        new VmShape(vcpu, vmMemory),
                        survival)
                .withTerms(terms());
    }

    private RunTerms terms() {
        return new RunTerms(Labels.parse(labels), WeeklyWindows.ALWAYS);
    }
}
