package org.sizewright.ui.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.session.ServerComparison;
import org.sizewright.session.ServerComparison.Agreement;
import org.sizewright.session.ServerComparison.Topic;
import org.sizewright.session.ServerComparison.Value;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.FilterChips;

/** Servers beside each other, over the table of all: a row a property, differences marked. Escape closes it. */
final class ComparePanel extends VBox {
    private final Texts texts;
    private final CatalogWords words;
    private final Label account = new Label();
    private final ToggleButton onlyDifferences = new ToggleButton();
    private final FilterChips servers;
    private final StackPane place = new StackPane();
    private Optional<ServerComparison> shown = Optional.empty();
    private Optional<DataTable<ServerComparison.Row>> table = Optional.empty();

    ComparePanel(CatalogWords words, ComparisonModel model) {
        super(10);
        this.words = words;
        texts = words.texts();
        servers = new FilterChips(texts);
        servers.onRemove(model::remove);
        servers.onClear(model::clear);
        setId("catalog-compare");
        getStyleClass().addAll("card", "compare-servers");
        Label title = new Label(texts.get("catalog.compare.title"));
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        account.getStyleClass().add("muted");
        onlyDifferences.setText(texts.get("catalog.compare.only"));
        onlyDifferences.setId("catalog-compare-only");
        onlyDifferences.getStyleClass().add("switch");
        onlyDifferences.setMinWidth(USE_PREF_SIZE);
        onlyDifferences.setOnAction(ignored -> fill());
        Button copy = new Button(texts.get("catalog.compare.copy"), Icon.COPY.node());
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setId("catalog-compare-copy");
        copy.setOnAction(ignored -> table.ifPresent(DataTable::copyAll));
        Button close = new Button();
        close.setGraphic(Icon.CLOSE.node());
        close.getStyleClass().addAll("flat", "icon-only");
        close.setId("catalog-compare-close");
        close.setAccessibleText(texts.get("catalog.compare.close"));
        close.setTooltip(new Tooltip(texts.get("catalog.compare.close")));
        close.setOnAction(ignored -> model.close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, account, gap, onlyDifferences, copy, close);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinHeight(0);
        getChildren().addAll(head, servers, place);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.close();
                event.consume();
            }
        });
    }

    void show(ServerComparison comparison, List<ServerRow> rows) {
        shown = Optional.of(comparison);
        servers.show(rows.stream()
                .map(row -> new FilterChips.Filter(row.id(), row.title()))
                .toList());
        DataTable<ServerComparison.Row> made = build(rows);
        table = Optional.of(made);
        place.getChildren().setAll(made);
        long different = comparison.rows().stream()
                .filter(row -> row.agreement() == Agreement.DIFFERENT)
                .count();
        account.setText(texts.get(
                "catalog.compare.account", different, comparison.rows().size()));
        fill();
    }

    void focus() {
        table.ifPresent(made -> made.view().requestFocus());
    }

    private DataTable<ServerComparison.Row> build(List<ServerRow> rows) {
        List<Column<ServerComparison.Row>> columns = new ArrayList<>();
        columns.add(Column.words("property", texts.get("catalog.compare.property"), row -> Cell.text(topic(row))));
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            columns.add(Column.words(
                    "server-" + i, rows.get(i).title(), row -> cell(row.values().get(place))));
        }
        columns.add(Column.words("agreement", texts.get("catalog.compare.agreement"), this::agreement));
        DataTable<ServerComparison.Row> made =
                new DataTable<>(texts, texts.get("catalog.compare.title"), this::topic, columns);
        made.view().setId("catalog-compare-table");
        made.styleRows(row -> row.agreement() == Agreement.DIFFERENT ? Optional.of("differs") : Optional.empty());
        made.view().getColumns().forEach(column -> {
            column.setSortable(false);
            column.setReorderable(false);
        });
        return made;
    }

    private void fill() {
        shown.ifPresent(comparison -> table.ifPresent(made -> made.show(comparison.rows().stream()
                .filter(row -> !onlyDifferences.isSelected() || row.agreement() == Agreement.DIFFERENT)
                .toList())));
    }

    private Cell cell(Value value) {
        if (value.text().isEmpty()) {
            return Cell.unknown(words.unknown());
        }
        String text = value.text().get();
        Cell cell = Cell.text(value.evidence()
                .map(evidence -> texts.get("catalog.compare.evidence", text, evidence.word()))
                .orElse(text));
        return value.source().isEmpty() ? cell : cell.withTip(value.source());
    }

    private Cell agreement(ServerComparison.Row row) {
        return switch (row.agreement()) {
            case DIFFERENT -> Cell.chip(texts.get("catalog.compare.differs"), Tone.INFO);
            case SAME -> Cell.text(texts.get("catalog.compare.same"));
            case OPEN -> Cell.unknown(row.isKnown() ? texts.get("catalog.compare.open") : words.unknown());
        };
    }

    private String topic(ServerComparison.Row row) {
        return switch (row.topic()) {
            case Topic.Known known -> topic(known);
            case Topic.Extra extra -> words.extra(extra.column());
        };
    }

    private String topic(Topic.Known topic) {
        return switch (topic) {
            case VENDOR -> texts.get("catalog.vendor");
            case MODEL -> texts.get("catalog.server");
            case GPU -> texts.get("catalog.gpu");
            case FORM -> texts.get("catalog.form");
            case MEMORY -> texts.get("catalog.gpuMemory");
            case MAX_GPU -> texts.get("catalog.maxGpus");
            case CPU -> texts.get("catalog.processor");
            case MAX_CPU -> texts.get("catalog.maxCpus");
            case VALIDATION -> texts.get("catalog.validation");
            case SYSTEM_CLASS -> texts.get("catalog.class");
            case HEIGHT -> texts.get("catalog.compare.height");
            case DOUBLE_WIDE_SLOTS -> texts.get("catalog.compare.doubleWide");
            case SINGLE_WIDE_SLOTS -> texts.get("catalog.compare.singleWide");
            case SLOTS -> texts.get("catalog.compare.slots");
            case GPU_POWER -> texts.get("catalog.compare.gpuPower");
            case SOCKETS -> texts.get("catalog.compare.sockets");
            case BASE_POWER -> texts.get("catalog.compare.basePower");
            case SYSTEM_POWER -> texts.get("catalog.compare.systemPower");
            case POWER_SUPPLIES -> texts.get("catalog.compare.powerSupplies");
            case REDUNDANCY -> texts.get("catalog.compare.redundancy");
            case MEMORY_SLOTS -> texts.get("catalog.compare.memorySlots");
            case WEIGHT -> texts.get("catalog.compare.weight");
            case COOLING -> texts.get("catalog.compare.cooling");
        };
    }
}
