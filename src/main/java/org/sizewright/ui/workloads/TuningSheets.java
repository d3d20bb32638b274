package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Value;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelUse;
import org.sizewright.library.TrainingObjective;
import org.sizewright.library.TrainingStack;
import org.sizewright.library.TuningMethod;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.FineTuning;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.training.TrainingDemand;
import org.sizewright.sizing.training.TrainingMemory;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;

/** Prepares what the screen shows of fine-tuning. */
final class TuningSheets {
    private static final double DAY = 24;
    private static final String FACTOR = "factor";

    private final Texts texts;
    private final SessionState state;
    private final Library library;
    private final WorkloadState states;
    private final MemoryUnit unit;

    TuningSheets(Texts texts, SessionState state, MemoryUnit unit) {
        this.texts = texts;
        this.state = state;
        this.library = state.library();
        this.states = new WorkloadState(texts, state, unit);
        this.unit = unit;
    }

    Sheet.Training of(FineTuning work) {
        Optional<RowFigures> figures = states.figures(work);
        Optional<TrainingDemand> demand = state.live().flatMap(result -> result.sizing().demand.training);
        boolean known = figures.isPresent() && demand.isPresent();
        Optional<Assignment> assignment = state.plan().liveOption().assignment(work.id());
        List<LlmFields.Slice> slices = new LlmFieldSheets(texts, state, unit).slices(assignment);
        Optional<TuningMethod> method = library.tuningMethod(work.method().id());
        Optional<TrainingStack> stack = library.trainingStack(work.software().stack());
        Optional<ModelShape> shape = library.model(work.model())
                .map(library::shape)
                .filter(ShapeResult.Known.class::isInstance)
                .map(found -> ((ShapeResult.Known) found).shape());
        Optional<TuningBars> bars =
                known ? Optional.of(new TuningBars(texts, figures.get(), demand.get().memory)) : Optional.empty();
        return new Sheet.Training(
                work,
                states.verdict(work),
                known ? sentence(figures.get(), demand.get()) : List.of(),
                states.trouble(work),
                known ? tiles(figures.get(), demand.get()) : List.of(),
                notes(work, method, stack, shape, figures, demand),
                assignment,
                slices,
                slices.stream()
                        .filter(slice -> assignment.isPresent()
                                && slice.profile().equals(assignment.get().profile()))
                        .findFirst(),
                new Sheet.Training.Offered(
                        library.modelsFor(ModelUse.GENERATION).stream()
                                .filter(model -> library.shape(model) instanceof ShapeResult.Known
                                        || model.id().equals(work.model()))
                                .toList(),
                        library.tuningMethods(),
                        library.numberFormats().stream()
                                .filter(format -> format.ggufMix().isEmpty()
                                        || format.id().equals(work.weights()))
                                .toList(),
                        library.optimisers(),
                        library.trainingStacks(),
                        library.trainingObjectives()),
                usualRank(method, stack),
                settings(method),
                targets(work, method, stack),
                method.filter(found -> found.trains() == TuningMethod.Trains.MATRICES)
                        .isPresent(),
                method.filter(found -> found.trains() != TuningMethod.Trains.EVERYTHING)
                        .isPresent(),
                shape.filter(ModelShape::hasExperts).isPresent(),
                bars.flatMap(TuningBars::memory),
                bars.map(TuningBars::phases).orElse(List.of()),
                known ? served(figures.get(), demand.get().memory) : List.of(),
                unit);
    }

    private static OptionalInt usualRank(Optional<TuningMethod> method, Optional<TrainingStack> stack) {
        if (method.isEmpty()) {
            return OptionalInt.empty();
        }
        Integer usual =
                stack.map(found -> found.usualRanks().get(method.get().id())).orElse(null);
        return usual == null ? method.get().rank() : OptionalInt.of(usual);
    }

    private static Map<String, OptionalInt> settings(Optional<TuningMethod> method) {
        Map<String, OptionalInt> settings = new TreeMap<>();
        method.ifPresent(found -> {
            found.settings().forEach((name, usual) -> settings.put(name, OptionalInt.of(usual)));
            if (found.rule() == TuningMethod.Rule.LOKR) {
                settings.put(FACTOR, OptionalInt.empty());
            }
        });
        return settings;
    }

    private static List<String> targets(FineTuning work, Optional<TuningMethod> method, Optional<TrainingStack> stack) {
        if (!work.method().targets().isEmpty()) {
            return work.method().targets();
        }
        return stack.filter(TrainingStack::adaptsAll).isPresent()
                ? List.of("all-linear")
                : method.map(TuningMethod::targets).orElse(List.of());
    }

