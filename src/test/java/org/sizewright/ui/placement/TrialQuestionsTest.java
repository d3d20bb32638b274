package org.sizewright.ui.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Cell;
import org.sizewright.placement.arrival.GpuChoice;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/** A state that is published again neither begins anew what is being worked out nor throws away what was chosen. */
class TrialQuestionsTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private final Deque<Runnable> queue = new ArrayDeque<>();

    @Test
    void policiesAreComparedOnceForTheSameMachines() {
        PolicyViewModel policies = new PolicyViewModel(new Silent(), queue::add, Runnable::run);
        Optional<OptionResult> result = result(SamplePlans.standard());
        policies.show(result);
        policies.show(result);
        assertThat(queue).as("asked while it is worked out").hasSize(1);

        policies.stop();
        policies.show(result);
        assertThat(queue).as("asked after it was stopped").hasSize(1);
        assertThat(policies.page().get().orElseThrow().working()).isFalse();

        policies.compare();
        policies.hide();
        policies.show(result);
        assertThat(queue).as("asked again where it was only hidden").hasSize(3);
    }

    @Test
    void arrivalsKeepRulePositionAndWhatWasPutInWhenTheHostsChange() {
        ArrivalViewModel arrivals = new ArrivalViewModel(new Silent(), queue::add, Runnable::run);
        arrivals.show(result(SamplePlans.standard()));
        work();
        arrivals.rule(GpuChoice.IN_TURN);
        arrivals.add("w2");
        arrivals.goTo(7);
        work();

        arrivals.show(result(hosts(SamplePlans.standard(), 5)));
        work();

        ArrivalPage page = arrivals.page().get().orElseThrow();
        assertThat(page.settings().choice()).isEqualTo(GpuChoice.IN_TURN);
        assertThat(page.at()).isEqualTo(7);
        assertThat(page.size()).isEqualTo(24);
    }

    @Test
    void trialsOfArrivalsThatWereStoppedStayStopped() {
        ArrivalViewModel arrivals = new ArrivalViewModel(new Silent(), queue::add, Runnable::run);
        Optional<OptionResult> result = result(SamplePlans.standard());
        arrivals.show(result);
        arrivals.stopTrials();
        String stopped = arrivals.trials().get().toString();
        work();
        arrivals.show(result);
        work();
        assertThat(arrivals.trials().get()).hasToString(stopped);
    }

    private void work() {
        while (!queue.isEmpty()) {
            queue.poll().run();
        }
    }

    private static Plan hosts(Plan plan, int count) {
        Option option = plan.liveOption();
        HostGroup group = option.clusters().getFirst().groups().getFirst();
        return plan.withOption(
                option.withCluster(option.clusters().getFirst().withGroup(group.withCount(HostCount.of(count)))));
    }

    private static Optional<OptionResult> result(Plan plan) {
        return Optional.of(Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live());
    }

    /** A window that does nothing. */
    private static final class Silent implements Workspace {
        private final Texts texts = Texts.english();

        @Override
        public Texts texts() {
            return texts;
        }

        @Override
        public void edit(PlanEdit edit) {}

        @Override
        public void explain(Cell cell) {}

        @Override
        public void explain(Why why) {}

        @Override
        public void chooseFileToOpen() {}

        @Override
        public void exportBuildSheet() {}

        @Override
        public void goTo(String path) {}
    }
}
