package org.sizewright.ui.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.sizewright.catalog.Facet;
import org.sizewright.catalog.Order;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.DataTable;

/** The table of servers: its columns with those of the list, remembered if chosen by hand; stars; what can be done with rows. */
final class ServerTable {
    /** Below this width the table starts without its spare columns. */
    private static final double ROOM_FOR_ALL = 860;

    private static final KeyCodeCombination STAR = new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

    private final CatalogViewModel model;
    private final Texts texts;
    private final Node empty;
    private final IntConsumer counted;
    private final Consumer<List<ServerRow>> compared;
    private final StackPane pane = new StackPane();
    private final StackPane chooser = new StackPane();
    private List<Facet.Extra> extras = List.of();
    private DataTable<ServerRow> table;
    private boolean roomForAll = true;

    /**
     * @param empty stands where no server passes
     * @param counted hears how many rows are selected
     * @param compared hears which rows the user wants to see beside each other
     */
    ServerTable(CatalogViewModel model, Node empty, IntConsumer counted, Consumer<List<ServerRow>> compared) {
        this.model = model;
        this.texts = model.words().texts();
        this.empty = empty;
        this.counted = counted;
        this.compared = compared;
        table = build();
    }

    Node node() {
        return pane;
    }

    /** The menu of the columns. */
    Node columnChooser() {
        return chooser;
    }

    void show(CatalogPage page) {
        if (!page.source().extras().equals(extras)) {
            extras = page.source().extras();
            table = build();
        }
        Order order = page.query().order();
        table.showOrder(ServerColumns.column(order), isUpwards(order));
        table.show(page.servers());
    }

    List<ServerRow> selected() {
        return table.selected();
    }

    void focus() {
        table.view().requestFocus();
    }

    void reveal(String id) {
        table.select(Set.of(id));
        focus();
    }

    private DataTable<ServerRow> build() {
        DataTable<ServerRow> built = new DataTable<>(
                texts, texts.get("catalog.servers"), ServerRow::id, new ServerColumns(model).servers(extras));
        built.view().setId("catalog-servers");
        built.setEmpty(empty);
        built.orderElsewhere(model::order);
        built.onSelect(row -> row.ifPresent(model::select));
        built.onOpen(model::select);
        built.onMark(row -> model.star(List.of(row)));
        built.onCount(counted);
        built.view().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (STAR.match(event)) {
                star(built);
                event.consume();
            }
        });
        built.view().setContextMenu(menu(built));
        roomForAll = true;
        remembered(built);
        built.view().widthProperty().subscribe(width -> makeRoom(built, width.doubleValue()));
        Node columns = built.columnChooser(model::showColumn);
        columns.setId("catalog-columns");
        chooser.getChildren().setAll(columns);
        pane.getChildren().setAll(built);
        return built;
    }

    private ContextMenu menu(DataTable<ServerRow> of) {
        MenuItem star = new MenuItem(texts.get("catalog.star"));
        star.setAccelerator(STAR);
        star.setOnAction(ignored -> star(of));
        MenuItem compare = new MenuItem(texts.get("catalog.compare"));
        compare.setOnAction(ignored -> compared.accept(of.selected()));
        MenuItem copy = new MenuItem(texts.get("catalog.copy"));
        copy.setOnAction(ignored -> of.copy());
        return new ContextMenu(star, compare, copy);
    }

    private void star(DataTable<ServerRow> of) {
        List<ServerRow> rows = of.selected();
        if (!rows.isEmpty()) {
            model.star(rows);
        }
    }

    private void remembered(DataTable<ServerRow> of) {
        Map<String, Boolean> byHand = model.desk().columns();
        for (TableColumn<?, ?> column : of.view().getColumns()) {
            Optional.ofNullable(byHand.get(column.getId())).ifPresent(column::setVisible);
        }
    }

    /** Shows or hides the spare columns when the table gets wide or narrow; what was chosen by hand stays. */
    private void makeRoom(DataTable<ServerRow> of, double width) {
        boolean room = width >= ROOM_FOR_ALL;
        if (width <= 0 || room == roomForAll) {
            return;
        }
        roomForAll = room;
        List<TableColumn<?, ?>> columns = new ArrayList<>(of.view().getColumns());
        for (TableColumn<?, ?> column : columns) {
            if (ServerColumns.SPARE.contains(column.getId())
                    && !model.desk().columns().containsKey(column.getId())) {
                column.setVisible(room);
            }
        }
    }

    private static boolean isUpwards(Order order) {
        return switch (order) {
            case Order.BestFirst best -> true;
            case Order.By by -> by.upwards();
            case Order.ByRow row -> row.upwards();
        };
    }
}
