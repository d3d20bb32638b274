package org.sizewright.sizing.generation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.sizewright.sizing.Facts;

/**
 * The weights of a model as PyTorch holds them, one row per kind of tensor, with what its caching allocator holds beyond: a rest of
 * at most 1 MiB of a segment is not given to others.
 */
final class LoadedWeights {
    private static final Source LAYOUT = Source.of(
            "Packed values, scales and zero points of each matrix; an index for each column with GPTQ",
            "assets/library/README.md, number formats",
            "2026-11-22",
            Evidence.VERIFIED);
    private static final Source ALLOCATOR = Source.of(
            "Caching allocator of PyTorch: 512 bytes up to 1 MiB, shared segments of 20 MiB up to 10 MiB, steps of 2 MiB from there;"
                    + " a rest of at most 1 MiB is not split off",
            "held against 61 measured peaks, github QwenLM/Qwen2.5 speed benchmark",
            "2026-11-22",
            Evidence.RECALLED);
    private static final Formula BLOCK = Formula.constant(512, Unit.BYTE);
    private static final Formula REST = Formula.constant(1, Unit.MIB);
    private static final Formula LARGE = Formula.constant(10, Unit.MIB);
    private static final Formula SEGMENT = Formula.constant(20, Unit.MIB);
    private static final Formula STEP = Formula.constant(2, Unit.MIB);

    final Rows tensors;
    final Figure weights;
    final Figure lost;
    /** Twice the parameters of the largest matrix that is unpacked. */
    final Figure unpacked;
    /** Joined matrices beside the originals. */
    final Figure joined;

    private final Map<RowKey, StoredTensors.Stored> storedOf = new HashMap<>();
    private final Facts facts;

