package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.sizewright.figure.ValueText;
import org.sizewright.library.Engine;
import org.sizewright.library.Fact;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.VgpuType;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.Traffic;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.TrafficFigures;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.workloads.LlmFields.LoadStage;
import org.sizewright.ui.workloads.LlmFields.Slice;

/** Prepares what the fields of a language model offer, and what follows from each. */
final class LlmFieldSheets {
    private static final List<Integer> TENSOR = List.of(1, 2, 4, 8, 16);
    private static final List<Integer> PIPELINE = List.of(1, 2, 3, 4, 6, 8);
    private static final List<Integer> EXPERT = List.of(1, 2, 4, 8, 16, 32, 64);

    private final Texts texts;
    private final SessionState state;
    private final Library library;
    private final MemoryUnit unit;

    LlmFieldSheets(Texts texts, SessionState state, MemoryUnit unit) {
        this.texts = texts;
        this.state = state;
        this.library = state.library();
        this.unit = unit;
    }

    LlmFields of(LlmServing work) {
        Optional<Assignment> assignment = state.plan().liveOption().assignment(work.id());
        Optional<LlmMemory> llm = state.live().map(result -> result.sizing().demand.llm);
        Optional<RowFigures> figures = new WorkloadState(texts, state, unit).figures(work);
        Optional<ModelShape> shape = library.model(work.model())
                .map(library::shape)
                .filter(ShapeResult.Known.class::isInstance)
                .map(known -> ((ShapeResult.Known) known).shape());
        List<Slice> slices = slices(assignment);
        Map<LoadStage, List<Tile>> stages = new EnumMap<>(LoadStage.class);
        OptionalInt inWork = OptionalInt.empty();
        boolean load = work.traffic().isPresent() && figures.isPresent() && llm.isPresent();
        if (load && llm.get().traffic.rows.keys().contains(figures.get().row())) {
            RowFigures f = figures.get();
            stages.putAll(stages(f, llm.get().traffic));
            inWork = f.number(llm.get().traffic.requestsInWork).stream()
                    .mapToInt(number -> (int) Math.clamp(Math.round(number), 1, LlmServing.MAX_CONCURRENCY))
                    .findFirst();
        }
        boolean experts = shape.filter(ModelShape::hasExperts).isPresent();
        return new LlmFields(
                assignment,
                slices,
                slices.stream()
                        .filter(slice -> assignment.isPresent()
                                && slice.profile().equals(assignment.get().profile()))
                        .findFirst(),
                precisions(work),
                new LlmFields.Degrees(
                        with(TENSOR, assignment.map(Assignment::tensorParallel)),
                        with(PIPELINE, assignment.map(Assignment::pipelineParallel)),
                        with(EXPERT, assignment.map(Assignment::expertParallel))),
                experts,
                library.engine(work.engine()).map(Engine::blockSize).flatMap(Fact::asOptional).stream()
                        .mapToInt(Integer::intValue)
                        .findFirst(),
                library.loadPresets(),
                stages,
                inWork,
                notes(work, assignment, shape, figures, llm));
    }

    private static List<Integer> with(List<Integer> stops, Optional<Integer> present) {
        TreeSet<Integer> all = new TreeSet<>(stops);
        present.ifPresent(all::add);
        return List.copyOf(all);
    }

    /** Whole GPUs, then the MIG profiles and vGPU types of the cluster's GPU, and what is chosen in any case. */
    List<Slice> slices(Optional<Assignment> assignment) {
        List<Slice> slices = new ArrayList<>(List.of(new Slice(Optional.empty(), texts.get("workloads.slice.whole"))));
        Optional<GpuId> gpu = assignment
                .flatMap(found -> state.plan().liveOption().cluster(found.cluster()))
                .map(cluster -> cluster.groups().getFirst().gpu());
        gpu.ifPresent(id -> {
            library.migProfilesOf(id).map(MigProfileSet::profiles).orElse(List.of()).stream()
                    .map(profile -> slice(
                            "workloads.slice.mig",
                            profile.name(),
                            profile.memoryForSizing().toGib()))
                    .forEach(slices::add);
            library.vgpuTypesOf(id).stream()
                    .filter(type -> type.series() == VgpuType.Series.C && type.mode() == VgpuType.Mode.TIME_SLICED)
                    .sorted(Comparator.comparingInt(VgpuType::nominalGb))
                    .map(type ->
                            slice("workloads.slice.vgpu", type.name().value(), type.nominalGb() * 1e9 / (1L << 30)))
                    .forEach(slices::add);
        });
        Optional<String> chosen = assignment.flatMap(Assignment::profile);
        if (chosen.isPresent()
                && slices.stream().noneMatch(slice -> slice.profile().equals(chosen))) {
            slices.add(new Slice(chosen, chosen.get()));
        }
        return List.copyOf(slices);
    }

