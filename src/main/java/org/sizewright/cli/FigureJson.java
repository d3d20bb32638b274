package org.sizewright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Explanation;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;

/**
 * All figures of a calculation as JSON, one object per figure and row in the order of their definition. The layout is described in
 * {@code src/docs/command-line.md}; fields are only ever added.
 */
final class FigureJson {
    private final FigureBook book;
    private final EvidenceOf evidence;

    FigureJson(FigureBook book) {
        this.book = book;
        evidence = new EvidenceOf(book);
    }

    /** Every row of every figure. */
    ArrayNode all() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Figure figure : book.figures()) {
            figure.rows().keys().forEach(row -> list.add(one(figure, row)));
        }
        return list;
    }

    private ObjectNode one(Figure figure, RowKey row) {
        Cell cell = figure.cell(row, Lane.VALUE);
        Explanation why = book.explain(cell);
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("id", figure.id());
        one.put("row", row.id());
        one.put("rows", figure.rows().id());
        one.put("title", figure.title());
        if (!row.title().isEmpty()) {
            one.put("rowTitle", row.title());
        }
        one.put("kind", figure.kind().name().toLowerCase(Locale.ROOT));
        one.put("unit", figure.unit().symbol());
        ValueJson.put(one, "value", why.value());
        if (figure.isBanded()) {
            ends(one, figure, row);
        }
        one.put("formula", why.formula());
        one.put("numbers", why.numbers());
        Set<String> ids = new LinkedHashSet<>();
        Set<String> reads = new LinkedHashSet<>();
        for (Cell input : why.inputs()) {
            ids.add(input.figure().id());
            reads.add(
                    input.row().id().isEmpty()
                            ? input.figure().id()
                            : input.figure().id() + "/" + input.row().id());
        }
        ArrayNode inputs = one.putArray("inputs");
        ids.forEach(inputs::add);
        ArrayNode cells = one.putArray("reads");
        reads.forEach(cells::add);
        one.put("evidence", evidence.weakest(cell).word());
        ArrayNode sources = one.putArray("sources");
        why.sources().forEach(source -> sources.add(source.toLine()));
        return one;
    }

    /** The smaller and the larger end, whichever side of the demand they belong to. */
    private void ends(ObjectNode one, Figure figure, RowKey row) {
        book.band(figure, row)
                .ifPresentOrElse(band -> one.put("low", band.min()).put("high", band.max()), () -> {
                    ValueJson.put(one, "low", book.value(figure.cell(row, Lane.LOW)));
                    ValueJson.put(one, "high", book.value(figure.cell(row, Lane.HIGH)));
                });
    }
}
