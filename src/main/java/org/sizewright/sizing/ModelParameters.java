package org.sizewright.sizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.Engine;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.Feed;
import org.sizewright.library.model.Mixer;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.Tensor;
import org.sizewright.library.model.Tensor.Role;
import org.sizewright.sizing.generation.GenerationServing;
import org.sizewright.sizing.gguf.GgufLayout;

/**
 * The parameters of language models and the memory of their weights: one row per group of equal tensors and pipeline stage, summed
 * up per stage and per model. Embeddings, output head, norms, biases and routers keep 16 bit where the format is one for matrices.
 */
public final class ModelParameters {
    private static final Source RULE = Source.of(
            "Parameter rules of model families, recounted against safetensors indexes to the byte",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.VERIFIED);
    private static final Source SPLIT = Source.of(
            "Tensor parallel: matrices are divided, the vocabulary in multiples of 64, keys and values not below one head;"
                    + " norms and routers are repeated",
            "start-up logs of vLLM, github.com/jgchn/llm-d-planner accuracy/results",
            "2026",
            Evidence.VERIFIED);
    private static final Source ROTARY = Source.of(
            "Table of cosines and sines for every position, 16 bit, on every GPU",
            "start-up logs of vLLM: 14.99 against 14.96 GiB for Llama 3.1 8B",
            "2026",
            Evidence.VERIFIED);
    private static final int VOCABULARY_STEP = 64;
    private static final double SIXTEEN_BIT = 2;

    public final Rows stages;
    public final Rows parts;
    /** Stages of each model, parts of each stage. */
    public final Map<RowKey, List<RowKey>> stagesOf;

    final Map<RowKey, List<RowKey>> partsOf;
    public final Map<RowKey, RowKey> modelOf;
    final Map<RowKey, Stage> stageOf = new HashMap<>();
    private final Map<RowKey, Stage.Part> partOf = new HashMap<>();
    private final Map<RowKey, List<RowKey>> partsOfModel;

    public final Figure partParameters;
    public final Figure partWeights;
    public final Figure partPerGpu;
    public final Figure hidden;
    public final Figure vocabulary;
    public final Figure parameters;
    public final Figure activeParameters;
    public final Figure weights;
    public final Figure bytesPerParameter;
    public final Figure stageWeights;
    public final Figure weightsPerGpu;
    /** Only where a model is served without a pool. */
    public final Optional<Figure> stageShare;

    private final Map<RowKey, GgufLayout> layouts = new HashMap<>();
    private final Facts facts;

