package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.SegmentedChoice;

/** A workload in all places of the library where it could run, as a table to search, filter and choose from. */
final class FitFrame<R extends FitLine> extends VBox {
    private static final double HEIGHT = 396;

    /** Which places are shown. */
    enum Show {
        ALL,
        GPU,
        MIG,
        VGPU
    }

    private final Texts texts;
    private final DataTable<R> table;
    private final TextField find = new TextField();
    private final CheckBox fitting;
    private final Label count = new Label();
    private final HBox words = new HBox(10);
    private final Label note = new Label();
    private Show kind = Show.ALL;
    private List<R> rows = List.of();

    /**
     * @param offered the kinds of places that there are
     * @param explain hears the line that is selected
     * @param use hears the line that is to be taken over
     */
    FitFrame(Texts texts, List<Show> offered, List<Column<R>> columns, Consumer<R> explain, Consumer<R> use) {
        this.texts = texts;
        table = new DataTable<>(texts, texts.get("workloads.fit"), FitLine::id, columns);
        table.setEmpty(new EmptyState(
                Icon.ACCELERATORS,
                Tone.NEUTRAL,
                texts.get("workloads.fit.empty"),
                texts.get("workloads.fit.empty.text")));
        Button take = new Button(texts.get("workloads.fit.choose"));
        take.setId("fit-use");
        take.setDisable(true);
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(ignored -> table.selected().stream().findFirst().ifPresent(use));
        table.onSelect(row -> {
            take.setDisable(row.filter(each -> !each.current()).isEmpty());
            row.ifPresent(explain);
        });
        table.onOpen(explain);
        table.styleRows(row -> row.current() ? Optional.of("current-row") : Optional.empty());
        table.view().setId("fit-table");
        table.setPrefHeight(HEIGHT);
        table.setMinHeight(HEIGHT);
        find.setId("fit-find");
        find.setPromptText(texts.get("workloads.fit.find"));
        find.setAccessibleText(texts.get("workloads.fit.find"));
        find.setPrefColumnCount(14);
        find.textProperty().subscribe(ignored -> refresh());
        SegmentedChoice<Show> kinds = new SegmentedChoice<>(texts.get("workloads.fit.kind"), offered, this::word);
        kinds.show(Show.ALL);
        kinds.setMinWidth(USE_PREF_SIZE);
        kinds.onChoose(chosen -> {
            kind = chosen;
            refresh();
        });
        fitting = new CheckBox(texts.get("workloads.fit.only"));
        fitting.setId("fit-only");
        fitting.setMinWidth(USE_PREF_SIZE);
        fitting.selectedProperty().subscribe(ignored -> refresh());
        count.getStyleClass().add("muted");
        count.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(find, Priority.SOMETIMES);
        HBox line = new HBox(8, find, kinds, fitting);
        line.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        words.setAlignment(Pos.CENTER_LEFT);
        Card card = new Card(texts.get("workloads.fit"), new VBox(8, line, table, note, words));
        getChildren().setAll(card.withActions(count, take, table.columnChooser()));
    }

    DataTable<R> table() {
        return table;
    }

    /** Puts the words of its columns below the table. */
    void explain(List<? extends Node> marks) {
        Label head = new Label(texts.get("workloads.fit.words"));
        head.getStyleClass().add("note");
        words.getChildren().setAll(head);
        words.getChildren().addAll(marks);
    }

    /** @param about what the columns say */
    void show(List<R> shown, String about) {
        rows = List.copyOf(shown);
        note.setText(about);
        refresh();
        table.widen();
    }

    private void refresh() {
        String typed = find.getText() == null ? "" : find.getText().strip().toLowerCase(Locale.ROOT);
        List<R> shown = rows.stream()
                .filter(row -> row.current()
                        || ((kind == Show.ALL
                                        || kind.name().equals(row.place().kind().name()))
                                && (!fitting.isSelected() || row.fits())))
                .filter(row -> List.of(typed.split(" ")).stream()
                        .allMatch(word -> named(row).contains(word)))
                .toList();
        table.show(shown);
        long fit = rows.stream().filter(FitLine::fits).count();
        count.setText(rows.isEmpty() ? "" : texts.get("workloads.fit.count", shown.size(), rows.size(), fit));
    }

    private static String named(FitLine row) {
        return (row.place().title() + " " + row.place().gpu().name()).toLowerCase(Locale.ROOT);
    }

    private String word(Show show) {
        return switch (show) {
            case ALL -> texts.get("workloads.fit.all");
            case GPU -> texts.get("workloads.fit.whole");
            case MIG -> texts.get("workloads.sharing.mig");
            case VGPU -> texts.get("workloads.sharing.vgpu");
        };
    }
}
