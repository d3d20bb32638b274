package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Engine;
import org.sizewright.library.Gpu;
import org.sizewright.library.GpuId;
import org.sizewright.library.Library;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.model.ModelShape;
import org.sizewright.library.model.ShapeResult;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.DeviceMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;

/** Sizes a language model on the GPUs of the library. Works in the background; only the latest question is answered. */
final class FitSearch {
    /** GPUs that servers of the present are bought with; those that the library lacks are left out. */
    private static final List<GpuId> GPUS = List.of(
            GpuId.of("a30"),
            GpuId.of("a100-pcie-40"),
            GpuId.of("a100-sxm-80"),
            GpuId.of("l4"),
            GpuId.of("l40s"),
            GpuId.of("h100-sxm-80"),
            GpuId.of("h100-nvl-94"),
            GpuId.of("h200-sxm"),
            GpuId.of("h200-nvl"),
            GpuId.of("b200"),
            GpuId.of("rtx-pro-6000-se"));

    private static final List<Integer> DEGREES = List.of(1, 2, 4);

    /** What the live option does. */
    record Present(GpuId gpu, int tensorParallel) {}

    /** A model and its load, and where it runs now. */
    record Question(
            LlmServing workload,
            ModelArchitecture model,
            ModelShape shape,
            NumberFormat weights,
            NumberFormat kvCache,
            Engine engine,
            Optional<Present> present,
            Library library) {
        /** Empty if the library lacks a record that the workload names. */
        static Optional<Question> of(LlmServing work, Optional<Present> present, Library library) {
            Optional<ModelArchitecture> model = library.model(work.model());
            Optional<NumberFormat> weights = library.numberFormat(work.weights());
            Optional<NumberFormat> cache = library.numberFormat(work.kvCache());
            Optional<Engine> engine = library.engine(work.engine());
            if (model.isEmpty() || weights.isEmpty() || cache.isEmpty() || engine.isEmpty()) {
                return Optional.empty();
            }
            return library.shape(model.get()) instanceof ShapeResult.Known known
                    ? Optional.of(new Question(
                            work,
                            model.get(),
                            known.shape(),
                            weights.get(),
                            cache.get(),
                            engine.get(),
                            present,
                            library))
                    : Optional.empty();
        }
    }

    private final Executor worker;
    private final Executor owner;
    private final AtomicLong latest = new AtomicLong();

    /**
     * @param worker where it is calculated
     * @param owner where answers are delivered
     */
    FitSearch(Executor worker, Executor owner) {
        this.worker = worker;
        this.owner = owner;
    }

    void start(Question question, Consumer<List<FitRow>> deliver) {
        long ticket = latest.incrementAndGet();
        BooleanSupplier wanted = () -> latest.get() == ticket;
        worker.execute(() -> {
            List<FitRow> rows = answer(question, wanted);
            owner.execute(() -> {
                if (wanted.getAsBoolean()) {
                    deliver.accept(rows);
                }
            });
        });
    }

    /** Forgets the latest question. */
    void cancel() {
        latest.incrementAndGet();
    }

    /** What the live option does first; then fewest GPUs, then those of unknown number, then what does not fit. */
    static List<FitRow> answer(Question question, BooleanSupplier wanted) {
        Set<GpuId> ids = new LinkedHashSet<>(GPUS);
        question.present().ifPresent(present -> ids.add(present.gpu()));
        List<FitRow> rows = new ArrayList<>();
        for (GpuId id : ids) {
            Optional<Gpu> gpu = question.library().gpu(id);
            OptionalInt here = question.present().stream()
                    .filter(present -> present.gpu().equals(id))
                    .mapToInt(Present::tensorParallel)
                    .findFirst();
            Set<Integer> degrees = new TreeSet<>(DEGREES);
            here.ifPresent(degrees::add);
            for (int degree : degrees) {
                if (gpu.isPresent() && wanted.getAsBoolean()) {
                    rows.add(row(question, gpu.get(), degree, here.isPresent() && here.getAsInt() == degree));
                }
            }
        }
        rows.sort(Comparator.comparing((FitRow row) -> !row.current())
                .thenComparing(FitRow::state)
                .thenComparingDouble(row -> row.gpus().asNumber().orElse(0)));
        return rows;
    }

    private static FitRow row(Question question, Gpu gpu, int degree, boolean current) {
        RowKey key = new RowKey(
                question.workload().id().value(), question.workload().name() + ", " + degree + " × " + gpu.name());
        Demand demand = Demand.of(
                List.of(new LlmSubject(
                        key,
                        question.workload(),
                        question.model(),
                        question.shape(),
                        question.weights(),
                        question.kvCache(),
                        question.engine(),
                        gpu,
                        DeviceMemory.of(gpu),
                        Parallelism.tensor(degree))),
                List.of(),
                List.of(),
                question.library());
        return new FitRow(gpu, degree, current, demand.figures(), key, demand.llm);
    }
}