    private Slice slice(String key, String name, double gib) {
        return new Slice(Optional.of(name), texts.get(key, name, ValueText.number(gib, 1)));
    }

    /** llama.cpp reads GGUF files only, and the others none of them. */
    private List<NumberFormat> precisions(LlmServing work) {
        boolean gguf = library.engine(work.engine())
                .filter(engine ->
                        engine.product().toLowerCase(java.util.Locale.ROOT).contains("llama.cpp"))
                .isPresent();
        List<NumberFormat> formats = new ArrayList<>(library.numberFormats().stream()
                .filter(format ->
                        format.ggufMix().isPresent() == gguf || format.id().equals(work.weights()))
                .toList());
        formats.sort(Comparator.comparingDouble(NumberFormat::bytesPerParameter).reversed());
        return List.copyOf(formats);
    }

    private Map<LoadStage, List<Tile>> stages(RowFigures f, TrafficFigures traffic) {
        return Map.of(
                LoadStage.PEOPLE,
                List.of(f.tile(texts.get("workloads.load.active"), traffic.activeUsers, "")),
                LoadStage.REQUESTS,
                List.of(f.tile(texts.get("workloads.load.perSecond"), traffic.requestsPerSecond, 2, "")),
                LoadStage.PROMISE,
                List.of(f.tile(texts.get("workloads.load.stays"), traffic.secondsPerRequest, 2, "")),
                LoadStage.RESULT,
                List.of(
                        f.tile(texts.get("workloads.load.input"), traffic.inputTokens, 0, ""),
                        f.tile(texts.get("workloads.load.output"), traffic.outputTokens, 0, ""),
                        f.tile(texts.get("workloads.load.inWork"), traffic.requestsInWork, ""),
                        f.tile(texts.get("workloads.load.tokens"), traffic.tokensInWork, "")));
    }

    private Map<String, String> notes(
            LlmServing work,
            Optional<Assignment> assignment,
            Optional<ModelShape> shape,
            Optional<RowFigures> figures,
            Optional<LlmMemory> llm) {
        Map<String, String> notes = new HashMap<>();
        Optional<ModelArchitecture> model = library.model(work.model());
        if (model.isPresent() && shape.isPresent()) {
            notes.put(Field.MODEL, modelNote(model.get(), shape.get()));
        }
        work.traffic()
                .map(Traffic::longest)
                .filter(longest -> longest > work.contextTokens())
                .ifPresent(longest ->
                        notes.put(Field.CONTEXT, texts.get("workloads.note.context.load", ValueText.number(longest))));
        boolean sliced = assignment.flatMap(Assignment::profile).isPresent();
        boolean experts = shape.filter(ModelShape::hasExperts).isPresent();
        if (figures.isPresent() && llm.isPresent()) {
            RowFigures f = figures.get();
            notes.put(Field.SLICE, texts.get("workloads.note.slice", f.text(llm.get().engine.gpuMemory, 1)));
            notes.put(Field.BLOCK, texts.get("workloads.note.block", f.plain(llm.get().contextInBlocks)));
        }
        if (sliced) {
            notes.put(Field.DEGREE, texts.get("workloads.note.sliced"));
            notes.put(Field.PIPELINE, texts.get("workloads.note.sliced"));
            notes.put(Field.EXPERT, texts.get("workloads.note.sliced"));
        } else {
            shape.ifPresent(known -> notes.put(
                    Field.PIPELINE,
                    texts.get("workloads.note.pipeline", known.layers().size())));
            notes.put(Field.EXPERT, texts.get(experts ? "workloads.note.expert" : "workloads.note.expert.none"));
        }
        notes.put(Field.POOL, texts.get("workloads.note.pool"));
        return notes;
    }

    private String modelNote(ModelArchitecture model, ModelShape shape) {
        String parameters = ParameterWords.of(texts, shape.parameters());
        String family = model.family().isEmpty() ? texts.get("workloads.model.totals") : model.family();
        String note = shape.hasExperts()
                ? texts.get(
                        "workloads.note.model.experts",
                        parameters,
                        ParameterWords.of(texts, shape.activeParameters()),
                        family)
                : texts.get("workloads.note.model.family", parameters, family);
        return library.ownFile(model).isPresent() ? texts.get("workloads.note.model.own", note) : note;
    }
}
