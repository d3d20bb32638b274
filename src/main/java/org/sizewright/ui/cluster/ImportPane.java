package org.sizewright.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sizewright.inventory.InventoryField;
import org.sizewright.inventory.InventoryImporter;
import org.sizewright.inventory.InventoryResult;
import org.sizewright.inventory.MemoryUnit;
import org.sizewright.inventory.RowOutcome;
import org.sizewright.inventory.SheetReading;
import org.sizewright.table.TextTable;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.SearchableChoice;
import org.sizewright.ui.part.SegmentedChoice;

/** What an import would take over: how the columns are read, to be changed, and the fate of every row. */
final class ImportPane extends VBox {
    private static final double ROWS_HEIGHT = 190;

    private final Texts texts;
    private final ExistingViewModel model;
    private final List<InventoryImporter.Source> sources;
    private final List<SheetReading> readings;
    private final Runnable done;
    private final Label account = new Label();
    private final VBox mapping = new VBox(12);
    private final ToggleButton columns;
    private final DataTable<RowOutcome> rows;
    private final Button take;
    private Optional<InventoryResult.Imported> imported = Optional.empty();

    /** A column of a sheet as the user knows it. */
    private record Header(int column, String name) {}

    ImportPane(Texts texts, ExistingViewModel model, List<InventoryImporter.Source> sources, Runnable done) {
        super(10);
        this.texts = texts;
        this.model = model;
        this.sources = sources;
        this.done = done;
        readings = new ArrayList<>(model.importer().guess(sources));
        account.setWrapText(true);
        account.setMinHeight(USE_PREF_SIZE);
        account.getStyleClass().add("strong");
        rows = new DataTable<>(
                texts,
                texts.get("existing.rows"),
                row -> row.file() + "/" + row.raw().sheet() + "/" + row.raw().row(),
                List.of(
                        Column.words(
                                "fate",
                                texts.get("existing.rows.fate"),
                                row -> Cell.chip(word(row.kind()), tone(row.kind()))),
                        Column.words(
                                "sheet",
                                texts.get("existing.rows.sheet"),
                                row -> Cell.text(row.raw().sheet())),
                        Column.numbers(
                                "row",
                                texts.get("existing.rows.row"),
                                row -> Cell.number(
                                        String.valueOf(row.raw().row()),
                                        row.raw().row())),
                        Column.words(
                                "host",
                                texts.get("existing.field.name"),
                                row -> row.host().map(Cell::text).orElseGet(() -> Cell.unknown("–"))),
                        Column.words(
                                "why",
                                texts.get("existing.rows.why"),
                                row -> Cell.text(row.why()).withTip(row.why()))));
        rows.setPrefHeight(ROWS_HEIGHT);
        rows.view().setId("import-rows");
        columns = new ToggleButton(texts.get("existing.columns"), Icon.TABLE_COLUMNS.node());
        columns.setId("import-columns");
        columns.setMinWidth(USE_PREF_SIZE);
        mapping.visibleProperty().bind(columns.selectedProperty());
        mapping.managedProperty().bind(columns.selectedProperty());
        take = new Button("", Icon.OK.node());
        take.setId("take-hosts");
        take.getStyleClass().add("primary");
        take.setMinWidth(USE_PREF_SIZE);
        take.setOnAction(ignored -> imported.ifPresent(result -> {
            done.run();
            model.take(result);
        }));
        Button cancel = new Button(texts.get("existing.cancel"), Icon.CLOSE.node());
        cancel.setId("cancel-import");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(ignored -> this.done.run());
        HBox bar = new HBox(8, take, cancel, columns);
        bar.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(account, mapping, rows, bar);
        read();
        columns.setSelected(imported.isEmpty()
                || imported.get().count(RowOutcome.Kind.ATTENTION) * 2
                        > imported.get().hosts().size() + 1);
    }

