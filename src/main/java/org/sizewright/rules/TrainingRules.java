package org.sizewright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
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
    private static final Source PEAK = Source.of(
            "Peaks of measured training runs",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    private static final Source CONFIG = Source.of("Configuration of the model", "config.json", "", Evidence.VERIFIED);
    private static final RuleCard FITS = RuleCard.of("TRAIN-101", "The training run fits on its GPUs", PEAK);
    private static final RuleCard SURE =
            RuleCard.of("TRAIN-102", "The run fits at the upper end of its band too", PEAK);
    private static final RuleCard KNOWN = RuleCard.of("TRAIN-103", "What is trained is known", PEAK);
    private static final RuleCard EVEN = RuleCard.of("TRAIN-104", "No GPU of the run's machines is to spare", PEAK);
    private static final RuleCard LENGTH =
            RuleCard.of("TRAIN-105", "The sequences are as long as the model was made for", CONFIG);
    private static final RuleCard SPLIT =
            RuleCard.of("TRAIN-106", "Heads and layers can be split as the run asks for", CONFIG);
    private static final RuleCard TOGETHER =
            RuleCard.of("TRAIN-107", "GPUs that share every matrix stand in one machine", CONFIG);

    private TrainingRules() {}

    static List<Finding> runFits(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            TrainingMemory memory = training(subject).memory;
            if (subject.value(memory.left, row) instanceof Value.Known left && left.number() < 0) {
                TuningSubject run = training(subject).subject(row);
                findings.add(Finding.of(
                                Severity.ERROR,
                                FITS,
                                row.title(),
                                "Training " + run.training().model().name() + " peaks at "
                                        + ValueText.of(subject.value(memory.peak, row), Unit.GIB) + " on a GPU; "
                                        + run.training().device().name() + " has "
                                        + ValueText.of(subject.value(memory.device, row), Unit.GIB) + ".",
                                TrainingChange.remedy(
                                        TrainingChange.of(run, subject.plan().library())))
                        .withDistance(ValueText.of(Value.of(-left.number()), Unit.GIB, 1) + " too much")
                        .withFigure(memory.peak.cell(row, Lane.VALUE))
                        .withPath("/workloads/" + row.id()));
            }
        });
    }

    static List<Finding> bandFits(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            TrainingMemory memory = training(subject).memory;
            Value high = subject.figures().value(memory.peak.cell(row, Lane.HIGH));
            if (subject.value(memory.left, row) instanceof Value.Known left
                    && left.number() >= 0
                    && high instanceof Value.Known most
                    && subject.value(memory.device, row) instanceof Value.Known device
                    && most.number() > device.number()) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                SURE,
                                row.title(),
                                "The run leaves " + ValueText.of(left, Unit.GIB, 1)
                                        + " on a GPU, but at the upper end of its band it takes "
                                        + ValueText.of(most, Unit.GIB, 1) + "; the GPU has "
                                        + ValueText.of(device, Unit.GIB, 1) + ". "
                                        + restsOn(training(subject)
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

    static List<Finding> trainedPartIsKnown(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            TrainingMemory memory = training(subject).memory;
            if (subject.value(memory.trained.trainable, row) instanceof Value.Unknown unknown) {
                findings.add(Finding.of(
                                Severity.OPEN_ITEM,
                                KNOWN,
                                row.title(),
                                "How many parameters are trained is not known: " + unknown.why() + ".",
                                "Name matrices that the model has, such as q_proj, or all-linear.")
                        .withFigure(memory.trained.trainable.cell(row, Lane.VALUE))
                        .withPath("/workloads/" + row.id() + "/method/targets"));
            }
        });
    }

    static List<Finding> machinesAreFull(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            TrainingDemand training = training(subject);
            if (subject.value(training.gpus, row) instanceof Value.Known taken
                    && subject.value(training.memory.gpus, row) instanceof Value.Known used
                    && taken.number() > used.number()) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                EVEN,
                                row.title(),
                                ValueText.number(used.number()) + " GPUs cannot be shared out evenly over "
                                        + ValueText.of(subject.value(training.vms, row), Unit.COUNT)
                                        + " machines: " + ValueText.number(taken.number())
                                        + " are taken, of which "
                                        + ValueText.number(taken.number() - used.number()) + " stay idle.",
                                "Choose a number of GPUs that is a multiple of what a host has.")
                        .withFigure(training.gpus.cell(row, Lane.VALUE)));
            }
        });
    }

    static List<Finding> sequencesAreWithinTheModel(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            TrainingSubject run = training(subject).subject(row).training();
            OptionalInt most = run.shape().maxPosition();
            int sequence = run.batch().sequence();
            if (most.isPresent() && sequence > most.getAsInt()) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                LENGTH,
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

    static List<Finding> modelCanBeSplit(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            TrainingSubject run = training(subject).subject(row).training();
            int tensor = run.layout().tensor();
            OptionalInt odd = run.shape().headsNotDividedBy(tensor);
            if (odd.isPresent()) {
                findings.add(Finding.of(
                        Severity.ERROR,
                        SPLIT,
                        row.title(),
                        "The " + odd.getAsInt() + " query heads of "
                                + run.model().name() + " cannot be split over " + tensor + " GPUs.",
                        "Choose a tensor-parallel degree that divides the heads, such as 1, 2, 4 or 8."));
            }
            int layers = run.shape().layers().size();
            if (run.layout().pipeline() > layers) {
                findings.add(Finding.of(
                        Severity.ERROR,
                        SPLIT,
                        row.title(),
                        "The " + layers + " layers of " + run.model().name() + " do not make "
                                + run.layout().pipeline() + " pipeline stages.",
                        "Choose at most " + layers + " stages."));
            }
        });
    }

    static List<Finding> matricesStayInOneMachine(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            TrainingDemand training = training(subject);
            int tensor = training.subject(row).training().layout().tensor();
            if (subject.value(training.gpusPerVm, row) instanceof Value.Known perVm && tensor > perVm.number()) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                TOGETHER,
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
    private static TrainingDemand training(RuleSubject subject) {
        return subject.sizing().demand.training.orElseThrow();
    }

    private static List<Finding> each(RuleSubject subject, BiConsumer<RowKey, List<Finding>> check) {
        List<Finding> findings = new ArrayList<>();
        subject.sizing()
                .demand
                .training
                .ifPresent(training -> training.rows.keys().forEach(row -> check.accept(row, findings)));
        return findings;
    }
}
