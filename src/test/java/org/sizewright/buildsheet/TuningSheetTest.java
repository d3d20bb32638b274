package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.sizewright.FineTunings;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Offload;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.plan.TuningGoal;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

/** The workbook of a plan with fine-tuning. */
class TuningSheetTest {
    private static final SampleReferences REFERENCES = new SampleReferences();
    private static final WorkloadId ID = WorkloadId.of("w3");

    private static PlanResult result(FineTuning tuning, TrainingLayout layout) {
        Plan plan = SamplePlans.standard().withWorkload(tuning.withId(ID));
        for (Option option : plan.options()) {
            Assignment assignment = option.assignment(ID).orElseThrow();
            plan = plan.withOption(option.withAssignment(assignment.withTraining(layout)));
        }
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never());
    }

    @Test
    void everyFormulaGivesTheValueThatTheFileCarries() throws IOException {
        List<PlanResult> results = List.of(
                result(
                        FineTunings.full(),
                        TrainingLayout.data(4, Sharding.ZERO_3).withOffload(Offload.STATES)),
                result(
                        FineTunings.lora().withGoal(TuningGoal.of("grpo")),
                        TrainingLayout.data(2, Sharding.ZERO_1).withPipeline(2).withTensor(2)),
                result(FineTunings.everything(), TrainingLayout.SINGLE));
        for (PlanResult result : results) {
            try (XSSFWorkbook workbook = LiveWorkbook.checked(result)) {
                assertThat(workbook.getName("out_train_peak_w3")).isNotNull();
                assertThat(workbook.getName("calc_train_vms_w3")).isNotNull();
                assertThat(workbook.getSheet("Models")).isNotNull();
            }
        }
    }
}
