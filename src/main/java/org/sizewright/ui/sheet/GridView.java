package org.sizewright.ui.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.buildsheet.Column;
import org.sizewright.figure.Cell;

/**
 * A table of a sheet as a grid: arrows move the selection, a click or Enter chooses, Ctrl+C copies the selected rows. It is as high
 * as its rows; a long one takes the room that it gets and draws only the rows that are in sight.
 */
final class GridView extends Region {
    private static final double SCROLL_BAR = 15;
    private static final double BORDERS = 5;
    private static final int LEAST_ROWS = 8;

    private final Page.Grid grid;
    private final GridWidths widths;
    private final TableView<GridRow> table = new TableView<>();
    private final List<TableColumn<GridRow, Item>> columns = new ArrayList<>();
    private final Consumer<Item> onChoose;
    private double arrangedFor = -1;

    /**
     * @param name what the table holds, for screen readers
     * @param onSelect called with the item that the selection moved to
     * @param onChoose called with the item that was clicked or confirmed
     */
    GridView(Page.Grid grid, String name, Consumer<Item> onSelect, Consumer<Item> onChoose) {
        this.grid = grid;
        this.widths = new GridWidths(grid);
        this.onChoose = onChoose;
        for (int i = 0; i < grid.heads().size(); i++) {
            columns.add(column(i));
        }
        table.getColumns().setAll(columns);
        table.getItems().setAll(grid.rows().stream().map(GridRow::new).toList());
        table.getStyleClass().add("sheet-grid");
        table.setRowFactory(ignored -> new Row(widths.isLong()));
        if (!widths.isLong()) {
            table.getStyleClass().add("sheet-whole");
        } else {
            table.setFixedCellSize(GridRow.LOWEST);
        }
        table.setAccessibleText(name);
        table.setMinSize(0, 0);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedCells().addListener((ListChangeListener<TablePosition>) change -> {
            Optional<Item> item = current();
            if (!change.getList().isEmpty()) {
                item.ifPresent(onSelect);
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                current().ifPresent(this.onChoose);
            }
        });
        getChildren().add(table);
    }

    boolean isLong() {
        return widths.isLong();
    }

    /** Takes the selection away, because something else was selected. */
    void clear() {
        table.getSelectionModel().clearSelection();
    }

    /** Selects the home of that cell, if it is here; where it stands from the top, or nothing. */
    OptionalDouble select(Cell cell) {
        for (int row = 0; row < grid.rows().size(); row++) {
            List<Item> items = grid.rows().get(row).items();
            for (int column = 0; column < items.size(); column++) {
                if (items.get(column).leads() instanceof Item.Leads.ToFigure figure
                        && figure.home()
                        && figure.cell().equals(cell)) {
                    table.getSelectionModel().clearAndSelect(row, columns.get(column));
                    table.scrollTo(row);
                    table.scrollToColumnIndex(column);
                    table.requestFocus();
                    return OptionalDouble.of(widths.headHeight()
                            + table.getItems().subList(0, row).stream()
                                    .mapToDouble(GridRow::height)
                                    .sum());
                }
            }
        }
        return OptionalDouble.empty();
    }

    /** What stands in the table while it has no rows. */
    void setEmpty(String text) {
        table.setPlaceholder(new Label(text));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return widths.isLong() ? height(LEAST_ROWS * GridRow.LOWEST, true) : computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 200;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (widths.isLong()) {
            return height(2.0 * LEAST_ROWS * GridRow.LOWEST, true);
        }
        double[] shared = widths.columns(room(width < 0 ? 600 : width));
        boolean wide = Arrays.stream(shared).sum() > room(width < 0 ? 600 : width);
        double rows = grid.rows().isEmpty()
                ? GridRow.LOWEST
                : Arrays.stream(widths.rows(shared)).sum();
        return height(rows, wide);
    }

    @Override
    protected void layoutChildren() {
        if (getWidth() != arrangedFor) {
            arrangedFor = getWidth();
            double[] shared = widths.columns(room(getWidth()));
            for (int i = 0; i < shared.length; i++) {
                columns.get(i).setPrefWidth(shared[i]);
            }
            double[] rows = widths.rows(shared);
            for (int i = 0; i < rows.length; i++) {
                table.getItems().get(i).setHeight(rows[i]);
            }
            table.refresh();
        }
        table.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    private double height(double rows, boolean wide) {
        return widths.headHeight() + rows + (wide ? SCROLL_BAR : 0) + BORDERS;
    }

    private double room(double width) {
        return width - BORDERS - (widths.isLong() ? SCROLL_BAR : 0);
    }

    private TableColumn<GridRow, Item> column(int index) {
        Page.Head head = grid.heads().get(index);
        TableColumn<GridRow, Item> column = new TableColumn<>();
        VBox heading = new VBox(3);
        head.tag().ifPresent(tag -> heading.getChildren().add(Marks.mark(tag)));
        Label words = new Label(widths.heading(index));
        words.getStyleClass().add("sheet-head");
        words.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        heading.getChildren().add(words);
        Pos position = switch (head.kind()) {
            case TEXT, PROSE -> Pos.BOTTOM_LEFT;
            case NUMBER -> Pos.BOTTOM_RIGHT;
            case STATUS -> Pos.BOTTOM_CENTER;
        };
        heading.setAlignment(position);
        heading.setMinHeight(widths.headHeight() - 1);
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.getStyleClass().add("sheet-head-box");
        column.setGraphic(heading);
        column.getStyleClass().add(head.kind() == Column.Kind.NUMBER ? "number" : "words");
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(40);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().row().items().get(index)));
        column.setCellFactory(ignored -> new GridCell(head, !widths.isLong()));
        return column;
    }

    private Optional<Item> current() {
        TablePosition<?, ?> position = table.getFocusModel().getFocusedCell();
        int column = position.getColumn();
        int row = position.getRow();
        return row < 0 || column < 0 || row >= grid.rows().size()
                ? Optional.empty()
                : Optional.of(grid.rows().get(row).items().get(column));
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            ClipboardContent content = new ClipboardContent();
            content.putString(grid.toTsv(selectedRows()));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            current().ifPresent(onChoose);
            event.consume();
        }
    }

    private List<Integer> selectedRows() {
        TreeSet<Integer> rows = new TreeSet<>();
        for (TablePosition<?, ?> position : table.getSelectionModel().getSelectedCells()) {
            rows.add(position.getRow());
        }
        return List.copyOf(rows);
    }

    /** As high as its texts; a sum stands out. */
    private static final class Row extends TableRow<GridRow> {
        private final boolean fixed;

        Row(boolean fixed) {
            this.fixed = fixed;
        }

        @Override
        protected void updateItem(@Nullable GridRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("sheet-total");
            double height = empty || row == null ? GridRow.LOWEST : row.height();
            if (!fixed) {
                setMinHeight(height);
                setPrefHeight(height);
                setMaxHeight(height);
            }
            if (!empty && row != null && row.row().total()) {
                getStyleClass().add("sheet-total");
            }
        }
    }
}
