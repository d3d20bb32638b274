package org.sizewright.sizing.training;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.LibraryRecord;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.Optimiser;
import org.sizewright.library.TuningMethod;
import org.sizewright.sizing.Facts;

/** The rows of training with a way to define figures over each sort of them, and facts with their sources. */
final class TrainingScopes {
    static final Source CHOICE = Source.of("choice of the plan", "", "", Evidence.TYPED);
    static final Source FITTED = Source.of(
            "Training formulas, held against 30 measured peaks and 8 measured speeds",
            "assets/library/README.md, derived constants",
            "2026-11-22",
            Evidence.INFERRED);

    final FigureBook.Builder book;
    final TrainingRows rows;
    final Facts facts;
    /** By the record itself: to compare the contents of records takes longer than to quote them. */
    private final Map<LibraryRecord, Source> quoted = new IdentityHashMap<>();

    final FigureBook.Scope workloads;
    final FigureBook.Scope stages;
    final FigureBook.Scope parts;
    final FigureBook.Scope kinds;
    final FigureBook.Scope adapted;

    TrainingScopes(FigureBook.Builder book, TrainingRows rows, Facts facts) {
        this.book = book;
        this.rows = rows;
        this.facts = facts;
        workloads = book.over(rows.subjects);
        stages = book.over(rows.stages);
        parts = book.over(rows.parts);
        kinds = book.over(rows.kinds);
        adapted = book.over(rows.adapted);
    }

    /** A number that follows from what the plan chose. */
    Figure choice(String id, Unit unit, String title, ToDoubleFunction<TrainingSubject> number) {
        return workloads.fact(id, unit, title, row -> Given.fact(number.applyAsDouble(rows.subject(row)), CHOICE));
    }

    Figure input(
            String id, Unit unit, String title, Range range, String field, ToDoubleFunction<TrainingSubject> number) {
        return workloads.input(id, unit, title, range, row -> {
            TrainingSubject subject = rows.subject(row);
            return Given.input(number.applyAsDouble(subject), subject.path() + "/" + field);
        });
    }

    Figure ofModel(String id, Unit unit, String title, ToDoubleFunction<TrainingSubject> number) {
        return workloads.fact(id, unit, title, row -> model(row, number.applyAsDouble(rows.subject(row))));
    }

    Figure ofStack(String id, Unit unit, String title, ToDoubleFunction<TrainingSubject> number) {
        return workloads.fact(id, unit, title, row -> {
            TrainingSubject subject = rows.subject(row);
            return of(subject.stack(), subject.stack().evidence(), number.applyAsDouble(subject));
        });
    }

    Figure ofOptimiser(String id, String title, ToDoubleFunction<TrainingSubject> number) {
        return workloads.fact(id, Unit.BYTE, title, row -> optimiser(row, number.applyAsDouble(rows.subject(row))));
    }

    /** A number of the model that the row belongs to. */
    Given model(RowKey row, double number) {
        ModelArchitecture model = rows.subject(row).model();
        return of(model, model.evidence(), number);
    }

    Given method(RowKey row, double number) {
        TuningMethod method = rows.subject(row).tuning().method();
        return of(method, method.evidence(), number);
    }

    Given optimiser(RowKey row, double number) {
        Optimiser optimiser = rows.subject(row).optimiser();
        return of(optimiser, optimiser.evidence(), number);
    }

    /** A number that shares the evidence of its record. Many do, so that each record is quoted once. */
    private Given of(LibraryRecord record, Evidence evidence, double number) {
        Source source = quoted.computeIfAbsent(
                record, each -> facts.of(each, evidence, number).source());
        return Given.fact(number, source);
    }
}