    /** @param prefix of the names of all figures, so that several can stand in one calculation */
    LoadedWeights(FigureBook.Builder book, String prefix, Rows models, List<GenerationSubject> subjects, Facts facts) {
        this.facts = facts;
        List<RowKey> keys = new ArrayList<>();
        Map<RowKey, List<RowKey>> ofModel = new HashMap<>();
        for (GenerationSubject subject : subjects) {
            List<RowKey> rows = new ArrayList<>();
            for (StoredTensors.Stored stored : StoredTensors.of(subject)) {
                storedOf.put(stored.row(), stored);
                rows.add(stored.row());
            }
            keys.addAll(rows);
            ofModel.put(subject.row(), rows);
        }
        tensors = Rows.detail(prefix + "gentensor", "Stored tensors", keys);
        FigureBook.Scope t = book.over(tensors);
        FigureBook.Scope m = book.over(models);
        Figure copies =
                t.fact(prefix + "gen_copies", Unit.COUNT, "Copies", row -> model(row, StoredTensors.Stored::copies));
        Figure out = t.fact(prefix + "gen_rows", Unit.COUNT, "Rows", row -> model(row, StoredTensors.Stored::out));
        Figure in = t.fact(prefix + "gen_columns", Unit.COUNT, "Columns", row -> model(row, StoredTensors.Stored::in));
        Figure perParameter = t.fact(
                prefix + "gen_bytes_per_parameter",
                Unit.BYTE,
                "Bytes per parameter",
                row -> format(row, StoredTensors.Stored::bytesPerParameter));
        Figure perColumn = t.fact(
                prefix + "gen_bytes_per_column",
                Unit.BYTE,
                "Bytes per column",
                row -> format(row, StoredTensors.Stored::bytesPerColumn));
        Figure alone = t.fact(
                prefix + "gen_alone",
                Unit.COUNT,
                "Allocated by itself (1 = yes)",
                row -> stack(row, stored -> stored.alone() ? 1 : 0));
        Figure copied = t.fact(
                prefix + "gen_joined_copies",
                Unit.COUNT,
                "Copied while they are joined",
                row -> stack(row, StoredTensors.Stored::copied));
        Figure isUnpacked = t.fact(
                prefix + "gen_unpacked",
                Unit.COUNT,
                "Unpacked to 16 bit (1 = yes)",
                row -> stack(row, stored -> stored.unpacked() ? 1 : 0));
        Figure bytes = t.define(
                prefix + "gen_tensor_bytes",
                Unit.BYTE,
                "Bytes of one",
                out.times(in).times(perParameter).plus(in.times(perColumn)),
                LAYOUT);
        Figure all = t.define(prefix + "gen_tensors_bytes", Unit.BYTE, "Bytes of all", bytes.times(copies), LAYOUT);
        Formula perSegment = SEGMENT.dividedBy(bytes).floor();
        Figure restOfSegment = t.define(
                prefix + "gen_segment_rest",
                Unit.BYTE,
                "Rest of a segment of 20 MiB",
                Formula.when(
                        bytes.lessThan(LARGE),
                        SEGMENT.minus(bytes.times(perSegment)),
                        bytes.ceilTo(STEP).minus(bytes)),
                ALLOCATOR);
        Figure beyond = t.define(
                prefix + "gen_tensor_lost",
                Unit.BYTE,
                "Held beyond one",
                Formula.when(
                        bytes.atMost(REST),
                        bytes.ceilTo(BLOCK).minus(bytes),
                        Formula.when(
                                restOfSegment.moreThan(REST),
                                Formula.constant(0, Unit.BYTE),
                                Formula.when(
                                        bytes.lessThan(LARGE), restOfSegment.dividedBy(perSegment), restOfSegment))),
                ALLOCATOR);
        Figure beyondAll = t.define(
                prefix + "gen_tensors_lost",
                Unit.BYTE,
                "Held beyond all",
                beyond.times(copies).times(alone),
                ALLOCATOR);
        Figure joinedBytes = t.define(
                prefix + "gen_tensors_joined", Unit.BYTE, "Joined beside the originals", bytes.times(copied), LAYOUT);
        Figure unpackedBytes = t.define(
                prefix + "gen_tensor_unpacked",
                Unit.BYTE,
                "Unpacked to 16 bit",
                out.times(in).times(isUnpacked).times(Formula.constant(2, Unit.BYTE)),
                LAYOUT);

        weights = m.define(prefix + "gen_weights", Unit.GIB, "Weights", all.sumOver(ofModel), LAYOUT);
        Figure tensorByTensor = m.fact(
                prefix + "gen_tensor_by_tensor",
                Unit.COUNT,
                "Loads tensor by tensor (1 = yes)",
                row -> constant(subjects, row, "tensorByTensor"));
        lost = m.define(
                prefix + "gen_lost",
                Unit.GIB,
                "Held by the allocator beyond the weights",
                tensorByTensor.times(beyondAll.sumOver(ofModel)),
                ALLOCATOR);
        unpacked = m.define(
                prefix + "gen_unpacked_largest",
                Unit.GIB,
                "Largest matrix unpacked",
                unpackedBytes.largestOver(ofModel),
                LAYOUT);
        joined = m.define(
                prefix + "gen_joined",
                Unit.GIB,
                "Joined matrices beside the originals",
                joinedBytes.sumOver(ofModel),
                LAYOUT);
    }

    private Given constant(List<GenerationSubject> subjects, RowKey row, String name) {
        return subjects.stream()
                .filter(subject -> subject.row().equals(row))
                .findFirst()
                .map(subject -> facts.of(subject.stack(), name, subject.stack().constant(name), number -> number))
                .orElseThrow();
    }

    private StoredTensors.Stored stored(RowKey row) {
        return Objects.requireNonNull(storedOf.get(row));
    }

    private Given model(RowKey row, ToDoubleFunction<StoredTensors.Stored> number) {
        var model = stored(row).subject().model();
        return facts.of(model, model.evidence(), number.applyAsDouble(stored(row)));
    }

    private Given format(RowKey row, ToDoubleFunction<StoredTensors.Stored> number) {
        var format = stored(row).subject().weights();
        return facts.of(format, format.evidence(), number.applyAsDouble(stored(row)));
    }

    private Given stack(RowKey row, ToDoubleFunction<StoredTensors.Stored> number) {
        return facts.of(stored(row).subject().stack(), Evidence.INFERRED, number.applyAsDouble(stored(row)));
    }
}
