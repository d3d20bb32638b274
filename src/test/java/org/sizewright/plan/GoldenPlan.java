package org.sizewright.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sizewright.FineTunings;
import org.sizewright.Retrievals;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.GpuForm;
import org.sizewright.catalog.GpuName;
import org.sizewright.catalog.RawRow;
import org.sizewright.catalog.SystemClass;
import org.sizewright.catalog.Validation;
import org.sizewright.figure.Evidence;
import org.sizewright.inventory.Fittings;
import org.sizewright.inventory.FreeSlots;
import org.sizewright.inventory.InstalledGpu;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.inventory.PowerSupplies;
import org.sizewright.inventory.VmLoad;
import org.sizewright.library.Chassis;
import org.sizewright.library.EngineId;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.MathFormat;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.SourceRecord;
import org.sizewright.partition.PartitionMode;
import org.sizewright.plan.setting.HostChoices.GuestOs;
import org.sizewright.plan.setting.HostSettings;
import org.sizewright.plan.setting.MachineSettings;
import org.sizewright.plan.setting.OperationSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;

/**
 * What {@code schema-1.json} holds, and with existing hosts what {@code schema-2.json} holds. The files stay as they are for ever;
 * this class follows the domain.
 */
final class GoldenPlan {
    private GoldenPlan() {}

    static SavedPlan saved() {
        return new SavedPlan(
                plan(),
                Optional.of(new CatalogStamp("servers.xlsx", Optional.of(LocalDate.of(2026, 11, 1)), "00ff")),
                List.of(server()),
                Library.of(List.of(gpu(), source())),
                "Sizewright 0.1.0");
    }

    /** The same with labels and weekly windows. */
    static SavedPlan savedWithTerms() {
        SavedPlan before = savedWithRetrieval();
        Plan plan = before.plan();
        Workload training = plan.workload(WorkloadId.of("w4")).orElseThrow();
        Option option = plan.options().getFirst();
        Cluster cluster = option.clusters().getFirst();
        return new SavedPlan(
                plan.withWorkload(training.withTerms(new RunTerms(
                                Labels.of("Training"),
                                WeeklyWindows.of(
                                        new WeeklyWindows.Window(
                                                List.of(
                                                        DayOfWeek.MONDAY,
                                                        DayOfWeek.TUESDAY,
                                                        DayOfWeek.WEDNESDAY,
                                                        DayOfWeek.THURSDAY,
                                                        DayOfWeek.FRIDAY),
                                                20 * 60,
                                                6 * 60),
                                        new WeeklyWindows.Window(List.of(DayOfWeek.SUNDAY), 0, WeeklyWindows.DAY)))))
                        .withOption(option.withCluster(cluster.withGroup(
                                        cluster.groups().getFirst().withLabels(Labels.of("training", "zone A"))))
                                .withPins(pins(cluster))),
                before.catalog(),
                before.servers(),
                before.records(),
                before.writtenBy());
    }

    /** The same with what was stated of its platform, hosts and machines. */
    static SavedPlan savedWithSetup() {
        SavedPlan before = savedWithTerms();
        Plan plan = before.plan();
        Option option = plan.options().getFirst();
        GroupId group = option.clusters().getFirst().groups().getFirst().id();
        WorkloadId workload = plan.workloads().getFirst().id();
        return new SavedPlan(
                plan.withOption(option.withSetup(option.setup()
                                .withPlatform(
                                        platform -> platform.with(PlatformSettings.VSPHERE, Release.of("8.0 U3 P06"))
                                                .with(OperationSettings.VMOTION, true))
                                .with(
                                        group,
                                        hosts ->
                                                hosts.with(HostSettings.NICS, 5).with(HostSettings.BASE_CLOCK, 2.5))
                                .with(
                                        workload,
                                        machines -> machines.with(MachineSettings.GUEST_OS, GuestOs.UBUNTU_24_04)))
                        .withProgress(progress(group))),
                before.catalog(),
                before.servers(),
                before.records(),
                before.writtenBy());
    }

