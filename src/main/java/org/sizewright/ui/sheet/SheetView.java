package org.sizewright.ui.sheet;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.buildsheet.BuildSheet;
import org.sizewright.figure.Cell;
import org.sizewright.plan.Unresolved;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** The screen "Build sheet": the workbook before it is written. */
public final class SheetView implements Screen {
    private final Workspace workspace;
    private final Texts texts;
    private final SheetViewModel model;
    private final VBox root = new VBox(12);
    private final Label sum = new Label();
    private final Button export;
    private final Button handOver;
    private final Button takeBack;
    private final HBox progress = new HBox(7);
    private final Label progressWord = new Label();
    private final StackPane body = new StackPane();
    private final PageList list;
    private final PageView page;
    private final FormulaLine formula;
    private final Label title = new Label();
    private final Label purpose = new Label();
    private final HBox workbook;
    private Optional<Page> shownPage = Optional.empty();

    /**
     * @param builder makes the sheets of a state; called by the executor only
     * @param background where sheets are made
     */
    public SheetView(Workspace workspace, Function<SessionState, Optional<BuildSheet>> builder, Executor background) {
        this.workspace = workspace;
        this.texts = workspace.texts();
        this.model = new SheetViewModel(builder, background, Platform::runLater);
        export = new Button(texts.get("sheet.export"), Icon.EXPORT.node());
        handOver = new Button(texts.get("sheet.handOver"));
        takeBack = new Button(texts.get("sheet.takeBack"));
        list = new PageList(texts, chosen -> model.open(chosen.id()));
        page = new PageView(texts, model::select, this::choose);
        formula = new FormulaLine(texts, this::openHome);
        workbook = new HBox(12, list, centre());
        body.setMinSize(0, 0);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.setPadding(new Insets(14));
        root.getChildren().addAll(head(), body);
        model.phase().subscribe(ignored -> showPhase());
        model.page().subscribe(ignored -> showPage());
        model.choice().subscribe(formula::show);
        model.calculating().subscribe(ignored -> showProgress());
        model.preparing().subscribe(ignored -> showProgress());
        model.option().subscribe(ignored -> showSum());
        model.exportable().subscribe(ready -> {
            export.setDisable(!ready);
            handOver.setDisable(!ready);
        });
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void show(SessionState state) {
        model.show(state);
    }

    private HBox head() {
        Label name = new Label(texts.get("sheet.title"));
        name.getStyleClass().add("screen-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        sum.setId("sheet-sum");
        sum.getStyleClass().add("muted");
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("sheet-progress");
        progressWord.getStyleClass().add("muted");
        progress.setId("sheet-progress");
        progress.getChildren().addAll(wheel, progressWord);
        progress.setAlignment(Pos.CENTER);
        export.setId("sheet-export");
        export.getStyleClass().add("primary");
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setAccessibleText(texts.get("sheet.export"));
        export.setOnAction(ignored -> workspace.exportBuildSheet());
        handOver.setId("sheet-hand-over");
        handOver.setMinWidth(Region.USE_PREF_SIZE);
        handOver.setAccessibleText(texts.get("sheet.handOver"));
        handOver.setAccessibleHelp(texts.get("sheet.handOver.help"));
        handOver.setTooltip(new Tooltip(texts.get("sheet.handOver.help")));
        handOver.setOnAction(ignored -> workspace.writeHandOver());
        takeBack.setId("sheet-take-back");
        takeBack.setMinWidth(Region.USE_PREF_SIZE);
        takeBack.setAccessibleText(texts.get("sheet.takeBack"));
        takeBack.setAccessibleHelp(texts.get("sheet.takeBack.help"));
        takeBack.setTooltip(new Tooltip(texts.get("sheet.takeBack.help")));
        takeBack.setOnAction(ignored -> workspace.takeBack());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, name, sum, gap, progress, takeBack, handOver, export);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private VBox centre() {
        title.getStyleClass().add("screen-title");
        purpose.getStyleClass().add("muted");
        purpose.setWrapText(true);
        purpose.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(1, title, purpose);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox pageHead = new HBox(12, words, Marks.legend(texts.get("sheet.legend")));
        pageHead.setAlignment(Pos.BOTTOM_LEFT);
        VBox.setVgrow(page, Priority.ALWAYS);
        VBox centre = new VBox(10, formula, pageHead, page);
        centre.setMinWidth(0);
        HBox.setHgrow(centre, Priority.ALWAYS);
        return centre;
    }

    private void choose(Item item) {
        switch (item.leads()) {
            case Item.Leads.ToFigure figure -> workspace.explain(figure.cell());
            case Item.Leads.ToPage target -> model.open(target.id());
            case Item.Leads.ToHome target -> {
                workspace.explain(target.cell());
                open(target.cell());
            }
            case Item.Leads.Own ignored -> {}
            case Item.Leads.Nowhere ignored -> {}
        }
    }

    private void openHome() {
        model.choice().get().flatMap(Choice::cell).ifPresent(this::open);
    }

    private void open(Cell cell) {
        model.openHome(cell);
        page.reveal(cell);
    }

    private void showPhase() {
        body.getChildren()
                .setAll(
                        switch (model.phase().get()) {
                            case SheetPhase.Ready ignored -> workbook;
                            case SheetPhase.Nothing ignored ->
                                new EmptyState(
                                                Icon.BUILD_SHEET,
                                                Tone.NEUTRAL,
                                                texts.get("sheet.nothing.title"),
                                                texts.get("sheet.nothing.text"))
                                        .withAction(
                                                texts.get("sheet.nothing.action"), () -> workspace.goTo("/workloads"));
                            case SheetPhase.Calculating ignored ->
                                waiting(texts.get("sheet.calculating"), texts.get("sheet.calculating.text"));
                            case SheetPhase.Preparing ignored ->
                                waiting(texts.get("sheet.preparing"), texts.get("sheet.preparing.text"));
                            case SheetPhase.Failed ignored ->
                                new EmptyState(
                                        Icon.ERROR,
                                        Tone.ERROR,
                                        texts.get("sheet.failed.title"),
                                        texts.get("sheet.failed.text"));
                            case SheetPhase.Blocked blocked -> blocked(blocked);
                        });
        showSum();
        showProgress();
    }

    private Node waiting(String heading, String text) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("sheet-waiting");
        Label head = new Label(heading);
        head.getStyleClass().add("title");
        Label words = new Label(text);
        words.getStyleClass().add("muted");
        VBox box = new VBox(wheel, head, words);
        box.getStyleClass().add("empty-state");
        box.setAccessibleText(heading + ". " + text);
        return box;
    }

    private Node blocked(SheetPhase.Blocked blocked) {
        VBox problems = new VBox(10);
        for (Unresolved problem : blocked.problems()) {
            problems.getChildren().add(problem(problem));
        }
        Card card = new Card(texts.get("sheet.blocked.list"), problems);
        card.setMaxWidth(720);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        EmptyState state = new EmptyState(
                Icon.BUILD_SHEET, Tone.WARN, texts.get("sheet.blocked.title"), texts.get("sheet.blocked.text"));
        VBox box = new VBox(state, card);
        box.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private Node problem(Unresolved problem) {
        VBox words = new VBox(1);
        Marks.text(problem.subject(), "strong").ifPresent(words.getChildren()::add);
        Marks.text(problem.sentence(), "why-text").ifPresent(words.getChildren()::add);
        Marks.text(problem.remedy(), "muted").ifPresent(words.getChildren()::add);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button show = new Button(texts.get("sheet.blocked.show"));
        show.setAccessibleText(texts.get("sheet.blocked.showOf", problem.subject()));
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(ignored -> workspace.goTo(problem.path()));
        HBox line = new HBox(12, words, show);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void showPage() {
        Optional<Page> front = model.page().get();
        if (front.isEmpty() || !(model.phase().get() instanceof SheetPhase.Ready ready)) {
            return;
        }
        list.show(ready.preview().pages(), front.get());
        if (shownPage.filter(before -> before == front.get()).isEmpty()) {
            shownPage = front;
            title.setText(front.get().title());
            purpose.setText(front.get().purpose());
            page.show(front.get());
        }
    }

    private void showSum() {
        String option = model.option().get();
        sum.setText(
                model.phase().get() instanceof SheetPhase.Ready ready
                        ? texts.get(
                                "sheet.sum",
                                option,
                                ready.preview().pages().size(),
                                ready.preview().formulas())
                        : option.isEmpty() ? "" : texts.get("sheet.option", option));
    }

    private void showProgress() {
        boolean ready = model.phase().get() instanceof SheetPhase.Ready;
        boolean busy = ready && (model.calculating().get() || model.preparing().get());
        progress.setVisible(busy);
        progress.setManaged(busy);
        // both have no room beside the buttons of a small window, and the sum is old by now
        sum.setVisible(!busy);
        sum.setManaged(!busy);
        progressWord.setText(texts.get(model.calculating().get() ? "sheet.calculating" : "sheet.preparing"));
    }
}
