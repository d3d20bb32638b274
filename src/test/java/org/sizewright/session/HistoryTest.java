package org.sizewright.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.FineTunings;
import org.sizewright.SamplePlans;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;

class HistoryTest {
    private static Plan withContext(Plan plan, int tokens) {
        LlmServing llm = (LlmServing) plan.workload(WorkloadId.of("w1")).orElseThrow();
        return plan.withWorkload(llm.withContextTokens(tokens));
    }

    private static PlanEdit context(int tokens) {
        return PlanEdit.of("Context " + tokens, plan -> withContext(plan, tokens));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void undoAfterApplyIsIdentityAndRedoBringsItBack(long seed) {
        Random random = new Random(seed);
        History history = History.of(SamplePlans.standard());
        List<Plan> plans = new ArrayList<>(List.of(history.present()));
        for (int i = 0; i < 30; i++) {
            history = history.apply(context(16 + random.nextInt(100_000)));
            plans.add(history.present());
        }
        for (int i = plans.size() - 1; i > 0; i--) {
            assertThat(history.present()).isEqualTo(plans.get(i));
            history = history.undo();
        }
        assertThat(history.present()).isEqualTo(plans.getFirst());
        assertThat(history.undo()).isSameAs(history);
        for (Plan plan : plans.subList(1, plans.size())) {
            history = history.redo();
            assertThat(history.present()).isEqualTo(plan);
        }
        assertThat(history.redo()).isSameAs(history);
    }

    @Test
    void stepsOfOneGestureAreOneEntry() {
        History history = History.of(SamplePlans.standard());
        Plan before = history.present();
        for (int tokens = 9000; tokens <= 12_000; tokens += 1000) {
            int chosen = tokens;
            history = history.apply(
                    PlanEdit.ofGesture("Change context", "context-w1", plan -> withContext(plan, chosen)));
        }
        assertThat(history.past()).hasSize(1);
        assertThat(history.undo().present()).isEqualTo(before);
        History after = history.apply(context(1000));
        assertThat(after.past()).hasSize(2);
    }

    @Test
    void undoOfFineTuningBringsBackTheSamePlan() {
        Plan plan = SamplePlans.standard().withWorkload(FineTunings.everything());
        History before = History.of(plan);
        Option option = plan.liveOption();
        PlanEdit spread = PlanEdit.of(
                "Spread",
                now -> now.withOption(option.withAssignment(
                        option.assignment(WorkloadId.of("w3")).orElseThrow().withTraining(FineTunings.layout()))));
        History after =
                before.apply(spread).apply(PlanEdit.of("Remove", now -> now.withoutWorkload(WorkloadId.of("w3"))));
        assertThat(after.present()).isNotEqualTo(plan);
        assertThat(after.undo().undo().present()).isEqualTo(plan);
        assertThat(after.undo().undo().redo().redo().present()).isEqualTo(after.present());
    }

    @Test
    void editThatChangesNothingIsNoEntry() {
        History history = History.of(SamplePlans.standard());
        assertThat(history.apply(PlanEdit.of("Nothing", plan -> plan))).isSameAs(history);
    }

    @Test
    void newEditForgetsWhatCouldBeRedone() {
        History history = History.of(SamplePlans.standard()).apply(context(100)).undo();
        assertThat(history.redoLabel()).contains("Context 100");
        assertThat(history.apply(context(200)).redoLabel()).isEmpty();
    }

    @Test
    void impossibleEditThrowsItsSentence() {
        History history = History.of(SamplePlans.standard());
        assertThatThrownBy(() -> history.apply(context(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the context of Coding assistant must be 1 to");
    }
}
