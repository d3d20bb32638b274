package org.sizewright.ui.difference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.ui.difference.DifferencePage.PlanLine;
import org.sizewright.ui.difference.DifferenceRow.Kind;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.EntryList;
import org.sizewright.ui.part.OverPage;
import org.sizewright.ui.part.SearchField;
import org.sizewright.ui.part.WhyPane;

/** Two exports of a list beside each other: what differs, why, and which plans that touches. Fills the window; Escape closes it. */
public final class DifferenceView {
    private static final double PLANS = 188;
    /** Below this width of the table the rows of the lists are left to the Why pane. */
    private static final double ROOM_FOR_ROWS = 1000;

    private static final double PLANS_HIGH = 260;
    private static final double HIGH = 900;
    private static final double PLANS_HEAD = 58;
    private static final double PLAN_LINE = 66;

    private static final Set<String> ROWS = Set.of("before", "after");

    private final DifferenceViewModel model;
    private final Texts texts;
    private final OverPage root;
    private final Label older = new Label();
    private final Label newer = new Label();
    private final Label notCompared = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button swap = new Button();
    private final Map<Optional<Kind>, ToggleButton> kinds = new LinkedHashMap<>();
    private final Label same = new Label();
    private final SearchField search = new SearchField();
    private final Button copy = new Button();
    private final DataTable<DifferenceRow> table;
    private final StackPane place = new StackPane();
    private final Node nothing;
    private final Label plansTitle = new Label();
    private final StackPane plansChip = new StackPane();
    private final VBox planCard = new VBox(6);
    private final EntryList<PlanLine> plans;
    private final WhyPane why;

