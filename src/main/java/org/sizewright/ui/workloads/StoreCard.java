package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;

/** The documents in every kind of index with every kind of elements, as a table to choose from. */
final class StoreCard extends VBox {
    private static final double ROW = 30;
    private static final double HEAD = 44;

    private final Texts texts;
    private final DataTable<StoreRow> table;
    private MemoryUnit unit = MemoryUnit.GIB;

    StoreCard(Texts texts, RetrievalDesk desk) {
        this.texts = texts;
        table = new DataTable<>(texts, texts.get("workloads.retrieval.compare"), StoreRow::id, columns());
        table.view().setId("rag-compare");
        Button use = new Button(texts.get("workloads.fit.choose"));
        use.setId("rag-compare-use");
        use.setDisable(true);
        use.setMinWidth(USE_PREF_SIZE);
        use.setOnAction(ignored -> table.selected().stream().findFirst().ifPresent(desk::use));
        table.onSelect(row -> {
            use.setDisable(row.filter(each -> !each.current()).isEmpty());
            row.ifPresent(desk::explain);
        });
        table.onOpen(desk::explain);
        table.styleRows(row -> row.current() ? Optional.of("current-row") : Optional.empty());
        Label note = new Label(texts.get("workloads.retrieval.compare.about"));
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .setAll(new Card(texts.get("workloads.retrieval.compare"), new VBox(8, table, note))
                        .withActions(use, table.columnChooser()));
    }

    private List<Column<StoreRow>> columns() {
        return List.of(
                Column.words(
                        "index",
                        texts.get("workloads.retrieval.index"),
                        row -> named(row.index().name())),
                Column.words(
                        "element",
                        texts.get("workloads.retrieval.element"),
                        row -> named(
                                row.index().hasCodes()
                                        ? texts.get("workloads.retrieval.compare.codes")
                                        : row.element().name())),
                Column.numbers(
                        "bytes",
                        texts.get("workloads.retrieval.compare.bytes"),
                        row -> count(row, row.bytesPerVector())),
                Column.numbers(
                        "memory", texts.get("workloads.retrieval.compare.memory"), row -> memory(row, row.memory())),
                Column.numbers(
                        "machines",
                        texts.get("workloads.retrieval.compare.machines"),
                        row -> count(row, row.machines())),
                Column.numbers("disk", texts.get("workloads.retrieval.compare.disk"), row -> memory(row, row.disk())));
    }

    /** Without what stands in brackets, which the tip says. */
    private static Cell named(String name) {
        int bracket = name.indexOf(" (");
        return bracket < 0
                ? Cell.text(name)
                : Cell.text(name.substring(0, bracket)).withTip(name);
    }

    private static Cell count(StoreRow row, org.sizewright.figure.Cell cell) {
        return switch (row.value(cell)) {
            case Value.Known known -> Cell.number(ValueText.number(known), known.number());
            case Value.Unknown unknown -> Cell.unknown(unknown.cellText()).withTip(unknown.why());
        };
    }

    private Cell memory(StoreRow row, org.sizewright.figure.Cell cell) {
        return switch (row.value(cell)) {
            case Value.Known known -> {
                MemoryText memory = new MemoryText(texts, unit);
                double bytes = known.number() * MemoryCard.GIB;
                yield Cell.number(memory.text(bytes), known.number()).withTip(memory.both(bytes));
            }
            case Value.Unknown unknown -> Cell.unknown(unknown.cellText()).withTip(unknown.why());
        };
    }

    void show(List<StoreRow> rows, MemoryUnit shownIn) {
        unit = shownIn;
        table.show(rows);
        double height = HEAD + ROW * rows.size();
        table.setMinHeight(height);
        table.setPrefHeight(height);
        setVisible(!rows.isEmpty());
        setManaged(!rows.isEmpty());
    }
}
