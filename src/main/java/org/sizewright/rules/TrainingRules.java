package org.sizewright.rules;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.TrainingObjective;
import org.sizewright.plan.FineTuning;
import org.sizewright.sizing.training.TrainingChange;
import org.sizewright.sizing.training.TrainingDemand;
import org.sizewright.sizing.training.TrainingMemory;
import org.sizewright.sizing.training.TrainingSubject;
import org.sizewright.sizing.training.TuningSubject;

/** Rules about fine-tuning and what it needs of its GPUs. */
final class TrainingRules {

    private TrainingRules() {}

    static void runFits(Inspection at) {
        each(at, row -> {
            TrainingMemory memory = training(at).memory;
            if (at.value(memory.left, row) instanceof Value.Known left && left.number() < 0) {
                TuningSubject run = training(at).subject(row);
                at.add(at.violated(
                                row.title(),
                                "Training " + run.training().model().name() + " peaks at "
                                        + ValueText.of(at.value(memory.peak, row), Unit.GIB) + " on a GPU; "
                                        + run.training().device().name() + " has "
                                        + ValueText.of(at.value(memory.device, row), Unit.GIB) + ".",
                                TrainingChange.remedy(
                                        TrainingChange.of(run, at.plan().library())))
                        .withDistance(ValueText.of(Value.of(-left.number()), Unit.GIB, 1) + " too much")
                        .withFigure(memory.peak.cell(row, Lane.VALUE))
                        .withPath("/workloads/" + row.id()));
            }
        });
    }

    static void bandFits(Inspection at) {
        each(at, row -> {
            TrainingMemory memory = training(at).memory;
            Value high = at.figures().value(memory.peak.cell(row, Lane.HIGH));
            if (at.value(memory.left, row) instanceof Value.Known left
                    && left.number() >= 0
                    && high instanceof Value.Known most
                    && at.value(memory.device, row) instanceof Value.Known device
                    && most.number() > device.number()) {
                at.add(at.violated(
                                row.title(),
                                "The run leaves " + ValueText.of(left, Unit.GIB, 1)
                                        + " on a GPU, but at the upper end of its band it takes "
                                        + ValueText.of(most, Unit.GIB, 1) + "; the GPU has "
                                        + ValueText.of(device, Unit.GIB, 1) + ". "
                                        + restsOn(training(at)
                                                .subject(row)
                                                .training()
                                                .alignment()
                                                .objective()),
                                "Keep a step in reserve, such as fewer sequences at a time, or try it before ordering.")
                        .withFigure(memory.peak.cell(row, Lane.HIGH))
                        .withPath("/workloads/" + row.id()));
            }
        });
    }

    /** What the band rests on: no peak of alignment was measured. */
    private static String restsOn(TrainingObjective objective) {
        return objective.id().equals(FineTuning.SUPERVISED)
                ? "Measured runs were spread so wide around what was calculated for them."
                : "The band comes from supervised runs; none of " + objective.name() + " was measured.";
    }

    static void trainedPartIsKnown(Inspection at) {
        each(at, row -> {
            TrainingMemory memory = training(at).memory;
            if (at.value(memory.trained.trainable, row) instanceof Value.Unknown unknown) {
                at.add(at.unknown(
                                row.title(),
                                "How many parameters are trained is not known: " + unknown.why() + ".",
                                "Name matrices that the model has, such as q_proj, or all-linear.")
                        .withFigure(memory.trained.trainable.cell(row, Lane.VALUE))
                        .withPath("/workloads/" + row.id() + "/method/targets"));
            }
        });
    }

    static void machinesAreFull(Inspection at) {
        each(at, row -> {
            TrainingDemand training = training(at);
            if (at.value(training.gpus, row) instanceof Value.Known taken
                    && at.value(training.memory.gpus, row) instanceof Value.Known used
                    && taken.number() > used.number()) {
                at.add(at.violated(
                                row.title(),
                                ValueText.number(used.number()) + " GPUs cannot be shared out evenly over "
                                        + ValueText.of(at.value(training.vms, row), Unit.COUNT)
                                        + " machines: " + ValueText.number(taken.number())
                                        + " are taken, of which "
                                        + ValueText.number(taken.number() - used.number()) + " stay idle.",
                                "Choose a number of GPUs that is a multiple of what a host has.")
                        .withFigure(training.gpus.cell(row, Lane.VALUE)));
            }
        });
    }

    static void sequencesAreWithinTheModel(Inspection at) {
        each(at, row -> {
            TrainingSubject run = training(at).subject(row).training();
            OptionalInt most = run.shape().maxPosition();
            int sequence = run.batch().sequence();
            if (most.isPresent() && sequence > most.getAsInt()) {
                at.add(at.violated(
                                row.title(),
                                run.model().name() + " was made for sequences of up to "
                                        + ValueText.number(most.getAsInt()) + " tokens; the run has "
                                        + ValueText.number(sequence) + ".",
                                "Shorten the sequences or choose a model with a longer context.")
                        .withDistance(ValueText.number(sequence - most.getAsInt()) + " tokens too long")
                        .withPath("/workloads/" + row.id() + "/batch/sequence"));
            }
        });
    }

    static void modelCanBeSplit(Inspection at) {
        each(at, row -> {
            TrainingSubject run = training(at).subject(row).training();
            int tensor = run.layout().tensor();
            OptionalInt odd = run.shape().headsNotDividedBy(tensor);
            if (odd.isPresent()) {
                at.add(at.violated(
                        row.title(),
                        "The " + odd.getAsInt() + " query heads of "
                                + run.model().name() + " cannot be split over " + tensor + " GPUs.",
                        "Choose a tensor-parallel degree that divides the heads, such as 1, 2, 4 or 8."));
            }
            int layers = run.shape().layers().size();
            if (run.layout().pipeline() > layers) {
                at.add(at.violated(
                        row.title(),
                        "The " + layers + " layers of " + run.model().name() + " do not make "
                                + run.layout().pipeline() + " pipeline stages.",
                        "Choose at most " + layers + " stages."));
            }
        });
    }

    static void matricesStayInOneMachine(Inspection at) {
        each(at, row -> {
            TrainingDemand training = training(at);
            int tensor = training.subject(row).training().layout().tensor();
            if (at.value(training.gpusPerVm, row) instanceof Value.Known perVm && tensor > perVm.number()) {
                at.add(at.violated(
                                row.title(),
                                "Each matrix is shared by " + tensor + " GPUs, but a machine has "
                                        + ValueText.number(perVm.number())
                                        + ": every layer would wait for the network.",
                                "Share matrices within a machine, and use pipeline or data parallel between machines.")
                        .withFigure(training.gpusPerVm.cell(row, Lane.VALUE)));
            }
        });
    }

    /** Of a plan with fine-tuning. */
    private static TrainingDemand training(Inspection at) {
        return at.sizing().demand.training.orElseThrow();
    }

    private static void each(Inspection at, Consumer<RowKey> check) {
        at.sizing().demand.training.ifPresent(training -> training.rows.keys().forEach(row -> check.accept(row)));
    }
}
