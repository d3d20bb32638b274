package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.ValueText;
import org.sizewright.sizing.retrieval.RetrievalFigures;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.StackedBar;

/** Prepares the memory of one copy of a vector database against the machines that carry it. Built once for a state. */
final class DatabaseBar {
    private final Texts texts;
    private final RowFigures f;
    private final RetrievalFigures rag;
    private final MemoryText memory;
    private final List<StackedBar.Segment> segments = new ArrayList<>();
    private final Map<String, Cell> cells = new LinkedHashMap<>();

    DatabaseBar(Texts texts, RowFigures figures, RetrievalFigures rag) {
        this.texts = texts;
        this.f = figures;
        this.rag = rag;
        this.memory = figures.memoryText();
    }

    /** Empty where the memory is not known. */
    Optional<Sheet.Memory> memory() {
        OptionalDouble copy = f.number(rag.database.memoryPerReplica);
        OptionalDouble shards = f.number(rag.database.shards);
        OptionalDouble machine = f.number(rag.database.memoryPerVm);
        if (copy.isEmpty() || shards.isEmpty() || machine.isEmpty()) {
            return Optional.empty();
        }
        boolean codes = rag.subject(f.row()).search().index().hasCodes();
        add(
                "vectors",
                texts.get(codes ? "workloads.retrieval.part.codes" : "workloads.retrieval.part.vectors"),
                rag.index.held,
                Fill.WORK_1);
        add("structure", structure(), rag.index.structure, Fill.WORK_2);
        add("metadata", texts.get("workloads.retrieval.part.metadata"), rag.database.metadata, Fill.WORK_3);
        add("headroom", texts.get("workloads.retrieval.part.headroom"), rag.database.headroom, Fill.WORK_4);
        double whole = machine.getAsDouble() * shards.getAsDouble();
        put(
                "free",
                texts.get("workloads.retrieval.part.free"),
                whole - copy.getAsDouble(),
                Fill.FREE,
                rag.database.memoryPerVm);
        double sum = segments.stream().mapToDouble(StackedBar.Segment::size).sum();
        String each = memory.text(machine.getAsDouble() * MemoryCard.GIB);
        StackedBar.Limit limit = new StackedBar.Limit(
                shards.getAsDouble() > 1
                        ? texts.get(
                                "workloads.retrieval.bar.machines",
                                ValueText.number(shards.getAsDouble()),
                                each,
                                memory.text(whole * MemoryCard.GIB))
                        : texts.get("workloads.retrieval.bar.machine", each),
                // rounding must not look like an excess
                Math.max(whole, sum),
                "");
        return Optional.of(new Sheet.Memory(
                texts.get("workloads.retrieval.bar.title", memory.unit().symbol()),
                segments,
                limit,
                cells,
                remark(shards.getAsDouble()),
                memory.unit()));
    }

    private Optional<String> remark(double shards) {
        double copies = f.number(rag.database.replicas).orElse(1);
        String machines = f.plain(rag.database.vms);
        return Optional.of(
                shards > 1
                        ? texts.get("workloads.retrieval.bar.split", ValueText.number(shards), copies, machines)
                        : texts.get("workloads.retrieval.bar.whole", copies, machines));
    }

    private String structure() {
        var index = rag.subject(f.row()).search().index();
        return texts.get(index.hasLinks() ? "workloads.retrieval.part.links" : "workloads.retrieval.part.lists");
    }

    private void add(String id, String label, Figure figure, Fill fill) {
        f.number(figure).ifPresent(size -> put(id, label, size, fill, figure));
    }

    private void put(String id, String label, double gib, Fill fill, Figure figure) {
        double bytes = gib * MemoryCard.GIB;
        if (bytes < 1) {
            return;
        }
        StackedBar.Segment segment =
                StackedBar.Segment.of(id, label, memory.text(bytes), gib, fill).withMore(memory.both(bytes));
        segments.add(f.band(figure).map(segment::withNote).orElse(segment));
        cells.put(id, f.cell(figure));
    }
}
