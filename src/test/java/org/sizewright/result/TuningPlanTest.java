package org.sizewright.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.FineTunings;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.Library;
import org.sizewright.library.RecordKind;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanFile;
import org.sizewright.plan.PlanRecords;
import org.sizewright.plan.ReadPlan;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.SavedPlan;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.TrainingLayout.Offload;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.plan.TuningGoal;
import org.sizewright.plan.WorkloadId;
import org.sizewright.rules.Finding;
import org.sizewright.rules.Severity;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.training.TrainingDemand;

/** A plan with fine-tuning, from its file to the placement. */
class TuningPlanTest {
    private static final SampleReferences REFERENCES = new SampleReferences();
    private static final WorkloadId ID = WorkloadId.of("w3");
    private static final double PARAMETERS = 8_030_261_248d;
    private static final double GIB = 1L << 30;

    /** The sample, with fine-tuning in the place of its VMs for embedding, and without the language model. */
    private static Plan plan(FineTuning tuning, UnaryOperator<Assignment> change) {
        Plan plan = SamplePlans.standard().withWorkload(tuning.withId(ID)).withoutWorkload(WorkloadId.of("w1"));
        for (Option option : plan.options()) {
            Assignment assignment = option.assignment(ID).orElseThrow();
            plan = plan.withOption(option.withAssignment(change.apply(assignment)));
        }
        return plan;
    }

    private static Plan spread(FineTuning tuning, TrainingLayout layout) {
        return plan(tuning, assignment -> assignment.withTraining(layout));
    }

    private static OptionResult calculated(Plan plan) {
        ResolvedPlan resolved = Resolver.resolve(plan, REFERENCES);
        assertThat(resolved.problems()).isEmpty();
        return Calculation.of(resolved, Cancellation.never()).live();
    }

    private static RowKey row(OptionResult result) {
        return result.sizing().demand.training.orElseThrow().rows.keys().getFirst();
    }

    private static double number(OptionResult result, Figure figure) {
        return result.figures().value(figure, row(result)).asNumber().orElseThrow();
    }

