package org.sizewright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.library.Library;

class GrowthTest {
    @Test
    void aShareEachYearIsAddedToTheYearBefore() {
        // 1.2, and 1.2 x 1.2 x 1.2 = 1.728
        Growth growth = new Growth.Yearly(20);
        assertThat(growth.factor(0)).isOne();
        assertThat(growth.factor(12)).isCloseTo(1.2, within(1e-12));
        assertThat(growth.factor(36)).isCloseTo(1.728, within(1e-12));
        assertThat(growth.words()).isEqualTo("20 % a year");
    }

    @Test
    void factorsHoldAtTheirMonthsAndInAStraightLineBetween() {
        Growth growth = new Growth.Factors(1.5, 3);
        assertThat(growth.factor(0)).isOne();
        assertThat(growth.factor(6)).isCloseTo(1.25, within(1e-12));
        assertThat(growth.factor(12)).isCloseTo(1.5, within(1e-12));
        assertThat(growth.factor(24)).isCloseTo(2.25, within(1e-12));
        assertThat(growth.factor(36)).isCloseTo(3, within(1e-12));
        assertThat(growth.factor(48)).isCloseTo(3, within(1e-12));
    }

    @Test
    void whatIsNotStatedStays() {
        assertThat(RunTerms.FREE.growth()).isEqualTo(Growth.CONSTANT);
        assertThat(Growth.CONSTANT.factor(36)).isOne();
        assertThat(Growth.CONSTANT.words()).contains("no growth is stated");
    }

    @Test
    void numbersOutOfAllProportionAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Growth.Yearly(-95));
        assertThatIllegalArgumentException().isThrownBy(() -> new Growth.Factors(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DiskNeeds.UNSTATED.withHomeGb(Optional.of(-1.0)));
    }

    @Test
    void isReadAsItWasWritten() {
        DiskNeeds needs = new DiskNeeds(
                Optional.of(2),
                Optional.of(3),
                Optional.of(40),
                Optional.of(100.5),
                Optional.of(80.0),
                Optional.of(60.0));
        for (Growth growth : List.of(Growth.CONSTANT, new Growth.Yearly(-12.5), new Growth.Factors(1.5, 3))) {
            for (DiskNeeds disk : List.of(DiskNeeds.UNSTATED, needs)) {
                Plan plan = SamplePlans.standard();
                Workload first = plan.workloads().getFirst();
                plan = plan.withWorkload(
                        first.withTerms(first.terms().withGrowth(growth).withDisk(disk)));
                SavedPlan saved = new SavedPlan(plan, Optional.empty(), List.of(), Library.empty(), "test");
                assertThat(PlanFile.read(PlanFile.write(saved))).isEqualTo(new ReadPlan.Read(saved, List.of()));
            }
        }
    }
}
