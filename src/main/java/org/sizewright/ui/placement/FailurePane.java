package org.sizewright.ui.placement;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.SearchableChoice;
import org.sizewright.ui.part.SegmentedChoice;

/** All failures of one host, or of two at once, worst first; one of them can be shown on the hosts. */
final class FailurePane extends StackPane {
    private final Texts texts;
    private final FailureViewModel model;
    private final BiConsumer<String, List<Integer>> onShow;
    private final SearchableChoice<ClusterSubject> clusters;
    private final SegmentedChoice<Integer> atOnce;
    private final Button stop = new Button();
    private final Button reveal;
    private final HBox verdict = new HBox(10);
    private final Label remark = new Label();
    private final DataTable<FailurePage.Row> table;
    private final VBox filled;
    private final EmptyState empty;
    private Optional<FailurePage.Row> chosen = Optional.empty();

    /** @param onShow shows a failure on the hosts: id of the cluster and numbers of its hosts */
    FailurePane(Texts texts, FailureViewModel model, BiConsumer<String, List<Integer>> onShow) {
        this.texts = texts;
        this.model = model;
        this.onShow = onShow;
        clusters = new SearchableChoice<>(texts.get("arrivals.cluster"), ClusterSubject::name);
        clusters.setPrefWidth(190);
        clusters.onChoose(model::choose);
        atOnce = new SegmentedChoice<>(
                texts.get("failures.atOnce"),
                List.of(1, 2),
                hosts -> texts.get(hosts == 1 ? "failures.atOnce.one" : "failures.atOnce.two"));
        atOnce.setId("failures-at-once");
        atOnce.show(1);
        atOnce.onChoose(model::fail);
        stop.setId("failures-stop");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        reveal = new Button(texts.get("failures.show"), Icon.PLACEMENT.node());
        reveal.setId("failures-show");
        reveal.setMinWidth(Region.USE_PREF_SIZE);
        reveal.setDisable(true);
        reveal.setOnAction(ignored -> reveal());
        remark.getStyleClass().add("muted");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        verdict.setAlignment(Pos.CENTER_LEFT);
        VBox told = new VBox(4, verdict, remark);
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox head = new HBox(14, clusters, atOnce, told, stop, reveal);
        head.setFillHeight(false);
        head.setAlignment(Pos.TOP_LEFT);
        table = new DataTable<>(
                texts,
                texts.get("failures.table"),
                row -> row.row().failure().hosts().toString(),
                columns());
        table.view().setId("failures-table");
        table.onSelect(row -> {
            chosen = row;
            reveal.setDisable(row.isEmpty());
            row.ifPresent(model::explain);
        });
        table.onOpen(row -> reveal());
        Card card = new Card(texts.get("failures.table"), table);
        VBox.setVgrow(card, Priority.ALWAYS);
        VBox.setVgrow(table, Priority.ALWAYS);
        filled = new VBox(10, head, card);
        empty = new EmptyState(
                Icon.WORKLOADS, Tone.NEUTRAL, texts.get("arrivals.empty"), texts.get("arrivals.empty.text"));
        setMinHeight(0);
        model.page().subscribe(this::show);
    }

    private List<Column<FailurePage.Row>> columns() {
        return List.of(
                Column.words("host", texts.get("failures.column.host"), row -> Cell.text(row.host())),
                Column.words("second", texts.get("failures.column.second"), row -> Cell.text(row.second())),
                Column.numbers("alike", texts.get("failures.column.alike"), row -> count(row.alike())),
                Column.numbers(
                        "restarted",
                        texts.get("failures.column.restarted"),
                        row -> count(row.row().failure().restarted().size())),
                Column.numbers(
                        "evicted",
                        texts.get("failures.column.evicted"),
                        row -> count(row.row().failure().evicted().size())),
                Column.numbers(
                        "down",
                        texts.get("failures.column.down"),
                        row -> count(row.row().failure().down().size())),
                Column.numbers(
                        "lost",
                        texts.get("failures.column.lost"),
                        row -> count(row.row().failure().lost().size())),
                Column.words(
                        "verdict",
                        texts.get("failures.column.verdict"),
                        row -> Cell.chip(row.verdict().words(), row.verdict().tone())),
                Column.words(
                        "why",
                        texts.get("failures.column.why"),
                        row -> row.why().isEmpty()
                                ? Cell.text("")
                                : Cell.text(row.lacks()).withTip(row.why())));
    }

    private static Cell count(int number) {
        return Cell.number(String.valueOf(number), number);
    }

    private void reveal() {
        chosen.ifPresent(row -> model.page()
                .get()
                .ifPresent(shown ->
                        onShow.accept(shown.cluster().id(), row.row().failure().hosts())));
    }

    private void show(Optional<FailurePage> shown) {
        if (shown.isEmpty()) {
            getChildren().setAll(empty);
            return;
        }
        FailurePage page = shown.get();
        clusters.show(page.clusters(), Optional.of(page.cluster()));
        present(clusters, page.clusters().size() > 1);
        atOnce.show(page.hostsAtOnce());
        verdict.getChildren()
                .setAll(page.verdict().stream()
                        .map(each -> new Chip(each.words(), each.tone()))
                        .toList());
        present(verdict, page.verdict().isPresent());
        remark.setText(page.remark());
        present(stop, page.working() || page.remark().equals(texts.get("failures.stopped")));
        stop.setText(texts.get(page.working() ? "arrivals.trials.stop" : "arrivals.trials.again"));
        stop.setOnAction(ignored -> {
            if (page.working()) {
                model.stop();
            } else {
                model.workOut();
            }
        });
        table.show(page.rows());
        if (getChildren().isEmpty() || getChildren().getFirst() != filled) {
            getChildren().setAll(filled);
        }
    }

    private static void present(Region node, boolean isPresent) {
        node.setVisible(isPresent);
        node.setManaged(isPresent);
    }
}