    private static Progress progress(GroupId group) {
        return Progress.NOTHING
                .with(
                        new StepKey("bios-sr-iov", group.value()),
                        state -> state.withStatus(StepState.Status.DONE)
                                .withOwner("Data center team")
                                .withDate(Optional.of(LocalDate.of(2026, 12, 1)))
                                .withNote("Firmware 2.1"))
                .with(new StepKey("account-hub", ""), state -> state.withOwner("An architect"))
                .with(
                        new StepKey("a-step-of-a-later-library", ""),
                        state -> state.withStatus(StepState.Status.NOT_NEEDED));
    }

    private static List<Pin> pins(Cluster cluster) {
        GroupId group = cluster.groups().getFirst().id();
        return List.of(
                new Pin(
                        cluster.id(),
                        "w1",
                        2,
                        group,
                        3,
                        List.of(new Pin.Share(1, Optional.empty()), new Pin.Share(2, Optional.empty()))),
                new Pin(
                        cluster.id(),
                        "w2",
                        1,
                        group,
                        1,
                        List.of(new Pin.Share(5, Optional.of(new Pin.Place(PartitionMode.MIG, "3g.40gb", 4))))),
                new Pin(cluster.id(), "w3-database", 4, group, 2, List.of()));
    }

    /** The same with retrieval, once with all that it can have and once with the least. */
    static SavedPlan savedWithRetrieval() {
        SavedPlan before = savedWithTraffic();
        return new SavedPlan(
                before.plan()
                        .withWorkload(Retrievals.full().withId(WorkloadId.of("w8")))
                        .withWorkload(Retrievals.plain()
                                .withId(WorkloadId.of("w9"))
                                .withEmbedding(Retrievals.plain().embedding().withTokensPerSecond(Optional.empty()))),
                before.catalog(),
                before.servers(),
                before.records(),
                before.writtenBy());
    }

    /** The same with people behind the requests and a replica of two stages. */
    static SavedPlan savedWithTraffic() {
        SavedPlan before = savedWithExistingHosts();
        Plan plan = before.plan();
        Workload.LlmServing chat = (Workload.LlmServing) plan.workloads().getFirst();
        Option option = plan.options().getFirst();
        Traffic traffic = new Traffic(
                300,
                50,
                12,
                List.of(
                        new Traffic.RequestKind("question", 80, 1500, 400),
                        new Traffic.RequestKind("document", 20, 12_000, 800)),
                25,
                2,
                40);
        return new SavedPlan(
                plan.withWorkload(chat.withTraffic(Optional.of(traffic))
                                .withSettings(chat.settings()
                                        .withBlockTokens(Optional.of(16))
                                        .withMeasuredPoolGib(Optional.of(41.25))))
                        .withWorkload(FineTunings.everything().withId(WorkloadId.of("w4")))
                        .withOption(option.withAssignment(
                                        option.assignments().getFirst().withPipelineParallel(2))
                                .withAssignment(Assignment.of(WorkloadId.of("w4"), ClusterId.of("c1"))
                                        .withTraining(FineTunings.layout()))),
                before.catalog(),
                before.servers(),
                before.records(),
                before.writtenBy());
    }

