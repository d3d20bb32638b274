package org.sizewright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.catalog.RawRow;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Explanation;
import org.sizewright.figure.Figure;
import org.sizewright.library.Chassis;
import org.sizewright.library.ChassisId;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.VgpuType;
import org.sizewright.library.VgpuTypeName;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Watts;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;

class CarriedReferencesTest {
    private static final References THERE = RandomPlans.references();
    private static final Library OTHER = otherLibrary(THERE.library());

    @Test
    void aPlanLooksTheSameOnAMachineWithAnotherLibrary() {
        int wouldDiffer = 0;
        for (long seed = 0; seed < 40; seed++) {
            Plan plan = RandomPlans.plan(seed);
            ResolvedPlan before = Resolver.resolve(plan, THERE);

            ResolvedPlan after = Resolver.resolve(plan, carried(before, OTHER));

            assertThat(after.options()).as("seed %d", seed).isEqualTo(before.options());
            assertThat(after.problems()).as("seed %d", seed).isEqualTo(before.problems());
            if (!Resolver.resolve(plan, otherReferences()).options().equals(before.options())) {
                wouldDiffer++;
            }
        }
        // else the comparison would say nothing
        assertThat(wouldDiffer).isEqualTo(40);
    }

    @Test
    void itsResultIsTheSameToo() {
        int wouldDiffer = 0;
        for (long seed = 0; seed < 6; seed++) {
            Plan plan = RandomPlans.plan(seed);
            ResolvedPlan before = Resolver.resolve(plan, THERE);
            PlanResult expected = Calculation.of(before, Cancellation.never());

            PlanResult result = Calculation.of(Resolver.resolve(plan, carried(before, OTHER)), Cancellation.never());

            PlanResult other = Calculation.of(Resolver.resolve(plan, otherReferences()), Cancellation.never());
            if (!shown(other.live()).equals(shown(expected.live()))) {
                wouldDiffer++;
            }
            for (int i = 0; i < expected.options().size(); i++) {
                OptionResult mine = expected.options().get(i);
                OptionResult theirs = result.options().get(i);
                assertThat(shown(theirs)).as("seed %d", seed).isEqualTo(shown(mine));
            }
        }
        assertThat(wouldDiffer).isEqualTo(6);
    }

    @Test
    void aSavedPlanNeedsNoLibraryAtAll() {
        for (long seed = 0; seed < 20; seed++) {
            Plan plan = RandomPlans.plan(seed);
            ResolvedPlan before = Resolver.resolve(plan, THERE);

            ResolvedPlan after = Resolver.resolve(plan, carried(before, Library.empty()));

            assertThat(after.problems()).isEqualTo(before.problems());
            assertThat(after.options()).isEqualTo(before.options());
        }
    }

    @Test
    void whatIsSavedAgainElsewhereIsTheSame() {
        for (long seed = 0; seed < 20; seed++) {
            ResolvedPlan before = Resolver.resolve(RandomPlans.plan(seed), THERE);
            PlanRecords first = PlanRecords.carriedBy(before, THERE::server);
            References there = carried(before, OTHER);

            PlanRecords second = PlanRecords.carriedBy(Resolver.resolve(before.plan(), there), there::server);

            assertThat(second.servers()).isEqualTo(first.servers());
            assertThat(second.records().records()).isEqualTo(first.records().records());
        }
    }

    @Test
    void carriesNoMoreThanThePlanRestsOn() {
        Plan plan = onlyL40s();
        PlanRecords carried = PlanRecords.carriedBy(Resolver.resolve(plan, THERE), THERE::server);

        assertThat(carried.servers()).extracting(CatalogEntry::model).containsExactly("PowerEdge XE7740");
        assertThat(carried.records().gpus()).extracting(gpu -> gpu.id().value()).containsExactly("l40s");
        assertThat(carried.records().vgpuTypes())
                .isNotEmpty()
                .allMatch(type -> type.name().value().startsWith("L40S-") && type.series() == VgpuType.Series.C)
                .hasSameSizeAs(THERE.library().vgpuTypesOf(GpuId.of("l40s")).stream()
                        .filter(type -> type.series() == VgpuType.Series.C)
                        .toList());
        assertThat(carried.records().chassis())
                .extracting(chassis -> chassis.id().value())
                .containsExactly("dell-poweredge-xe7740");
        assertThat(carried.records().models()).isEmpty();
        assertThat(carried.records().sources()).isNotEmpty();
    }

