package org.sizewright.delivery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.delivery.access.AccessTrial.Fails;
import org.sizewright.delivery.access.AccessTrial.Works;
import org.sizewright.library.AccessFunction;
import org.sizewright.library.AccessFunction.Mode;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Workload.GpuVms;
import org.sizewright.plan.Workload.GpuVms.Sharing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;

/** The standard plan has a model on two H100, notebooks on vGPUs, and embedding on MIG instances. */
class AccessTrialsTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static OptionResult live(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }

    private static Map<Mode, AccessTrial> trials(Plan plan, WorkloadId workload) {
        Map<Mode, AccessTrial> trials = new EnumMap<>(Mode.class);
        AccessTrials.of(live(plan), workload, Cancellation.never()).forEach(trial -> trials.put(trial.mode(), trial));
        return trials;
    }

    private static AccessTrial of(Map<Mode, AccessTrial> trials, Mode mode) {
        return Objects.requireNonNull(trials.get(mode));
    }

    private static WorkloadId model(Plan plan) {
        return plan.workloads().getFirst().id();
    }

    private static GpuVms sliced(Plan plan) {
        return plan.workloads().stream()
                .filter(GpuVms.class::isInstance)
                .map(GpuVms.class::cast)
                .filter(vms -> vms.sharing() == Sharing.TIME_SLICED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aModelOnTwoGpusTakesSeveralVgpusOrPassthroughButNoPart() {
        Plan plan = SamplePlans.standard();
        Map<Mode, AccessTrial> trials = trials(plan, model(plan));
        assertThat(trials).hasSize(Mode.values().length);
        AccessTrial present = of(trials, Mode.SEVERAL_VGPUS);
        assertThat(present.inUse()).isTrue();
        assertThat(present.outcome()).isInstanceOf(Works.class);
        for (Mode mode : List.of(Mode.TIME_SLICED, Mode.MIG_BACKED, Mode.FULL_VGPU)) {
            assertThat(of(trials, mode).outcome())
                    .isInstanceOfSatisfying(
                            Fails.class,
                            fails -> assertThat(fails.reasons())
                                    .singleElement()
                                    .asString()
                                    .contains("2 GPUs"));
        }
        // the hosts are HGX: GPUs behind NVSwitch may not be passed through under vSphere
        assertThat(of(trials, Mode.DYNAMIC_DIRECTPATH).outcome())
                .isInstanceOfSatisfying(
                        Fails.class, fails -> assertThat(fails.reasons()).anyMatch(why -> why.contains("MGPU-010")));
    }

    @Test
    void notebooksTakePartsOfEitherKindOrWholeGpus() {
        Plan plan = SamplePlans.standard();
        GpuVms notebooks = sliced(plan);
        Map<Mode, AccessTrial> trials = trials(plan, notebooks.id());
        assertThat(of(trials, Mode.TIME_SLICED).inUse()).isTrue();
        Works shared = (Works) of(trials, Mode.TIME_SLICED).outcome();
        Works whole = (Works) of(trials, Mode.FULL_VGPU).outcome();
        Works mig = (Works) of(trials, Mode.MIG_BACKED).outcome();
        assertThat(mig.plan().workload(notebooks.id()))
                .hasValueSatisfying(
                        each -> assertThat(((GpuVms) each).sharing()).isEqualTo(Sharing.MIG));
        // each machine with a GPU to itself takes at least as many GPUs as it takes with parts of one
        assertThat(whole.gpusUsed()).isGreaterThan(shared.gpusUsed());
        assertThat(whole.gpusUsed()).isGreaterThanOrEqualTo(notebooks.count());
        assertThat(whole.machinesPlaced()).isEqualTo(shared.machinesPlaced());
    }

    @Test
    void whatIsProposedIsThePlanThatWasTried() {
        Plan plan = SamplePlans.standard();
        GpuVms notebooks = sliced(plan);
        Works mig = (Works) of(trials(plan, notebooks.id()), Mode.MIG_BACKED).outcome();
        Map<Mode, AccessTrial> after = trials(mig.plan(), notebooks.id());
        assertThat(of(after, Mode.MIG_BACKED).inUse()).isTrue();
        Works again = (Works) of(after, Mode.MIG_BACKED).outcome();
        assertThat(again.hosts()).isEqualTo(mig.hosts());
        assertThat(again.gpusUsed()).isEqualTo(mig.gpusUsed());
    }

    @Test
    void withoutVsphereThereIsNothingToChoose() {
        Plan plan = SamplePlans.standard();
        assertThat(AccessTrials.of(
                        live(plan.withOption(plan.liveOption().withPlatform(Option.Platform.BARE_METAL))),
                        model(plan),
                        Cancellation.never()))
                .isEmpty();
    }

    @Test
    void eachFunctionIsAnsweredForEachWay() {
        List<AccessFunction> functions = REFERENCES.library().accessFunctions();
        assertThat(functions)
                .extracting(AccessFunction::id)
                .contains(
                        "ha-restart",
                        "initial-placement",
                        "load-balancing",
                        "vmotion",
                        "maintenance",
                        "snapshots",
                        "suspend",
                        "fractions",
                        "vm-class");
        AccessFunction vmotion = functions.stream()
                .filter(function -> function.id().equals("vmotion"))
                .findFirst()
                .orElseThrow();
        assertThat(vmotion.answer(Mode.DYNAMIC_DIRECTPATH).works()).isEqualTo(AccessFunction.Works.NO);
        assertThat(vmotion.answer(Mode.DYNAMIC_DIRECTPATH).caveat()).isPresent();
        assertThat(vmotion.answer(Mode.TIME_SLICED).works()).isEqualTo(AccessFunction.Works.YES);
    }
}