    private static List<Finding> findings(OptionResult result, String rule) {
        return result.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    @Test
    void isReadAsItWasWritten() {
        for (Plan plan : List.of(
                plan(FineTunings.full(), assignment -> assignment),
                spread(FineTunings.everything(), FineTunings.layout()))) {
            SavedPlan saved = new SavedPlan(plan, Optional.empty(), List.of(), Library.empty(), "test");
            assertThat(PlanFile.read(PlanFile.write(saved))).isEqualTo(new ReadPlan.Read(saved, List.of()));
        }
    }

    @Test
    void carriesTheRecordsThatItRestsOn() {
        ResolvedPlan resolved = Resolver.resolve(plan(FineTunings.everything(), assignment -> assignment), REFERENCES);
        Library carried = PlanRecords.carriedBy(resolved, REFERENCES::server).records();
        assertThat(carried.find(RecordKind.TUNING_METHOD, "lokr")).isPresent();
        assertThat(carried.find(RecordKind.OPTIMISER, "adamw-32")).isPresent();
        assertThat(carried.find(RecordKind.TRAINING_STACK, "torchtitan")).isPresent();
        assertThat(carried.find(RecordKind.TRAINING_OBJECTIVE, "ppo")).isPresent();
        assertThat(carried.find(RecordKind.NUMBER_FORMAT, "nf4-dq")).isPresent();
        assertThat(carried.find(RecordKind.MODEL, FineTunings.LLAMA_8B.value())).isPresent();
        assertThat(carried.trainingStacks()).hasSize(1);
    }

    /** 16 bytes per parameter, inputs of 32 layers, the loss at the vocabulary, and what the software takes: as without a plan. */
    @Test
    void peaksAtTheSumThatTheFiguresOfTrainingGive() {
        OptionResult result = calculated(plan(FineTunings.full(), assignment -> assignment));
        TrainingDemand training = result.sizing().demand.training.orElseThrow();
        double activations = 2.0 * 4096 * 32 * 4096;
        double loss = 12.0 * 128_256 * 4096;
        assertThat(number(result, training.memory.peak) * GIB)
                .isCloseTo(16 * PARAMETERS + activations + loss + 1.5e9, within(1e3));
        assertThat(number(result, training.memory.trained.trainable)).isEqualTo(PARAMETERS);
        OptionResult adapted = calculated(plan(FineTunings.lora(), assignment -> assignment));
        assertThat(number(adapted, adapted.sizing().demand.training.orElseThrow().memory.trained.trainable))
                .isEqualTo(32 * 16 * ((4096 + 4096) + (4096 + 1024)));
    }

    /** Hosts with eight GPUs each. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "8, 1, 8", "12, 2, 6", "16, 2, 8", "11, 2, 6", "24, 3, 8"})
    void takesEqualMachinesOfAsManyGpusAsAHostHas(int gpus, int vms, int each) {
        OptionResult result = calculated(spread(FineTunings.full(), TrainingLayout.data(gpus, Sharding.ZERO_3)));
        TrainingDemand training = result.sizing().demand.training.orElseThrow();
        assertThat(number(result, training.vms)).isEqualTo(vms);
        assertThat(number(result, training.gpusPerVm)).isEqualTo(each);
        assertThat(number(result, training.gpus)).isEqualTo(vms * each);
        assertThat(result.placements().getFirst().placement().placed())
                .filteredOn(vm -> vm.vmClass().equals(ID.value()))
                .hasSize(vms);
        assertThat(result.placements().getFirst().violations()).isEmpty();
        assertThat(findings(result, "TRAIN-104")).hasSize(vms * each > gpus ? 1 : 0);
    }

    @Test
    void countsInTheTotalsOfTheOption() {
        OptionResult result = calculated(spread(FineTunings.full(), TrainingLayout.data(12, Sharding.ZERO_3)));
        Demand demand = result.sizing().demand;
        OptionResult without =
                calculated(plan(FineTunings.full(), assignment -> assignment).withoutWorkload(ID));
        Demand others = without.sizing().demand;
        assertThat(total(result, demand.totalVms) - total(without, others.totalVms))
                .isEqualTo(2);
        assertThat(total(result, demand.totalGpus) - total(without, others.totalGpus))
                .isEqualTo(12);
        assertThat(total(result, demand.totalVcpu) - total(without, others.totalVcpu))
                .isEqualTo(32);
        assertThat(total(result, demand.totalMemory) - total(without, others.totalMemory))
                .isEqualTo(256);
        // plans without training keep their formula
        assertThat(without.figures().explain(others.totalVms.cell()).inputs())
                .noneMatch(cell -> cell.figure().id().startsWith("train_"));
    }

    private static double total(OptionResult result, Figure figure) {
        return result.figures().value(figure).asNumber().orElseThrow();
    }

    @Test
    void whatLeavesTheGpusCountsInTheMemoryOfTheMachine() {
        TrainingLayout layout = TrainingLayout.data(2, Sharding.NONE).withOffload(Offload.STATES);
        OptionResult result = calculated(spread(FineTunings.full(), layout));
        double offloaded = 2 * 12 * PARAMETERS / GIB;
        assertThat(number(result, result.sizing().demand.training.orElseThrow().memoryPerVm))
                .isEqualTo(Math.ceil(128 + offloaded));
        assertThat(result.placements().getFirst().problem().vm(ID.value()).memoryGib())
                .isEqualTo((int) Math.ceil(128 + offloaded));
    }

    @Test
    void hoursAreGivenOnlyWhereTheyAreKnown() {
        OptionResult supervised = calculated(plan(FineTunings.full(), assignment -> assignment));
        var time = supervised.sizing().demand.training.orElseThrow().memory.time;
        assertThat(number(supervised, time.hours)).isEqualTo(number(supervised, time.learning));
        FineTuning aligned = FineTunings.lora().withGoal(TuningGoal.of("grpo"));
        OptionResult alone = calculated(plan(aligned, assignment -> assignment));
        var timeAlone = alone.sizing().demand.training.orElseThrow().memory.time;
        assertThat(number(alone, timeAlone.hours))
                .isCloseTo(
                        number(alone, timeAlone.learning)
                                + number(alone, timeAlone.answers.writing)
                                + number(alone, timeAlone.answers.judging),
                        Percentage.withPercentage(1e-6));
        // weights that are shared out must be gathered for every token that is written, which nobody measured
        FineTuning gathering = aligned.withGoal(aligned.goal().withSharedWeights(true));
        OptionResult generating = calculated(spread(gathering, TrainingLayout.data(8, Sharding.ZERO_3)));
        time = generating.sizing().demand.training.orElseThrow().memory.time;
        assertThat(generating.figures().value(time.hours, row(generating))).isInstanceOf(Value.Unknown.class);
        assertThat(number(generating, time.learning)).isPositive();
        // the reference is asked in the step: one forward pass of two operations beside two forward, two backward and
        // two again
        OptionResult preferred =
                calculated(plan(FineTunings.lora().withGoal(TuningGoal.of("dpo")), assignment -> assignment));
        OptionResult plain = calculated(plan(FineTunings.lora(), assignment -> assignment));
        double longer = number(preferred, preferred.sizing().demand.training.orElseThrow().memory.time.hours)
                / number(plain, plain.sizing().demand.training.orElseThrow().memory.time.hours);
        assertThat(longer).isCloseTo(8.0 / 6, Percentage.withPercentage(3));
    }

    @Test
    void aRunThatDoesNotFitIsFoundWithTheCheapestWayOut() {
        OptionResult tooMuch = calculated(plan(FineTunings.full(), assignment -> assignment));
        assertThat(findings(tooMuch, "TRAIN-101")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            double over = number(tooMuch, tooMuch.sizing().demand.training.orElseThrow().memory.left);
            assertThat(finding.distance())
                    .hasValueSatisfying(
                            words -> assertThat(words).startsWith(String.valueOf(Math.round(-over * 10) / 10.0)));
            assertThat(finding.remedy()).isNotBlank();
        });
        OptionResult sharded = calculated(spread(FineTunings.full(), TrainingLayout.data(8, Sharding.NONE)));
        assertThat(findings(sharded, "TRAIN-101"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).startsWith("Shard states, gradients and weights"));
        FineTuning kept = FineTunings.lora()
                .withSoftware(FineTunings.lora().software().withCheckpointing(Checkpointing.NONE))
                .withBatch(FineTunings.lora().batch().withMicroBatch(1).withSequence(16_384));
        assertThat(findings(calculated(plan(kept, assignment -> assignment)), "TRAIN-101"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).startsWith("Compute activations again"));
        assertThat(findings(calculated(plan(FineTunings.lora(), assignment -> assignment)), "TRAIN-101"))
                .isEmpty();
    }

    @Test
    void oddChoicesAreFound() {
        FineTuning longer =
                FineTunings.lora().withBatch(FineTunings.lora().batch().withSequence(200_000));
        assertThat(findings(calculated(plan(longer, assignment -> assignment)), "TRAIN-105"))
                .hasSize(1);
        FineTuning misnamed =
                FineTunings.lora().withMethod(FineTunings.lora().method().withTargets(List.of("quux")));
        assertThat(findings(calculated(plan(misnamed, assignment -> assignment)), "TRAIN-103"))
                .hasSize(1);
        OptionResult odd = calculated(spread(FineTunings.lora(), TrainingLayout.SINGLE.withTensor(3)));
        assertThat(findings(odd, "TRAIN-106")).hasSize(1);
        OptionResult apart = calculated(spread(FineTunings.lora(), TrainingLayout.SINGLE.withTensor(16)));
        assertThat(findings(apart, "TRAIN-107")).hasSize(1);
        OptionResult usual = calculated(spread(FineTunings.lora(), TrainingLayout.SINGLE.withTensor(8)));
        for (String rule : List.of("TRAIN-103", "TRAIN-104", "TRAIN-105", "TRAIN-106", "TRAIN-107")) {
            assertThat(findings(usual, rule)).isEmpty();
        }
    }

    @Test
    void whatMayNotFitAtTheUpperEndOfTheBandIsFound() {
        FineTuning usual = FineTunings.lora();
        assertThat(findings(calculated(plan(usual, assignment -> assignment)), "TRAIN-102"))
                .isEmpty();
        // the loss grows by 1.7 MiB with each token, so that some length comes near the end of the GPU
        boolean found = false;
        for (int sequence = 16_384; sequence <= 49_152 && !found; sequence += 1024) {
            FineTuning longer = usual.withBatch(usual.batch().withSequence(sequence));
            OptionResult result = calculated(plan(longer, assignment -> assignment));
            if (!findings(result, "TRAIN-102").isEmpty()) {
                found = true;
                assertThat(findings(result, "TRAIN-101")).isEmpty();
                assertThat(number(result, result.sizing().demand.training.orElseThrow().memory.left))
                        .isNotNegative();
            }
        }
        assertThat(found).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"next-token, Measured runs", "dpo, none of DPO was measured", "ppo, none of PPO was measured"})
    void theBandOfAlignmentIsSaidToComeFromSupervisedRuns(String objective, String words) {
        FineTuning tuning = FineTunings.lora();
        tuning = tuning.withGoal(tuning.goal().withObjective(objective));
        List<Finding> found = List.of();
        for (int sequence = 1024; sequence <= 49_152 && found.isEmpty(); sequence += 512) {
            FineTuning longer = tuning.withBatch(tuning.batch().withSequence(sequence));
            found = findings(calculated(plan(longer, assignment -> assignment)), "TRAIN-102");
        }
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().sentence()).contains(words);
        assertThat(found.getFirst().sentence().contains("easured runs")).isEqualTo(objective.equals("next-token"));
    }

    @Test
    void aSliceTrainsAlone() {
        Plan sliced = plan(FineTunings.lora(), assignment -> assignment).withLive(OptionId.of("a"));
        Option hopper = sliced.liveOption();
        sliced = sliced.withOption(
                hopper.withAssignment(hopper.assignment(ID).orElseThrow().withProfile(Optional.of("3g.40gb"))));
        OptionResult result = calculated(sliced);
        assertThat(number(result, result.sizing().demand.training.orElseThrow().memory.device))
                .isBetween(38.0, 41.0);
        // nobody knows how fast a slice is
        assertThat(result.figures()
                        .value(result.sizing().demand.training.orElseThrow().memory.time.hours, row(result))
                        .isKnown())
                .isFalse();
        Plan spread = plan(
                FineTunings.lora(),
                assignment -> assignment
                        .withProfile(Optional.of("3g.40gb"))
                        .withTraining(TrainingLayout.data(2, Sharding.NONE)));
        assertThat(Resolver.resolve(spread, REFERENCES).problems())
                .anySatisfy(problem -> assertThat(problem.sentence()).contains("several slices"));
    }

    @ParameterizedTest
    @CsvSource({
        "method, /workloads/w3/method/id",
        "optimiser, /workloads/w3/software/optimiser",
        "stack, /workloads/w3/software/stack",
        "objective, /workloads/w3/goal/objective"
    })
    void whatNobodyHasBecomesAFinding(String what, String path) {
        FineTuning full = FineTunings.full();
        FineTuning odd = switch (what) {
            case "method" -> full.withMethod(FineTuning.Method.of("no-such"));
            case "optimiser" -> full.withSoftware(full.software().withOptimiser("no-such"));
            case "stack" -> full.withSoftware(full.software().withStack("no-such"));
            default -> full.withGoal(TuningGoal.of("no-such"));
        };
        ResolvedPlan resolved = Resolver.resolve(plan(odd, assignment -> assignment), REFERENCES);
        assertThat(resolved.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.sentence()).contains("no-such");
        });
    }
}
