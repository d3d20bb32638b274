package org.sizewright.ui.intake;

import java.util.Arrays;
import java.util.EnumMap;
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
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.catalog.CatalogDifference;
import org.sizewright.catalog.Field;
import org.sizewright.ui.intake.IntakePage.Fate;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.MappingEditor;

/** The page on which a foreign list is looked at before it is taken over. Fills the window. */
public final class IntakeView {
    private static final double LEFT = 440;
    private static final double LEFT_WIDE = 520;
    private static final double WIDE = 1600;
    /** columns that say nothing about a list that cannot be read yet */
    private static final Set<String> PREVIEW_ONLY = Set.of("fate", "read", "why");

    /** What stands at the left. */
    private enum Part {
        COLUMNS,
        NAMES,
        CONFLICTS,
        CLASS
    }

    private final IntakeViewModel model;
    private final Texts texts;
    private final BorderPane root = new BorderPane();
    private final Label title = new Label();
    private final Label about = new Label();
    private final HBox state = new HBox(6);
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Label refusal = new Label();
    private final MappingEditor<Field> mapping;
    private final Label unused = new Label();
    private final AnswerList questions;
    private final AnswerList conflicts;
    private final ClassPanel classes;
    private final Map<Part, ToggleButton> parts = new EnumMap<>(Part.class);
    private final VBox partBox = new VBox(10);
    private Optional<Part> front = Optional.empty();
    private final Map<Fate, ToggleButton> fates = new EnumMap<>(Fate.class);
    private final HBox fateBar = new HBox();
    private final Label sum = new Label();
    private final DataTable<IntakeRow> rows;
    private final Label detail = new Label();
    private final HBox headerChoice = new HBox(8);
    private final Button header = new Button();
    private final Button guess = new Button();
    private final Button differs = new Button();
    private final Button takeOver = new Button();
    private final Label open = new Label();
    private Optional<IntakeRow> selected = Optional.empty();

    public IntakeView(Texts texts, IntakeViewModel model) {
        this.texts = texts;
        this.model = model;
        mapping = new MappingEditor<>(texts);
        mapping.onChoose(model::chooseColumn);
        questions = new AnswerList(model, texts);
        conflicts = new AnswerList(model, texts);
        classes = new ClassPanel(model, texts);
        rows = new DataTable<>(
                texts,
                texts.get("intake.rowsOfFile"),
                IntakeRow::id,
                List.of(
                        Column.numbers(
                                "row",
                                texts.get("intake.col.row"),
                                row -> Cell.number(
                                        Integer.toString(row.raw().row()),
                                        row.raw().row())),
                        Column.words("fate", texts.get("intake.col.fate"), this::fateCell),
                        Column.words("read", texts.get("intake.col.read"), row -> Cell.text(row.read())),
                        Column.words("why", texts.get("intake.col.why"), row -> Cell.text(row.why())),
                        Column.words("raw", texts.get("intake.col.raw"), row -> Cell.text(row.verbatim()))));
        rows.onSelect(this::select);
        build();
        model.page().subscribe(page -> page.ifPresent(this::show));
        model.difference().subscribe(this::showDifference);
        model.busy().subscribe(running -> {
            busy.setVisible(running);
            takeOver.setDisable(running || model.page().get().stream().allMatch(page -> page.entries() == 0));
        });
    }

    /** What to put over the window. */
    public Parent view() {
        return root;
    }

    private Cell fateCell(IntakeRow row) {
        return row.fate() == Fate.ALL
                ? Cell.text("")
                : Cell.chip(model.words().fate(row.fate()), IntakeWords.tone(row.fate()));
    }