    @Test
    void recordsOfThisMachineServeWhatThePlanDidNotUse() {
        CarriedReferences references = carried(Resolver.resolve(onlyL40s(), THERE), OTHER);

        assertThat(references.library().gpu(GpuId.of("a30"))).isEqualTo(OTHER.gpu(GpuId.of("a30")));
        assertThat(references.library().vgpuTypesOf(GpuId.of("a30"))).isEqualTo(OTHER.vgpuTypesOf(GpuId.of("a30")));
        assertThat(references.library().vgpuType(VgpuTypeName.of("L40S-0-NEW"))).isEmpty();
        EntryId unused = RandomPlans.servers().getLast().id();
        assertThat(references.server(unused)).isEqualTo(otherReferences().server(unused));
        assertThat(references.server(new EntryId("no/such"))).isEmpty();
    }

    @Test
    void aNewTypeForSeveralGpusIsKeptFromTheCarriedOneOnly() {
        VgpuType shared = renamed(
                THERE.library().vgpuTypesOf(GpuId.of("l40s")).getFirst(),
                "SHARED-1C",
                List.of(GpuId.of("a30"), GpuId.of("l40s")));
        Library here = THERE.library().overlay(Library.of(List.of(shared)));

        CarriedReferences references = carried(Resolver.resolve(onlyL40s(), THERE), here);

        assertThat(references.library().vgpuTypesOf(GpuId.of("l40s"))).doesNotContain(shared);
        assertThat(references.library().vgpuTypesOf(GpuId.of("a30")))
                .extracting(VgpuType::name)
                .contains(shared.name());
        assertThat(references.differences()).contains("vgpuTypes/SHARED-1C");
    }

    @Test
    void aMissingChassisStaysMissing() {
        Plan plan = RandomPlans.plan(0);
        Plan invented = onServer(plan, "Rack Box 9000");
        ResolvedPlan before = Resolver.resolve(invented, THERE);

        CarriedReferences references = carried(before, OTHER);

        assertThat(before.options()
                        .getFirst()
                        .clusters()
                        .getFirst()
                        .groups()
                        .getFirst()
                        .chassis())
                .isEmpty();
        assertThat(OTHER.chassis(ChassisId.of("zz-rack-box-9000"))).isPresent();
        assertThat(references.library().chassis(ChassisId.of("zz-rack-box-9000")))
                .isEmpty();
        assertThat(references.differences()).contains("chassis/zz-rack-box-9000");
    }

    @Test
    void saysWhatAnUpdateWouldChange() {
        ResolvedPlan resolved = Resolver.resolve(onlyL40s(), THERE);
        EntryId server = resolved.plan()
                .options()
                .getFirst()
                .clusters()
                .getFirst()
                .groups()
                .getFirst()
                .server();

        assertThat(carried(resolved, THERE.library(), THERE::server).differences())
                .isEmpty();
        assertThat(carried(resolved, Library.empty(), id -> Optional.empty()).differences())
                .isEmpty();
        assertThat(carried(resolved, OTHER).differences())
                .containsExactly(
                        "servers/" + server,
                        "chassis/aa-0",
                        "chassis/dell-poweredge-xe7740",
                        "gpus/l40s",
                        "vgpuTypes/L40S-0-NEW");
    }

    @Test
    void anotherRowOfAnotherExportIsNoDifference() {
        ResolvedPlan resolved = Resolver.resolve(onlyL40s(), THERE);

        assertThat(carried(resolved, THERE.library(), id -> THERE.server(id).map(CarriedReferencesTest::moved))
                        .differences())
                .isEmpty();
    }

    /** Saved there, written, read, opened on a machine with that library and a catalog that says something else. */
    private static CarriedReferences carried(ResolvedPlan resolved, Library here) {
        return carried(resolved, here, otherReferences()::server);
    }