    private List<Phrase> sentence(RowFigures f, TrainingDemand demand) {
        TrainingMemory memory = demand.memory;
        Sentence says = new Sentence(texts);
        var subject = memory.subject(f.row());
        says.add(
                "workloads.tuning.trains",
                Phrase.plain(subject.tuning().method().name()),
                f.phrase(count(f, memory.trained.trainable), memory.trained.trainable),
                f.phrase(f.text(memory.trained.trainableShare), memory.trained.trainableShare),
                Phrase.plain(subject.model().name()));
        says.add(
                "workloads.tuning.peaks",
                f.phrase(f.text(memory.peak, 1), memory.peak),
                f.phrase(
                        texts.get(
                                "workloads.gpus",
                                Math.round(f.number(memory.gpus).orElse(0))),
                        memory.gpus),
                Phrase.plain(subject.device().name()));
        if (f.value(memory.time.hours) instanceof Value.Known hours) {
            says.add("workloads.tuning.lasts", f.phrase(duration(hours.number()), memory.time.hours));
        } else if (f.value(memory.time.learning) instanceof Value.Known hours) {
            says.add("workloads.tuning.learns", f.phrase(duration(hours.number()), memory.time.learning));
        }
        return says.phrases();
    }

    private String count(RowFigures f, Figure figure) {
        return f.number(figure).isPresent()
                ? ParameterWords.of(texts, Math.round(f.number(figure).getAsDouble()))
                : f.text(figure);
    }

    private String duration(double hours) {
        return hours < 2 * DAY
                ? texts.get("workloads.tuning.hours", number(hours))
                : texts.get("workloads.tuning.days", number(hours / DAY));
    }

    private static String number(double number) {
        return number < 10 ? String.format(Locale.ROOT, "%.1f", number) : String.format(Locale.ROOT, "%.0f", number);
    }

    private List<Tile> tiles(RowFigures f, TrainingDemand demand) {
        TrainingMemory memory = demand.memory;
        List<Tile> tiles = new ArrayList<>(List.of(
                new Tile(
                                texts.get("workloads.tuning.trainable"),
                                count(f, memory.trained.trainable),
                                texts.get("workloads.tuning.share", f.text(memory.trained.trainableShare)),
                                f.value(memory.trained.trainable).isKnown(),
                                f.cell(memory.trained.trainable))
                        .withTerm("parameter"),
                f.tile(
                        texts.get("workloads.tuning.peak"),
                        memory.peak,
                        1,
                        f.band(memory.peak, 1).orElse(texts.get("workloads.perGpu"))),
                f.tile(
                        texts.get("workloads.tuning.left"),
                        memory.left,
                        1,
                        f.band(memory.left, 1).orElse(""))));
        boolean whole = f.value(memory.time.hours).isKnown();
        Figure hours = whole ? memory.time.hours : memory.time.learning;
        String title = texts.get(whole ? "workloads.tuning.duration" : "workloads.tuning.learning");
        String shown = f.value(hours) instanceof Value.Known known ? duration(known.number()) : f.text(hours);
        tiles.add(new Tile(title, shown, bandOrNone(f, hours), f.value(hours).isKnown(), f.cell(hours)));
        if (memory.subject(f.row()).alignment().objective().has(TrainingObjective.Phase.ROLLOUT)) {
            tiles.add(f.tile(
                    texts.get("workloads.tuning.learning"),
                    memory.time.learning,
                    1,
                    f.band(memory.time.learning).orElse("")));
            tiles.add(f.tile(
                            texts.get("workloads.tuning.writing"),
                            memory.time.answers.writing,
                            1,
                            texts.get("workloads.tuning.writing.note", f.plain(memory.time.answers.answers, 0)))
                    .withTerm("rollout"));
            tiles.add(f.tile(texts.get("workloads.tuning.judging"), memory.time.answers.judging, 1, ""));
        }
        tiles.add(f.tile(
                        texts.get("workloads.tuning.speed"),
                        memory.time.tokensPerSecond,
                        f.band(memory.time.tokensPerSecond).orElse(""))
                .withTerm("throughput"));
        tiles.add(f.tile(texts.get("workloads.tuning.mfu"), memory.time.utilisation, 0, "")
                .withTerm("mfu"));
        tiles.add(f.tile(
                texts.get("workloads.tuning.gpus"),
                demand.gpus,
                texts.get("workloads.tuning.machines", f.plain(demand.vms), f.plain(demand.gpusPerVm))));
        tiles.add(f.tile(
                        texts.get("workloads.tuning.checkpoint"),
                        memory.result.checkpointWithState,
                        texts.get("workloads.tuning.weightsOnly", f.text(memory.result.checkpoint)))
                .withTerm("checkpoint"));
        tiles.add(f.tile(texts.get("workloads.tuning.disk"), memory.result.disk, ""));
        if (f.number(memory.offloaded).orElse(0) > 0) {
            tiles.add(f.tile(
                    texts.get("workloads.tuning.offloaded"), memory.offloaded, 1, texts.get("workloads.perGpu")));
        }
        tiles.add(f.tile(
                texts.get("workloads.tuning.memory"),
                demand.memoryPerVm,
                0,
                texts.get("workloads.tuning.inAll", f.text(demand.vmMemory))));
        return tiles;
    }

