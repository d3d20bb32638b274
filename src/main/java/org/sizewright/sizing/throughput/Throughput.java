package org.sizewright.sizing.throughput;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Library;
import org.sizewright.library.ThroughputModel;
import org.sizewright.plan.Traffic;
import org.sizewright.sizing.Facts;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;

/** All figures of throughput, beside those of memory and over the same rows. */
public final class Throughput {
    public final ModelWork work;
    public final LoadFigures load;
    public final ServiceLevel level;
    public final StreamFigures stream;
    private final Map<RowKey, MeasuredCases> measuredLoad = new HashMap<>();
    private final Map<RowKey, MeasuredCases> measuredStream = new HashMap<>();
    private final Map<RowKey, ThroughputModel> loadModels = new HashMap<>();
    private final Map<RowKey, ThroughputModel> streamModels = new HashMap<>();
    private final Library library;
    private final Function<LlmSubject, String> engineOf;

    /**
     * The figures of a plan: engines by their records, one request for the speed alone.
     *
     * @param requests what a request asks for where a workload has no traffic; its traffic goes before
     */
    public static Throughput of(
            FigureBook.Builder book, LlmMemory llm, Function<LlmSubject, RequestShape> requests, Library library) {
        return new Throughput(
                book,
                llm,
                requests,
                subject -> subject.engine().id().value(),
                subject -> StreamFigures.Batch.ALONE,
                library);
    }

    /**
     * The bits of a cached key or value that the runs behind a throughput model most likely used; empty if nobody can tell for this
     * model and GPU.
     */
    public static OptionalDouble cacheBits(ThroughputModel model, LlmSubject subject, Library library) {
        return new Constants(new Facts(library))
                .find(model, Served.of(subject), "kvBits").stream()
                        .mapToDouble(ThroughputModel.Constant::value)
                        .findFirst();
    }

    /**
     * Defines all figures.
     *
     * @param requests what a request asks for where a workload has no traffic
     * @param engineOf the engine's id, or its name as a report states it
     * @param batches the requests at once for which the speed of a single stream is told
     */
    public Throughput(
            FigureBook.Builder book,
            LlmMemory llm,
            Function<LlmSubject, RequestShape> requests,
            Function<LlmSubject, String> engineOf,
            Function<LlmSubject, StreamFigures.Batch> batches,
            Library library) {
        this.library = library;
        this.engineOf = engineOf;
        work = new ModelWork(book, llm, requests, library);
        for (RowKey row : llm.rows.keys()) {
            loadModels.put(row, find(llm.subject(row), ThroughputModel.Kind.LOAD));
            streamModels.put(row, find(llm.subject(row), ThroughputModel.Kind.STREAM));
            measuredLoad.put(row, loadCases(llm.subject(row), requests.apply(llm.subject(row))));
            measuredStream.put(row, cases(llm.subject(row), ThroughputModel.Kind.STREAM, "stream"));
        }
        load = new LoadFigures(
                book, llm, work, subject -> model(subject, ThroughputModel.Kind.LOAD), this::measuredLoad);
        level = new ServiceLevel(book, llm, work, load);
        stream = new StreamFigures(
                book,
                llm,
                work,
                subject -> model(subject, ThroughputModel.Kind.STREAM),
                batches,
                this::measuredStream,
                row -> cases(llm.subject(row), ThroughputModel.Kind.STREAM, "prefill"),
                row -> cases(llm.subject(row), ThroughputModel.Kind.STREAM, "decode"));
    }

    /** What stands behind throughput under load in that row. */
    public MeasuredCases measuredLoad(RowKey row) {
        return found(measuredLoad, row);
    }

    /** What stands behind the speed of one request alone in that row. */
    public MeasuredCases measuredStream(RowKey row) {
        return found(measuredStream, row);
    }

    private static <T> T found(Map<RowKey, T> rows, RowKey row) {
        T found = rows.get(row);
        if (found == null) {
            throw new IllegalArgumentException("no language model in row " + row.id());
        }
        return found;
    }

    /** Nobody measured what reuse of prefixes does. */
    private MeasuredCases loadCases(LlmSubject subject, RequestShape request) {
        double reuse =
                subject.workload().traffic().map(Traffic::prefixReusePercent).orElse(request.prefixReuse());
        return reuse > 0
                ? MeasuredCases.none("no measured case with cached prefixes on any GPU")
                : cases(subject, ThroughputModel.Kind.LOAD, "load");
    }

    private MeasuredCases cases(LlmSubject subject, ThroughputModel.Kind kind, String figure) {
        return MeasuredCases.of(model(subject, kind), Served.of(subject), engineOf.apply(subject), figure, library);
    }

    private ThroughputModel model(LlmSubject subject, ThroughputModel.Kind kind) {
        return switch (kind) {
            case LOAD -> found(loadModels, subject.row());
            case STREAM -> found(streamModels, subject.row());
            case READ -> find(subject, kind);
        };
    }

    private ThroughputModel find(LlmSubject subject, ThroughputModel.Kind kind) {
        return find(library, kind, engineOf.apply(subject));
    }

    /** Without any record of that kind all constants are missing, which the figures then say. */
    static ThroughputModel find(Library library, ThroughputModel.Kind kind, String engine) {
        return library.throughputModel(kind, engine)
                .orElseGet(() -> new ThroughputModel(
                        "none",
                        "a library without constants of throughput",
                        "none",
                        kind,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Evidence.INFERRED,
                        List.of()));
    }
}
