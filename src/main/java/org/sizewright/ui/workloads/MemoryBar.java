package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.StackedBar;

/** Prepares the memory of one GPU or slice: what is in it, and how far that reaches. Built once for a state. */
final class MemoryBar {
    private final Texts texts;
    private final RowFigures f;
    private final LlmMemory llm;
    private final MemoryText memory;
    private final List<StackedBar.Segment> segments = new ArrayList<>();
    private final Map<String, Cell> cells = new LinkedHashMap<>();

    MemoryBar(Texts texts, RowFigures figures, LlmMemory llm) {
        this.texts = texts;
        this.f = figures;
        this.llm = llm;
        this.memory = figures.memoryText();
    }

    Sheet.Memory memory() {
        String device = llm.subject(f.row()).device().name();
        double whole = f.number(llm.engine.gpuMemory).orElse(0);
        boolean fits = f.value(llm.replicas).isKnown();
        OptionalDouble pool = f.number(llm.engine.kvPool);
        add("weights", texts.get("workloads.part.weights"), llm.weightsPerGpu, Fill.WORK_1);
        if (fits) {
            addCache();
            add("spare", texts.get("workloads.part.spare"), llm.kvSpare, Fill.FREE);
        } else if (pool.isPresent()) {
            add("kv", texts.get("workloads.part.oneRequest"), llm.kvPerRequest, Fill.WORK_2);
        }
        add("activation", texts.get("workloads.part.activation"), llm.engine.activation, Fill.WORK_3);
        add("communication", texts.get("workloads.part.communication"), llm.engine.nonTorch, Fill.WORK_4);
        if (pool.isPresent()) {
            addOutside(whole, pool.getAsDouble());
        } else {
            addUnknown(whole);
        }
        double sum = segments.stream().mapToDouble(StackedBar.Segment::size).sum();
        // rounding must not look like an excess
        double end = Math.max(whole, fits ? sum : whole);
        StackedBar.Limit limit = new StackedBar.Limit(
                texts.get("workloads.bar.limit", device, memory.text(whole * MemoryCard.GIB)),
                end,
                texts.get("workloads.bar.lacking", memory.text(Math.max(0, sum - whole) * MemoryCard.GIB)));
        String title = texts.get("workloads.bar.title", memory.unit().symbol());
        return new Sheet.Memory(title, segments, limit, cells, remark(), memory.unit());
    }

    /** State of constant size stands apart from keys and values where a model has both. */
    private void addCache() {
        double inUse = f.number(llm.kvInUse).orElse(0);
        double state =
                Math.min(inUse, statePerRequest() * f.number(llm.requestsInUse).orElse(0));
        if (state <= 0) {
            add("kv", texts.get("workloads.part.kv"), llm.kvInUse, Fill.WORK_2);
            return;
        }
        put("kv", texts.get("workloads.part.kv"), inUse - state, Fill.WORK_2, llm.kvInUse);
        put("state", texts.get("workloads.part.state"), state, Fill.WORK_5, llm.kvInUse);
    }

    /** In GiB, on the GPU that has the most. */
    private double statePerRequest() {
        double most = 0;
        for (RowKey stage : llm.model.stages(List.of(f.row())).getOrDefault(f.row(), List.of())) {
            double mib =
                    f.book().value(llm.cache.statePerRequest, stage).asNumber().orElse(0);
            most = Math.max(most, mib / 1024);
        }
        return most;
    }

    /** What the engine's share leaves: graphs are taken there after the cache, the rest stays free. */
    private void addOutside(double whole, double pool) {
        double used = f.number(llm.weightsPerGpu).orElse(0)
                + f.number(llm.engine.activation).orElse(0)
                + f.number(llm.engine.nonTorch).orElse(0);
        double outside = whole - used - pool;
        double graphs =
                Math.min(Math.max(0, outside), f.number(llm.engine.graphs).orElse(0));
        put("graphs", texts.get("workloads.part.graphs"), graphs, Fill.WORK_6, llm.engine.graphs);
        put("reserve", texts.get("workloads.part.reserve"), outside - graphs, Fill.RESERVED, llm.engine.reserve);
    }

    private void addUnknown(double whole) {
        double rest = whole
                - segments.stream().mapToDouble(StackedBar.Segment::size).sum()
                - f.number(llm.engine.reserve).orElse(0);
        put("rest", texts.get("workloads.part.rest"), rest, Fill.STRANDED, llm.engine.kvPool);
        add("reserve", texts.get("workloads.part.reserve"), llm.engine.reserve, Fill.RESERVED);
    }

    private Optional<String> remark() {
        return f.value(llm.engine.kvPool) instanceof Value.Unknown unknown
                ? Optional.of(texts.get("workloads.memory.unknown", LlmSheets.reason(f, llm, unknown)))
                : Optional.empty();
    }

    private void add(String id, String label, Figure figure, Fill fill) {
        f.number(figure).ifPresent(size -> put(id, label, size, fill, figure));
    }

    private void put(String id, String label, double gib, Fill fill, Figure figure) {
        if (gib <= 0.0005) {
            return;
        }
        double bytes = gib * MemoryCard.GIB;
        StackedBar.Segment segment = StackedBar.Segment.of(id, label, memory.number(bytes), gib, fill)
                .withMore(memory.both(bytes));
        OptionalDouble spread = f.spread(figure);
        boolean estimate = figure.equals(llm.engine.activation) || figure.equals(llm.engine.graphs);
        segments.add(
                estimate && spread.isPresent() && spread.getAsDouble() >= 0.005
                        ? segment.withNote(
                                texts.get("workloads.spread", ValueText.number(spread.getAsDouble() * 100, 0)))
                        : segment);
        cells.put(id, f.cell(figure));
    }
}