    /** The band, or that nobody has earned one. */
    private String bandOrNone(RowFigures f, Figure hours) {
        return f.book().band(hours, f.row()).isPresent() || !f.value(hours).isKnown()
                ? f.band(hours).orElse("")
                : texts.get("workloads.tuning.noBand");
    }

    private List<Tile> served(RowFigures f, TrainingMemory memory) {
        return List.of(
                f.tile(texts.get("workloads.tuning.adapter"), memory.result.adapter, 1, "")
                        .withTerm("adapter"),
                f.tile(texts.get("workloads.tuning.merged"), memory.result.merged, 0, ""),
                f.tile(texts.get("workloads.tuning.slots"), memory.result.slots, 1, texts.get("workloads.perGpu")),
                f.tile(texts.get("workloads.tuning.inSeries"), memory.result.series, 1, ""),
                f.tile(texts.get("workloads.tuning.more"), memory.result.moreWork, 2, ""));
    }

    private Map<String, String> notes(
            FineTuning work,
            Optional<TuningMethod> method,
            Optional<TrainingStack> stack,
            Optional<ModelShape> shape,
            Optional<RowFigures> figures,
            Optional<TrainingDemand> demand) {
        Map<String, String> notes = new HashMap<>();
        Optional<ModelArchitecture> model = library.model(work.model());
        if (model.isPresent() && shape.isPresent()) {
            notes.put(
                    "tuningModel",
                    texts.get(
                            "workloads.note.model.family",
                            ParameterWords.of(texts, shape.get().parameters()),
                            model.get().family()));
            notes.put(
                    "tuningPipeline",
                    texts.get("workloads.note.pipeline", shape.get().layers().size()));
        }
        method.flatMap(TuningMethod::notes).ifPresent(note -> notes.put("tuningMethod", note));
        stack.flatMap(TrainingStack::notes).ifPresent(note -> notes.put("tuningStack", note));
        library.optimiser(work.software().optimiser())
                .ifPresent(found -> notes.put(
                        "tuningOptimiser", texts.get("workloads.tuning.bytes", number(found.bytesPerParameter()))));
        boolean whole = work.method().id().equals(FineTuning.FULL);
        notes.put("tuningWeights", texts.get(whole ? "workloads.tuning.asOptimiser" : "workloads.tuning.frozenBase"));
        notes.put("tuningTokens", texts.get("workloads.tuning.counted"));
        notes.put("tuningLength", texts.get("workloads.tuning.packed"));
        notes.put("tuningSteps", texts.get("workloads.tuning.accumulated"));
        notes.put("tuningSharding", texts.get("workloads.tuning.shards"));
        notes.put("tuningFloat8", texts.get("workloads.tuning.float8Note"));
        notes.put("tuningShared", texts.get("workloads.tuning.sharedNote"));
        notes.put("tuningCritic", texts.get("workloads.tuning.asModel"));
        notes.put("tuningReward", texts.get("workloads.tuning.asModel"));
        if (figures.isPresent() && demand.isPresent()) {
            RowFigures f = figures.get();
            TrainingMemory memory = demand.get().memory;
            notes.put("tuningRank", texts.get("workloads.tuning.rankNote", count(f, memory.trained.trainable)));
            notes.put("tuningOffload", texts.get("workloads.tuning.offloadNote", f.text(memory.offloaded, 1)));
            notes.put("tuningData", texts.get("workloads.tuning.dataNote", f.plain(memory.gpus)));
            notes.put("tuningEpochs", texts.get("workloads.tuning.tokensNote", f.plain(memory.time.tokens)));
            notes.put("tuningKept", texts.get("workloads.tuning.diskNote", f.text(memory.result.disk)));
            notes.put(Field.VCPU, texts.get("workloads.note.vcpu", f.plain(demand.get().vcpu)));
            notes.put(Field.MEMORY, texts.get("workloads.note.memory", f.text(demand.get().vmMemory)));
        }
        return notes;
    }
}
