package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/**
 * A table of prepared cells: sorts by prepared keys or leaves that to someone else, copies the selection as text that pastes into a spreadsheet, lets the user
 * choose columns, and keeps selection, sorting and widths when new rows are shown.
 */
public final class DataTable<T> extends StackPane {
    private static final double ROW_HEIGHT = 30;

    /** An item with its cells, which are prepared when they are asked for: a table of thousands shows a few. */
    static final class Row<T> {
        private final String id;
        private final T item;
        private final List<Column<T>> columns;
        private @Nullable Cell @Nullable [] cells;

        Row(String id, T item, List<Column<T>> columns) {
            this.id = id;
            this.item = item;
            this.columns = columns;
        }

        T item() {
            return item;
        }

        Cell cell(int column) {
            @Nullable Cell[] prepared = cells;
            if (prepared == null) {
                prepared = new Cell[columns.size()];
                cells = prepared;
            }
            Cell cell = prepared[column];
            if (cell == null) {
                cell = columns.get(column).cell().apply(item);
                prepared[column] = cell;
            }
            return cell;
        }
    }

    /** Hears in which order the user wants the rows. */
    public interface Ordering {
        /** @param column the id of the column to sort by; empty for no column */
        void order(Optional<String> column, boolean upwards);
    }

    private final Texts texts;
    private final Function<T, String> id;
    private final List<Column<T>> columns;
    private final TableView<Row<T>> view = new TableView<>();
    private final ObservableList<Row<T>> rows = FXCollections.observableArrayList();
    private final List<TableColumn<Row<T>, Cell>> viewColumns = new ArrayList<>();
    private final ColumnWidths widths;
    private Consumer<Optional<T>> onSelect = ignored -> {};
    private Consumer<T> onOpen = ignored -> {};
    private Consumer<T> onMark = ignored -> {};
    private boolean telling = true;

