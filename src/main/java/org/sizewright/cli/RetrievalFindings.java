package org.sizewright.cli;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.sizing.retrieval.RetrievalFigures;
import org.sizewright.sizing.retrieval.RetrievalModels;
import org.sizewright.sizing.retrieval.RetrievalSubject;

/** What speaks against retrieval as it is sized, in sentences. */
final class RetrievalFindings {
    private RetrievalFindings() {}

    static SizeFindings of(FigureBook book, RetrievalFigures rag, RetrievalSubject subject) {
        List<String> errors = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (RowKey row : rag.models.rowsOf(subject.row())) {
            model(book, rag.models, row, errors, notes);
        }
        RowKey row = subject.row();
        int segments = subject.search().workload().store().codeSegments();
        if (subject.search().index().hasCodes()
                && book.value(rag.index.dimensions, row) instanceof Value.Known dimensions
                && dimensions.number() % segments != 0) {
            errors.add(
                    "The " + segments + " segments of a code do not divide the " + ValueText.number(dimensions.number())
                            + " dimensions of a vector: choose --code-segments that do.");
        }
        if (book.value(rag.database.shards, row) instanceof Value.Known shards && shards.number() > 1) {
            notes.add("A copy of the database takes "
                    + ValueText.of(book.value(rag.database.memoryPerReplica, row), Unit.GIB)
                    + " and is split into " + ValueText.number(shards.number())
                    + " parts: check that the database can do that, or give it a larger --database-vm.");
        }
        for (RowKey model : rag.models.rowsOf(subject.row())) {
            SizeFindings.assumptions(rag.models.shapeOf(model)).forEach(each -> {
                if (!notes.contains(each)) {
                    notes.add(each);
                }
            });
        }
        return new SizeFindings(errors, notes);
    }

    private static void model(
            FigureBook book, RetrievalModels models, RowKey row, List<String> errors, List<String> notes) {
        String name = models.modelOf(row).name();
        String device = models.subjectOf(row).device().name();
        Value needed = book.value(models.memory, row);
        Value given = book.value(models.deviceMemory, row);
        if (needed instanceof Value.Known needs && given instanceof Value.Known has && needs.number() > has.number()) {
            errors.add("It does not fit: " + name + " needs " + ValueText.of(needed, Unit.GIB) + ", and " + device
                    + " gives " + ValueText.of(given, Unit.GIB)
                    + ": take a larger profile or GPU, or store its weights in fewer bits.");
        } else if (book.value(models.vms, row) instanceof Value.Unknown unknown) {
            errors.add("How many machines " + name + " needs cannot be said: " + unknown.why() + ".");
        } else if (models.isEstimated(row)) {
            notes.add("How fast " + name + " reads on " + device + " is an estimate: "
                    + models.reading.measured(row).text() + ".");
        }
        if (book.value(models.text, row) instanceof Value.Known text) {
            models.longestText(row).ifPresent(most -> {
                if (text.number() > most) {
                    notes.add(name + " reads texts of up to " + ValueText.number(most) + " tokens, not "
                            + ValueText.number(text.number())
                            + ", and cuts off the rest: shorten the passages or choose another model.");
                }
            });
        }
    }
}
