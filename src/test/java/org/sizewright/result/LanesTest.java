package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.FineTunings;
import org.sizewright.Retrievals;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value.Known;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Plan;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.WorkloadId;
import org.sizewright.sizing.Demand;

/** Bands that meet in a figure must add up, never cancel: the best value lies between the ends, and the ends are named by need. */
class LanesTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static Plan sample() {
        return SamplePlans.standard()
                .withWorkload(Retrievals.full().withId(WorkloadId.of("w2")))
                .withWorkload(FineTunings.lora().withId(WorkloadId.of("w3")));
    }

    private static Plan inStages() {
        Plan plan = sample();
        WorkloadId model = WorkloadId.of("w1");
        Assignment assignment = plan.liveOption().assignment(model).orElseThrow();
        return plan.withOption(plan.liveOption().withAssignment(assignment.withPipelineParallel(2)));
    }

    static Stream<Plan> plans() {
        return Stream.of(sample(), inStages());
    }

    private static Demand demand(Plan plan) {
        ResolvedPlan resolved = Resolver.resolve(plan, REFERENCES);
        return Calculation.demand(resolved, resolved.options().getFirst());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void theBestValueLiesBetweenTheEndsOfItsBand(Plan plan) {
        FigureBook book = demand(plan).figures();
        for (Figure figure : book.figures()) {
            for (RowKey row : figure.rows().keys()) {
                if (figure.isBanded()
                        && book.value(figure.cell(row, Lane.LOW)) instanceof Known low
                        && book.value(figure, row) instanceof Known value
                        && book.value(figure.cell(row, Lane.HIGH)) instanceof Known high) {
                    double slack = 1e-9 * Math.abs(value.number());
                    assertThat(value.number())
                            .as(figure + " " + row.title())
                            .isBetween(
                                    Math.min(low.number(), high.number()) - slack,
                                    Math.max(low.number(), high.number()) + slack);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatFitsAndHowFastItRunsFallsWithTheNeed(Plan plan) {
        Demand demand = demand(plan);
        for (Figure figure : List.of(
                demand.llm.stageBlocks,
                demand.llm.tokensPerReplica,
                demand.llm.concurrencyAtContext,
                demand.training.orElseThrow().memory.time.tokensPerSecond,
                demand.training.orElseThrow().memory.left)) {
            for (RowKey row : figure.rows().keys()) {
                assertThat(number(demand, figure, row, Lane.LOW))
                        .as(figure + " " + row.title())
                        .isGreaterThan(number(demand, figure, row, Lane.HIGH));
            }
        }
        for (Figure figure : List.of(
                demand.llm.weightsPerGpu,
                demand.training.orElseThrow().memory.peak,
                demand.training.orElseThrow().memory.time.hours)) {
            for (RowKey row : figure.rows().keys()) {
                assertThat(number(demand, figure, row, Lane.LOW))
                        .as(figure + " " + row.title())
                        .isLessThan(number(demand, figure, row, Lane.HIGH));
            }
        }
    }

    private static double number(Demand demand, Figure figure, RowKey row, Lane lane) {
        return demand.value(figure, row, lane).asNumber().orElseThrow();
    }
}