    private void build() {
        root.getStyleClass().add("intake");
        root.setId("intake");
        root.setTop(head());
        root.setLeft(left());
        root.setCenter(right());
        root.setBottom(foot());
        root.setMinSize(0, 0);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.cancel();
                event.consume();
            }
        });
    }

    private Node head() {
        title.getStyleClass().add("screen-title");
        about.getStyleClass().add("note");
        state.setAlignment(Pos.CENTER_LEFT);
        busy.setMaxSize(18, 18);
        busy.setMinSize(18, 18);
        busy.setAccessibleText(texts.get("intake.busy"));
        VBox words = new VBox(2, title, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        differs.setId("intake-difference");
        differs.setGraphic(Icon.COMPARE.node());
        differs.setMinWidth(Region.USE_PREF_SIZE);
        differs.setTooltip(new Tooltip(texts.get("intake.differenceTip")));
        differs.setOnAction(ignored -> model.showDifference());
        HBox head = new HBox(10, words, busy, differs, state);
        head.setAlignment(Pos.CENTER_LEFT);
        refusal.getStyleClass().add("banner");
        refusal.setWrapText(true);
        refusal.setMaxWidth(Double.MAX_VALUE);
        refusal.setMinHeight(Region.USE_PREF_SIZE);
        VBox top = new VBox(8, head, refusal);
        top.setPadding(new Insets(14, 16, 10, 16));
        return top;
    }

    private Node left() {
        unused.getStyleClass().add("note");
        unused.setWrapText(true);
        unused.setMinHeight(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (Part part : Part.values()) {
            ToggleButton button = new ToggleButton();
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setId("part-" + part);
            button.setOnAction(ignored -> bringToFront(part));
            parts.put(part, button);
        }
        HBox bar = new HBox();
        bar.getChildren().setAll(Arrays.stream(Part.values()).map(parts::get).toList());
        bar.getStyleClass().add("segmented");
        bar.setMaxWidth(Region.USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(partBox);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(texts.get("intake.left"));
        scroll.setFocusTraversable(false);
        partBox.setPadding(new Insets(4, 12, 8, 2));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox card = new VBox(10, bar, scroll);
        card.getStyleClass().addAll("card", "intake-card");
        card.setMinHeight(0);
        BorderPane.setMargin(card, new Insets(0, 4, 10, 16));
        root.widthProperty().subscribe(width -> {
            double wanted = width.doubleValue() >= WIDE ? LEFT_WIDE : LEFT;
            card.setMinWidth(wanted);
            card.setPrefWidth(wanted);
            card.setMaxWidth(wanted);
        });
        return card;
    }

    private void bringToFront(Part part) {
        front = Optional.of(part);
        parts.forEach((each, button) -> button.setSelected(each == part));
        partBox.getChildren()
                .setAll(
                        switch (part) {
                            case COLUMNS -> List.of(mapping, unused);
                            case NAMES -> List.of(questions);
                            case CONFLICTS -> List.of(conflicts);
                            case CLASS -> List.of(classes);
                        });
    }

    /** What needs the user first is in front first; afterwards it is the user's choice. */
    private static Part first(IntakePage page) {
        if (page.refusal().isPresent()) {
            return Part.COLUMNS;
        }
        if (page.openQuestions() > 0) {
            return Part.NAMES;
        }
        return page.openConflicts() > 0 ? Part.CONFLICTS : Part.COLUMNS;
    }

    private void showParts(IntakePage page, boolean readable) {
        part(Part.COLUMNS, texts.get("intake.columns"), true);
        part(Part.NAMES, texts.get("intake.names", page.openQuestions()), readable);
        part(Part.CONFLICTS, texts.get("intake.conflicts", page.openConflicts()), readable);
        part(Part.CLASS, texts.get("intake.class"), readable);
        if (front.isEmpty() || !readable) {
            bringToFront(first(page));
        }
    }

    private void part(Part part, String words, boolean shown) {
        ToggleButton button = parts.get(part);
        if (button != null) {
            button.setText(words);
            set(button, shown);
        }
    }

    private Node right() {
        ToggleGroup group = new ToggleGroup();
        for (Fate fate : Fate.values()) {
            ToggleButton button = new ToggleButton(model.words().fate(fate));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setId("fate-" + fate);
            button.setOnAction(ignored -> {
                button.setSelected(true);
                model.show(fate);
            });
            fates.put(fate, button);
        }
        fateBar.getChildren()
                .setAll(Arrays.stream(Fate.values()).map(fates::get).toList());
        fateBar.getStyleClass().add("segmented");
        fateBar.setMaxWidth(Region.USE_PREF_SIZE);
        sum.getStyleClass().add("muted");
        sum.setId("intake-sum");
        VBox top = new VBox(6, fateBar, sum);
        header.setText(texts.get("intake.isHeader"));
        header.setId("intake-header");
        header.setDisable(true);
        header.setOnAction(ignored -> selected.ifPresent(
                row -> model.chooseHeader(row.raw().sheet(), row.raw().row())));
        Button none = new Button(texts.get("intake.hasNoHeader"));
        none.getStyleClass().add("flat");
        none.setOnAction(ignored -> firstSheet().ifPresent(sheet -> model.chooseHeader(sheet, 0)));
        none.setId("intake-no-header");
        guess.setText(texts.get("intake.guessHeader"));
        guess.setId("intake-guess-header");
        guess.getStyleClass().add("flat");
        guess.setOnAction(ignored -> model.guessHeader());
        headerChoice.getChildren().setAll(header, none, guess);
        detail.setWrapText(true);
        detail.getStyleClass().add("mono");
        detail.setMinHeight(54);
        detail.setMaxHeight(54);
        detail.setAlignment(Pos.TOP_LEFT);
        detail.setText(texts.get("intake.chooseRow"));
        VBox card = new VBox(8, top, rows, headerChoice, detail);
        card.getStyleClass().addAll("card", "intake-card");
        VBox.setVgrow(rows, Priority.ALWAYS);
        rows.view().setId("intake-rows");
        BorderPane.setMargin(card, new Insets(0, 16, 10, 6));
        card.setMinSize(0, 0);
        return card;
    }

    private Optional<String> firstSheet() {
        return selected.or(() -> model.page().get().stream()
                        .flatMap(page -> page.rows().stream())
                        .findFirst())
                .map(row -> row.raw().sheet());
    }

    private Node foot() {
        takeOver.getStyleClass().add("primary");
        takeOver.setId("intake-take");
        takeOver.setDefaultButton(false);
        takeOver.setMinWidth(Region.USE_PREF_SIZE);
        takeOver.setOnAction(ignored -> model.takeOver());
        Button cancel = new Button(texts.get("intake.cancel"));
        cancel.setId("intake-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(ignored -> model.cancel());
        open.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, open, gap, cancel, takeOver);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("intake-foot");
        return foot;
    }

    private void show(IntakePage page) {
        boolean readable = page.refusal().isEmpty();
        title.setText(texts.get("intake.title", page.title()));
        about.setText(page.about());
        refusal.setText(page.refusal()
                .map(sentence ->
                        sentence + " " + texts.get(page.sources().isEmpty() ? "intake.sayHeader" : "intake.sayColumns"))
                .orElse(""));
        set(refusal, !readable);
        mapping.show(page.lines(), page.sources());
        unused.setText(page.unused());
        set(unused, !page.unused().isEmpty());
        questions.showQuestions(page.questions());
        conflicts.showConflicts(page.conflicts());
        showParts(page, readable);
        classes.show(page.join(), page.byHand());
        showFates(page, readable);
        rows.view().getColumns().stream()
                .filter(column -> PREVIEW_ONLY.contains(column.getId()))
                .forEach(column -> column.setVisible(readable));
        rows.show(page.rows());
        set(guess, page.ownHeader());
        takeOver.setText(texts.get("intake.take", page.entries()));
        takeOver.setDisable(model.busy().get() || page.entries() == 0);
        open.setText(readable ? texts.get("intake.openNote") : "");
        state.getChildren().clear();
        if (readable) {
            long todo = page.openQuestions() + page.openConflicts();
            state.getChildren()
                    .add(
                            todo == 0
                                    ? new Chip(texts.get("intake.allAnswered"), Tone.OK)
                                    : new Chip(texts.get("intake.todo", todo), Tone.WARN));
        }
    }

    private void showFates(IntakePage page, boolean readable) {
        fates.forEach((fate, button) -> {
            button.setText(texts.get("intake.fateCount", model.words().fate(fate), page.count(fate)));
            button.setSelected(fate == model.shownFate());
        });
        set(fateBar, readable);
        sum.setText(
                readable
                        ? texts.get(
                                "intake.sum",
                                page.count(Fate.KEPT),
                                page.count(Fate.CHECK),
                                page.count(Fate.MERGED),
                                page.count(Fate.SKIPPED),
                                page.count(Fate.HEADER),
                                page.count(Fate.KEPT)
                                        + page.count(Fate.CHECK)
                                        + page.count(Fate.MERGED)
                                        + page.count(Fate.SKIPPED)
                                        + page.count(Fate.HEADER),
                                page.count(Fate.ALL))
                        : texts.get("intake.firstRows"));
    }

    private void showDifference(Optional<CatalogDifference> known) {
        set(differs, known.isPresent());
        known.ifPresent(difference -> {
            Object[] counts = {
                difference.added().size(),
                difference.removed().size(),
                difference.changed().size()
            };
            differs.setText(texts.get(difference.isEmpty() ? "intake.differenceNone" : "intake.difference", counts));
            differs.setAccessibleText(
                    texts.get(difference.isEmpty() ? "intake.differenceNone" : "intake.differenceSpoken", counts));
        });
    }

    private void select(Optional<IntakeRow> row) {
        selected = row;
        header.setDisable(row.isEmpty());
        classes.select(row.flatMap(IntakeRow::entry));
        detail.setText(row.map(known -> texts.get(
                                "intake.detail",
                                Integer.toString(known.raw().row()),
                                known.raw().sheet())
                        + (known.why().isEmpty() ? "" : " " + known.why())
                        + "\n" + known.verbatim())
                .orElseGet(() -> texts.get("intake.chooseRow")));
    }

    private static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