    /**
     * @param name what the table holds, for screen readers
     * @param id tells rows apart, also between one showing and the next
     */
    public DataTable(Texts texts, String name, Function<T, String> id, List<Column<T>> columns) {
        this.texts = texts;
        this.id = id;
        this.columns = List.copyOf(columns);
        for (int i = 0; i < columns.size(); i++) {
            viewColumns.add(column(columns.get(i), i));
        }
        widths = new ColumnWidths(columns, viewColumns);
        view.getColumns().setAll(viewColumns);
        SortedList<Row<T>> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(view.comparatorProperty());
        view.setItems(sorted);
        view.setFixedCellSize(ROW_HEIGHT);
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setAccessibleText(name);
        view.setMinHeight(120);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        view.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        view.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> tell());
        view.widthProperty().subscribe(this::share);
        viewColumns.forEach(column -> column.visibleProperty().subscribe(this::share));
        getChildren().add(view);
    }

    /** Prepares the rows' cells and shows them; what was selected stays so where it is still there, and nobody is told then. */
    public void show(List<T> items) {
        Set<String> before = selectedIds();
        List<Row<T>> prepared = new ArrayList<>(items.size());
        for (T item : items) {
            prepared.add(new Row<>(id.apply(item), item, columns));
        }
        telling = false;
        try {
            view.getSelectionModel().clearSelection();
            rows.setAll(prepared);
            if (!widths.isMeasured() && !rows.isEmpty()) {
                measure();
            }
            selectIds(before);
        } finally {
            telling = true;
        }
        if (!before.equals(selectedIds())) {
            tell();
        }
    }

    private Set<String> selectedIds() {
        return view.getSelectionModel().getSelectedItems().stream()
                .map(row -> row.id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What stands in the table when it has no rows. */
    public void setEmpty(Node placeholder) {
        view.setPlaceholder(placeholder);
    }

    /** Selects these rows and no others, and brings the first of them into view. */
    public void select(Set<String> ids) {
        view.getSelectionModel().clearSelection();
        selectIds(ids);
        int first = view.getSelectionModel().getSelectedIndex();
        if (first >= 0) {
            view.scrollTo(first);
        }
    }

    /** The selected rows, in the order shown. */
    public List<T> selected() {
        return view.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(index -> view.getItems().get(index).item())
                .toList();
    }

    /** Called when the selection changes, with its last row, or with nothing. */
    public void onSelect(Consumer<Optional<T>> consumer) {
        onSelect = consumer;
    }

    /** Called when rows are selected or no longer, with how many there are. */
    public void onCount(IntConsumer consumer) {
        view.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>)
                change -> consumer.accept(change.getList().size()));
    }

    /** Called with the row whose star the user presses. */
    public void onMark(Consumer<T> consumer) {
        onMark = consumer;
    }

    /** Leaves sorting to someone else, who shows the rows in their order: for long tables, where sorting cells takes time. */
    public void orderElsewhere(Ordering ordering) {
        view.setItems(rows);
        view.setSortPolicy(table -> {
            if (telling) {
                view.getSortOrder().stream()
                        .findFirst()
                        .ifPresentOrElse(
                                column -> ordering.order(
                                        Optional.of(column.getId()),
                                        column.getSortType() == TableColumn.SortType.ASCENDING),
                                () -> ordering.order(Optional.empty(), true));
            }
            return true;
        });
    }

    /** Shows by which column the rows are sorted; nobody is told. */
    public void showOrder(Optional<String> columnId, boolean upwards) {
        Optional<? extends TableColumn<?, ?>> now = view.getSortOrder().stream().findFirst();
        boolean same = now.map(TableColumn::getId).equals(columnId)
                && now.map(column -> (column.getSortType() == TableColumn.SortType.ASCENDING) == upwards)
                        .orElse(true);
        if (same) {
            return;
        }
        boolean before = telling;
        telling = false;
        try {
            columnId.ifPresentOrElse(
                    shown -> sortBy(shown, upwards), () -> view.getSortOrder().clear());
        } finally {
            telling = before;
        }
    }

    /** Gives rows a style class, or none. */
    public void styleRows(Function<T, Optional<String>> styleClass) {
        view.setRowFactory(table -> new StyledRow<>(styleClass));
    }

    /** Called with the row that the user opens: Enter or a double click. */
    public void onOpen(Consumer<T> consumer) {
        onOpen = consumer;
    }

    /** A menu of all columns, for the head of the screen. */
    public MenuButton columnChooser() {
        return columnChooser((column, shown) -> {});
    }

    /**
     * A menu of all columns, for the head of the screen.
     *
     * @param chosen hears of each column that the user shows or hides there
     */
    public MenuButton columnChooser(BiConsumer<String, Boolean> chosen) {
        MenuButton chooser = new MenuButton();
        chooser.setGraphic(Icon.TABLE_COLUMNS.node());
        chooser.getStyleClass().add("icon-only");
        chooser.setAccessibleText(texts.get("table.columns"));
        chooser.setTooltip(new Tooltip(texts.get("table.columns")));
        for (int i = 0; i < columns.size(); i++) {
            TableColumn<Row<T>, Cell> column = viewColumns.get(i);
            String columnId = columns.get(i).id();
            CheckMenuItem item = new CheckMenuItem(columns.get(i).title());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            item.setOnAction(ignored -> chosen.accept(columnId, item.isSelected()));
            chooser.getItems().add(item);
        }
        return chooser;
    }

    /** Puts the selected rows with their titles on the clipboard; all rows, if none is selected. */
    public void copy() {
        put(toTsv());
    }

    /** Puts the whole table with its titles on the clipboard. */
    public void copyAll() {
        put(toTsv(view.getItems()));
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** The selected rows as text: a line of titles, then a line a row, fields parted by tabs. All rows, if none is selected. */
    public String toTsv() {
        List<Row<T>> copied = view.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(index -> view.getItems().get(index))
                .toList();
        return toTsv(copied.isEmpty() ? view.getItems() : copied);
    }

    private String toTsv(List<Row<T>> copied) {
        List<TableColumn<Row<T>, ?>> visible = List.copyOf(view.getVisibleLeafColumns());
        StringBuilder text = new StringBuilder();
        text.append(visible.stream()
                        .map(c -> field(columns.get(viewColumns.indexOf(c)).title()))
                        .collect(Collectors.joining("\t")))
                .append('\n');
        for (Row<T> row : copied) {
            text.append(visible.stream()
                            .map(c -> field(row.cell(viewColumns.indexOf(c)).text()))
                            .collect(Collectors.joining("\t")))
                    .append('\n');
        }
        return text.toString();
    }

    /** The table itself, for focus and size. */
    public TableView<?> view() {
        return view;
    }

    /** Sorts by the column of this id. */
    public void sortBy(String columnId, boolean upwards) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(columnId)) {
                TableColumn<Row<T>, Cell> column = viewColumns.get(i);
                column.setSortType(upwards ? TableColumn.SortType.ASCENDING : TableColumn.SortType.DESCENDING);
                view.getSortOrder().setAll(List.of(column));
            }
        }
    }

    private TableColumn<Row<T>, Cell> column(Column<T> column, int index) {
        TableColumn<Row<T>, Cell> made = new TableColumn<>(column.title());
        made.setId(column.id());
        made.setVisible(column.shown());
        boolean number = column.kind() == Column.Kind.NUMBERS;
        if (number) {
            made.getStyleClass().add("number");
        }
        made.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().cell(index)));
        if (column.kind() == Column.Kind.MARK) {
            made.setText("");
            made.setGraphic(Icon.FAVOURITE.node("small"));
            made.setResizable(false);
            made.setCellFactory(ignored -> new MarkCell<>(column.title(), row -> onMark.accept(row.item())));
        } else {
            made.setCellFactory(ignored -> new DataCell<>(number));
        }
        // the table turns the order round for a downward sort; turning it round here too keeps unknowns last
        made.setComparator((left, right) -> {
            boolean upwards = made.getSortType() == TableColumn.SortType.ASCENDING;
            int order = Cell.compare(left, right, upwards);
            return upwards ? order : -order;
        });
        return made;
    }

    /** Gives columns more room where the rows of the present need it, as answers that follow one another do; none gets less. */
    public void widen() {
        if (widths.isMeasured() && !rows.isEmpty()) {
            measure();
        }
    }

    private void measure() {
        if (widths.widen(rows.size(), (row, column) -> rows.get(row).cell(column))) {
            share();
        }
    }

    private void share() {
        widths.share(view.getWidth());
    }

    private void selectIds(Set<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        for (int i = 0; i < view.getItems().size(); i++) {
            if (ids.contains(view.getItems().get(i).id)) {
                view.getSelectionModel().select(i);
            }
        }
    }

    private void tell() {
        if (telling) {
            Row<T> last = view.getSelectionModel().getSelectedItem();
            onSelect.accept(Optional.ofNullable(last).map(Row::item));
        }
    }

    private void open() {
        Row<T> row = view.getSelectionModel().getSelectedItem();
        if (row != null) {
            onOpen.accept(row.item());
        }
    }

    private void onKey(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        }
    }

    private static String field(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }
}
