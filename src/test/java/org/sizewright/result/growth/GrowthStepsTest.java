package org.sizewright.result.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.FineTunings;
import org.sizewright.MixedHostPlans;
import org.sizewright.Retrievals;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Value;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.DiskNeeds;
import org.sizewright.plan.Growth;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.HostObjective;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.plan.setting.Release;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.SupportEnd;

class GrowthStepsTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static OptionResult calculated(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }

    private static GrowthPlan steps(Plan plan) {
        return GrowthSteps.of(calculated(plan), Cancellation.never(), GrowthSteps.Progress.none());
    }

    /** Notebooks alone, small enough that only GPUs count, on hosts whose number is found. */
    private static Plan notebooks(Growth growth, HostCount count) {
        Plan plan = SamplePlans.standard()
                .withoutWorkload(WorkloadId.of("w1"))
                .withoutWorkload(WorkloadId.of("w3"))
                .only(OptionId.of("a"));
        Workload work = plan.workloads().getFirst().withVm(new VmShape(1, 16));
        plan = plan.withWorkload(work.withTerms(work.terms()
                .withGrowth(growth)
                .withDisk(DiskNeeds.UNSTATED
                        .withHomeGb(Optional.of(100.0))
                        .withDiskGb(Optional.of(0.0))
                        .withImagesGb(Optional.of(0.0)))));
        Option option = plan.liveOption();
        Cluster cluster = option.clusters().getFirst();
        HostGroup group = cluster.groups().getFirst();
        return plan.withOption(option.withCluster(cluster.withGroup(group.withCount(count))));
    }

    @Test
    void whatIsBoughtIsWhatIsMissing() {
        // 12 VMs of 20 GB, four on a GPU of 80 GB, eight GPUs in a host: 32 VMs in a host.
        // 12 VMs: 1 host; 18 VMs: still 1 host; 36 VMs: 2 hosts, of which 1 is bought with 8 GPUs and 8 licences.
        GrowthPlan growth = steps(notebooks(new Growth.Factors(1.5, 3), HostCount.auto()));
        assertThat(growth.steps()).extracting(GrowthStep::months).containsExactly(0, 12, 36);
        assertThat(growth.steps()).extracting(GrowthStep::totalHosts).containsExactly(1, 1, 2);
        assertThat(growth.steps()).extracting(GrowthStep::hostsBought).containsExactly(1, 0, 1);
        assertThat(growth.steps()).extracting(GrowthStep::gpusBought).containsExactly(8, 0, 8);
        assertThat(growth.steps())
                .extracting(GrowthStep::licences)
                .containsExactly(Value.of(8), Value.of(8), Value.of(16));
        assertThat(growth.steps())
                .extracting(GrowthStep::licencesToOrder)
                // whether they come with these GPUs the library does not know
                .containsExactly(new Value.Known(8, Bound.AT_MOST), Value.of(0), new Value.Known(8, Bound.AT_MOST));
        assertThat(growth.loads().getFirst().loads()).containsExactly("12 VMs", "18 VMs", "36 VMs");
        // homes: 12 x 100 GB, 18 x 100 GB, 36 x 100 GB, with a fifth of the datastore free
        double tib = 1L << 40;
        List<Double> stores = growth.steps().stream()
                .map(step -> step.datastore().asNumber().orElseThrow())
                .toList();
        assertThat(stores.get(0)).isCloseTo(1200e9 / tib / 0.8, within(1e-9));
        assertThat(stores.get(1)).isCloseTo(1800e9 / tib / 0.8, within(1e-9));
        assertThat(growth.steps().get(2).datastoreToAdd().asNumber().orElseThrow())
                .isCloseTo(1800e9 / tib / 0.8, within(1e-9));
        assertThat(growth.steps())
                .extracting(GrowthStep::date)
                .containsExactly(LocalDate.of(2026, 11, 21), LocalDate.of(2027, 11, 21), LocalDate.of(2029, 11, 21));
    }

    @Test
    void hostsThatWereEnteredAreRaisedWhereTheyNoLongerDo() {
        GrowthPlan growth = steps(notebooks(new Growth.Factors(3, 6), HostCount.of(1)));
        assertThat(growth.steps()).extracting(GrowthStep::totalHosts).containsExactly(1, 2, 3);
        GrowthPlan plenty = steps(notebooks(new Growth.Factors(3, 6), HostCount.of(4)));
        assertThat(plenty.steps()).extracting(GrowthStep::totalHosts).containsExactly(4, 4, 4);
    }

    @Test
    void hostsStayWhenTheLoadShrinks() {
        GrowthPlan growth = steps(notebooks(new Growth.Factors(3, 0.5), HostCount.auto()));
        assertThat(growth.steps()).extracting(GrowthStep::totalHosts).containsExactly(1, 2, 2);
        assertThat(growth.steps().getLast().hostsBought()).isZero();
        assertThat(growth.steps().getLast().datastoreToAdd()).isEqualTo(Value.of(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void withoutGrowthEveryDateIsDayOne(String option) {
        Plan plan = SamplePlans.standard().withLive(OptionId.of(option));
        for (Growth growth : List.of(Growth.CONSTANT, new Growth.Yearly(0), new Growth.Factors(1, 1))) {
            Plan changed = plan;
            for (Workload work : plan.workloads()) {
                changed = changed.withWorkload(work.withTerms(work.terms().withGrowth(growth)));
            }
            OptionResult today = calculated(changed);
            GrowthPlan steps = GrowthSteps.of(today, Cancellation.never(), GrowthSteps.Progress.none());
            for (GrowthStep step : steps.steps()) {
                assertThat(step.result()).isSameAs(today);
                assertThat(step.totalHosts()).isEqualTo(steps.steps().getFirst().totalHosts());
            }
            assertThat(steps.steps().subList(1, 3))
                    .allSatisfy(step -> assertThat(step.hostsBought()).isZero());
            assertThat(steps.isConstant()).isEqualTo(growth == Growth.CONSTANT);
        }
    }

    @Test
    void moreGrowthNeverNeedsFewerHosts() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 6; round++) {
            int most = 0;
            int vms = 0;
            double percent = 0;
            for (int step = 0; step < 4; step++) {
                percent += random.nextInt(60);
                GrowthPlan growth = steps(notebooks(new Growth.Yearly(percent), HostCount.auto()));
                GrowthStep last = growth.steps().getLast();
                int needed =
                        last.result().placements().getFirst().problem().vms().size();
                assertThat(needed).isGreaterThanOrEqualTo(vms);
                assertThat(last.totalHosts()).as("at %s %%", percent).isGreaterThanOrEqualTo(most);
                assertThat(growth.steps()).extracting(GrowthStep::totalHosts).isSorted();
                most = last.totalHosts();
                vms = needed;
            }
        }
    }

    @Test
    void theSameOptionGivesTheSameSteps() {
        Plan plan = notebooks(new Growth.Yearly(40), HostCount.auto());
        GrowthPlan one = steps(plan);
        GrowthPlan two = steps(plan);
        assertThat(one.loads()).isEqualTo(two.loads());
        assertThat(one.steps())
                .extracting(GrowthStep::hosts)
                .isEqualTo(two.steps().stream().map(GrowthStep::hosts).toList());
    }

    @ParameterizedTest
    @CsvSource({"1.2, 10, 12", "1.0001, 10, 11", "0.5, 3, 2", "1.728, 1000, 1728"})
    void loadsAreCountedUpToWholeOnes(double factor, int before, int after) {
        Workload.GpuVms vms =
                (Workload.GpuVms) SamplePlans.standard().workloads().get(1);
        assertThat(((Workload.GpuVms) Load.times(vms.withCount(before), factor)).count())
                .isEqualTo(after);
    }

    @Test
    void eachKindGrowsInItsOwnWay() {
        Workload.LlmServing llm =
                (Workload.LlmServing) SamplePlans.standard().workloads().getFirst();
        assertThat(((Workload.LlmServing) Load.times(llm, 2)).concurrency()).isEqualTo(300);
        Traffic traffic = new Traffic(1000, 10, 6, List.of(new Traffic.RequestKind("chat", 100, 1000, 300)), 0, 1, 50);
        Workload.LlmServing people = (Workload.LlmServing) Load.times(llm.withTraffic(Optional.of(traffic)), 1.5);
        assertThat(people.traffic().orElseThrow().users()).isEqualTo(1500);
        assertThat(people.concurrency()).isEqualTo(llm.concurrency());
        assertThat(Load.words(Load.times(Retrievals.plain(), 2))).isEqualTo("1,440 users, 2,000 documents");
        assertThat(Load.words(Load.times(FineTunings.lora(), 2))).isEqualTo("2,000,000,000 tokens");
    }

    @Test
    void whatNothingCarriesIsSaidAndBuysNothing() {
        // 40,000 VMs at 32 in a host need 1,250 hosts, more than are ever tried
        Plan plan = notebooks(new Growth.Factors(1000, 1000), HostCount.auto());
        plan = plan.withWorkload(((Workload.GpuVms) plan.workloads().getFirst()).withCount(40));
        GrowthPlan growth = steps(plan);
        GrowthStep last = growth.steps().getLast();
        assertThat(last.carries()).isFalse();
        assertThat(last.failure().orElseThrow()).startsWith("AI cluster: ");
        assertThat(last.hostsBought()).isZero();
    }

    @Test
    void endsOfSupportStandAtTheFirstDateAfterThem() {
        // R595, on which vGPU 20 is built, ends in March 2027: after day 1, before 12 months
        Plan plan = notebooks(Growth.CONSTANT, HostCount.auto());
        Option option = plan.liveOption();
        plan = plan.withOption(option.withSetup(option.setup()
                .withPlatform(platform -> platform.with(PlatformSettings.VGPU_RELEASE, Release.of("20.1"))
                        .with(PlatformSettings.DATA_CENTER_DRIVER, Release.of("580.105.08"))
                        .without(PlatformSettings.GUEST_RELEASE))));
        GrowthPlan growth = steps(plan);
        assertThat(growth.steps().get(0).ends()).isEmpty();
        assertThat(growth.steps().get(1).ends()).singleElement().satisfies(end -> {
            assertThat(end.what()).isEqualTo("vGPU 20.1 of the hosts");
            assertThat(end.branch()).isEqualTo("R595");
            assertThat(end.last()).contains(YearMonth.of(2027, 3));
            assertThat(end.source().title()).isNotBlank();
        });
        // R580 ends in June 2028: between 12 and 36 months
        assertThat(growth.steps().get(2).ends()).extracting(SupportEnd::branch).containsExactly("R580");
    }

    @Test
    void mixturesKeepWhatIsThere() {
        Plan plan = MixedHostPlans.twoKinds(HostObjective.FEWEST_HOSTS);
        for (Workload work : plan.workloads()) {
            plan = plan.withWorkload(work.withTerms(work.terms().withGrowth(new Growth.Factors(1.5, 2))));
        }
        GrowthPlan growth = steps(plan);
        for (int i = 1; i < growth.steps().size(); i++) {
            GrowthStep step = growth.steps().get(i);
            assertThat(step.hosts())
                    .allSatisfy(each -> assertThat(each.bought()).isNotNegative());
        }
        assertThat(growth.steps()).extracting(GrowthStep::totalHosts).isSorted();
    }

    @Test
    void aStoppedCalculationEnds() {
        OptionResult today = calculated(notebooks(new Growth.Yearly(40), HostCount.auto()));
        assertThatExceptionOfType(Cancellation.Superseded.class)
                .isThrownBy(() -> GrowthSteps.of(today, () -> true, GrowthSteps.Progress.none()));
    }
}
