package org.sizewright.ui.workloads;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;

/** The model on the GPUs of the library, as a table. */
final class FitCard extends VBox {
    private static final double HEIGHT = 366;

    private final DataTable<FitRow> table;

    FitCard(Texts texts, WorkloadsViewModel model) {
        table = new DataTable<>(
                texts,
                texts.get("workloads.fit"),
                FitRow::id,
                List.of(
                        Column.words("gpu", texts.get("workloads.fit.gpu"), row -> Cell.text(row.title())),
                        Column.numbers(
                                "degree",
                                texts.get("workloads.fit.degree"),
                                row -> Cell.number(String.valueOf(row.tensorParallel()), row.tensorParallel())),
                        Column.numbers("gpus", texts.get("workloads.fit.gpus"), row -> number(row.gpus())),
                        Column.numbers("left", texts.get("workloads.fit.left"), row -> decimal(row.left())),
                        Column.numbers("requests", texts.get("workloads.fit.requests"), row -> number(row.requests())),
                        Column.words("state", texts.get("workloads.fit.state"), row -> chip(texts, row))));
        table.setEmpty(new EmptyState(
                Icon.ACCELERATORS,
                Tone.NEUTRAL,
                texts.get("workloads.fit.empty"),
                texts.get("workloads.fit.empty.text")));
        table.onSelect(row -> row.ifPresent(model::explain));
        table.onOpen(model::explain);
        table.view().setId("fit-table");
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT);
        VBox.setVgrow(table, Priority.ALWAYS);
        Label note = new Label(texts.get("workloads.fit.note"));
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        VBox content = new VBox(8, table, note);
        Card card = new Card(texts.get("workloads.fit"), content);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card);
    }

    void show(List<FitRow> rows) {
        table.show(rows);
    }

    private static Cell number(Value value) {
        return switch (value) {
            case Value.Known known -> Cell.number(ValueText.number(known), known.number());
            case Value.Unknown unknown -> unknown(unknown);
        };
    }

    private static Cell decimal(Value value) {
        return switch (value) {
            case Value.Known known -> Cell.number(ValueText.number(known.number(), 1), known.number());
            case Value.Unknown unknown -> unknown(unknown);
        };
    }

    /** What does not fit has no number; the chip of the row says so once. */
    private static Cell unknown(Value.Unknown unknown) {
        return Cell.unknown(WorkloadState.fails(unknown) ? "–" : unknown.cellText());
    }

    private static Cell chip(Texts texts, FitRow row) {
        return switch (row.state()) {
            case FITS ->
                row.current()
                        ? Cell.chip(texts.get("workloads.fit.chosen"), Tone.INFO)
                        : Cell.chip(texts.get("workloads.fit.fits"), Tone.OK);
            case UNKNOWN -> Cell.chip(texts.get("workloads.fit.unknown"), Tone.WARN);
            case DOES_NOT_FIT -> Cell.chip(texts.get("workloads.fit.fails"), Tone.ERROR);
        };
    }
}