    public DifferenceView(Texts texts, DifferenceViewModel model) {
        this.texts = texts;
        this.model = model;
        why = new WhyPane(texts);
        table = new DataTable<>(texts, texts.get("difference.entries"), DifferenceRow::id, columns());
        table.view().setId("difference-table");
        table.setEmpty(new EmptyState(
                        Icon.FILTER,
                        Tone.NEUTRAL,
                        texts.get("difference.none.title"),
                        texts.get("difference.none.text"))
                .withAction(texts.get("difference.none.clear"), this::clear));
        table.onSelect(row -> row.ifPresent(
                known -> why.show(model.words().why(known, model.page().get()))));
        table.view().widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                makeRoom(width.doubleValue() >= ROOM_FOR_ROWS);
            }
        });
        table.onOpen(row -> why.takeFocus());
        plans = new EntryList<>(texts.get("difference.plans"), PlanLine::entry);
        plans.view().setId("difference-plans");
        plans.view().setMinHeight(50);
        plans.onSelect(line -> line.ifPresent(
                known -> why.show(model.words().why(known, model.page().get()))));
        nothing = new EmptyState(
                Icon.OK, Tone.OK, texts.get("difference.nothing.title"), texts.get("difference.nothing.text"));
        root = new OverPage("difference", head(), body(), why, model::close);
        root.heightProperty().subscribe(height -> sizePlans());
        model.page().subscribe(this::show);
        model.rows().subscribe(this::showRows);
        model.busy().subscribe(running -> {
            busy.setVisible(running);
            swap.setDisable(running);
        });
    }

    /** What to put over the window. */
    public Parent view() {
        return root;
    }

    /** Puts the keyboard into the table and explains its first row. */
    public void focus() {
        table.view().requestFocus();
        selectFirst();
    }

    private List<Column<DifferenceRow>> columns() {
        return List.of(
                Column.words(
                        "kind",
                        texts.get("difference.col.kind"),
                        row -> Cell.chip(model.words().kind(row.kind()), DifferenceWords.tone(row.kind()))),
                Column.words(
                        "vendor",
                        texts.get("difference.col.vendor"),
                        row -> Cell.text(row.entry().vendor())),
                Column.words(
                        "server",
                        texts.get("difference.col.server"),
                        row -> Cell.text(row.entry().model())),
                Column.words(
                        "gpu",
                        texts.get("difference.col.gpu"),
                        row -> Cell.text(row.entry().gpu().displayName())),
                Column.words(
                        "what",
                        texts.get("difference.col.what"),
                        row -> Cell.text(row.what()).withTip(row.what())),
                Column.numbers("plans", texts.get("difference.col.plans"), this::plansCell),
                Column.numbers("before", texts.get("difference.col.rowBefore"), row -> rowNumber(row.before())),
                Column.numbers("after", texts.get("difference.col.rowAfter"), row -> rowNumber(row.after())));
    }

    private void makeRoom(boolean room) {
        table.view().getColumns().stream()
                .filter(column -> ROWS.contains(column.getId()))
                .filter(column -> column.isVisible() != room)
                .toList()
                .forEach(column -> column.setVisible(room));
    }

    private Cell plansCell(DifferenceRow row) {
        int count = row.plans().size();
        Cell cell = Cell.number(count == 0 ? "" : Integer.toString(count), count);
        return count == 0 ? cell : cell.withTip(String.join(", ", row.plans()));
    }

    private Cell rowNumber(Optional<CatalogEntry> entry) {
        return entry.map(known -> Cell.number(
                        Integer.toString(known.raw().row()), known.raw().row()))
                .orElseGet(() -> Cell.unknown(texts.get("difference.noRow")));
    }

    private Node head() {
        Label title = new Label(texts.get("difference.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Button close = new Button(texts.get("difference.close"));
        close.setId("difference-close");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(ignored -> model.close());
        copy.setText(texts.get("difference.copy"));
        copy.setGraphic(Icon.COPY.node());
        copy.setId("difference-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(ignored -> table.copyAll());
        busy.setMinSize(18, 18);
        busy.setMaxSize(18, 18);
        busy.setAccessibleText(texts.get("difference.busy"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox first = new HBox(8, title, gap, busy, copy, close);
        first.setAlignment(Pos.CENTER_LEFT);
        swap.setText(texts.get("difference.swap"));
        swap.setId("difference-swap");
        swap.setMinWidth(Region.USE_PREF_SIZE);
        swap.setTooltip(new Tooltip(texts.get("difference.swapTip")));
        swap.setAccessibleHelp(texts.get("difference.swapTip"));
        swap.setOnAction(ignored -> model.swap());
        HBox lists = new HBox(
                10,
                side(texts.get("difference.older"), older),
                arrow(),
                side(texts.get("difference.newer"), newer),
                swap);
        lists.setAlignment(Pos.CENTER_LEFT);
        notCompared.getStyleClass().add("note");
        notCompared.setGraphic(Icon.INFO.node("small"));
        notCompared.setWrapText(true);
        notCompared.setMinHeight(Region.USE_PREF_SIZE);
        notCompared.setId("difference-not-compared");
        VBox head = new VBox(8, first, lists, notCompared);
        head.setPadding(new Insets(14, 16, 10, 16));
        return head;
    }

    private static Node arrow() {
        Label arrow = new Label("\u2192");
        arrow.getStyleClass().add("muted");
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        return arrow;
    }

    private static Node side(String name, Label export) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        export.getStyleClass().add("strong");
        export.setMinWidth(60);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(export.textProperty());
        export.setTooltip(tip);
        HBox side = new HBox(8, label, export);
        side.getStyleClass().add("difference-side");
        side.setAlignment(Pos.CENTER_LEFT);
        side.setMinWidth(120);
        return side;
    }

    private Node body() {
        ToggleGroup group = new ToggleGroup();
        HBox segments = new HBox();
        segments.getStyleClass().add("segmented");
        segments.setMinWidth(Region.USE_PREF_SIZE);
        kind(Optional.empty(), "difference-all", group, segments);
        kind(Optional.of(Kind.CHANGED), "difference-changed", group, segments);
        kind(Optional.of(Kind.REMOVED), "difference-removed", group, segments);
        kind(Optional.of(Kind.ADDED), "difference-added", group, segments);
        same.getStyleClass().add("muted");
        same.setId("difference-same");
        same.setMinWidth(Region.USE_PREF_SIZE);
        search.named("difference-search", texts.get("difference.search"));
        search.setPrefWidth(220);
        search.setMinWidth(120);
        search.textProperty().subscribe(text -> model.search(text));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(10, segments, same, gap, search);
        line.setAlignment(Pos.CENTER_LEFT);
        place.setMinHeight(0);
        VBox.setVgrow(place, Priority.ALWAYS);
        VBox entries = new VBox(10, line, place);
        entries.getStyleClass().addAll("card", "over-page-card");
        entries.setMinHeight(0);
        VBox.setVgrow(entries, Priority.ALWAYS);
        plansTitle.getStyleClass().add("section-title");
        plansTitle.setText(texts.get("difference.plans"));
        HBox plansHead = new HBox(8, plansTitle, plansChip);
        plansHead.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(plans, Priority.ALWAYS);
        planCard.getChildren().setAll(plansHead, plans);
        planCard.getStyleClass().addAll("card", "over-page-card");
        VBox body = new VBox(10, entries, planCard);
        body.setMinSize(0, 0);
        return body;
    }

    /** As high as its plans need, up to a share of the window. */
    private void sizePlans() {
        int lines = Math.max(1, model.page().get().plans().size());
        double wanted = Math.min(root.getHeight() >= HIGH ? PLANS_HIGH : PLANS, PLANS_HEAD + lines * PLAN_LINE);
        planCard.setMinHeight(wanted);
        planCard.setPrefHeight(wanted);
        planCard.setMaxHeight(wanted);
    }

    private void kind(Optional<Kind> kind, String id, ToggleGroup group, HBox segments) {
        ToggleButton button = new ToggleButton();
        button.setId(id);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(ignored -> {
            button.setSelected(true);
            model.show(kind);
        });
        button.setSelected(kind.isEmpty());
        kinds.put(kind, button);
        segments.getChildren().add(button);
    }

    private void show(DifferencePage page) {
        older.setText(page.older());
        newer.setText(page.newer());
        notCompared.setText(page.notCompared());
        notCompared.setVisible(!page.notCompared().isEmpty());
        notCompared.setManaged(!page.notCompared().isEmpty());
        kinds.forEach((kind, button) -> button.setText(
                kind.map(known -> texts.get("difference.count", model.words().kind(known), page.count(known)))
                        .orElseGet(() -> texts.get("difference.all", page.rows().size()))));
        same.setText(texts.get("difference.same", page.comparison().difference().same()));
        boolean differs = !page.rows().isEmpty();
        place.getChildren().setAll(differs ? table : nothing);
        search.setDisable(!differs);
        copy.setDisable(!differs);
        plans.show(page.plans());
        sizePlans();
        plansChip
                .getChildren()
                .setAll(
                        page.touched() > 0
                                ? new Chip(texts.get("difference.plans.touched", page.touched()), Tone.WARN)
                                : new Chip(texts.get("difference.plans.untouched"), Tone.OK));
        why.clear();
    }

    private void showRows(List<DifferenceRow> rows) {
        table.show(rows);
        if (root.getScene() != null) {
            selectFirst();
        }
    }

    /** The row in front is explained without being asked for, so that the pane is not empty. */
    private void selectFirst() {
        if (table.selected().isEmpty() && !model.rows().get().isEmpty()) {
            table.select(Set.of(model.rows().get().getFirst().id()));
        }
    }

    private void clear() {
        search.clear();
        kinds.forEach((kind, button) -> button.setSelected(kind.isEmpty()));
        model.show(Optional.empty());
    }
}