    /** Hosts that are there, known well and hardly at all, and a group that is made of two of them. */
    static SavedPlan savedWithExistingHosts() {
        InventoryHost known = new InventoryHost(
                "esx01.example",
                "Dell Technologies",
                "PowerEdge R760xa",
                "Old cluster",
                Optional.of(2),
                Optional.of(32),
                Optional.of(Bytes.ofMib(1_048_163)),
                "VMware ESXi 8.0.3",
                "Intel Xeon Gold 6430",
                Optional.of(new VmLoad(2, 16, Bytes.ofGib(96))),
                new Fittings(
                        Optional.of(List.of(
                                new FreeSlots(
                                        2,
                                        FreeSlots.Width.DOUBLE,
                                        Optional.of(5),
                                        Optional.of(16),
                                        Optional.of(Watts.of(350))),
                                new FreeSlots(
                                        1,
                                        FreeSlots.Width.SINGLE,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))),
                        Optional.of(new Fittings.Riser(true, "Riser 2")),
                        Optional.of(new PowerSupplies(2, Watts.of(2800), Optional.of(Chassis.Redundancy.N_PLUS_N))),
                        Optional.of(Watts.of(850)),
                        Optional.of(List.of(new InstalledGpu("L4", 1, Optional.of(GpuId.of("l4"))))),
                        Optional.of(Bytes.ofGib(32))),
                Optional.of(new InventoryHost.InventoryRow(
                        "hosts.xlsx", new RawRow("vHost", 2, List.of("esx01.example", "", "2")))));
        InventoryHost alike = new InventoryHost(
                "esx02.example",
                known.vendor(),
                known.model(),
                "",
                known.sockets(),
                known.coresPerSocket(),
                known.memory(),
                "",
                "",
                Optional.of(VmLoad.NOTHING),
                known.fittings(),
                Optional.empty());
        Plan plan = plan();
        plan = plan.withExistingHosts(List.of(known, alike, InventoryHost.named("esx03.example")));
        Option option = plan.option(OptionId.of("b")).orElseThrow();
        Cluster cluster = option.clusters().getFirst();
        HostGroup group = ExistingGroups.group(
                GroupId.of("g3"), "Old hosts", List.of(known, alike), server().id(), GpuId.of("h100-sxm-80"), 2);
        SavedPlan saved = saved();
        return new SavedPlan(
                plan.withOption(option.withCluster(cluster.withNewGroup(group))),
                saved.catalog(),
                saved.servers(),
                saved.records(),
                saved.writtenBy());
    }

    static Plan plan() {
        return new Plan(
                new Header(
                        "Assistant",
                        "A customer",
                        "Phase \"one\"",
                        "An architect",
                        LocalDate.of(2026, 11, 21),
                        3,
                        "First line\nSecond line \u00E4 \uD83D\uDE80"),
                new Site(
                        "Hall 2",
                        Site.Connectivity.AIR_GAPPED,
                        List.of(
                                new Rack(
                                        RackId.of("r1"),
                                        "A01",
                                        Watts.of(17_300),
                                        2,
                                        42,
                                        Optional.of(Kilograms.of(1200.5)),
                                        Optional.of(Watts.of(15_000)),
                                        new Rack.Existing(Watts.of(450), 3, Kilograms.of(80))),
                                new Rack(
                                        RackId.of("r2"),
                                        "A02",
                                        Watts.of(8650),
                                        1,
                                        48,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Rack.Existing.NOTHING))),
                List.of(
                        new Workload.LlmServing(
                                WorkloadId.of("w1"),
                                "Chat",
                                ModelId.of("meta-llama/Meta-Llama-3.1-70B"),
                                NumberFormatId.of("fp8"),
                                NumberFormatId.of("bf16"),
                                EngineId.of("vllm-0.19"),
                                8192,
                                32,
                                Optional.empty(),
                                new EngineSettings(
                                        Optional.of(92),
                                        Optional.of(256),
                                        Optional.of(8192),
                                        Optional.empty(),
                                        Optional.empty()),
                                new VmShape(16, 128),
                                Survival.MUST_RESTART),
                        new Workload.GpuVms(
                                WorkloadId.of("w2"),
                                "Notebooks",
                                Workload.GpuVms.Sharing.MIG,
                                40,
                                10,
                                new VmShape(8, 32),
                                Survival.MAY_STAY_DOWN),
                        new Workload.GpuVms(
                                WorkloadId.of("w3"),
                                "Tests",
                                Workload.GpuVms.Sharing.TIME_SLICED,
                                4,
                                20,
                                new VmShape(4, 16),
                                Survival.MAY_BE_EVICTED)),
                List.of(
                        option("a", Option.Platform.VSPHERE, HostCount.auto()),
                        option("b", Option.Platform.BARE_METAL, HostCount.of(4))),
                OptionId.of("a"),
                List.of(new RuleOverride("cluster.n-plus-one", "Cluster", "A test system", "An architect")));
    }

