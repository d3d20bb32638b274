package org.sizewright.ui.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.figure.ValueText;
import org.sizewright.ui.chart.CurveChart;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.LinkChip;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SearchableChoice;
import org.sizewright.ui.part.SegmentedChoice;

/** The modes and policies of a cluster side by side, against the placement by plan. */
final class PolicyPane extends StackPane {
    private final Texts texts;
    private final PolicyViewModel model;
    private final SearchableChoice<ClusterSubject> clusters;
    private final NumberField leaving;
    private final Button stop = new Button();
    private final HBox verdict = new HBox(10);
    private final Label words = line("words");
    private final Label remark = line("note");
    private final Label slot = line("note");
    private final Label working = line("muted");
    private final DataTable<PolicyPage.Row> table;
    private final CurveChart chart;
    private final SegmentedChoice<Boolean> measure;
    private final ScrollPane filled;
    private final EmptyState empty;
    private boolean stranded;

    PolicyPane(Texts texts, PolicyViewModel model) {
        this.texts = texts;
        this.model = model;
        clusters = new SearchableChoice<>(texts.get("arrivals.cluster"), ClusterSubject::name);
        clusters.setPrefWidth(190);
        clusters.onChoose(model::choose);
        leaving = new NumberField(texts, NumberField.Spec.whole(texts.get("arrivals.leaving"), "%", 0, 100));
        leaving.setId("policies-leaving");
        leaving.setMaxWidth(110);
        leaving.onCommit(value -> model.leaving(value.intValue()));
        stop.setId("policies-stop");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        slot.setId("policies-slot");
        VBox told = new VBox(4, verdict, working, remark, slot);
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox head = new HBox(14, clusters, leaving, told, stop);
        head.setAlignment(Pos.TOP_LEFT);
        table = new DataTable<>(texts, texts.get("policies.table"), PolicyPage.Row::way, columns());
        table.view().setId("policies-table");
        table.onSelect(row -> row.ifPresent(model::explain));
        table.styleRows(row -> row.isBest() ? Optional.of("current-row") : Optional.empty());
        Card tableCard = new Card(texts.get("policies.table"), table);
        table.setMinHeight(256);
        table.setPrefHeight(256);
        chart = new CurveChart(texts, texts.get("arrivals.trials.name.refused"));
        chart.setId("policies-chart");
        chart.setMinHeight(176);
        chart.setPrefHeight(176);
        measure = new SegmentedChoice<>(
                texts.get("policies.measure"),
                List.of(false, true),
                isStranded -> texts.get(isStranded ? "policies.measure.stranded" : "policies.measure.refused"));
        measure.show(false);
        measure.onChoose(isStranded -> {
            stranded = isStranded;
            model.page().get().flatMap(PolicyPage::result).ifPresent(this::draw);
        });
        Card chartCard = new Card(texts.get("policies.chart"), chart).withActions(measure);
        VBox.setVgrow(chartCard, Priority.ALWAYS);
        filled = new ScrollPane(new VBox(10, head, tableCard, chartCard));
        filled.setFitToWidth(true);
        filled.setFitToHeight(true);
        filled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        filled.setFocusTraversable(false);
        empty = new EmptyState(
                Icon.WORKLOADS, Tone.NEUTRAL, texts.get("arrivals.empty"), texts.get("arrivals.empty.text"));
        setMinHeight(0);
        model.page().subscribe(this::show);
    }

    private List<Column<PolicyPage.Row>> columns() {
        return List.of(
                Column.words(
                        "way",
                        texts.get("policies.column.way"),
                        row -> row.isBest()
                                ? Cell.text(row.way()).withTip(texts.get("policies.isBest"))
                                : Cell.text(row.way())),
                Column.numbers("refused", texts.get("policies.column.refused"), row -> count(row.refused())),
                Column.numbers(
                        "half",
                        texts.get("policies.column.half"),
                        row -> orders(row, each -> count(each.refusedHalf()))),
                Column.numbers(
                        "most",
                        texts.get("policies.column.most"),
                        row -> orders(row, each -> count(each.refusedMost()))),
                Column.numbers(
                        "worst",
                        texts.get("policies.column.worst"),
                        row -> orders(row, each -> count(each.refusedWorst()))),
                Column.numbers("stranded", texts.get("policies.column.stranded"), row -> gib(row.stranded())),
                Column.numbers(
                        "strandedHalf",
                        texts.get("policies.column.half"),
                        row -> orders(row, each -> gib(each.strandedHalf()))),
                Column.numbers(
                        "strandedMost",
                        texts.get("policies.column.most"),
                        row -> orders(row, each -> gib(each.strandedMost()))),
                Column.numbers("gpus", texts.get("policies.column.gpus"), row -> count(row.gpus())));
    }

    private Cell orders(PolicyPage.Row row, Function<PolicyPage.Orders, Cell> number) {
        return row.orders().map(number).orElseGet(() -> Cell.unknown(texts.get("policies.byPlan")));
    }

    private static Cell count(int number) {
        return Cell.number(String.valueOf(number), number);
    }

    private static Cell gib(double number) {
        return Cell.number(ValueText.number(number, 0), number);
    }

    private void show(Optional<PolicyPage> shown) {
        if (shown.isEmpty()) {
            getChildren().setAll(empty);
            return;
        }
        PolicyPage page = shown.get();
        clusters.show(page.clusters(), Optional.of(page.cluster()));
        present(clusters, page.clusters().size() > 1);
        if (!leaving.isBeingEdited()) {
            leaving.show(BigDecimal.valueOf(page.leaving()));
        }
        boolean done = page.result().isPresent();
        working.setText(page.working() ? texts.get("arrivals.trials.working") : page.nothing());
        present(working, !done);
        present(stop, !done);
        stop.setText(texts.get(page.working() ? "arrivals.trials.stop" : "arrivals.trials.again"));
        stop.setOnAction(ignored -> {
            if (page.working()) {
                model.stop();
            } else {
                model.compare();
            }
        });
        present(verdict, done);
        slot.setText(page.cluster().slot(texts).orElse(""));
        present(slot, !slot.getText().isEmpty());
        remark.setText(page.result().map(PolicyPage.Result::remark).orElse(""));
        present(remark, !remark.getText().isEmpty());
        page.result().ifPresentOrElse(this::fill, () -> {
            table.show(List.of());
            chart.showNothing(working.getText());
        });
        if (getChildren().isEmpty() || getChildren().getFirst() != filled) {
            getChildren().setAll(filled);
        }
    }

    private void fill(PolicyPage.Result result) {
        LinkChip chip = new LinkChip(result.best(), Tone.OK, Icon.WHY, () -> model.explain(result));
        chip.setId("policies-best");
        words.setText(result.words());
        VBox told = new VBox(4, chip, words);
        HBox.setHgrow(told, Priority.ALWAYS);
        verdict.getChildren().setAll(told);
        table.show(result.rows());
        draw(result);
    }

    private void draw(PolicyPage.Result result) {
        chart.setName(texts.get(stranded ? "arrivals.trials.name.stranded" : "arrivals.trials.name.refused"));
        chart.show(stranded ? result.stranded() : result.refused());
    }

    private static Label line(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static void present(Region node, boolean isPresent) {
        node.setVisible(isPresent);
        node.setManaged(isPresent);
    }
}
