package org.sizewright.sizing.retrieval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.sizewright.figure.Dimension;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Unit;
import org.sizewright.plan.Retrieval;
import org.sizewright.sizing.Facts;

/** One row per workload with retrieval, and how what is typed in there becomes figures. */
final class RetrievalRows {
    static final Unit HOUR = new Unit("h", Dimension.of(Dimension.Base.SECOND), 3600);

    final Rows rows;
    final FigureBook.Scope scope;
    final Facts facts;
    private final Map<RowKey, RetrievalSubject> subjects;

    RetrievalRows(FigureBook.Builder book, List<RetrievalSubject> subjectList, Facts facts) {
        this.facts = facts;
        subjects = subjectList.stream().collect(Collectors.toMap(RetrievalSubject::row, Function.identity()));
        rows = new Rows(
                "rag",
                "Retrieval",
                subjectList.stream().map(RetrievalSubject::row).toList());
        scope = book.over(rows);
    }

    RetrievalSubject subject(RowKey row) {
        RetrievalSubject subject = subjects.get(row);
        if (subject == null) {
            throw new IllegalArgumentException("no retrieval in row " + row.id());
        }
        return subject;
    }

    Retrieval workload(RowKey row) {
        return subject(row).search().workload();
    }

    /** Pointer to a field of the workload in the plan. */
    String path(RowKey row, String field) {
        return "/workloads/" + workload(row).id() + "/" + field;
    }

    Figure input(String id, Unit unit, String title, String field, ToDoubleFunction<Retrieval> number) {
        return scope.input(
                "rag_" + id,
                unit,
                title,
                Range.NOT_NEGATIVE,
                row -> Given.input(number.applyAsDouble(workload(row)), path(row, field)));
    }

    /** What may be typed in; else unknown. */
    Figure typed(String id, Unit unit, String title, String field, Function<Retrieval, Optional<Double>> number) {
        return scope.input(
                "rag_" + id,
                unit,
                title,
                Range.NOT_NEGATIVE,
                row -> Facts.typedOrUnknown(number.apply(workload(row)), path(row, field), title));
    }
}
