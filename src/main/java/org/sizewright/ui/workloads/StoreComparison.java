package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.library.Library;
import org.sizewright.library.RetrievalRecord.VectorElement;
import org.sizewright.library.RetrievalRecord.VectorIndex;
import org.sizewright.plan.ResolvedWorkload.Search;
import org.sizewright.sizing.retrieval.RetrievalFigures;
import org.sizewright.sizing.retrieval.RetrievalSubject;

/** The same documents in every kind of index, with every kind of elements, in a book of their own. */
final class StoreComparison {
    private record Kind(VectorIndex index, VectorElement element, String title) {}

    private StoreComparison() {}

    static List<StoreRow> of(RetrievalSubject subject, Library library) {
        List<Kind> kinds = kinds(subject.search(), library);
        List<RetrievalSubject> subjects = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            subjects.add(new RetrievalSubject(
                    new RowKey("store" + i, kinds.get(i).title()),
                    with(subject.search(), kinds.get(i)),
                    subject.gpu(),
                    subject.share(),
                    subject.device()));
        }
        FigureBook.Builder builder = FigureBook.builder();
        RetrievalFigures figures = new RetrievalFigures(builder, subjects, library);
        FigureBook book = builder.build();
        List<StoreRow> rows = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            Kind kind = kinds.get(i);
            RowKey row = subjects.get(i).row();
            rows.add(new StoreRow(
                    kind.index(),
                    kind.element(),
                    kind.title(),
                    isCurrent(subject.search(), kind),
                    book,
                    figures.index.bytesPerVector.cell(row, Lane.VALUE),
                    figures.database.memoryPerReplica.cell(row, Lane.VALUE),
                    figures.database.vms.cell(row, Lane.VALUE),
                    figures.database.disk.cell(row, Lane.VALUE)));
        }
        return rows;
    }

    /** Codes are the same whatever the elements were. */
    private static List<Kind> kinds(Search search, Library library) {
        List<Kind> kinds = new ArrayList<>();
        for (VectorIndex index : library.vectorIndexes()) {
            if (index.hasCodes()) {
                kinds.add(new Kind(index, search.element(), index.name()));
            } else {
                for (VectorElement element : library.vectorElements()) {
                    kinds.add(new Kind(index, element, index.name() + ", " + element.name()));
                }
            }
        }
        return kinds;
    }

    private static boolean isCurrent(Search search, Kind kind) {
        return kind.index().equals(search.index()) && kind.element().equals(search.element());
    }

    /** Reranker and guardrail do not count for the database. */
    private static Search with(Search search, Kind kind) {
        return new Search(
                search.workload()
                        .withStore(search.workload()
                                .store()
                                .withIndex(kind.index().id())
                                .withElement(kind.element().id())),
                kind.index(),
                kind.element(),
                search.engine(),
                search.embedding(),
                Optional.empty(),
                Optional.empty());
    }
}
