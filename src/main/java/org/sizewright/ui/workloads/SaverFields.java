package org.sizewright.ui.workloads;

import java.util.List;
import org.sizewright.library.Optimiser;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TrainingStack.Checkpointing;
import org.sizewright.plan.TrainingLayout.Offload;
import org.sizewright.plan.TrainingLayout.Sharding;
import org.sizewright.ui.look.Texts;

/** What trains, and what keeps its memory small. */
final class SaverFields {
    private SaverFields() {}

    static TuningForm form(Texts texts, WorkloadsViewModel model) {
        return new TuningForm(texts, model)
                .oneOf(
                        "workloads.field.tuningCheckpointing",
                        List.of(Checkpointing.values()),
                        each -> switch (each) {
                            case NONE -> texts.get("workloads.checkpointing.none");
                            case SELECTIVE -> texts.get("workloads.checkpointing.selective");
                            case FULL -> texts.get("workloads.checkpointing.full");
                        },
                        work -> work.software().checkpointing(),
                        (work, chosen) -> work.withSoftware(work.software().withCheckpointing(chosen)))
                .<Optimiser>searched(
                        "workloads.field.tuningOptimiser",
                        Optimiser::name,
                        sheet -> sheet.offered().optimisers(),
                        work -> work.software().optimiser(),
                        Optimiser::id,
                        (work, chosen) -> work.withSoftware(work.software().withOptimiser(chosen.id())))
                .<TrainingStack>choice(
                        "workloads.field.tuningStack",
                        TrainingStack::name,
                        sheet -> sheet.offered().stacks(),
                        sheet -> sheet.offered().stacks().stream()
                                .filter(stack -> stack.id()
                                        .equals(sheet.workload().software().stack()))
                                .findFirst(),
                        (work, chosen) -> work.withSoftware(work.software().withStack(chosen.id())))
                .spread(
                        "workloads.field.tuningSharding",
                        List.of(Sharding.values()),
                        each -> switch (each) {
                            case NONE -> texts.get("workloads.sharding.none");
                            case ZERO_1 -> texts.get("workloads.sharding.one");
                            case ZERO_2 -> texts.get("workloads.sharding.two");
                            case ZERO_3 -> texts.get("workloads.sharding.three");
                        },
                        layout -> layout.sharding(),
                        (layout, chosen) -> layout.withSharding(chosen))
                .spread(
                        "workloads.field.tuningOffload",
                        List.of(Offload.values()),
                        each -> switch (each) {
                            case NONE -> texts.get("workloads.offload.none");
                            case STATES -> texts.get("workloads.offload.states");
                            case EVERYTHING -> texts.get("workloads.offload.everything");
                        },
                        layout -> layout.offload(),
                        (layout, chosen) -> layout.withOffload(chosen))
                .yesNo(
                        "workloads.field.tuningCompiled",
                        work -> work.software().compiled(),
                        (work, yes) -> work.withSoftware(work.software().withCompiled(yes)))
                .yesNo(
                        "workloads.field.tuningFloat8",
                        work -> work.software().float8(),
                        (work, yes) -> work.withSoftware(work.software().withFloat8(yes)))
                .decimal(
                        "workloads.field.tuningPower",
                        "workloads.unit.percent",
                        "1",
                        100,
                        1,
                        work -> work.software().powerPercent(),
                        (work, percent) -> work.withSoftware(work.software().withPowerPercent(percent)));
    }
}
