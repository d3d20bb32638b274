package org.sizewright.result.platforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Value;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.GpuAccess;
import org.sizewright.plan.Option;
import org.sizewright.plan.Option.Platform;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.plan.setting.Choices.Below;
import org.sizewright.plan.setting.OperationSettings;
import org.sizewright.plan.setting.PlatformSettings;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.platforms.GpuWay.Answer;

class PlatformTrialsTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static OptionResult calculated(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }

    private static PlatformComparison compared(Plan plan) {
        return PlatformTrials.of(calculated(plan), Cancellation.never(), PlatformTrials.Progress.none());
    }

    private static PlatformOutcome on(PlatformComparison comparison, Platform platform) {
        return comparison.outcomes().stream()
                .filter(outcome -> outcome.trial().platform() == platform)
                .findFirst()
                .orElseThrow();
    }

    private static Answer way(PlatformOutcome outcome, String name) {
        return outcome.ways().stream()
                .filter(way -> way.name().equals(name))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void thePlatformInUseIsTheOptionItself(Platform platform) {
        Plan plan = SamplePlans.standard();
        plan = plan.withOption(plan.liveOption().withPlatform(platform));
        OptionResult present = calculated(plan);
        PlatformComparison comparison =
                PlatformTrials.of(present, Cancellation.never(), PlatformTrials.Progress.none());
        assertThat(comparison.outcomes())
                .extracting(outcome -> outcome.trial().platform())
                .containsExactlyElementsOf(PlatformComparison.ORDER);
        PlatformOutcome same = comparison.inUse();
        assertThat(same.trial().platform()).isEqualTo(platform);
        assertThat(same.result()).isSameAs(present);
        assertThat(same.trial().option()).isEqualTo(present.option().option());
        assertThat(same.trial().dropped()).isEmpty();
        assertThat(same.trial().taken()).isEmpty();
    }

    @Test
    void theSampleTakesTheSameHostsAndCannotShareGpusOnBareMetal() {
        PlatformComparison comparison = compared(SamplePlans.standard());
        // four hosts with eight GPUs, and two processors of 56 cores each, wherever they run
        assertThat(comparison.outcomes()).extracting(PlatformOutcome::hosts).containsOnly(Value.of(4));
        assertThat(comparison.outcomes()).extracting(PlatformOutcome::gpus).containsOnly(Value.of(32));
        assertThat(comparison.outcomes())
                .extracting(PlatformOutcome::vmwareCores)
                .containsExactly(Value.of(448), Value.of(448), Value.of(448), Value.of(0));
        assertThat(on(comparison, Platform.VSPHERE).openShift().subscriptions()).isEqualTo(Value.of(0));
        OpenShiftCount openShift = on(comparison, Platform.OPENSHIFT).openShift();
        assertThat(openShift.metric().orElseThrow().metric()).isEqualTo("core pair");
        assertThat(openShift.subscriptions().asNumber().orElseThrow()).isPositive();
        PlatformOutcome metal = on(comparison, Platform.BARE_METAL);
        assertThat(metal.impossible()).anySatisfy(each -> {
            assertThat(each.subject()).isEqualTo("Notebooks");
            assertThat(each.sentence()).contains("time-sliced vGPU").contains("no hypervisor");
            assertThat(each.alsoInUse()).isFalse();
            assertThat(each.source().title()).isNotBlank();
        });
        assertThat(metal.works()).isFalse();
        assertThat(on(comparison, Platform.VSPHERE).impossible()).isEmpty();
        assertThat(metal.aiEnterprise()).startsWith("only for");
        assertThat(on(comparison, Platform.VSPHERE).aiEnterprise()).startsWith("needed");
    }

    @Test
    void whatMakesNoSenseElsewhereIsDroppedWithAWord() {
        PlatformComparison comparison = compared(SamplePlans.standard());
        Option metal = on(comparison, Platform.BARE_METAL).trial().option();
        assertThat(metal.setup().platform().get(PlatformSettings.VSPHERE)).isEmpty();
        assertThat(on(comparison, Platform.BARE_METAL).trial().dropped())
                .anyMatch(word -> word.startsWith("vSphere release"));
        assertThat(on(comparison, Platform.VSPHERE_KUBERNETES)
                        .trial()
                        .option()
                        .setup()
                        .platform()
                        .get(PlatformSettings.VSPHERE))
                .isPresent();
        PlatformTrial openShift = on(comparison, Platform.OPENSHIFT).trial();
        assertThat(openShift.base()).contains(Below.VSPHERE);
        assertThat(openShift.taken()).containsExactly("OpenShift is taken to run on vSphere, as the hosts do now.");
    }

    @Test
    void waysToGpusFollowThePlatform() {
        PlatformComparison comparison = compared(SamplePlans.standard());
        assertThat(way(on(comparison, Platform.VSPHERE), "DirectPath I/O")).isEqualTo(Answer.YES);
        assertThat(way(on(comparison, Platform.VSPHERE_KUBERNETES), "DirectPath I/O"))
                .isEqualTo(Answer.NO);
        assertThat(way(on(comparison, Platform.BARE_METAL), "Time-sliced vGPU")).isEqualTo(Answer.NO);
        assertThat(way(on(comparison, Platform.BARE_METAL), "MIG instance")).isEqualTo(Answer.YES);
        assertThat(way(on(comparison, Platform.OPENSHIFT), "Time slices among pods"))
                .isEqualTo(Answer.YES);
        assertThat(comparison.outcomes())
                .allSatisfy(outcome -> assertThat(outcome.ways())
                        .hasSize(6)
                        .allSatisfy(way -> assertThat(way.why()).isNotBlank()));
    }

    @Test
    void wishesThatOnlyAHypervisorMeetsAreImpossibleWithoutOne() {
        Plan plan = SamplePlans.standard();
        Option option = plan.liveOption();
        plan = plan.withOption(option.withSetup(
                option.setup().withPlatform(platform -> platform.with(OperationSettings.VMOTION, true))));
        PlatformComparison comparison = compared(plan);
        assertThat(on(comparison, Platform.BARE_METAL).impossible())
                .anyMatch(each -> each.sentence().startsWith("vMotion of GPU machines is wanted"));
        assertThat(on(comparison, Platform.VSPHERE_KUBERNETES).impossible())
                .noneMatch(each -> each.sentence().contains("is wanted"));
    }

    @Test
    void staticPassthroughIsNoWayInVsphereKubernetes() {
        Plan plan = SamplePlans.standard();
        Option option = plan.liveOption();
        plan = plan.withOption(option.withAssignment(
                option.assignment(WorkloadId.of("w1")).orElseThrow().withAccess(GpuAccess.DIRECTPATH)));
        PlatformComparison comparison = compared(plan);
        assertThat(on(comparison, Platform.VSPHERE_KUBERNETES).impossible()).anySatisfy(each -> {
            assertThat(each.rule()).isEqualTo("K8S-010");
            assertThat(each.alsoInUse()).isFalse();
        });
        assertThat(on(comparison, Platform.VSPHERE).impossible())
                .noneMatch(each -> each.rule().equals("K8S-010"));
    }

    @Test
    void anOutcomeBecomesAnOption() {
        Plan plan = SamplePlans.standard();
        for (PlatformOutcome outcome : compared(plan).outcomes()) {
            Plan added = outcome.trial().addTo(plan);
            assertThat(added.options()).hasSize(plan.options().size() + 1);
            assertThat(added.live()).isEqualTo(plan.live());
            Option option = added.option(OptionId.of("c")).orElseThrow();
            assertThat(option.platform()).isEqualTo(outcome.trial().platform());
            assertThat(option.name())
                    .isEqualTo("HGX H100, " + outcome.trial().platform().title());
            OptionResult again = calculated(added.withLive(option.id()));
            assertThat(again.placements()).isEqualTo(calculated(plan).placements());
            assertThat(again.findings().stream().map(finding -> finding.rule() + finding.sentence()))
                    .containsExactlyElementsOf(outcome.result().findings().stream()
                            .map(finding -> finding.rule() + finding.sentence())
                            .toList());
        }
    }

    @Test
    void aSmallProcessorCountsForSixteenCores() {
        Plan plan = SamplePlans.standard();
        Option option = plan.liveOption();
        Cluster cluster = option.clusters().getFirst();
        plan = plan.withOption(
                option.withCluster(cluster.withGroup(cluster.groups().getFirst().withCoresPerSocket(12))));
        // four hosts with two processors of 12 cores, each licensed as 16
        assertThat(on(compared(plan), Platform.VSPHERE).vmwareCores()).isEqualTo(Value.of(128));
    }

    @Test
    void anEmptyPlanHasPlatformsToo() {
        Plan plan = SamplePlans.standard();
        for (Workload work : plan.workloads()) {
            plan = plan.withoutWorkload(work.id());
        }
        Option empty = new Option(OptionId.of("a"), "Empty", Platform.VSPHERE, List.of(), List.of());
        PlatformComparison comparison = compared(plan.withOption(empty));
        assertThat(comparison.outcomes()).hasSize(4);
        assertThat(way(comparison.inUse(), "Time-sliced vGPU")).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void theSameOptionGivesTheSameComparison() {
        PlatformComparison one = compared(SamplePlans.standard());
        PlatformComparison two = compared(SamplePlans.standard());
        for (int i = 0; i < one.outcomes().size(); i++) {
            PlatformOutcome first = one.outcomes().get(i);
            PlatformOutcome second = two.outcomes().get(i);
            assertThat(List.of(first.trial(), first.impossible(), first.ways(), first.failure()))
                    .isEqualTo(List.of(second.trial(), second.impossible(), second.ways(), second.failure()));
        }
    }

    @Test
    void behaviourIsSaidForEveryPlatform() {
        for (PlatformOutcome outcome : compared(SamplePlans.standard()).outcomes()) {
            assertThat(outcome.failure()).isNotBlank();
            assertThat(outcome.maintenance()).isNotBlank();
            assertThat(outcome.hasRoomForFailures()).isTrue();
        }
    }

    @Test
    void aStoppedComparisonEnds() {
        OptionResult present = calculated(SamplePlans.standard());
        assertThatExceptionOfType(Cancellation.Superseded.class)
                .isThrownBy(() -> PlatformTrials.of(present, () -> true, PlatformTrials.Progress.none()));
    }
}