    private static CarriedReferences carried(
            ResolvedPlan resolved, Library here, Function<EntryId, Optional<CatalogEntry>> catalogHere) {
        SavedPlan saved = SavedPlan.of(
                resolved.plan(), Optional.empty(), PlanRecords.carriedBy(resolved, THERE::server), "Sizewright 0.1.0");
        return switch (PlanFile.read(PlanFile.write(saved))) {
            case ReadPlan.Read read -> CarriedReferences.of(read.saved(), here, catalogHere);
            case ReadPlan.Refused refused -> throw new AssertionError(refused.sentence());
        };
    }

    private static References otherReferences() {
        return new References() {
            @Override
            public Library library() {
                return OTHER;
            }

            @Override
            public Optional<CatalogEntry> server(EntryId id) {
                return THERE.server(id)
                        .map(entry -> new CatalogEntry(
                                entry.id(),
                                entry.vendor(),
                                entry.model(),
                                entry.gpu(),
                                OptionalInt.of(2),
                                entry.cpu(),
                                entry.maxCpu(),
                                entry.validation(),
                                entry.validationText(),
                                entry.systemClass(),
                                entry.extra(),
                                entry.raw()));
            }
        };
    }

    private static CatalogEntry moved(CatalogEntry entry) {
        return new CatalogEntry(
                entry.id(),
                entry.vendor(),
                entry.model(),
                entry.gpu(),
                entry.maxGpu(),
                entry.cpu(),
                entry.maxCpu(),
                entry.validation(),
                entry.validationText(),
                entry.systemClass(),
                entry.extra(),
                new RawRow("Other sheet", 99, List.of("other")));
    }

