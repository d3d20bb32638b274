package org.sizewright.ui.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.arrival.ArrivalFigures;
import org.sizewright.placement.arrival.GpuChoice;
import org.sizewright.ui.chart.CurveChart;
import org.sizewright.ui.chart.Curves;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Legend;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SearchableChoice;
import org.sizewright.ui.part.SegmentedChoice;

/** Machines that arrive one by one, at same size and at mixed size side by side. */
final class ArrivalPane extends StackPane {
    private static final long MOST_SEED = 1_000_000;

    private final Texts texts;
    private final ArrivalViewModel model;
    private final SearchableChoice<ClusterSubject> clusters;
    private final SegmentedChoice<Boolean> order;
    private final NumberField seed;
    private final SegmentedChoice<GpuChoice> rule;
    private final NumberField leaving;
    private final Slider position = new Slider();
    private final Label at = new Label();
    private final Label slot = new Label();
    private final Button first;
    private final Button back;
    private final Button next;
    private final Button last;
    private final MenuButton add;
    private final Button shutDown;
    private final Button undo;
    private final Legend legend = new Legend(List.of());
    private final ArrivalLaneCard same;
    private final ArrivalLaneCard mixed;
    private final DataTable<ArrivalPage.Profile> profiles;
    private final CurveChart chart;
    private final Card trialsCard;
    private final FlowPane worst = new FlowPane(18, 2);
    private final Button stop;
    private final Node filled;
    private final EmptyState empty;
    private final SegmentedChoice<Boolean> measure;
    private boolean stranded;
    private boolean telling = true;

