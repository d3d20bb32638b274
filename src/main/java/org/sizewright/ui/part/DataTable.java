package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
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
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/**
 * A table of prepared cells: sorts by prepared keys, copies the selection as text that pastes into a spreadsheet, lets the user
 * choose columns, and keeps selection, sorting and widths when new rows are shown.
 */
public final class DataTable<T> extends StackPane {
    private static final double ROW_HEIGHT = 30;
    private static final double CHIP_EXTRA = 30;
    private static final double PADDING = 19;
    private static final double SCROLL_BAR = 16;
    private static final double WIDEST = 340;

    /** Columns of words may be cut down to this before the table scrolls sideways. */
    private static final double NARROWEST = 92;

    /** This share of a column's words should stand in full for as long as that is possible. */
    private static final double USUAL = 0.85;

    private static final int MEASURED_ROWS = 300;

    record Row<T>(String id, T item, List<Cell> cells) {}

    private final Texts texts;
    private final Function<T, String> id;
    private final List<Column<T>> columns;
    private final TableView<Row<T>> view = new TableView<>();
    private final ObservableList<Row<T>> rows = FXCollections.observableArrayList();
    private final List<TableColumn<Row<T>, Cell>> viewColumns = new ArrayList<>();
    private Consumer<Optional<T>> onSelect = ignored -> {};
    private Consumer<T> onOpen = ignored -> {};
    private boolean telling = true;
    private boolean measured;
    private double[] natural = {};
    private double[] usual = {};
    private boolean[] chips = {};

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
        Set<String> before = view.getSelectionModel().getSelectedItems().stream()
                .map(Row::id)
                .collect(Collectors.toCollection(HashSet::new));
        List<Row<T>> prepared = new ArrayList<>(items.size());
        for (T item : items) {
            prepared.add(new Row<>(
                    id.apply(item),
                    item,
                    columns.stream().map(column -> column.cell().apply(item)).toList()));
        }
        telling = false;
        try {
            view.getSelectionModel().clearSelection();
            rows.setAll(prepared);
            if (!measured && !rows.isEmpty()) {
                measure();
            }
            selectIds(before);
        } finally {
            telling = true;
        }
        if (!before.equals(view.getSelectionModel().getSelectedItems().stream()
                .map(Row::id)
                .collect(Collectors.toSet()))) {
            tell();
        }
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

    /** Called with the row that the user opens: Enter or a double click. */
    public void onOpen(Consumer<T> consumer) {
        onOpen = consumer;
    }

    /** A menu of all columns, for the head of the screen. */
    public MenuButton columnChooser() {
        MenuButton chooser = new MenuButton();
        chooser.setGraphic(Icon.TABLE_COLUMNS.node());
        chooser.getStyleClass().add("icon-only");
        chooser.setAccessibleText(texts.get("table.columns"));
        chooser.setTooltip(new Tooltip(texts.get("table.columns")));
        for (TableColumn<Row<T>, Cell> column : viewColumns) {
            CheckMenuItem item = new CheckMenuItem(column.getText());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            chooser.getItems().add(item);
        }
        return chooser;
    }