    /** @param processes models that are served without a pool; their weights lie in memory in another way */
    ModelParameters(
            FigureBook.Builder book,
            Rows models,
            List<LlmSubject> subjects,
            Optional<GenerationServing> processes,
            Facts facts) {
        this.facts = facts;
        List<RowKey> stageKeys = new ArrayList<>();
        List<RowKey> partKeys = new ArrayList<>();
        Map<RowKey, List<Stage.Part>> partsOfStage = new LinkedHashMap<>();
        Map<RowKey, List<RowKey>> stagesByModel = new HashMap<>();
        Map<RowKey, List<RowKey>> partsByStage = new HashMap<>();
        Map<RowKey, List<RowKey>> partsByModel = new HashMap<>();
        Map<RowKey, RowKey> up = new HashMap<>();
        for (LlmSubject subject : subjects) {
            List<RowKey> ofModel = new ArrayList<>();
            for (Stage stage : Stage.of(subject)) {
                stageKeys.add(stage.row());
                List<Stage.Part> equal = stage.parts();
                partsOfStage.put(stage.row(), equal);
                stageOf.put(stage.row(), stage);
                up.put(stage.row(), subject.row());
                stagesByModel
                        .computeIfAbsent(subject.row(), row -> new ArrayList<>())
                        .add(stage.row());
                List<RowKey> ofStage = new ArrayList<>();
                for (Stage.Part part : equal) {
                    ofStage.add(part.row());
                    partOf.put(part.row(), part);
                }
                partsByStage.put(stage.row(), ofStage);
                ofModel.addAll(ofStage);
            }
            partKeys.addAll(ofModel);
            partsByModel.put(subject.row(), ofModel);
        }
        // formulas keep maps as they are if these cannot change, and copy them otherwise
        stagesOf = Map.copyOf(stagesByModel);
        partsOf = Map.copyOf(partsByStage);
        partsOfModel = Map.copyOf(partsByModel);
        modelOf = Map.copyOf(up);
        stages = Rows.detail("llmstage", "Pipeline stage", stageKeys);
        parts = Rows.detail("llmpart", "Tensors", partKeys);
        FigureBook.Scope p = book.over(parts);
        FigureBook.Scope s = book.over(stages);
        FigureBook.Scope m = book.over(models);
        Map<RowKey, LlmSubject> subjectOf = new HashMap<>();
        subjects.forEach(subject -> subjectOf.put(subject.row(), subject));

        hidden = m.fact("hidden_size", Unit.COUNT, "Hidden size", row -> of(subjectOf, row, ModelShape::hidden));
        vocabulary = m.fact("vocabulary", Unit.COUNT, "Vocabulary", row -> of(subjectOf, row, ModelShape::vocabulary));

        Figure copies = p.fact("part_copies", Unit.COUNT, "Copies", row -> fact(row, Stage.Part::copies));
        Figure divided = p.fact(
                "part_divided_width",
                Unit.COUNT,
                "Width that is divided",
                row -> fact(row, ModelParameters::dividedWidth));
        Figure other =
                p.fact("part_other_width", Unit.COUNT, "Other width", row -> fact(row, ModelParameters::otherWidth));
        Figure counted = p.fact(
                "part_counted",
                Unit.COUNT,
                "Counts as parameters (0 = a second copy)",
                row -> fact(row, part -> part.counted() ? 1 : 0));
        Figure active = p.fact(
                "part_active", Unit.COUNT, "Share that a token meets", row -> fact(row, ModelParameters::activeShare));
        Figure bytes = p.fact("part_bytes", Unit.BYTE, "Bytes per parameter", row -> bytes(part(row)));
        Figure divisor = p.fact("part_divisor", Unit.COUNT, "Divided over", row -> fact(row, ModelParameters::divisor));
        Figure step = p.fact("part_step", Unit.COUNT, "In multiples of", row -> fact(row, ModelParameters::step));
        partParameters = p.define(
                "part_parameters",
                Unit.COUNT,
                "Parameters of these tensors",
                copies.times(divided).times(other).times(counted),
                RULE);
        partWeights = p.define("part_weights", Unit.GIB, "Weights of these tensors", partParameters.times(bytes), RULE);
        Figure partActive = p.define(
                "part_active_parameters",
                Unit.COUNT,
                "Parameters that a token meets",
                partParameters.times(active),
                RULE);
        Formula perGpu = copies.times(other)
                .times(divided.dividedBy(divisor).ceilTo(step))
                .times(bytes);
        partPerGpu = p.define(
                "part_per_gpu",
                Unit.GIB,
                "These tensors per GPU",
                subjects.stream().anyMatch(subject -> subject.engine().embeddingOnHost())
                        ? perGpu.times(onGpu(p))
                        : perGpu,
                SPLIT);

        Figure rotary =
                s.fact("rotary_positions", Unit.COUNT, "Positions in the rotary table", row -> rotaryPositions(row));
        Figure rotaryDim = s.fact(
                "rotary_dim",
                Unit.COUNT,
                "Width of a head that turns",
                row -> stageFact(row, stage(row).subject().shape().rotaryDim()));
        Allocations allocations = new Allocations(book, partsOfStage, partPerGpu, facts);
        Formula onGpu = partPerGpu
                .sumOver(partsOf)
                .plus(allocations.lost.sumOver(allocations.ofStage))
                .plus(rotary.times(rotaryDim).times(Formula.constant(SIXTEEN_BIT, Unit.BYTE)));
        stageShare = processes.map(any -> stageShare(s, m, onGpu));
        Formula ofEngine = facts.banded(s, "weights", onGpu);
        stageWeights = s.define(
                "stage_weights",
                Unit.GIB,
                "Weights per GPU of a stage",
                processes
                        .<Formula>map(some -> Formula.when(
                                some.isProcess.at(modelOf).moreThan(Formula.constant(0)),
                                some.weights.at(modelOf).times(stageShare.orElseThrow()),
                                ofEngine))
                        .orElse(ofEngine),
                ROTARY);

        parameters = m.define("parameters", Unit.COUNT, "Parameters", partParameters.sumOver(partsOfModel), RULE);
        activeParameters = m.define(
                "active_parameters",
                Unit.COUNT,
                "Parameters that a token meets",
                partActive.sumOver(partsOfModel),
                RULE);
        weights = m.define("weights", Unit.GIB, "Weights", partWeights.sumOver(partsOfModel), RULE);
        bytesPerParameter = m.define(
                "bytes_per_parameter", Unit.BYTE, "Bytes per parameter, all in all", weights.dividedBy(parameters));
        weightsPerGpu =
                m.define("weights_per_gpu", Unit.GIB, "Weights per GPU", stageWeights.largestOver(stagesOf), SPLIT);
    }

