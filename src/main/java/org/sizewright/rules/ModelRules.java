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
import org.sizewright.library.MathFormat;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.SharedVms;

/** Rules about language models and what they need of a GPU. */
final class ModelRules {
    private static final Source BUDGET = Source.of(
            "vLLM memory budget, start-up logs",
            "github.com/jgchn/llm-d-planner accuracy/results",
            "2026",
            Evidence.VERIFIED);
    private static final Source CONFIG = Source.of("Configuration of the model", "config.json", "", Evidence.VERIFIED);
    private static final Source GPU =
            Source.of("Throughput of the GPU by number format", "library", "", Evidence.VERIFIED);
    private static final RuleCard FITS = RuleCard.of("LLM-101", "The model fits on its GPUs", BUDGET);
    private static final RuleCard CONTEXT =
            RuleCard.of("LLM-102", "The context is one that the model was made for", CONFIG);
    private static final RuleCard HEADS =
            RuleCard.of("LLM-103", "The query heads divide by the tensor-parallel degree", BUDGET);
    private static final RuleCard FORMAT =
            RuleCard.of("LLM-104", "The GPU calculates in the format of the weights", GPU);
    private static final RuleCard MEASURED = RuleCard.of("LLM-105", "The engine was measured in this set-up", BUDGET);
    private static final RuleCard GRAPHS =
            RuleCard.of("LLM-106", "CUDA graphs fit in what the engine keeps free", BUDGET);
    private static final RuleCard PROFILE =
            RuleCard.of("PROF-101", "The profile gives the memory that was asked for", GPU);

    private ModelRules() {}

