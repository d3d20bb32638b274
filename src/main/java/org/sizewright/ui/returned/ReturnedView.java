package org.sizewright.ui.returned;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.buildsheet.returned.Change;
import org.sizewright.buildsheet.returned.Remark;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.EntryList;
import org.sizewright.ui.part.OverPage;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.part.WhyPane;

/** The changes of a returned workbook, each to be taken or left, and what cannot be taken. Fills the window; Escape closes it. */
public final class ReturnedView {
    private static final double REMARKS = 190;

    private final Texts texts;
    private final ReturnedViewModel model;
    private final DataTable<ReturnedRow> table;
    private final WhyPane why;
    private final Button take = new Button();
    private final Button toggle = new Button();
    private final Label sum = new Label();
    private final OverPage root;

    public ReturnedView(Texts texts, ReturnedViewModel model) {
        this.texts = texts;
        this.model = model;
        why = new WhyPane(texts);
        table = new DataTable<>(texts, texts.get("returned.changes"), ReturnedRow::id, columns());
        table.view().setId("returned-table");
        table.onSelect(row -> row.ifPresent(known -> why.show(whyOf(known.change()))));
        table.onOpen(row -> why.takeFocus());
        table.view().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                toggle();
                event.consume();
            }
        });
        root = new OverPage("returned", head(), body(), why, model::close);
        model.rows().subscribe(this::show);
    }

    /** What to put over the window. */
    public Parent view() {
        return root;
    }

    /** Puts the keyboard into the table and explains its first row. */
    public void focus() {
        table.view().requestFocus();
        if (!model.rows().get().isEmpty()) {
            table.select(Set.of(model.rows().get().getFirst().id()));
        } else if (!model.remarks().isEmpty()) {
            why.show(whyOf(model.remarks().getFirst()));
        }
    }

    private List<Column<ReturnedRow>> columns() {
        return List.of(
                Column.words(
                        "taken",
                        texts.get("returned.col.taken"),
                        row -> row.taken()
                                ? Cell.chip(texts.get("returned.taken"), Tone.OK)
                                : Cell.chip(texts.get("returned.left"), Tone.NEUTRAL)),
                Column.words(
                        "where",
                        texts.get("returned.col.where"),
                        row -> text(row.change().where())),
                Column.words(
                        "subject",
                        texts.get("returned.col.subject"),
                        row -> text(row.change().subject())),
                Column.words(
                        "field",
                        texts.get("returned.col.field"),
                        row -> text(row.change().field())),
                Column.words(
                        "before",
                        texts.get("returned.col.before"),
                        row -> value(row.change().before())),
                Column.words(
                        "after",
                        texts.get("returned.col.after"),
                        row -> value(row.change().after())),
                Column.words(
                        "meanwhile",
                        texts.get("returned.col.meanwhile"),
                        row -> row.change().meanwhile().isPresent()
                                ? Cell.chip(texts.get("returned.meanwhile"), Tone.WARN)
                                : Cell.text("")));
    }

    private static Cell text(String text) {
        return Cell.text(text).withTip(text);
    }

    private Cell value(String text) {
        return text.isEmpty() ? Cell.unknown(texts.get("returned.empty")) : text(text.replace('\n', ' '));
    }

    private Node head() {
        Label title = new Label(texts.get("returned.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label file = new Label(model.file());
        file.getStyleClass().add("muted");
        file.setTooltip(new Tooltip(model.file()));
        take.setId("returned-take");
        take.getStyleClass().add("primary");
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setOnAction(ignored -> model.take());
        Button close = new Button(texts.get("returned.close"));
        close.setId("returned-close");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(ignored -> model.close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, title, file, gap, take, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(14, 16, 10, 16));
        return head;
    }

    private Node body() {
        toggle.setText(texts.get("returned.toggle"));
        toggle.setId("returned-toggle");
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setTooltip(new Tooltip(texts.get("returned.toggle.help")));
        toggle.setAccessibleHelp(texts.get("returned.toggle.help"));
        toggle.setOnAction(ignored -> toggle());
        Button all = button("returned.all", "returned-all", () -> model.setAll(true));
        Button none = button("returned.none", "returned-none", () -> model.setAll(false));
        Button copy = button("returned.copy", "returned-copy", table::copyAll);
        copy.setGraphic(Icon.COPY.node());
        sum.getStyleClass().add("muted");
        sum.setId("returned-sum");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, toggle, all, none, gap, sum, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        boolean nothing = model.rows().get().isEmpty();
        Node shown = nothing
                ? new EmptyState(
                        Icon.OK, Tone.OK, texts.get("returned.nothing.title"), texts.get("returned.nothing.text"))
                : table;
        VBox.setVgrow(shown, Priority.ALWAYS);
        VBox changes = new VBox(10, line, shown);
        changes.getStyleClass().addAll("card", "over-page-card");
        changes.setMinHeight(0);
        VBox.setVgrow(changes, Priority.ALWAYS);
        List.of(toggle, all, none, copy).forEach(button -> button.setDisable(nothing));
        VBox body = new VBox(10, changes);
        body.setMinSize(0, 0);
        if (!model.remarks().isEmpty()) {
            body.getChildren().add(remarks());
        }
        return body;
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button(texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(ignored -> action.run());
        return button;
    }

    private Node remarks() {
        Label title = new Label(texts.get("returned.remarks", model.remarks().size()));
        title.getStyleClass().add("section-title");
        EntryList<Remark> list = new EntryList<>(
                texts.get("returned.remarks", model.remarks().size()),
                remark -> new EntryList.Entry(
                        remark.where() + remark.sentence(),
                        texts.get("returned.notTaken"),
                        Tone.WARN,
                        remark.where(),
                        remark.sentence(),
                        remark.advice(),
                        ""));
        list.view().setId("returned-remarks");
        list.view().setMinHeight(50);
        list.onSelect(remark -> remark.ifPresent(known -> why.show(whyOf(known))));
        list.show(model.remarks());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox card = new VBox(6, title, list);
        card.getStyleClass().addAll("card", "over-page-card");
        card.setMinHeight(REMARKS);
        card.setPrefHeight(REMARKS);
        card.setMaxHeight(REMARKS);
        return card;
    }

    private void toggle() {
        model.toggle(table.selected().stream().map(ReturnedRow::id).collect(Collectors.toSet()));
    }

    private void show(List<ReturnedRow> rows) {
        table.show(rows);
        int taken = model.taken().size();
        take.setText(texts.get("returned.take", taken));
        take.setDisable(taken == 0);
        sum.setText(texts.get("returned.sum", taken, rows.size()));
    }

    private Why whyOf(Change change) {
        Why why = Why.finding(change.subject(), change.where() + ", " + change.field(), List.of())
                .withSection(Why.Section.of(texts.get("returned.col.before"), words(change.before())))
                .withSection(Why.Section.of(texts.get("returned.col.after"), words(change.after())));
        return change.meanwhile()
                .map(then -> why.withSection(Why.Section.of(
                        texts.get("returned.col.meanwhile"), texts.get("returned.meanwhile.text", words(then)))))
                .orElse(why);
    }

    private static Why whyOf(Remark remark) {
        return Why.finding(remark.where(), remark.sentence() + " " + remark.advice(), List.of());
    }

    private String words(String text) {
        return text.isEmpty() ? texts.get("returned.empty") : text;
    }
}
