package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.library.RetrievalRecord.VectorElement;
import org.sizewright.library.RetrievalRecord.VectorIndex;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.VectorStore;
import org.sizewright.plan.VectorStore.Originals;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;

/** The index over the vectors and the store around it; what an index does not have is not asked for. */
final class IndexFields {
    private static final int BITS_OF_ORIGINAL = 32;

    private final FlowGrid grid;
    private final Choice<VectorIndex> index;
    private final Choice<VectorElement> element;
    private final PlanNumber dimensions;
    private final PlanNumber links;
    private final PlanNumber lists;
    private final PlanNumber segments;
    private final PlanNumber codeBits;
    private final PlanNumber headroom;
    private final PlanNumber replicas;
    private final Segmented<Originals> originals;
    private final PlanNumber metadata;
    private final PlanNumber text;
    private List<FieldFrame> shown = List.of();

    /** @param width how narrow a field may be, in pixels */
    IndexFields(RetrievalNumbers numbers, double width) {
        grid = new FlowGrid(width, 14);
        Texts texts = numbers.texts();
        RetrievalDesk desk = numbers.desk();
        String indexName = numbers.name(RetrievalField.INDEX);
        index = numbers.keep(
                RetrievalField.INDEX,
                new Choice<>(
                        indexName,
                        RetrievalField.id(RetrievalField.INDEX),
                        VectorIndex::name,
                        chosen -> desk.changeStore(indexName, store -> store.withIndex(chosen.id()))));
        String elementName = numbers.name(RetrievalField.ELEMENT);
        element = numbers.keep(
                RetrievalField.ELEMENT,
                new Choice<>(
                        elementName,
                        RetrievalField.id(RetrievalField.ELEMENT),
                        VectorElement::name,
                        chosen -> desk.changeStore(elementName, store -> store.withElement(chosen.id()))));
        dimensions = numbers.open(
                RetrievalField.DIMENSIONS,
                numbers.name(RetrievalField.DIMENSIONS),
                "",
                "1",
                String.valueOf(Retrieval.MAX_DIMENSIONS),
                0,
                (work, number) -> work.withStore(work.store().withDimensions(number.map(Double::intValue))));
        links = numbers.whole(
                RetrievalField.LINKS,
                "",
                1,
                1024,
                (work, number) -> work.withStore(work.store().withLinks(number)));
        lists = numbers.whole(
                RetrievalField.LISTS,
                "",
                1,
                100_000_000,
                (work, number) -> work.withStore(work.store().withLists(number)));
        segments = numbers.whole(
                RetrievalField.SEGMENTS,
                "",
                1,
                Retrieval.MAX_DIMENSIONS,
                (work, number) -> work.withStore(work.store().withCodeSegments(number)));
        codeBits = numbers.whole(
                RetrievalField.CODE_BITS,
                texts.get("workloads.retrieval.unit.bit"),
                1,
                24,
                (work, number) -> work.withStore(work.store().withCodeBits(number)));
        headroom = numbers.open(
                RetrievalField.HEADROOM,
                numbers.name(RetrievalField.HEADROOM),
                "",
                "1",
                "10",
                2,
                (work, number) -> work.withStore(work.store().withHeadroom(number)));
        replicas = numbers.whole(
                RetrievalField.REPLICAS,
                "",
                1,
                1000,
                (work, number) -> work.withStore(work.store().withReplicas(number)));
        String originalsName = numbers.name(RetrievalField.ORIGINALS);
        originals = numbers.keep(
                RetrievalField.ORIGINALS,
                new Segmented<>(
                        originalsName,
                        RetrievalField.id(RetrievalField.ORIGINALS),
                        each -> texts.get(
                                switch (each) {
                                    case KEPT -> "workloads.retrieval.originals.kept";
                                    case DROPPED -> "workloads.retrieval.originals.dropped";
                                }),
                        chosen -> desk.changeStore(originalsName, store -> store.withOriginals(chosen))));
        metadata = numbers.whole(
                RetrievalField.METADATA,
                texts.get("workloads.retrieval.unit.bytes"),
                0,
                100_000_000,
                (work, number) -> work.withStore(work.store().withMetadataBytes(number)));
        text = numbers.open(
                RetrievalField.TEXT,
                numbers.name(RetrievalField.TEXT),
                texts.get("workloads.retrieval.unit.bytesPerToken"),
                "0",
                "10000",
                2,
                (work, number) -> work.withStore(work.store().withTextBytesPerToken(number)));
        text.node().field().setPromptText(texts.get("workloads.retrieval.text.none"));
    }

    FlowGrid grid() {
        return grid;
    }

    void show(Sheet.Search sheet) {
        WorkloadId id = sheet.workload().id();
        VectorStore store = sheet.workload().store();
        RetrievalFields fields = sheet.fields();
        Optional<VectorIndex> chosen = fields.indexes().stream()
                .filter(each -> each.id().equals(store.index()))
                .findFirst();
        Optional<VectorElement> chosenElement = fields.elements().stream()
                .filter(each -> each.id().equals(store.element()))
                .findFirst();
        index.show(fields.indexes(), chosen);
        element.show(fields.elements(), chosenElement);
        dimensions.show(id, store.dimensions(), fields.automatic(RetrievalField.DIMENSIONS));
        links.show(id, store.links());
        lists.show(id, store.lists());
        segments.show(id, store.codeSegments());
        codeBits.show(id, store.codeBits());
        headroom.show(id, store.headroom(), fields.automatic(RetrievalField.HEADROOM));
        replicas.show(id, store.replicas());
        originals.show(List.of(Originals.values()), Optional.of(store.originals()));
        metadata.show(id, store.metadataBytes());
        text.show(id, store.textBytesPerToken(), fields.automatic(RetrievalField.TEXT));
        List<FieldFrame> asked = asked(chosen, chosenElement);
        if (!asked.equals(shown)) {
            shown = asked;
            grid.show(asked);
        }
    }

    private List<FieldFrame> asked(Optional<VectorIndex> chosen, Optional<VectorElement> chosenElement) {
        boolean codes = chosen.map(VectorIndex::hasCodes).orElse(false);
        boolean whole = !codes
                && chosenElement.filter(each -> each.bits() >= BITS_OF_ORIGINAL).isPresent();
        List<FieldFrame> asked = new ArrayList<>(List.of(index));
        if (!codes) {
            asked.add(element);
        }
        asked.add(dimensions.node());
        if (chosen.map(VectorIndex::hasLinks).orElse(false)) {
            asked.add(links.node());
        }
        if (chosen.map(VectorIndex::hasLists).orElse(false)) {
            asked.add(lists.node());
        }
        if (codes) {
            asked.add(segments.node());
            asked.add(codeBits.node());
        }
        if (!whole) {
            asked.add(originals);
        }
        asked.addAll(List.of(replicas.node(), headroom.node(), metadata.node(), text.node()));
        return asked;
    }
}