    static List<Finding> modelFits(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            LlmMemory llm = subject.sizing().demand.llm;
            if (subject.value(llm.requestsPerReplica, row) instanceof Value.Known known && known.number() < 1) {
                LlmSubject model = llm.subject(row);
                findings.add(Finding.of(
                                Severity.ERROR,
                                FITS,
                                row.title(),
                                model.model().name() + " does not fit: after weights and activations "
                                        + ValueText.of(subject.value(llm.engine.kvPool, row), Unit.GIB)
                                        + " are left on each "
                                        + model.gpu().name() + ", and one request of this context needs "
                                        + ValueText.of(subject.value(llm.kvPerRequest, row), Unit.GIB) + ".",
                                "Split it over more GPUs, store weights or cache in fewer bits, or shorten the context.")
                        .withFigure(llm.engine.kvPool.cell(row, Lane.VALUE))
                        .withPath("/workloads/" + row.id()));
            }
        });
    }

    static List<Finding> contextIsWithinTheModel(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            LlmSubject llm = subject.sizing().demand.llm.subject(row);
            int context = llm.workload().contextTokens();
            llm.shape()
                    .maxPosition()
                    .ifPresentOrElse(
                            most -> {
                                if (context > most) {
                                    findings.add(Finding.of(
                                                    Severity.WARNING,
                                                    CONTEXT,
                                                    row.title(),
                                                    llm.model().name() + " was made for contexts of up to "
                                                            + ValueText.number(most) + " tokens; the plan has "
                                                            + ValueText.number(context) + ".",
                                                    "Shorten the context or choose a model with a longer one.")
                                            .withDistance(ValueText.number(context - most) + " tokens too long")
                                            .withPath("/workloads/" + row.id() + "/contextTokens"));
                                }
                            },
                            () -> findings.add(Finding.of(
                                    Severity.OPEN_ITEM,
                                    CONTEXT,
                                    row.title(),
                                    "The longest context of " + llm.model().name() + " is not known.",
                                    "Look it up in the model's config.json.")));
        });
    }

    static List<Finding> headsDivideByTensorParallel(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            LlmSubject llm = subject.sizing().demand.llm.subject(row);
            OptionalInt odd = llm.shape().headsNotDividedBy(llm.tensorParallel());
            if (odd.isPresent()) {
                findings.add(Finding.of(
                        Severity.ERROR,
                        HEADS,
                        row.title(),
                        "The " + odd.getAsInt() + " query heads of "
                                + llm.model().name() + " cannot be split over " + llm.tensorParallel() + " GPUs.",
                        "Choose a degree that divides the heads, such as 1, 2, 4 or 8."));
            }
        });
    }

    static List<Finding> formatHasHardwareSupport(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            LlmSubject llm = subject.sizing().demand.llm.subject(row);
            MathFormat format = llm.weights().computeFormat();
            if (format != MathFormat.BF16
                    && format != MathFormat.FP16
                    && format != MathFormat.FP32
                    && !llm.gpu().tflops(format).isKnown()) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                FORMAT,
                                row.title(),
                                "No throughput of " + llm.gpu().name() + " in " + format.word()
                                        + " is known; weights in "
                                        + llm.weights().name() + " save memory there, but perhaps no time.",
                                "Check that the engine supports the format on this GPU, or choose another one.")
                        .withPath("/workloads/" + row.id() + "/weights"));
            }
        });
    }

    static List<Finding> engineFiguresAreMeasured(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            LlmMemory llm = subject.sizing().demand.llm;
            if (!subject.value(llm.engine.nonTorch, row).isKnown()) {
                LlmSubject model = llm.subject(row);
                findings.add(Finding.of(
                                Severity.OPEN_ITEM,
                                MEASURED,
                                row.title(),
                                "Nobody measured what " + model.engine().name() + " takes for communication over "
                                        + model.tensorParallel() + " GPUs, so replicas and GPUs are unknown.",
                                "Choose a measured degree: "
                                        + model.engine().nonTorch().stream()
                                                .map(entry -> String.valueOf(entry.tensorParallel()))
                                                .toList()
                                        + ".")
                        .withFigure(llm.engine.nonTorch.cell(row, Lane.VALUE)));
            }
        });
    }

    static List<Finding> graphsFitInTheReserve(RuleSubject subject) {
        return each(subject, (row, findings) -> {
            LlmMemory llm = subject.sizing().demand.llm;
            if (subject.value(llm.engine.reserve, row) instanceof Value.Known reserve
                    && subject.value(llm.engine.graphs, row) instanceof Value.Known graphs
                    && reserve.number() < graphs.number()) {
                findings.add(Finding.of(
                                Severity.WARNING,
                                GRAPHS,
                                row.title(),
                                "The engine keeps " + ValueText.of(reserve, Unit.GIB) + " free; its graphs take about "
                                        + ValueText.of(graphs, Unit.GIB) + ".",
                                "Lower the engine's share of the GPU.")
                        .withFigure(llm.engine.reserve.cell(row, Lane.VALUE))
                        .withPath("/workloads/" + row.id() + "/settings/utilisationPercent"));
            }
        });
    }

    static List<Finding> profileGivesTheMemory(RuleSubject subject) {
        SharedVms vms = subject.sizing().demand.vms;
        List<Finding> findings = new ArrayList<>();
        for (RowKey row : vms.rows.keys()) {
            if (subject.value(vms.profileMemory, row) instanceof Value.Known given
                    && subject.value(vms.memoryNeeded, row) instanceof Value.Known needed
                    && given.number() < needed.number()) {
                findings.add(Finding.of(
                                Severity.ERROR,
                                PROFILE,
                                row.title(),
                                vms.subject(row).share().profile() + " gives " + ValueText.of(given, Unit.GIB)
                                        + "; asked for are " + ValueText.of(needed, Unit.GIB) + ".",
                                "Choose a larger profile or AUTO.")
                        .withFigure(vms.profileMemory.cell(row, Lane.VALUE)));
            }
        }
        return findings;
    }

    private static List<Finding> each(RuleSubject subject, BiConsumer<RowKey, List<Finding>> check) {
        List<Finding> findings = new ArrayList<>();
        subject.sizing().demand.llm.rows.keys().forEach(row -> check.accept(row, findings));
        return findings;
    }
}
