package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.WindowPlans;
import org.sizewright.figure.RowKey;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.HostCountSearch;
import org.sizewright.placement.WeekPlacement;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.Labels;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanFile;
import org.sizewright.plan.PlanRecords;
import org.sizewright.plan.ReadPlan;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.RunTerms;
import org.sizewright.plan.SavedPlan;
import org.sizewright.plan.Unresolved;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;

/** A plan with labels and weekly windows, from its file to its headline. */
class WindowPlanTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    /** With {@code -Dsizewright.samples=write} the file is written anew instead. */
    @Test
    void theFileIsThePlanWrittenInCode() throws IOException {
        SavedPlan expected = SavedPlan.of(
                WindowPlans.standard(),
                Optional.of(CatalogStamp.of(REFERENCES.catalog())),
                PlanRecords.carriedBy(Resolver.resolve(WindowPlans.standard(), REFERENCES), REFERENCES::server),
                "Sizewright 0.1.0");
        if ("write".equals(System.getProperty("sizewright.samples"))) {
            Path file = Path.of("src/test/resources/org/sizewright/result/windows.json");
            Files.createDirectories(file.getParent());
            Files.write(file, PlanFile.write(expected));
            return;
        }
        byte[] file;
        try (InputStream in = Objects.requireNonNull(WindowPlanTest.class.getResourceAsStream("windows.json"))) {
            file = in.readAllBytes();
        }
        assertThat(new String(PlanFile.write(expected), StandardCharsets.UTF_8))
                .isEqualTo(new String(file, StandardCharsets.UTF_8));
        assertThat(PlanFile.read(file)).isEqualTo(new ReadPlan.Read(expected, List.of()));
    }

    @Test
    void theHostsFollowTheBusiestSlot() {
        OptionResult result = live(WindowPlans.standard());
        ClusterPlacement placed = result.placements().getFirst();
        WeekPlacement week = placed.week().orElseThrow();

        assertThat(week.slots()).hasSize(5);
        assertThat(hosts(result)).isLessThan(hosts(live(always(WindowPlans.standard()))));
        assertThat(placed.isComplete()).isTrue();
        assertThat(placed.isSurvived()).isTrue();
        assertThat(placed.violations()).isEmpty();
        assertThat(placed.problem()).isEqualTo(week.busiestSlot().problem());
        assertThat(result.headline().toLine())
                .contains("busiest Sat 00:00\u201306:00 and 2 more")
                .contains("70 of 70 VMs placed");
        assertThat(result.figures().value(result.sizing().placement.gpusUsed).asNumber())
                .hasValue(week.busiestSlot().figures().gpusUsed());
    }

    @Test
    void withAnEnteredNumberOfHostsEverySlotIsPlacedOnThem() {
        Plan plan = WindowPlans.standard();
        Option option = plan.liveOption();
        Cluster cluster = option.clusters().getFirst();
        OptionResult result = live(plan.withOption(
                option.withCluster(cluster.withGroup(cluster.groups().getFirst().withCount(HostCount.of(3))))));
        ClusterPlacement placed = result.placements().getFirst();
        WeekPlacement week = placed.week().orElseThrow();

        assertThat(placed.problem().hostCount()).isEqualTo(3);
        for (WeekPlacement.Slot slot : week.slots()) {
            assertThat(slot.placement().placed().size()
                            + slot.placement().refused().size())
                    .isEqualTo(slot.problem().vmCount());
            assertThat(slot.violations()).isEmpty();
        }
        assertThat(placed.all().refused()).isNotEmpty();
        assertThat(placed.all().refused())
                .allSatisfy(refused -> assertThat(refused.reason().words()).isNotBlank());
    }

    @Test
    void aPlanWithoutWindowsHasNoWeek() {
        assertThat(live(SamplePlans.standard()).placements())
                .allMatch(placed -> placed.week().isEmpty());
    }

    @Test
    void aLabelThatNoHostCarriesIsSaidWithTheWayOut() {
        Plan plan = SamplePlans.standard();
        Workload work = plan.workload(WorkloadId.of("w2")).orElseThrow();
        Plan asking = plan.withWorkload(work.withTerms(RunTerms.FREE.withLabels(Labels.of("training"))));

        ResolvedPlan resolved = Resolver.resolve(asking, REFERENCES);

        assertThat(resolved.problems().stream().map(Unresolved::sentence).distinct())
                .containsExactly(
                        "Notebooks asks for hosts labelled training, and no group of hosts in AI cluster carries it.");
        assertThat(resolved.problems().getFirst().remedy())
                .isEqualTo("Give the label to a group of hosts on the Cluster screen, or take it from the workload.");
        assertThat(live(asking).placements().getFirst().placement().refused())
                .hasSize(12)
                .allMatch(refused -> refused.vmClass().equals("w2"));
        assertThat(Resolver.resolve(WindowPlans.standard(), REFERENCES).problems())
                .isEmpty();
    }

    @Test
    void aNewerChangeEndsTheSearch() {
        ResolvedPlan plan = Resolver.resolve(WindowPlans.standard(), REFERENCES);
        AtomicInteger asked = new AtomicInteger();

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Calculation.of(plan, HostCountSearch.first(), () -> asked.incrementAndGet() > 5))
                .isInstanceOf(Cancellation.Superseded.class);
        assertThat(asked.get()).isEqualTo(6);
    }

    private static Plan always(Plan plan) {
        Plan changed = plan;
        for (Workload work : plan.workloads()) {
            changed = changed.withWorkload(
                    work.withTerms(RunTerms.FREE.withLabels(work.terms().labels())));
        }
        return changed;
    }

    private static OptionResult live(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }

    private static double hosts(OptionResult result) {
        return result.figures()
                .value(result.sizing().cluster.totalHosts, RowKey.SINGLE)
                .asNumber()
                .orElseThrow();
    }
}
