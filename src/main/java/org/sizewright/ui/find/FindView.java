package org.sizewright.ui.find;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.result.servers.UseServer;
import org.sizewright.ui.find.FindViewModel.Stage;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.OverPage;
import org.sizewright.ui.part.SearchField;
import org.sizewright.ui.part.WhyPane;

/** Which servers of the list carry the live option, ranked. Fills the window; Escape closes it. */
public final class FindView {

    private final Texts texts;
    private final FindViewModel model;
    private final OverPage root;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label working = new Label();
    private final Button again = new Button();
    private final Button copy = new Button();
    private final ToggleButton ranked = new ToggleButton();
    private final ToggleButton excluded = new ToggleButton();
    private final SearchField search = new SearchField();
    private final Label count = new Label();
    private final HBox line = new HBox(10);
    private final StackPane place = new StackPane();
    private final FindWhy words;
    private final FindVerdict verdict;
    private final FindTable table;
    private final WhyPane why;

    public FindView(Texts texts, FindViewModel model) {
        this.texts = texts;
        this.model = model;
        words = new FindWhy(texts, model);
        why = new WhyPane(texts);
        verdict = new FindVerdict(texts, model, words);
        table = new FindTable(texts, model, row -> why.takeFocus(), none());
        root = new OverPage("find", head(), body(), why, model::close);
        model.stage().subscribe(this::showStage);
        model.rows().subscribe(rows -> showRows());
        model.detail().subscribe(detail -> detail.ifPresent(known -> why.show(words.of(known))));
        model.runnerUp()
                .subscribe(flip -> model.ranking().ifPresent(found -> {
                    verdict.showFlip(found, flip);
                    model.detail().get().ifPresent(known -> why.show(words.of(known)));
                }));
    }

    /** What to put over the window. */
    public Parent view() {
        return root;
    }

    /** Puts the keyboard into the table. */
    public void focus() {
        table.focusTable();
    }

    private Node head() {
        Label title = new Label(texts.get("find.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        String letter = model.question().option().value().toUpperCase(Locale.ROOT);
        Label what = new Label(UseServer.group(model.plan(), model.question().option())
                .map(group -> texts.get(
                        "find.what",
                        letter,
                        group.name(),
                        model.question().entries().size()))
                .orElse(texts.get("find.option", letter)));
        what.getStyleClass().add("muted");
        what.setId("find-what");
        what.setMinWidth(60);
        what.setTooltip(new Tooltip(what.getText()));
        progress.setId("find-progress");
        progress.setPrefWidth(160);
        progress.setAccessibleText(texts.get("find.working"));
        working.getStyleClass().add("muted");
        working.setMinWidth(Region.USE_PREF_SIZE);
        again.setId("find-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        copy.setText(texts.get("find.copy"));
        copy.setGraphic(Icon.COPY.node());
        copy.setId("find-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(ignored -> table.copyAll());
        Button close = new Button(texts.get("find.close"));
        close.setId("find-close");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(ignored -> model.close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox first = new HBox(8, title, what, gap, working, progress, again, copy, close);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(10, first, new FindControls(texts, model));
        head.setPadding(new Insets(14, 16, 10, 16));
        return head;
    }

    private Node body() {
        ToggleGroup group = new ToggleGroup();
        part(ranked, "find-ranked-part", group, false);
        part(excluded, "find-excluded-part", group, true);
        ranked.setSelected(true);
        HBox segments = new HBox(ranked, excluded);
        segments.getStyleClass().add("segmented");
        segments.setMinWidth(Region.USE_PREF_SIZE);
        search.named("find-search", texts.get("find.search"));
        search.setPrefWidth(240);
        search.setMinWidth(120);
        search.textProperty().subscribe(model::searchFor);
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line.getChildren().setAll(segments, search, gap, count);
        line.setAlignment(Pos.CENTER_LEFT);
        place.setMinHeight(0);
        VBox.setVgrow(place, Priority.ALWAYS);
        VBox card = new VBox(10, line, place);
        card.getStyleClass().addAll("card", "over-page-card");
        card.setMinHeight(0);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox body = new VBox(10, verdict, card);
        body.setMinSize(0, 0);
        return body;
    }

    private void part(ToggleButton button, String id, ToggleGroup group, boolean areExcluded) {
        button.setId(id);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(ignored -> {
            button.setSelected(true);
            model.showExcluded(areExcluded);
        });
    }

    private void showStage(Stage stage) {
        boolean running = stage instanceof Stage.Searching;
        progress.setVisible(running);
        progress.setManaged(running);
        working.setVisible(running);
        working.setManaged(running);
        again.setText(texts.get(running ? "find.cancel" : "find.again"));
        again.setGraphic((running ? Icon.STOP : Icon.RUN).node());
        again.setOnAction(ignored -> {
            if (running) {
                model.stop();
            } else {
                model.search();
            }
        });
        boolean found = stage instanceof Stage.Found;
        copy.setDisable(!found);
        line.setVisible(found);
        line.setManaged(found);
        verdict.setVisible(found);
        verdict.setManaged(found);
        switch (stage) {
            case Stage.Searching searching -> {
                progress.setProgress(searching.all() == 0 ? 0 : (double) searching.done() / searching.all());
                working.setText(texts.get("find.progress", searching.done(), searching.all()));
                place.getChildren()
                        .setAll(new EmptyState(
                                Icon.SEARCH, Tone.NEUTRAL, texts.get("find.working"), texts.get("find.working.text")));
            }
            case Stage.Stopped stopped ->
                place.getChildren()
                        .setAll(new EmptyState(
                                        Icon.STOP,
                                        Tone.NEUTRAL,
                                        texts.get("find.stopped"),
                                        texts.get("find.stopped.text"))
                                .withAction(texts.get("find.again"), model::search));
            case Stage.Refused refused ->
                place.getChildren()
                        .setAll(new EmptyState(Icon.CLUSTER, Tone.WARN, texts.get("find.refused"), refused.sentence()));
            case Stage.Found answer -> showFound(answer.ranking());
        }
    }

    private void showFound(ServerRanking found) {
        ranked.setText(texts.get("find.ranked.count", found.ranked().size()));
        excluded.setText(texts.get("find.excluded.count", found.excluded().size()));
        count.setText(texts.get("find.calculated", found.entries(), found.calculated()));
        place.getChildren().setAll(table);
        verdict.show(found);
        if (found.winner().isEmpty()) {
            why.clear();
        }
    }

    private void showRows() {
        model.ranking()
                .ifPresent(found -> table.show(
                        model.rows().get(),
                        model.showsExcluded(),
                        found.ranked().stream()
                                .anyMatch(server -> !server.price().lines().isEmpty())));
    }

    private Node none() {
        return new EmptyState(Icon.FILTER, Tone.NEUTRAL, texts.get("find.none"), texts.get("find.none.text"));
    }
}