    /** Software that leaves the table of the tokens to the host needs it on the GPU only where it is the output head as well. */
    private Figure onGpu(FigureBook.Scope p) {
        return p.fact("part_on_gpu", Unit.COUNT, "Stands on the GPU (0 = in the host's memory)", row -> {
            Stage.Part part = part(row);
            LlmSubject subject = part.stage().subject();
            boolean isHead = subject.shape().tied() && (part.stage().count() == 1 || !part.counted());
            boolean onHost = subject.engine().embeddingOnHost() && part.tensor().role() == Role.EMBEDDING && !isHead;
            return facts.of(subject.engine(), Evidence.VERIFIED, onHost ? 0 : 1);
        });
    }

    private Figure stageShare(FigureBook.Scope s, FigureBook.Scope m, Formula onGpu) {
        Figure stage = s.define("stage_tensors", Unit.GIB, "Tensors of a stage", onGpu, SPLIT);
        Figure all = m.define("tensors_of_stages", Unit.GIB, "Tensors of all stages", stage.sumOver(stagesOf), SPLIT);
        return s.define(
                "stage_share", Unit.COUNT, "Share of the model on a stage", stage.dividedBy(all.at(modelOf)), SPLIT);
    }

    /** The rows of each model's tensors that are for such a purpose, in all its stages. */
    public Map<RowKey, List<RowKey>> partsFor(Predicate<Tensor> purpose) {
        Map<RowKey, List<RowKey>> rows = new HashMap<>();
        partsOfModel.forEach((model, ofModel) -> rows.put(
                model,
                ofModel.stream().filter(row -> purpose.test(part(row).tensor())).toList()));
        return Map.copyOf(rows);
    }

    /** The stages of each model. */
    public Map<RowKey, List<RowKey>> stages(List<RowKey> models) {
        Map<RowKey, List<RowKey>> rows = new HashMap<>();
        models.forEach(row -> rows.put(row, List.copyOf(stagesOf.getOrDefault(row, List.of()))));
        return Map.copyOf(rows);
    }

    private Stage.Part part(RowKey row) {
        Stage.Part part = partOf.get(row);
        if (part == null) {
            throw new IllegalArgumentException("no tensors in row " + row.id());
        }
        return part;
    }

    private Stage stage(RowKey row) {
        Stage stage = stageOf.get(row);
        if (stage == null) {
            throw new IllegalArgumentException("no stage in row " + row.id());
        }
        return stage;
    }

    private Given fact(RowKey row, ToDoubleFunction<Stage.Part> number) {
        Stage.Part part = part(row);
        LlmSubject subject = part.stage().subject();
        return facts.of(subject.model(), subject.model().evidence(), number.applyAsDouble(part));
    }

    private Given stageFact(RowKey row, double number) {
        LlmSubject subject = stage(row).subject();
        return facts.of(subject.model(), subject.model().evidence(), number);
    }

    private Given of(Map<RowKey, LlmSubject> subjects, RowKey row, ToDoubleFunction<ModelShape> number) {
        LlmSubject subject = java.util.Objects.requireNonNull(subjects.get(row));
        return facts.of(subject.model(), subject.model().evidence(), number.applyAsDouble(subject.shape()));
    }

