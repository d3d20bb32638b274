package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.library.Library;
import org.sizewright.sizing.Demand;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.throughput.Throughput;

/** The figures of a model in many places or under many loads at once, a row each, in a book of its own. */
final class Trial {
    private static final Source SHARING = Source.of("Slices of this size on one GPU", "library", "", Evidence.VERIFIED);

    final LlmMemory llm;
    /** Empty where only memory was asked for. */
    final Optional<Throughput> speed;
    /** All of one GPU that the engine may use. */
    final Figure room;
    /** Of one GPU with the requests of the fullest replica. */
    final Figure needed;
    /** Of one GPU if one replica served all requests. */
    final Figure inOne;
    /** By how much one request does not fit; below zero if it does. */
    final Figure shortage;
    /** GPUs as they are bought, also where several slices share one. */
    final Figure wholeGpus;
    /** Users that the replicas have room for; no number without traffic. */
    final Figure users;

    private final FigureBook book;
    private final Library library;

    /** Memory alone. */
    static Trial ofMemory(List<LlmSubject> subjects, Library library) {
        return new Trial(subjects, Map.of(), library, false);
    }

    /** @param perGpu how many of the device share one GPU, by row; 1 where there is no entry */
    static Trial withSpeed(List<LlmSubject> subjects, Map<RowKey, Integer> perGpu, Library library) {
        return new Trial(subjects, perGpu, library, true);
    }

    private Trial(List<LlmSubject> subjects, Map<RowKey, Integer> perGpu, Library library, boolean timed) {
        this.library = library;
        FigureBook.Builder builder = FigureBook.builder();
        llm = new LlmMemory(builder, subjects, library);
        speed = timed ? Optional.of(Throughput.of(builder, llm, Demand::usualRequest, library)) : Optional.empty();
        FigureBook.Scope w = builder.over(llm.rows);
        Figure base = w.define(
                "trial_base",
                Unit.GIB,
                "Weights, activations and communication per GPU",
                llm.weightsPerGpu.plus(llm.engine.activation).plus(llm.engine.nonTorch));
        room = w.define("trial_room", Unit.GIB, "What the engine may use of one GPU", base.plus(llm.engine.kvPool));
        needed = w.define(
                "trial_needed",
                Unit.GIB,
                "Memory in use on one GPU",
                base.plus(llm.requestsInUse
                        .inLane(Lane.VALUE)
                        .dividedBy(llm.expertParallel)
                        .ceil()
                        .times(llm.kvPerRequest)));
        inOne = w.define(
                "trial_in_one",
                Unit.GIB,
                "Memory of one GPU if one replica served all requests",
                base.plus(llm.concurrency.dividedBy(llm.expertParallel).ceil().times(llm.kvPerRequest)));
        shortage =
                w.define("trial_shortage", Unit.GIB, "Lacking on one GPU", llm.kvPerRequest.minus(llm.engine.kvPool));
        Figure slices = w.fact(
                "trial_slices",
                Unit.COUNT,
                "Replicas' parts that share one GPU",
                row -> Given.fact(perGpu.getOrDefault(row, 1), SHARING));
        wholeGpus = w.define(
                "trial_gpus", Unit.COUNT, "GPUs", llm.gpus.dividedBy(slices).ceil());
        Formula wanted = llm.traffic.users.sumOver(llm.traffic.rowsOf);
        users = w.define(
                "trial_users",
                Unit.COUNT,
                "Users that there is room for",
                wanted.times(llm.replicas)
                        .times(llm.requestsPerReplica)
                        .dividedBy(llm.concurrency)
                        .floor());
        book = builder.build();
    }

    Library library() {
        return library;
    }

    FigureBook figures() {
        return book;
    }

    Value value(Figure figure, RowKey row) {
        return book.value(figure, row);
    }

    OptionalDouble number(Figure figure, RowKey row) {
        return value(figure, row).asNumber();
    }

    /** The range over the band; the value alone where the band is not known. */
    Range range(Figure figure, RowKey row, double value) {
        return book.band(figure, row).orElse(Range.of(value, value));
    }
}
