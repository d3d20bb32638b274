package org.sizewright.sizing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.model.Tensor.Role;

/**
 * What the framework's allocator holds beyond the weights themselves. A serving engine puts queries, keys and values into one
 * allocation, gate and up into another, all experts of a layer into two; the allocator rounds each up and does not split off a rest
 * of up to 1 MiB: below 10 MiB it cuts segments of 20 MiB, above it rounds to whole 2 MiB.
 */
final class Allocations {
    private static final Source ALLOCATOR = Source.of(
            "PyTorch's caching allocator: segments of 20 MiB up to 10 MiB, steps of 2 MiB above, rests up to 1 MiB stay;"
                    + " explains 14.25 against 14.19 GiB for Qwen2.5 7B and 30.71 against 30.52 for Qwen2.5 32B on two GPUs",
            "start-up logs of vLLM; assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);
    private static final double MIB = 1 << 20;

    /** What lies in one allocation, in so many layers. */
    private record Piece(String name, long times) {}

    final Rows rows;
    /** Lost on each GPU, by stage. */
    final Map<RowKey, List<RowKey>> ofStage = new HashMap<>();

    final Figure lost;

    Allocations(FigureBook.Builder book, Map<RowKey, List<Stage.Part>> partsOfStage, Figure partPerGpu, Facts facts) {
        List<RowKey> keys = new ArrayList<>();
        Map<RowKey, List<RowKey>> partsOf = new HashMap<>();
        Map<RowKey, Stage.Part> firstOf = new HashMap<>();
        partsOfStage.forEach((stage, partsOfOne) -> {
            Map<Piece, List<Stage.Part>> together = new LinkedHashMap<>();
            for (Stage.Part part : partsOfOne) {
                if (part.tensor().isMatrix()) {
                    together.computeIfAbsent(new Piece(name(part), part.times()), piece -> new ArrayList<>())
                            .add(part);
                }
            }
            List<RowKey> all = new ArrayList<>();
            together.forEach((piece, parts) -> {
                RowKey key = new RowKey(stage.id() + "a" + (all.size() + 1), stage.title() + ": " + piece.name());
                all.add(key);
                firstOf.put(key, parts.getFirst());
                partsOf.put(key, parts.stream().map(Stage.Part::row).toList());
            });
            keys.addAll(all);
            ofStage.put(stage, all);
        });
        rows = Rows.detail("llmallocation", "Allocation", keys);
        FigureBook.Scope a = book.over(rows);
        Figure times = a.fact("allocation_times", Unit.COUNT, "How often", row -> {
            Stage.Part part = java.util.Objects.requireNonNull(firstOf.get(row));
            return facts.of(
                    part.stage().subject().model(),
                    part.stage().subject().model().evidence(),
                    part.times());
        });
        Figure rounded = a.fact(
                "allocation_rounded",
                Unit.COUNT,
                "The engine allocates so (1 = yes)",
                row -> Given.fact(
                        java.util.Objects.requireNonNull(firstOf.get(row))
                                        .stage()
                                        .subject()
                                        .engine()
                                        .fusedWeights()
                                ? 1
                                : 0,
                        ALLOCATOR));
        Figure size = a.define(
                "allocation_size",
                Unit.MIB,
                "Size of one",
                partPerGpu.sumOver(partsOf).dividedBy(times),
                ALLOCATOR);
        Formula oneMib = Formula.constant(1, Unit.MIB);
        Formula segment = Formula.constant(20, Unit.MIB);
        Formula inSegment = segment.dividedBy(Formula.max(oneMib, size)).floor();
        Formula segmentRest = segment.minus(inSegment.times(size));
        Formula stepRest = size.ceilTo(Formula.constant(2, Unit.MIB)).minus(size);
        Formula none = Formula.constant(0, Unit.MIB);
        Formula each = Formula.when(
                size.atMost(oneMib),
                size.ceilTo(Formula.constant(512 / MIB, Unit.MIB)).minus(size),
                Formula.when(
                        size.lessThan(Formula.constant(10, Unit.MIB)),
                        Formula.when(segmentRest.atMost(oneMib), segmentRest.dividedBy(inSegment), none),
                        Formula.when(stepRest.atMost(oneMib), stepRest, none)));
        lost = a.define(
                "allocation_lost",
                Unit.MIB,
                "Lost to rounding",
                times.times(each).times(rounded),
                ALLOCATOR);
    }

    /** What an engine puts into one piece of memory. */
    private static String name(Stage.Part part) {
        String name = part.tensor().name();
        String prefix = part.tensor().role() == Role.EXPERTS ? "experts." : "";
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "q_proj", "k_proj", "v_proj", "qkv_proj" -> name.startsWith("indexer") ? name : "qkv_proj";
            case "gate_proj", "up_proj" -> prefix.isEmpty() ? name.replace("gate_proj", "up_proj") : prefix + "gate_up";
            default -> name;
        };
    }
}
