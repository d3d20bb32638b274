package org.sizewright.ui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Lane;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

class MeasuredTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    /** The number of hosts is asked for, which is no estimate that anybody could have measured. */
    @Test
    void whatIsSearchedIsNotOutsideOfWhatWasMeasured() {
        Plan plan = SamplePlans.standard();
        Option option = plan.liveOption();
        var cluster = option.clusters().getFirst();
        OptionResult result = calculated(plan.withOption(
                option.withCluster(cluster.withGroup(cluster.groups().getFirst().withCount(HostCount.auto())))));

        assertThat(words(result, result.sizing().site.sitePower.cell()))
                .anyMatch(line -> line.contains("against start-up logs"))
                .noneMatch(line -> line.contains("is found by placement"));
    }

    @Test
    void aSpeedWithoutCasesIsOutsideOfWhatWasMeasured() {
        OptionResult result = calculated(SamplePlans.standard());
        var speed = result.sizing().demand.throughput.stream.speed;

        assertThat(words(result, speed.cell(speed.rows().keys().getFirst(), Lane.VALUE)))
                .anyMatch(line -> line.startsWith("Outside of what was measured"));
    }

    private static List<String> words(OptionResult result, Cell cell) {
        return Measured.with(Texts.english(), REFERENCES.library(), result.figures(), result.sizing().demand.llm, cell)
                .sections()
                .stream()
                .map(Why.Section::text)
                .toList();
    }

    private static OptionResult calculated(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never())
                .live();
    }
}