    /** Everything that a screen or a workbook shows of an option. */
    private static Map<String, Object> shown(OptionResult result) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("headline", result.headline().toLine());
        shown.put("placements", result.placements().toString());
        shown.put(
                "findings",
                result.findings().stream()
                        .map(finding -> finding.severity() + " " + finding.subject() + " " + finding.sentence())
                        .toList());
        for (Figure figure : result.figures().figures()) {
            for (Cell cell : result.figures().cells(figure)) {
                Explanation why = result.figures().explain(cell);
                shown.put(cell.name(), List.of(why.value(), why.formula(), why.numbers(), why.sources(), why.path()));
            }
        }
        return shown;
    }

    /** One group of hosts with L40S and one workload of shared GPUs. */
    private static Plan onlyL40s() {
        Plan plan = onServer(GoldenPlan.plan(), "PowerEdge XE7740");
        return plan.withoutWorkload(WorkloadId.of("w1")).withoutWorkload(WorkloadId.of("w2"));
    }

    private static Plan onServer(Plan plan, String model) {
        CatalogEntry server = RandomPlans.servers().stream()
                .filter(entry ->
                        entry.model().equals(model) && entry.gpu().chip().equals(Optional.of("L40S")))
                .findFirst()
                .orElseThrow();
        Plan changed = plan;
        for (Option option : plan.options()) {
            for (Cluster cluster : option.clusters()) {
                for (HostGroup group : cluster.groups()) {
                    Cluster now = changed.option(option.id())
                            .orElseThrow()
                            .cluster(cluster.id())
                            .orElseThrow();
                    changed = changed.withOption(changed.option(option.id())
                            .orElseThrow()
                            .withCluster(now.withGroup(group.withServer(server.id(), GpuId.of("l40s"), 4))));
                }
            }
        }
        return changed;
    }

    /** Another power and memory for every GPU, a smaller vGPU type, another chassis in front and behind, other MIG sets and formats. */
    private static Library otherLibrary(Library library) {
        List<LibraryRecord> records = new ArrayList<>();
        int number = 0;
        for (Chassis chassis : library.chassis()) {
            records.add(renamed(chassis, "aa-" + number++, chassis.vendor(), chassis.model()));
        }
        for (LibraryRecord record : library.records()) {
            records.add(
                    switch (record) {
                        case Gpu gpu -> changed(gpu);
                        case Chassis chassis ->
                            renamed(chassis, chassis.id().value(), chassis.vendor(), chassis.model());
                        case MigProfileSet set -> changed(set);
                        case NumberFormat format -> changed(format);
                        default -> record;
                    });
        }
        Chassis any = library.chassis().getFirst();
        records.add(renamed(any, "zz-rack-box-9000", "Invented Computers", "Rack Box 9000"));
        for (Gpu gpu : library.gpus()) {
            library.vgpuTypesOf(gpu.id()).stream()
                    .filter(type -> type.series() == VgpuType.Series.C)
                    .findFirst()
                    .ifPresent(type -> records.add(renamed(
                            type,
                            (gpu.id().value().equals("l40s") ? "L40S" : gpu.id().value()) + "-0-NEW",
                            List.of(gpu.id()))));
        }
        return Library.of(records);
    }

    private static VgpuType renamed(VgpuType type, String name, List<GpuId> gpus) {
        return new VgpuType(
                VgpuTypeName.of(name),
                gpus,
                VgpuType.Series.C,
                VgpuType.Mode.TIME_SLICED,
                Optional.of(Bytes.ofGib(1)),
                1,
                Optional.of(16),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                type.countScope(),
                type.licence(),
                type.notes(),
                type.evidence(),
                type.sources());
    }

    private static Chassis renamed(Chassis chassis, String id, String vendor, String model) {
        return new Chassis(
                ChassisId.of(id),
                vendor,
                model,
                chassis.status(),
                chassis.acceleratorForm(),
                chassis.topology(),
                Fact.known(9, Evidence.VERIFIED, List.of()),
                chassis.doubleWideSlots(),
                chassis.singleWideSlots(),
                chassis.maxGpu(),
                chassis.sockets(),
                Fact.known(Watts.of(4321), Evidence.VERIFIED, List.of()),
                chassis.maxSystemPower(),
                chassis.powerSupplies(),
                chassis.weight(),
                chassis.cooling(),
                chassis.cpu(),
                chassis.gpusListed(),
                chassis.vendorPage(),
                chassis.notes(),
                chassis.sources());
    }

    private static Gpu changed(Gpu gpu) {
        return new Gpu(
                gpu.id(),
                gpu.name(),
                gpu.chip(),
                gpu.form(),
                gpu.catalogNames(),
                gpu.architecture(),
                gpu.gpusPerBoard(),
                gpu.announcedOnly(),
                gpu.computeCapability(),
                new Gpu.Memory(
                        gpu.memory().nominalGb() + 1,
                        Fact.unknown(),
                        Fact.unknown(),
                        gpu.memory().type(),
                        gpu.memory().bandwidthGbPerSecond()),
                gpu.denseTflops(),
                Fact.known(Watts.of(999), Evidence.VERIFIED, List.of()),
                gpu.slots(),
                gpu.cooling(),
                gpu.nvlink(),
                gpu.pcie(),
                gpu.mmio(),
                gpu.bar1(),
                gpu.nvaieIncluded5y(),
                gpu.migProfileSet(),
                gpu.vgpuPrefixes(),
                gpu.lifecycle(),
                gpu.notes(),
                gpu.sources());
    }

    private static MigProfileSet changed(MigProfileSet set) {
        return new MigProfileSet(
                set.id(),
                set.gpuIds(),
                set.memorySlices(),
                set.computeSlices(),
                set.maxInstances(),
                set.placementEvidence(),
                set.nameEvidence(),
                Optional.of("changed"),
                set.sources(),
                set.profiles().reversed());
    }

    private static NumberFormat changed(NumberFormat format) {
        return new NumberFormat(
                format.id(),
                format.name(),
                format.weightBits(),
                format.baseBytes() * 2,
                format.groups(),
                format.bytesPerColumn(),
                format.scope(),
                format.keeps(),
                format.keepsEnds(),
                format.padTo(),
                format.ggufMix(),
                format.computeFormat(),
                format.kvCache(),
                format.minComputeCapability(),
                format.notes(),
                format.evidence(),
                format.sources());
    }
}
