package org.sizewright.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.ExistingHostPlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.inventory.Fittings;
import org.sizewright.inventory.FreeSlots;
import org.sizewright.inventory.InstalledGpu;
import org.sizewright.inventory.Inventories;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.inventory.ModelSlots;
import org.sizewright.inventory.PowerSupplies;
import org.sizewright.inventory.ServerNames;
import org.sizewright.inventory.VmLoad;
import org.sizewright.library.Chassis;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.plan.ExistingGroups;
import org.sizewright.plan.GroupId;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Plan;
import org.sizewright.plan.References;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.plan.Resolver;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Watts;
import org.sizewright.rules.HostFit.About;
import org.sizewright.rules.HostFit.Problem;
import org.sizewright.session.TypedChassis;

class HostFitTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    /** One of the sample's R760xa, of which everything is known: 4 double-wide slots of 350 W, 2 x 2800 W N+N, 850 W without GPUs. */
    private static InventoryHost known(UnaryOperator<Fittings> change) {
        InventoryHost host = Inventories.hosts().getFirst();
        return host.withFittings(change.apply(host.fittings()));
    }

    private static List<Problem> fit(InventoryHost host, EntryId server, GpuId gpu, int gpus) {
        return fit(host, server, gpu, gpus, REFERENCES.library());
    }

    private static List<Problem> fit(InventoryHost host, EntryId server, GpuId gpu, int gpus, Library library) {
        HostGroup group = ExistingGroups.group(GroupId.of("g1"), "Hosts", List.of(host), server, gpu, gpus);
        Plan plan = ExistingHostPlans.plan(List.of(host), List.of(group));
        ResolvedGroup resolved = Resolver.resolved(group, plan.site(), new References() {
                    @Override
                    public Library library() {
                        return library;
                    }

                    @Override
                    public Optional<CatalogEntry> server(EntryId id) {
                        return REFERENCES.server(id);
                    }
                })
                .orElseThrow();
        return HostFit.preview(resolved, library).problems();
    }

    private static List<Problem> fit(InventoryHost host, int gpus) {
        return fit(host, ExistingHostPlans.R760XA_L40S, ExistingHostPlans.L40S, gpus);
    }

    @Test
    void aHostOfWhichEverythingIsKnownTakesItsGpus() {
        // 850 W + 2 x 350 W of 2800 W that one supply carries
        assertThat(fit(known(fittings -> fittings), 2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 double x16 Gen4 350 W | SLOTS | 1 slot too few",
                "none | SLOTS | 2 slots too few",
                "4 single x16 Gen4 350 W | SLOTS | 2 slots too few",
                "2 double x8 Gen4 350 W | SLOTS | 2 slots too few",
                "1 double x16 350 W; 1 double x8 350 W | SLOTS | 1 slot too few",
                "2 double x16 Gen4 300 W | SLOT_POWER | 50 W too much",
            })
    void namesWhatIsMissingInTheSlots(String slots, About about, String distance) {
        List<Problem> problems =
                fit(known(fittings -> fittings.withFreeSlots(Optional.of(FreeSlots.parseList(slots)))), 2);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.blocks()).isTrue();
            assertThat(problem.about()).isEqualTo(about);
            assertThat(problem.distance()).contains(distance);
            assertThat(problem.sentence()).contains("nh-esx-11");
            assertThat(problem.hosts()).containsExactly("nh-esx-11.nordhafen.example");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 850 + 2 x 350 = 1550 W
                "2 x 1400 W N+N | 150 W too little",
                "2 x 700 W no redundancy | 150 W too little",
                "3 x 700 W N+1 | 150 W too little",
                "4 x 700 W N+N | 150 W too little",
                "2 x 1550 W N+N | ",
                "2 x 800 W no redundancy | ",
            })
    void powerSuppliesCarryTheGpusUnderTheirRedundancy(String supplies, String distance) {
        List<Problem> problems =
                fit(known(fittings -> fittings.withPowerSupplies(Optional.of(PowerSupplies.parse(supplies)))), 2);

        if (distance == null) {
            assertThat(problems).isEmpty();
        } else {
            assertThat(problems)
                    .singleElement()
                    .extracting(Problem::about, Problem::distance)
                    .containsExactly(About.POWER_SUPPLIES, Optional.of(distance));
        }
    }

    @Test
    void gpusThatAreThereCountForThePowerAndAreNotOrderedAgain() {
        InventoryHost two = known(fittings -> fittings.withGpus(
                        Optional.of(List.of(new InstalledGpu("L40S", 2, Optional.of(ExistingHostPlans.L40S)))))
                .withFreeSlots(Optional.of(FreeSlots.parseList("1 double x16 350 W")))
                // 850 + 3 x 350 = 1900 W
                .withPowerSupplies(Optional.of(PowerSupplies.parse("2 x 1890 W N+N"))));

        assertThat(fit(two, 3)).singleElement().extracting(Problem::distance).isEqualTo(Optional.of("10 W too little"));
        assertThat(fit(two, 2)).as("nothing is added, so nothing is asked").isEmpty();
    }

    @Test
    void otherGpusInTheHostDrawPowerToo() {
        InventoryHost other = known(fittings -> fittings.withGpus(
                        Optional.of(List.of(new InstalledGpu("A2", 1, Optional.of(GpuId.of("a2"))))))
                // 850 + 60 + 2 x 350 = 1610 W
                .withPowerSupplies(Optional.of(PowerSupplies.parse("2 x 1600 W N+N"))));

        assertThat(fit(other, 2))
                .singleElement()
                .extracting(Problem::distance)
                .isEqualTo(Optional.of("10 W too little"));
    }

    @Test
    void whatIsUnknownIsAskedForAndNeverPasses() {
        InventoryHost bare =
                Inventories.hosts().getFirst().withFittings(Fittings.UNKNOWN).withLoad(Optional.empty());

        List<Problem> problems = fit(bare, 2);

        assertThat(problems).extracting(Problem::severity).containsOnly(Severity.OPEN_ITEM);
        assertThat(problems)
                .extracting(Problem::about)
                .containsExactly(About.SLOTS, About.POWER_SUPPLIES, About.RISER, About.LOAD);
        assertThat(problems.get(1).sentence())
                .contains("the power without GPUs", "which GPUs are in there", "redundancy of the supplies");
    }

    @Test
    void aSlotWhoseLanesOrWattsAreUnknownIsAskedFor() {
        assertThat(fit(known(fittings -> fittings.withFreeSlots(Optional.of(FreeSlots.parseList("2 double")))), 2))
                .extracting(Problem::about, Problem::severity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(About.SLOTS, Severity.OPEN_ITEM),
                        org.assertj.core.groups.Tuple.tuple(About.SLOT_POWER, Severity.OPEN_ITEM));
    }

    @Test
    void aServerThatTheListDoesNotHaveIsNotQualified() {
        InventoryHost host = Inventories.hosts().get(3);

        List<Problem> problems = fit(host, ExistingGroups.unlisted(host, GpuId.of("l4")), GpuId.of("l4"), 1);

        assertThat(problems.getFirst().about()).isEqualTo(About.QUALIFICATION);
        assertThat(problems.getFirst().sentence())
                .isEqualTo("nh-esx-21 is not qualified for L4: the server list has no entry of HPE ProLiant DL380 Gen10"
                        + " with this GPU.");
    }

    @Test
    void noMoreThanTheListAllows() {
        InventoryHost roomy =
                known(fittings -> fittings.withFreeSlots(Optional.of(FreeSlots.parseList("8 double x16 Gen5 350 W")))
                        .withPowerSupplies(Optional.of(PowerSupplies.parse("4 x 2800 W N+N"))));
        int most = REFERENCES
                .server(ExistingHostPlans.R760XA_L40S)
                .orElseThrow()
                .maxGpu()
                .orElseThrow();

        assertThat(fit(roomy, most)).isEmpty();
        assertThat(fit(roomy, most + 1))
                .singleElement()
                .extracting(Problem::about, Problem::distance)
                .containsExactly(About.COUNT, Optional.of("1 too many"));
    }

    @Test
    void aModuleCannotBeAdded() {
        InventoryHost host = known(fittings -> fittings);

        assertThat(fit(host, ExistingGroups.unlisted(host, GpuId.of("h100-sxm-80")), GpuId.of("h100-sxm-80"), 4))
                .extracting(Problem::about)
                .contains(About.FORM);
    }

    @Test
    void memoryThatTheVmsHaveIsNotGivenAway() {
        // 1023 GiB less 32 GiB reserved are 991
        InventoryHost full = known(fittings -> fittings).withLoad(Optional.of(new VmLoad(1, 4, Bytes.ofGib(1000))));

        assertThat(fit(full, 2))
                .singleElement()
                .extracting(Problem::about, Problem::distance)
                .containsExactly(About.MEMORY, Optional.of("10 GiB too little"));
    }

    /** The library with what somebody typed in about the model of the sample's R760xa. */
    private static Library withModel(String slots) {
        InventoryHost host = Inventories.hosts().getFirst();
        Optional<Chassis> known = ServerNames.chassisOf(host.vendor(), host.model(), REFERENCES.library());
        return REFERENCES
                .library()
                .overlay(Library.of(List.of(TypedChassis.of(
                        host.vendor(),
                        host.model(),
                        known,
                        TypedChassis.Typed.of(
                                Fittings.UNKNOWN.withPowerSupplies(Optional.of(PowerSupplies.parse("2 x 1400 W N+N"))),
                                Optional.of(24),
                                Optional.of(ModelSlots.parse(slots)))))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 double x16 Gen5 350 W                | OPEN_ITEM | SLOTS      | ",
                "2 slots                                | OPEN_ITEM | SLOTS      | ",
                "1 double x16 350 W; 6 single x16 350 W | ERROR     | SLOTS      | 1 slot too few",
                "1 double x16 350 W; 3 double x8 350 W  | ERROR     | SLOTS      | 1 slot too few",
                "4 double x16 300 W                     | ERROR     | SLOT_POWER | 2 slots too few",
                "none                                   | ERROR     | SLOTS      | 2 slots too few",
            })
    void slotGroupsOfTheModelCountWhereTheHostSaysNothing(
            String slots, Severity severity, About about, String distance) {
        InventoryHost host = known(fittings -> fittings.withFreeSlots(Optional.empty()));

        assertThat(fit(host, ExistingHostPlans.R760XA_L40S, ExistingHostPlans.L40S, 2, withModel(slots)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(severity);
                    assertThat(problem.about()).isEqualTo(about);
                    assertThat(problem.distance()).isEqualTo(Optional.ofNullable(distance));
                    assertThat(problem.sentence()).contains("the library has for PowerEdge R760xa: ", "(typed in)");
                });
    }

    @Test
    void cardsThatAreThereTakeTheOtherSlotsFirst() {
        InventoryHost host = known(fittings -> fittings.withFreeSlots(Optional.empty())
                .withGpus(Optional.of(List.of(new InstalledGpu("A2", 3, Optional.of(GpuId.of("a2")))))));
        // 4 double and 2 single slots: one A2 must sit in a double one
        Library library = withModel("4 double x16 350 W; 2 single x8");

        assertThat(fit(host, ExistingHostPlans.R760XA_L40S, ExistingHostPlans.L40S, 3, library))
                .extracting(Problem::about, Problem::severity)
                .contains(org.assertj.core.groups.Tuple.tuple(About.SLOTS, Severity.OPEN_ITEM));
        assertThat(fit(host, ExistingHostPlans.R760XA_L40S, ExistingHostPlans.L40S, 4, library))
                .extracting(Problem::about, Problem::distance)
                .contains(org.assertj.core.groups.Tuple.tuple(About.SLOTS, Optional.of("1 slot too few")));
    }

    @Test
    void suppliesRiserAndMemorySlotsOfTheModelAreUsed() {
        InventoryHost host = known(
                        fittings -> fittings.withPowerSupplies(Optional.empty()).withRiser(Optional.empty()))
                .withLoad(Optional.of(new VmLoad(1, 4, Bytes.ofGib(1000))));

        List<Problem> problems = fit(
                host,
                ExistingHostPlans.R760XA_L40S,
                ExistingHostPlans.L40S,
                2,
                withModel("4 double x16 350 W on Riser 2"));

        // 850 + 2 x 350 = 1550 W on one supply of 1400 W
        assertThat(problems)
                .filteredOn(problem -> problem.about() == About.POWER_SUPPLIES)
                .extracting(Problem::distance)
                .containsExactly(Optional.of("150 W too little"));
        assertThat(problems)
                .filteredOn(problem -> problem.about() == About.RISER)
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("on Riser 2"));
        assertThat(problems)
                .filteredOn(problem -> problem.about() == About.MEMORY)
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy())
                        .contains("the library counts 24 memory slots in PowerEdge R760xa, typed in"));
    }

    /**
     * NVIDIA A16 data sheet (2021): four GPUs on one dual-slot board of 250 W. 8 GPUs are 2 boards: 850 + 2 x 250 = 1350 W.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 | 2 x 1350 W N+N | 2 double x16 250 W | ",
                "8 | 2 x 1340 W N+N | 2 double x16 250 W | 10 W too little",
                // a fifth GPU needs a second board
                "5 | 2 x 1340 W N+N | 2 double x16 250 W | 10 W too little",
                "4 | 2 x 1100 W N+N | 1 double x16 250 W | ",
                "8 | 2 x 1350 W N+N | 1 double x16 250 W | 1 slot too few",
            })
    void boardsOfSeveralGpusArePluggedInAndFedAsBoards(int gpus, String supplies, String slots, String distance) {
        InventoryHost host = known(fittings -> fittings.withPowerSupplies(Optional.of(PowerSupplies.parse(supplies)))
                .withFreeSlots(Optional.of(FreeSlots.parseList(slots))));

        assertThat(fit(host, ExistingGroups.unlisted(host, GpuId.of("a16")), GpuId.of("a16"), gpus))
                .filteredOn(problem -> problem.about() == About.POWER_SUPPLIES || problem.about() == About.SLOTS)
                .flatExtracting(problem -> problem.distance().stream().toList())
                .isEqualTo(distance == null ? List.of() : List.of(distance));
    }

    @Test
    void boardsThatAreThereDrawPowerAsBoards() {
        InventoryHost host = known(fittings -> fittings.withGpus(
                        Optional.of(List.of(new InstalledGpu("A16", 4, Optional.of(GpuId.of("a16"))))))
                // 850 + 250 + 2 x 350 = 1800 W
                .withPowerSupplies(Optional.of(PowerSupplies.parse("2 x 1790 W N+N"))));

        assertThat(fit(host, 2)).extracting(Problem::distance).containsExactly(Optional.of("10 W too little"));
    }

    @Test
    void theLibraryKnowsSlotsOfTheModelWhereNobodySaysWhichAreFree() {
        InventoryHost dl380a = new InventoryHost(
                "esx01",
                "HPE",
                "ProLiant DL380a Gen11",
                "",
                Optional.of(2),
                Optional.of(32),
                Optional.of(Bytes.ofGib(512)),
                "",
                "",
                Optional.of(VmLoad.NOTHING),
                Fittings.UNKNOWN
                        .withBasePower(Optional.of(Watts.of(700)))
                        .withGpus(Optional.of(List.of()))
                        .withRiser(Optional.of(Fittings.Riser.NOT_NEEDED))
                        .withPowerSupplies(Optional.of(PowerSupplies.parse("4 x 2200 W N+N"))),
                Optional.empty());
        EntryId entry = new EntryId("hpe/proliantdl380agen11/l40s-pcie");

        assertThat(fit(dl380a, entry, ExistingHostPlans.L40S, 4))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(Severity.OPEN_ITEM);
                    assertThat(problem.sentence()).contains("the library counts 4 double-wide slots", "second-hand");
                });
        assertThat(fit(dl380a, entry, ExistingHostPlans.L40S, 5))
                .extracting(Problem::about, Problem::severity)
                .contains(org.assertj.core.groups.Tuple.tuple(About.SLOTS, Severity.ERROR));
    }
}
