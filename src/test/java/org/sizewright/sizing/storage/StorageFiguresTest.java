package org.sizewright.sizing.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.FineTunings;
import org.sizewright.Retrievals;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.plan.DiskNeeds;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.NetworkSettings;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;

/** Storage by purpose, worked out by hand beside the figures. */
class StorageFiguresTest {
    private static final SampleReferences REFERENCES = new SampleReferences();
    private static final double GIB = 1L << 30;
    private static final double TIB = 1L << 40;

    private static final DiskNeeds STATED = DiskNeeds.UNSTATED
            .withHomeGb(Optional.of(100.0))
            .withDiskGb(Optional.of(200.0))
            .withImagesGb(Optional.of(50.0));

    /** One workload of the sample in the place of all of them. */
    private static Plan alone(Workload work) {
        Plan plan = SamplePlans.standard().withWorkload(work).only(OptionId.of("a"));
        for (Workload other : SamplePlans.standard().workloads()) {
            if (!other.id().equals(work.id())) {
                plan = plan.withoutWorkload(other.id());
            }
        }
        return plan;
    }

    private static Workload sample(String id) {
        return SamplePlans.standard().workload(WorkloadId.of(id)).orElseThrow();
    }

    private static Workload with(Workload work, DiskNeeds needs) {
        return work.withTerms(work.terms().withDisk(needs));
    }

    private static OptionResult calculated(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }

    private static double number(OptionResult result, Figure figure, String row) {
        return result.figures()
                .value(
                        figure,
                        figure.rows().keys().stream()
                                .filter(key -> key.id().equals(row))
                                .findFirst()
                                .orElseThrow())
                .asNumber()
                .orElseThrow();
    }

    private static double total(OptionResult result, Purpose purpose) {
        return result.figures()
                .value(Objects.requireNonNull(result.sizing().storage.totals().get(purpose)))
                .asNumber()
                .orElseThrow();
    }

    @Test
    void notebooksTakeHomesDisksAndImages() {
        // 12 VMs: 12 users x 100 GB, 12 x 200 GB, and 50 GB of images = 3,650 GB = 3.3196 TiB
        OptionResult result = calculated(alone(with(sample("w2"), STATED)));
        StorageFigures storage = result.sizing().storage;
        assertThat(total(result, Purpose.HOMES)).isCloseTo(1200e9 / TIB, within(1e-9));
        assertThat(total(result, Purpose.DISKS)).isCloseTo(2400e9 / TIB, within(1e-9));
        assertThat(total(result, Purpose.IMAGES)).isCloseTo(50e9 / TIB, within(1e-9));
        assertThat(total(result, Purpose.WEIGHTS)).isZero();
        assertThat(result.figures().value(storage.kept)).isEqualTo(Value.of(3650e9 / TIB));
        // 20 % of the datastore stay free where nobody says otherwise: 3.3196 / 0.8
        assertThat(result.figures().value(storage.datastore).asNumber().orElseThrow())
                .isCloseTo(4.14957, within(1e-6));
    }

    @Test
    void theReserveIsThatOfThePlatform() {
        Plan plan = alone(with(sample("w2"), STATED));
        Option option = plan.liveOption();
        OptionResult result = calculated(plan.withOption(option.withSetup(
                option.setup().withPlatform(platform -> platform.with(NetworkSettings.STORAGE_RESERVE, 50)))));
        assertThat(result.figures()
                        .value(result.sizing().storage.datastore)
                        .asNumber()
                        .orElseThrow())
                .isCloseTo(2 * 3650e9 / TIB, within(1e-9));
    }

    @Test
    void modelsStayInVersionsAndCopies() {
        DiskNeeds kept = STATED.withModelVersions(Optional.of(2)).withModelCopies(Optional.of(3));
        OptionResult result = calculated(alone(with(sample("w1"), kept)));
        StorageFigures storage = result.sizing().storage;
        double weights = number(result, result.sizing().demand.llm.weights, "w1");
        assertThat(number(result, storage.of(Purpose.WEIGHTS).orElseThrow(), "w1"))
                .isCloseTo(6 * weights, within(1e-9));
        // a language model has no homes of its own, so nothing is unknown about them
        assertThat(total(result, Purpose.HOMES)).isZero();
        assertThat(storage.of(Purpose.VECTORS)).isEmpty();
        assertThat(storage.of(Purpose.CHECKPOINTS)).isEmpty();
    }