    /** The selected rows as text: a line of titles, then a line a row, fields parted by tabs. All rows, if none is selected. */
    public String toTsv() {
        List<TableColumn<Row<T>, ?>> visible = List.copyOf(view.getVisibleLeafColumns());
        List<Row<T>> copied = view.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(index -> view.getItems().get(index))
                .toList();
        if (copied.isEmpty()) {
            copied = List.copyOf(view.getItems());
        }
        StringBuilder text = new StringBuilder();
        text.append(visible.stream().map(c -> field(c.getText())).collect(Collectors.joining("\t")))
                .append('\n');
        for (Row<T> row : copied) {
            text.append(visible.stream()
                            .map(c -> field(
                                    row.cells().get(viewColumns.indexOf(c)).text()))
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
                row -> new ReadOnlyObjectWrapper<>(row.getValue().cells().get(index)));
        made.setCellFactory(ignored -> new DataCell<>(number));
        // the table turns the order round for a downward sort; turning it round here too keeps unknowns last
        made.setComparator((left, right) -> {
            boolean upwards = made.getSortType() == TableColumn.SortType.ASCENDING;
            int order = Cell.compare(left, right, upwards);
            return upwards ? order : -order;
        });
        return made;
    }

    private void measure() {
        measured = true;
        natural = new double[columns.size()];
        usual = new double[columns.size()];
        chips = new boolean[columns.size()];
        Text probe = new Text();
        for (int i = 0; i < columns.size(); i++) {
            probe.setFont(Font.font("Inter", FontWeight.SEMI_BOLD, 12));
            probe.setText(columns.get(i).title());
            double width = probe.getLayoutBounds().getWidth() + PADDING + 14;
            probe.setFont(Font.font("Inter", 13));
            Map<String, Double> seen = new HashMap<>();
            List<Double> widths = new ArrayList<>();
            for (Row<T> row : rows.subList(0, Math.min(MEASURED_ROWS, rows.size()))) {
                Cell cell = row.cells().get(i);
                chips[i] |= cell.tone().isPresent();
                double text = seen.computeIfAbsent(cell.text(), words -> {
                    probe.setText(words);
                    return probe.getLayoutBounds().getWidth();
                });
                widths.add(text + (cell.tone().isPresent() ? CHIP_EXTRA : 0) + PADDING);
            }
            widths.sort(null);
            natural[i] = Math.ceil(Math.min(WIDEST, Math.max(width, widths.getLast())));
            usual[i] = Math.ceil(Math.clamp(widths.get((int) (USUAL * (widths.size() - 1))), width, natural[i]));
        }
        share();
    }

    /**
     * Gives the columns the width that their contents need. What is left is shared between those of words; what is lacking is taken
     * from them, first where only few rows need the width.
     */
    private void share() {
        if (!measured) {
            return;
        }
        double sum = 0;
        double words = 0;
        for (int i = 0; i < natural.length; i++) {
            if (viewColumns.get(i).isVisible()) {
                sum += natural[i];
                words += columns.get(i).kind() == Column.Kind.WORDS ? natural[i] : 0;
            }
        }
        double left = Math.max(0, view.getWidth() - SCROLL_BAR - sum);
        double lacking = Math.max(0, sum - view.getWidth() + SCROLL_BAR);
        double rare = 0;
        double common = 0;
        for (int i = 0; i < natural.length; i++) {
            if (isCut(i)) {
                rare += natural[i] - usual[i];
                common += Math.max(0, usual[i] - NARROWEST);
            }
        }
        double ofRare = rare > 0 ? Math.min(1, lacking / rare) : 0;
        double ofCommon = common > 0 ? Math.clamp((lacking - rare) / common, 0, 1) : 0;
        for (int i = 0; i < natural.length; i++) {
            boolean grows = columns.get(i).kind() == Column.Kind.WORDS && words > 0;
            double more = grows ? Math.floor(left * natural[i] / words) : 0;
            double less =
                    isCut(i) ? ofRare * (natural[i] - usual[i]) + ofCommon * Math.max(0, usual[i] - NARROWEST) : 0;
            viewColumns.get(i).setPrefWidth(natural[i] + more - Math.ceil(less));
        }
    }

    /** Whether a column may be narrower than its contents: chips and numbers are never cut. */
    private boolean isCut(int column) {
        return viewColumns.get(column).isVisible() && columns.get(column).kind() == Column.Kind.WORDS && !chips[column];
    }

    private void selectIds(Set<String> ids) {
        for (int i = 0; i < view.getItems().size(); i++) {
            if (ids.contains(view.getItems().get(i).id())) {
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
            ClipboardContent content = new ClipboardContent();
            content.putString(toTsv());
            Clipboard.getSystemClipboard().setContent(content);
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