    private static Option option(String id, Option.Platform platform, HostCount count) {
        return new Option(
                OptionId.of(id),
                "Option " + id,
                platform,
                List.of(new Cluster(
                        ClusterId.of("c1"),
                        "Cluster",
                        1,
                        Cluster.VgpuMode.MIXED_SIZE,
                        Cluster.GpuPolicy.CONSOLIDATION,
                        List.of(
                                new HostGroup(
                                        GroupId.of("g1"),
                                        "Hosts",
                                        server().id(),
                                        GpuId.of("h100-sxm-80"),
                                        8,
                                        count,
                                        2,
                                        56,
                                        1.5,
                                        1024,
                                        32,
                                        new HostGroup.Typed(
                                                Optional.of(Watts.of(1850.5)),
                                                Optional.of(6),
                                                Optional.of(Kilograms.of(107)))),
                                new HostGroup(
                                        GroupId.of("g2"),
                                        "More hosts",
                                        server().id(),
                                        GpuId.of("h100-sxm-80"),
                                        4,
                                        HostCount.of(2),
                                        2,
                                        32,
                                        2,
                                        512,
                                        0,
                                        HostGroup.Typed.NOTHING)))),
                List.of(
                        new Assignment(WorkloadId.of("w1"), ClusterId.of("c1"), 4, 1, 1, Optional.empty()),
                        new Assignment(WorkloadId.of("w2"), ClusterId.of("c1"), 1, 1, 1, Optional.of("1g.10gb"))));
    }

    private static CatalogEntry server() {
        return new CatalogEntry(
                new EntryId("dell-technologies/poweredgexe9680/h100-sxm"),
                "Dell Technologies",
                "PowerEdge XE9680",
                new GpuName(
                        "H100 SXM",
                        Optional.of("H100"),
                        Optional.of(GpuForm.SXM),
                        OptionalInt.empty(),
                        Optional.of("H100 SXM"),
                        Optional.empty(),
                        Set.of(),
                        List.of(),
                        GpuName.Confidence.EXACT),
                OptionalInt.of(8),
                "Intel Xeon",
                OptionalInt.empty(),
                Validation.CERTIFIED,
                "NVIDIA-Certified",
                SystemClass.UNKNOWN,
                Map.of("NIC", "ConnectX-7"),
                new RawRow("Servers", 17, List.of("Dell Technologies", "PowerEdge XE9680", "H100 SXM")));
    }

    private static Gpu gpu() {
        return new Gpu(
                GpuId.of("h100-sxm-80"),
                "H100 SXM 80 GB",
                "H100",
                "SXM5",
                List.of("H100 SXM"),
                "Hopper",
                1,
                false,
                Fact.known("9.0", Evidence.VERIFIED, List.of("SHEET")),
                new Gpu.Memory(
                        80,
                        Fact.unknown(),
                        Fact.known(Bytes.ofGib(79.1), Evidence.VERIFIED, List.of("SHEET")),
                        Fact.unknown(),
                        Fact.unknown()),
                Map.of(MathFormat.values()[0], Fact.known(989.5, Evidence.VERIFIED, List.of())),
                Fact.known(Watts.of(700), Evidence.VERIFIED, List.of("SHEET")),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Fact.unknown(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of("SHEET"));
    }

    private static SourceRecord source() {
        return new SourceRecord(
                "SHEET", "A data sheet", "sheet.pdf", "2026-10-01", Optional.of("doc"), Optional.empty());
    }
}
