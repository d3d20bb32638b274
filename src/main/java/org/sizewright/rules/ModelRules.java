package org.sizewright.rules;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.MathFormat;
import org.sizewright.plan.GpuShare;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.SharedVms;

/** Rules about language models and what they need of a GPU. */
final class ModelRules {

    private ModelRules() {}

    /** Weights alone against the memory of a GPU; where they do not go in, nothing is said of the cache. */
    static void weightsFit(Inspection at) {
        each(at, row -> {
            LlmMemory llm = at.sizing().demand.llm;
            if (tooLarge(at, row)
                    && at.value(llm.weightsPerGpu, row) instanceof Value.Known weights
                    && at.value(llm.engine.gpuMemory, row) instanceof Value.Known memory) {
                LlmSubject model = llm.subject(row);
                at.add(at.violated(
                                row.title(),
                                model.model().name() + " does not fit: its weights take "
                                        + ValueText.of(weights, Unit.GIB) + " of each "
                                        + model.gpu().name() + ", which has "
                                        + ValueText.of(memory, Unit.GIB) + ".",
                                "Split it over more GPUs, or store the weights in fewer bits.")
                        .withDistance(ValueText.of(Value.of(weights.number() - memory.number()), Unit.GIB, 1)
                                + " too much on each GPU")
                        .withFigure(llm.weightsPerGpu.cell(row, Lane.VALUE))
                        .withPath("/workloads/" + row.id()));
            }
        });
    }

    static void cacheOfARequestFits(Inspection at) {
        each(at, row -> {
            LlmMemory llm = at.sizing().demand.llm;
            if (!tooLarge(at, row)
                    && at.value(llm.requestsPerReplica, row) instanceof Value.Known known
                    && known.number() < 1) {
                LlmSubject model = llm.subject(row);
                at.add(at.violated(
                                row.title(),
                                model.model().name() + " does not fit: after weights and activations "
                                        + ValueText.of(at.value(llm.engine.kvPool, row), Unit.GIB)
                                        + " are left on each "
                                        + model.gpu().name() + ", and one request of this context needs "
                                        + ValueText.of(at.value(llm.kvPerRequest, row), Unit.GIB) + ".",
                                "Split it over more GPUs, store weights or cache in fewer bits, or shorten the context.")
                        .withFigure(llm.engine.kvPool.cell(row, Lane.VALUE))
                        .withPath("/workloads/" + row.id()));
            }
        });
    }

    private static boolean tooLarge(Inspection at, RowKey row) {
        LlmMemory llm = at.sizing().demand.llm;
        return at.value(llm.weightsPerGpu, row) instanceof Value.Known weights
                && at.value(llm.engine.gpuMemory, row) instanceof Value.Known memory
                && weights.number() > memory.number();
    }

    static void contextIsWithinTheModel(Inspection at) {
        each(at, row -> {
            LlmSubject llm = at.sizing().demand.llm.subject(row);
            int context = llm.workload().contextTokens();
            llm.shape()
                    .maxPosition()
                    .ifPresentOrElse(
                            most -> {
                                if (context > most) {
                                    at.add(at.violated(
                                                    row.title(),
                                                    llm.model().name() + " was made for contexts of up to "
                                                            + ValueText.number(most) + " tokens; the plan has "
                                                            + ValueText.number(context) + ".",
                                                    "Shorten the context or choose a model with a longer one.")
                                            .withDistance(ValueText.number(context - most) + " tokens too long")
                                            .withPath("/workloads/" + row.id() + "/contextTokens"));
                                }
                            },
                            () -> at.add(at.unknown(
                                    row.title(),
                                    "The longest context of " + llm.model().name() + " is not known.",
                                    "Look it up in the model's config.json.")));
        });
    }

    static void headsDivideByTensorParallel(Inspection at) {
        each(at, row -> {
            LlmSubject llm = at.sizing().demand.llm.subject(row);
            OptionalInt odd = llm.shape().headsNotDividedBy(llm.tensorParallel());
            if (odd.isPresent()) {
                at.add(at.violated(
                        row.title(),
                        "The " + odd.getAsInt() + " query heads of "
                                + llm.model().name() + " cannot be split over " + llm.tensorParallel() + " GPUs.",
                        "Choose a degree that divides the heads, such as 1, 2, 4 or 8."));
            }
        });
    }

    static void formatHasHardwareSupport(Inspection at) {
        each(at, row -> {
            LlmSubject llm = at.sizing().demand.llm.subject(row);
            MathFormat format = llm.weights().computeFormat();
            if (format != MathFormat.BF16
                    && format != MathFormat.FP16
                    && format != MathFormat.FP32
                    && !llm.gpu().tflops(format).isKnown()) {
                at.add(at.violated(
                                row.title(),
                                "No throughput of " + llm.gpu().name() + " in " + format.word()
                                        + " is known; weights in "
                                        + llm.weights().name() + " save memory there, but perhaps no time.",
                                "Check that the engine supports the format on this GPU, or choose another one.")
                        .withPath("/workloads/" + row.id() + "/weights"));
            }
        });
    }

    static void engineFiguresAreMeasured(Inspection at) {
        each(at, row -> {
            LlmMemory llm = at.sizing().demand.llm;
            if (!at.value(llm.engine.nonTorch, row).isKnown()) {
                LlmSubject model = llm.subject(row);
                at.add(at.unknown(
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

    static void graphsFitInTheReserve(Inspection at) {
        each(at, row -> {
            LlmMemory llm = at.sizing().demand.llm;
            if (at.value(llm.engine.reserve, row) instanceof Value.Known reserve
                    && at.value(llm.engine.graphs, row) instanceof Value.Known graphs
                    && reserve.number() < graphs.number()) {
                at.add(at.violated(
                                row.title(),
                                "The engine keeps " + ValueText.of(reserve, Unit.GIB) + " free; its graphs take about "
                                        + ValueText.of(graphs, Unit.GIB) + ".",
                                "Lower the engine's share of the GPU.")
                        .withFigure(llm.engine.reserve.cell(row, Lane.VALUE))
                        .withPath("/workloads/" + row.id() + "/settings/utilisationPercent"));
            }
        });
    }

    static void profileGivesTheMemory(Inspection at) {
        SharedVms vms = at.sizing().demand.vms;
        for (RowKey row : vms.rows.keys()) {
            // of whole GPUs there are as many as have the memory by their name
            if (vms.subject(row).share() instanceof GpuShare.Shared
                    && at.value(vms.profileMemory, row) instanceof Value.Known given
                    && at.value(vms.memoryNeeded, row) instanceof Value.Known needed
                    && given.number() < needed.number()) {
                at.add(at.violated(
                                row.title(),
                                vms.subject(row).profile() + " gives " + ValueText.of(given, Unit.GIB)
                                        + "; asked for are " + ValueText.of(needed, Unit.GIB) + ".",
                                "Choose a larger profile or AUTO.")
                        .withFigure(vms.profileMemory.cell(row, Lane.VALUE)));
            }
        }
    }

    private static void each(Inspection at, Consumer<RowKey> check) {
        at.sizing().demand.llm.rows.keys().forEach(row -> check.accept(row));
    }
}