    ArrivalPane(Texts texts, ArrivalViewModel model) {
        this.texts = texts;
        this.model = model;
        clusters = new SearchableChoice<>(texts.get("arrivals.cluster"), ClusterSubject::name);
        clusters.setPrefWidth(150);
        clusters.onChoose(model::choose);
        order = new SegmentedChoice<>(
                texts.get("arrivals.order"),
                List.of(false, true),
                random -> texts.get(random ? "arrivals.order.random" : "arrivals.order.given"));
        order.onChoose(model::order);
        seed = new NumberField(texts, NumberField.Spec.whole(texts.get("arrivals.seed"), "", 0, MOST_SEED));
        seed.setId("arrivals-seed");
        seed.setPrefWidth(90);
        seed.onCommit(value -> model.seed(value.longValue()));
        rule = new SegmentedChoice<>(texts.get("arrivals.rule"), List.of(GpuChoice.values()), this::word);
        rule.onChoose(model::rule);
        leaving = new NumberField(texts, NumberField.Spec.whole(texts.get("arrivals.leaving"), "%", 0, 100));
        leaving.setId("arrivals-leaving");
        leaving.setPrefWidth(96);
        leaving.onCommit(value -> model.leaving(value.intValue()));
        first = step(Icon.FIRST, "arrivals-first", texts.get("arrivals.step.first"), () -> model.goTo(0));
        back = step(Icon.BACK, "arrivals-back", texts.get("arrivals.step.back"), () -> model.step(-1));
        next = step(Icon.NEXT, "arrivals-next", texts.get("arrivals.step.next"), () -> model.step(1));
        last = step(Icon.LAST, "arrivals-last", texts.get("arrivals.step.last"), model::toEnd);
        add = new MenuButton(texts.get("arrivals.add"), Icon.ADD.node());
        add.setId("arrivals-add");
        add.setMinWidth(Region.USE_PREF_SIZE);
        shutDown = button(
                "arrivals-shut-down",
                texts.get("arrivals.shutDown"),
                texts.get("arrivals.shutDown.tip"),
                Icon.STOP,
                model::shutDown);
        undo = button(
                "arrivals-undo", texts.get("arrivals.undo"), texts.get("arrivals.undo.tip"), Icon.UNDO, model::undo);
        same = new ArrivalLaneCard(texts, model, PartitionMode.EQUAL_SIZE);
        mixed = new ArrivalLaneCard(texts, model, PartitionMode.MIXED_SIZE);
        profiles = new DataTable<>(texts, texts.get("arrivals.profiles"), ArrivalPage.Profile::name, columns());
        profiles.view().setId("arrivals-profiles");
        chart = new CurveChart(texts, texts.get("arrivals.trials.name.refused"));
        chart.setId("arrivals-trials");
        chart.setMinHeight(120);
        chart.setPrefHeight(132);
        VBox.setVgrow(chart, Priority.ALWAYS);
        measure = new SegmentedChoice<>(
                texts.get("policies.measure"),
                List.of(false, true),
                isStranded -> texts.get(isStranded ? "policies.measure.stranded" : "policies.measure.refused"));
        measure.show(false);
        measure.onChoose(isStranded -> {
            stranded = isStranded;
            showTrials(model.trials().get());
        });
        stop = new Button(texts.get("arrivals.trials.stop"));
        stop.setId("arrivals-stop");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        trialsCard = new Card(texts.get("arrivals.trials", ArrivalDrawing.TRIALS), new VBox(4, chart, worst))
                .withActions(stop, measure);
        filled = filled();
        empty = new EmptyState(
                Icon.WORKLOADS, Tone.NEUTRAL, texts.get("arrivals.empty"), texts.get("arrivals.empty.text"));
        setMinHeight(0);
        model.page().subscribe(this::show);
        model.trials().subscribe(this::showTrials);
        model.selected().subscribe(chosen -> shutDown.setDisable(chosen.isEmpty()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private Node filled() {
        FieldFrame orderFrame = new FieldFrame(texts.get("arrivals.order"), new HBox(order));
        FieldFrame ruleFrame = new FieldFrame(texts.get("arrivals.rule"), new HBox(rule));
        HBox settings = new HBox(12, clusters, orderFrame, seed, ruleFrame, leaving);
        settings.setAlignment(Pos.TOP_LEFT);
        position.getStyleClass().add("steps");
        position.setId("arrivals-position");
        position.setBlockIncrement(1);
        position.setMinWidth(90);
        HBox.setHgrow(position, Priority.ALWAYS);
        position.valueProperty().subscribe(value -> {
            if (telling) {
                model.goTo((int) Math.round(value.doubleValue()));
            }
        });
        at.getStyleClass().add("strong");
        at.setMinWidth(Region.USE_PREF_SIZE);
        HBox stepper = new HBox(6, first, back, next, last, position, at, add, shutDown, undo);
        stepper.setAlignment(Pos.CENTER_LEFT);
        HBox lanes = new HBox(12, same, mixed);
        HBox.setHgrow(same, Priority.ALWAYS);
        HBox.setHgrow(mixed, Priority.ALWAYS);
        VBox.setVgrow(lanes, Priority.ALWAYS);
        Card table = new Card(texts.get("arrivals.profiles"), profiles);
        profiles.setPrefHeight(150);
        FlowGrid below = new FlowGrid(380, 12, table, trialsCard);
        below.setMaxHeight(226);
        slot.setId("arrivals-slot");
        slot.getStyleClass().add("note");
        slot.setWrapText(true);
        slot.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(7, settings, slot, stepper, legend, lanes, below);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private static Button step(Icon icon, String id, String name, Runnable action) {
        Button button = new Button("", icon.node());
        button.setId(id);
        button.getStyleClass().add("icon-only");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(ignored -> action.run());
        return button;
    }

    private static Button button(String id, String word, String tip, Icon icon, Runnable action) {
        Button button = new Button(word, icon.node());
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleHelp(tip);
        button.setOnAction(ignored -> action.run());
        return button;
    }

    private List<Column<ArrivalPage.Profile>> columns() {
        return List.of(
                Column.words(
                        "profile",
                        texts.get("arrivals.profiles.profile"),
                        row -> Cell.text(row.name()).withTip(texts.get("arrivals.profiles.arrived", row.arrived()))),
                Column.numbers("same", texts.get("arrivals.profiles.same"), row -> placed(Optional.of(row.same()))),
                Column.numbers(
                        "sameRefused",
                        texts.get("arrivals.profiles.same.refused"),
                        row -> number(row.same().refused())),
                Column.numbers("mixed", texts.get("arrivals.profiles.mixed"), row -> placed(row.mixed())),
                Column.numbers(
                        "mixedRefused",
                        texts.get("arrivals.profiles.mixed.refused"),
                        row -> row.mixed().map(count -> number(count.refused())).orElseGet(this::notDrawn)));
    }

    private static Cell number(int number) {
        return Cell.number(String.valueOf(number), number);
    }

    private Cell placed(Optional<ArrivalFigures.Count> count) {
        return count.map(each -> each.gone() == 0
                        ? number(each.served())
                        : number(each.served())
                                .withTip(texts.get("arrivals.profiles.left", each.served(), each.gone())))
                .orElseGet(this::notDrawn);
    }

    private Cell notDrawn() {
        return Cell.unknown(texts.get("arrivals.notDrawn"));
    }

    private String word(GpuChoice choice) {
        return switch (choice) {
            case FEWEST_MACHINES -> texts.get("arrivals.rule.performance");
            case LEAST_FREE -> texts.get("arrivals.rule.consolidation");
            case IN_TURN -> texts.get("arrivals.rule.turn");
        };
    }

    private void show(Optional<ArrivalPage> shown) {
        if (shown.isEmpty()) {
            getChildren().setAll(empty);
            return;
        }
        ArrivalPage page = shown.get();
        telling = false;
        try {
            clusters.show(page.clusters(), Optional.of(page.cluster()));
            clusters.setVisible(page.clusters().size() > 1);
            clusters.setManaged(page.clusters().size() > 1);
            order.show(page.settings().random());
            if (!seed.isBeingEdited()) {
                seed.show(BigDecimal.valueOf(page.settings().seed()));
            }
            rule.show(page.settings().choice());
            if (!leaving.isBeingEdited()) {
                leaving.show(BigDecimal.valueOf(page.settings().leaving()));
            }
            position.setMax(Math.max(1, page.size()));
            position.setValue(page.at());
        } finally {
            telling = true;
        }
        at.setText(texts.get("arrivals.at", page.at(), page.size()));
        position.setAccessibleText(texts.get("arrivals.position.at", page.at(), page.size()));
        Optional<String> when = page.cluster().slot(texts);
        slot.setText(when.orElse(""));
        slot.setVisible(when.isPresent());
        slot.setManaged(when.isPresent());
        first.setDisable(page.at() == 0);
        back.setDisable(page.at() == 0);
        next.setDisable(page.at() == page.size());
        last.setDisable(page.at() == page.size());
        undo.setDisable(!page.changed());
        add.getItems().setAll(page.addable().stream().map(this::addable).toList());
        legend.show(page.legend());
        same.show(page.lanes().getFirst());
        mixed.show(page.lanes().getLast());
        profiles.show(page.profiles());
        if (getChildren().isEmpty() || getChildren().getFirst() != filled) {
            getChildren().setAll(filled);
        }
    }

    private MenuItem addable(ArrivalPage.Addable each) {
        MenuItem item = new MenuItem(each.text());
        item.setOnAction(ignored -> model.add(each.vmClass()));
        return item;
    }

    private void showTrials(ArrivalPage.Trials trials) {
        Optional<Curves> curves = stranded ? trials.stranded() : trials.refused();
        chart.setName(texts.get(stranded ? "arrivals.trials.name.stranded" : "arrivals.trials.name.refused"));
        curves.ifPresentOrElse(
                chart::show,
                () -> chart.showNothing(trials.working() ? texts.get("arrivals.trials.working") : trials.nothing()));
        worst.getChildren().setAll(trials.worst().stream().map(this::worst).toList());
        boolean done = curves.isPresent();
        stop.setVisible(!done);
        stop.setManaged(!done);
        stop.setText(texts.get(trials.working() ? "arrivals.trials.stop" : "arrivals.trials.again"));
        stop.setOnAction(ignored -> {
            if (trials.working()) {
                model.stopTrials();
            } else {
                model.tryAgain();
            }
        });
    }

    private Button worst(ArrivalPage.Worst each) {
        Button button = new Button(each.text());
        button.getStyleClass().add("link");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setId("arrivals-worst-" + (each.mode() == PartitionMode.EQUAL_SIZE ? "same" : "mixed"));
        button.setTooltip(new Tooltip(each.more()));
        button.setAccessibleHelp(each.more());
        button.setOnAction(ignored -> model.load(each));
        return button;
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE && !shutDown.isDisabled()) {
            model.shutDown();
            event.consume();
        }
    }
}