    private void read() {
        switch (model.importer().read(sources, readings, model.hosts())) {
            case InventoryResult.Imported result -> {
                imported = Optional.of(result);
                account.setText(files() + ": " + result.account());
                rows.show(result.outcomes().stream()
                        .filter(row -> row.kind() != RowOutcome.Kind.HEADER)
                        .sorted(java.util.Comparator.comparing(row -> row.kind() != RowOutcome.Kind.ATTENTION))
                        .toList());
                int count = result.hosts().size() + result.loaded().size();
                take.setText(texts.get("existing.take", count));
                take.setDisable(count == 0);
            }
            case InventoryResult.Refused refused -> {
                imported = Optional.empty();
                account.setText(refused.sentence() + " " + refused.advice());
                rows.show(List.of());
                take.setText(texts.get("existing.take", 0));
                take.setDisable(true);
            }
        }
        List<Node> sheets = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).role() != SheetReading.Role.NOT_READ) {
                sheets.add(sheet(i));
            }
        }
        mapping.getChildren().setAll(sheets);
    }

    private String files() {
        return String.join(
                ", ", sources.stream().map(InventoryImporter.Source::file).toList());
    }

    private Node sheet(int index) {
        SheetReading reading = readings.get(index);
        List<Header> headers = headers(reading);
        Header none = new Header(-1, "–");
        List<Header> choices = new ArrayList<>(List.of(none));
        choices.addAll(headers);
        List<Node> fields = new ArrayList<>();
        for (InventoryField field : InventoryField.of(reading.role())) {
            SearchableChoice<Header> choice = new SearchableChoice<>(field.title(), Header::name);
            choice.show(
                    choices,
                    headers.stream()
                            .filter(header -> reading.column(field).equals(Optional.of(header.column())))
                            .findFirst()
                            .or(() -> Optional.of(none)));
            choice.onChoose(header -> change(
                    index,
                    reading.withColumn(field, header.column() < 0 ? Optional.empty() : Optional.of(header.column()))));
            fields.add(choice);
            if (field.isMemory() && reading.column(field).isPresent()) {
                fields.add(unit(index, reading, field));
            }
        }
        Label title = new Label(texts.get("existing.sheet", reading.sheet(), reading.header()));
        title.getStyleClass().add("section-title");
        return new VBox(8, title, new FlowGrid(170, 10, fields.toArray(Node[]::new)));
    }

    private Node unit(int index, SheetReading reading, InventoryField field) {
        String name = texts.get("existing.unit", field.title());
        SegmentedChoice<MemoryUnit> unit = new SegmentedChoice<>(name, List.of(MemoryUnit.values()), MemoryUnit::word);
        reading.memoryUnit(field).ifPresent(unit::show);
        unit.onChoose(chosen -> change(index, reading.withMemoryUnit(field, chosen)));
        return new FieldFrame(name, new HBox(unit));
    }

    private void change(int index, SheetReading changed) {
        readings.set(index, changed);
        // the choice that is being changed must not vanish under the hand that changes it
        javafx.application.Platform.runLater(this::read);
    }

    private List<Header> headers(SheetReading reading) {
        List<Header> headers = new ArrayList<>();
        for (InventoryImporter.Source source : sources) {
            for (TextTable table : source.tables().tables()) {
                if (source.file().equals(reading.file()) && table.sheet().equals(reading.sheet())) {
                    TextTable.Row row = table.rows().get(reading.header() - 1);
                    for (int column = 0; column < row.cells().size(); column++) {
                        if (!row.cell(column).isBlank()) {
                            headers.add(
                                    new Header(column, row.cell(column).text().strip()));
                        }
                    }
                }
            }
        }
        return headers;
    }

    private String word(RowOutcome.Kind kind) {
        return switch (kind) {
            case HEADER -> texts.get("existing.fate.header");
            case KEPT -> texts.get("existing.fate.kept");
            case COUNTED -> texts.get("existing.fate.counted");
            case MERGED -> texts.get("existing.fate.merged");
            case SKIPPED -> texts.get("existing.fate.skipped");
            case ATTENTION -> texts.get("existing.fate.attention");
        };
    }

    private static Tone tone(RowOutcome.Kind kind) {
        return switch (kind) {
            case KEPT, COUNTED -> Tone.OK;
            case ATTENTION -> Tone.WARN;
            case HEADER, MERGED, SKIPPED -> Tone.NEUTRAL;
        };
    }
}