    /** A stage without attention needs no table, nor does an engine that turns heads as it goes. */
    private Given rotaryPositions(RowKey row) {
        Stage stage = stage(row);
        boolean turns = stage.subject().engine().budget() != Engine.Budget.AS_NEEDED
                && stage.layers().stream()
                        .anyMatch(layer ->
                                layer.mixer() instanceof Mixer.Attention || layer.mixer() instanceof Mixer.Latent);
        return stageFact(row, turns ? stage.subject().shape().rotaryPositions() : 0);
    }

    private static double dividedWidth(Stage.Part part) {
        return part.tensor().split() == Tensor.Split.ROWS
                ? part.tensor().in()
                : part.tensor().out();
    }

    private static double otherWidth(Stage.Part part) {
        return part.tensor().split() == Tensor.Split.ROWS
                ? part.tensor().out()
                : part.tensor().in();
    }

    private static double activeShare(Stage.Part part) {
        if (part.tensor().role() != Role.EXPERTS) {
            return 1;
        }
        return part.stage().layers().stream()
                .filter(layer -> layer.tensors().contains(part.tensor()))
                .map(layer -> layer.feed() instanceof Feed.Experts experts
                        ? (double) experts.perToken() / experts.count()
                        : 1.0)
                .findFirst()
                .orElse(1.0);
    }

    private static double divisor(Stage.Part part) {
        Parallelism parallel = part.stage().subject().parallel();
        boolean expert = part.tensor().role() == Role.EXPERTS;
        return switch (part.tensor().split()) {
            case WHOLE -> expert ? parallel.expert() : 1;
            case COLUMNS, ROWS, VOCABULARY -> parallel.tensor() * (expert ? parallel.expert() : 1);
            case KV_HEADS -> Math.min(parallel.tensor(), kvHeads(part));
        };
    }

    private static int kvHeads(Stage.Part part) {
        return part.stage().layers().stream()
                .filter(layer -> layer.tensors().contains(part.tensor()))
                .map(layer -> layer.mixer() instanceof Mixer.Attention attention ? attention.kvHeads() : 1)
                .findFirst()
                .orElse(1);
    }

    /** What kernels pad for is the width of an expert; all else divides to whole rows. */
    private static double step(Stage.Part part) {
        NumberFormat format = part.stage().subject().weights();
        if (part.tensor().split() == Tensor.Split.VOCABULARY && part.tensor().isMatrix()) {
            return VOCABULARY_STEP;
        }
        return part.tensor().role() == Role.EXPERTS && part.tensor().isMatrix() ? format.padTo() : 1;
    }

    private Given bytes(Stage.Part part) {
        NumberFormat format = part.stage().subject().weights();
        if (format.ggufMix().isPresent()) {
            return bytesInMix(part, format, format.ggufMix().get());
        }
        return facts.of(
                format, format.evidence(), format.covers(part.tensor()) ? averageBytes(part, format) : SIXTEEN_BIT);
    }

    /** The average over the layers of the stage: a mix gives each matrix a type of its own. */
    private Given bytesInMix(Stage.Part part, NumberFormat format, String mix) {
        LlmSubject subject = part.stage().subject();
        GgufLayout layout = layouts.computeIfAbsent(
                subject.row(), row -> GgufLayout.of(subject.model(), subject.shape(), mix, facts.library()));
        return switch (layout) {
            case GgufLayout.Refused refused ->
                Given.unknown(refused.reason(), Source.of("rules of llama.cpp", "", "", Evidence.VERIFIED));
            case GgufLayout.Known known ->
                facts.of(
                        format,
                        format.evidence(),
                        known.bytesPerParameter(
                                        part.tensor(),
                                        part.stage().firstLayer(),
                                        part.stage().layers().size())
                                .orElse(SIXTEEN_BIT));
        };
    }

    /** Where the first and last layers keep 16 bit, the average over the layers of the stage. */
    private static double averageBytes(Stage.Part part, NumberFormat format) {
        int ends = format.keepsEnds();
        if (ends == 0) {
            return format.bytesPerParameter();
        }
        int layers = part.stage().layers().size();
        int kept = (part.stage().isFirst() ? ends : 0) + (part.stage().isLast() ? ends : 0);
        double share = Math.min(1, (double) kept / layers);
        return share * SIXTEEN_BIT + (1 - share) * format.bytesPerParameter();
    }
}