    @Test
    void trainingKeepsItsModelAndItsCheckpoints() {
        // 8,030,261,248 parameters: 2 bytes each as published; 2 + 4 + 8 with master weights and moments, three kept,
        // one being
        // written
        OptionResult result = calculated(alone(with(FineTunings.full().withId(WorkloadId.of("w3")), STATED)));
        StorageFigures storage = result.sizing().storage;
        double parameters = 8_030_261_248d;
        assertThat(number(result, storage.of(Purpose.WEIGHTS).orElseThrow(), "w3"))
                .isCloseTo(parameters * 2 / GIB, within(1e-6));
        assertThat(number(result, storage.of(Purpose.CHECKPOINTS).orElseThrow(), "w3"))
                .isCloseTo(parameters * 14 * 4 / GIB, within(1e-6));
    }

    @Test
    void vectorsAreTheDiskOfTheDatabase() {
        OptionResult result = calculated(alone(with(Retrievals.full().withId(WorkloadId.of("w3")), STATED)));
        StorageFigures storage = result.sizing().storage;
        double disk = number(result, result.sizing().demand.retrieval.orElseThrow().database.disk, "w3");
        assertThat(disk).isPositive();
        assertThat(number(result, storage.of(Purpose.VECTORS).orElseThrow(), "w3"))
                .isCloseTo(disk, within(1e-9));
        assertThat(number(result, storage.of(Purpose.WEIGHTS).orElseThrow(), "w3"))
                .isPositive();
    }

    @Test
    void theSumIsThatOfItsParts() {
        Plan plan = SamplePlans.standard();
        for (Workload work : plan.workloads()) {
            plan = plan.withWorkload(with(work, STATED));
        }
        OptionResult result = calculated(plan);
        StorageFigures storage = result.sizing().storage;
        double purposes = storage.totals().values().stream()
                .mapToDouble(figure -> result.figures().value(figure).asNumber().orElseThrow())
                .sum();
        double workloads = storage.byPurpose().values().stream()
                .flatMapToDouble(
                        figure -> storage.rows.keys().stream().mapToDouble(row -> number(result, figure, row.id())))
                .sum();
        Value kept = result.figures().value(storage.kept);
        assertThat(kept).isInstanceOf(Value.Known.class);
        assertThat(((Value.Known) kept).bound()).isEqualTo(Bound.EXACT);
        assertThat(((Value.Known) kept).number())
                .isCloseTo(purposes, within(1e-9))
                .isCloseTo(workloads * GIB / TIB, within(1e-9));
    }

    @Test
    void whatIsNotStatedIsUnknownAndTheSumSaysAtLeast() {
        Plan plan = SamplePlans.standard();
        for (Workload work : plan.workloads()) {
            plan = plan.withWorkload(with(work, DiskNeeds.UNSTATED));
        }
        OptionResult result = calculated(plan);
        StorageFigures storage = result.sizing().storage;
        RowKey row = storage.rows.keys().getFirst();
        assertThat(result.figures().value(storage.of(Purpose.DISKS).orElseThrow(), row))
                .isInstanceOf(Value.Unknown.class);
        assertThat(result.figures().value(storage.kept)).isInstanceOfSatisfying(Value.Known.class, known -> {
            assertThat(known.bound()).isEqualTo(Bound.AT_LEAST);
            assertThat(known.number()).isPositive();
        });
        assertThat(result.figures().value(storage.datastore))
                .isInstanceOfSatisfying(
                        Value.Known.class, known -> assertThat(known.bound()).isEqualTo(Bound.AT_LEAST));
    }

    @Test
    void moreUsersThanMachinesAreStated() {
        // 40 x 100 GB instead of 12 x 100 GB
        OptionResult result = calculated(alone(with(sample("w2"), STATED.withUsers(Optional.of(40)))));
        assertThat(total(result, Purpose.HOMES)).isCloseTo(4000e9 / TIB, within(1e-9));
    }
}
