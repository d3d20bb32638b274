package org.sizewright.ui.placement;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.LinkChip;
import org.sizewright.ui.part.WeekChart;

/** A cluster: its hosts in a list that builds only the rows in view, the proof, and the failure that is shown. */
final class SectionCard extends VBox {
    private static final double NARROW = 560;
    /** Of hosts drawn large not even one may have room; the list then scrolls. */
    private static final double LEAST_HEIGHT = 240;

    private final Texts texts;
    private final PlacementViewModel model;
    private final ListView<Integer> list = new ListView<>();
    private final OverviewList overview;
    private final FailChoice failures;
    private final HBox actions = new HBox(8);
    private final HBox standing = new HBox(8);
    private final HBox outcome = new HBox(8);
    private final WeekChart week;
    private final Label slot = new Label();
    private final VBox content = new VBox(10);
    private final Card card = new Card("", content);
    private final Map<Integer, HostRow> rows = new HashMap<>();
    private final List<HostCell> cells = new ArrayList<>();
    private final Subscription watching;
    private PlacementPage.Section section;

    SectionCard(Texts texts, PlacementViewModel model, PlacementPage.Section first) {
        this.texts = texts;
        this.model = model;
        section = first;
        list.getStyleClass().add("host-list");
        list.setId("hosts-" + first.id());
        list.setMinHeight(120);
        list.setCellFactory(view -> {
            HostCell cell = new HostCell(texts, model, this, view);
            cells.add(cell);
            return cell;
        });
        list.widthProperty().subscribe(() -> {
            measure();
            list.refresh();
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        overview = new OverviewList(texts, model, this);
        overview.setId("overview-" + first.id());
        VBox.setVgrow(overview, Priority.ALWAYS);
        overview.widthProperty().subscribe(this::draw);
        failures = new FailChoice(texts, first.id(), hosts -> model.fail(section.id(), hosts));
        week = new WeekChart(
                texts.get("placement.week.name"),
                texts.get("placement.week.load"),
                Arrays.stream(DayOfWeek.values()).map(WeeklyWindows::dayWord).toList());
        week.setId("week-" + first.id());
        week.setMinHeight(USE_PREF_SIZE);
        week.onChoose(chosen -> model.showSlot(section, Integer.parseInt(chosen)));
        slot.getStyleClass().add("strong");
        slot.setWrapText(true);
        slot.setMinHeight(USE_PREF_SIZE);
        slot.setId("slot-" + first.id());
        standing.setAlignment(Pos.CENTER_LEFT);
        outcome.setAlignment(Pos.CENTER_LEFT);
        actions.setAlignment(Pos.CENTER_RIGHT);
        card.withActions(actions);
        card.setMaxHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
        watching = model.zoom()
                .subscribe(this::zoom)
                .and(model.selected().subscribe(() -> {
                    cells.forEach(HostCell::mark);
                    overview.mark();
                }))
                .and(model.pins().dragged().subscribe(() -> cells.forEach(cell -> cell.receive(Optional.empty()))));
        new PinDrag(model.pins(), this, list, cells);
        // a click on a stretch leaves the focus with the list
        for (ListView<Integer> each : List.of(list, overview)) {
            each.addEventHandler(KeyEvent.KEY_PRESSED, event -> PinMenu.key(model.pins(), event, chosen()));
        }
        show(first);
    }

    void show(PlacementPage.Section next) {
        PlacementPage.Section before = section;
        boolean sameHosts = list.getItems().size() == next.scene().hostCount();
        section = next;
        rows.clear();
        card.setTitle(next.title());
        if (actions.getChildren().isEmpty()
                || !before.proof().equals(next.proof())
                || !before.survival().equals(next.survival())
                || !before.existing().equals(next.existing())
                || !before.pins().equals(next.pins())) {
            showVerdicts(next);
        }
        failures.show(next.hosts(), next.failing());
        content.getChildren().setAll(inFront());
        if (next.existing().isPresent()) {
            content.getChildren().addFirst(standing);
        }
        next.week().ifPresent(shown -> {
            week.show(shown.rows(), shown.steps(), shown.chosen());
            slot.setText(shown.words());
            content.getChildren().addAll(0, List.of(week, slot));
        });
        next.outcome().ifPresent(verdict -> {
            content.getChildren().add(content.getChildren().size() - 1, outcome);
            showOutcome(verdict);
        });
        measure();
        if (sameHosts) {
            list.refresh();
        } else {
            list.getItems()
                    .setAll(IntStream.range(0, next.scene().hostCount()).boxed().toList());
        }
        draw();
    }

    private ListView<Integer> inFront() {
        return model.zoom().get() == Zoom.OVERVIEW ? overview : list;
    }

    private void zoom() {
        content.getChildren().replaceAll(node -> node == list || node == overview ? inFront() : node);
        measure();
        list.refresh();
        draw();
    }

    /** The overview, if it is in front. */
    private void draw() {
        if (inFront() == overview) {
            overview.show(section.scene().hostCount(), overview.getWidth() > 0 ? overview.getWidth() : NARROW);
        }
    }

    /** The machine on a stretch that could be moved now; empty while a failure is shown. */
    Optional<PinMenu.Chosen> movable(HostRow host, int gpu, String slot) {
        return section.scene().failure().isPresent()
                ? Optional.empty()
                : host.gpus()
                        .get(gpu)
                        .movable(slot)
                        .map(machine -> new PinMenu.Chosen(section.id(), section.scene(), machine));
    }

    /** The stretch of a GPU that is chosen, or another one of the same machine; blank if there is none. */
    String marked(GpuBar bar) {
        return model.selected()
                .get()
                .filter(chosen -> chosen.section().equals(section.id()))
                .flatMap(chosen -> bar.stretches().stream()
                        .filter(stretch -> stretch.slot().id().equals(chosen.slot())
                                || stretch.subject() instanceof Subject.Machine here
                                        && chosen.subject() instanceof Subject.Machine machine
                                        && here.isSame(machine))
                        .map(stretch -> stretch.slot().id())
                        .findFirst())
                .orElse("");
    }

    /** The selected machine of this cluster, while no failure is shown. */
    private Optional<PinMenu.Chosen> chosen() {
        return model.selected()
                .get()
                .filter(selection -> selection.section().equals(section.id())
                        && section.scene().failure().isEmpty())
                .map(PlacementViewModel.Selection::subject)
                .filter(Subject.Machine.class::isInstance)
                .map(machine -> new PinMenu.Chosen(section.id(), section.scene(), (Subject.Machine) machine));
    }

    /** Stops watching the model; the card is not shown again. */
    void close() {
        watching.unsubscribe();
    }

    PlacementPage.Section section() {
        return section;
    }

    /** The row of a host, prepared when it first comes into view. */
    HostRow row(int host) {
        return rows.computeIfAbsent(
                host, number -> section.scene().row(number, model.colourBy().get()));
    }

    private void showVerdicts(PlacementPage.Section next) {
        LinkChip proof = chip(next.proof(), () -> model.explainProof(section));
        proof.setId("proof-" + next.id());
        LinkChip survival = chip(next.survival(), () -> model.explainSurvival(section));
        survival.setId("survival-" + next.id());
        actions.getChildren().setAll(proof, survival, failures);
        standing.getChildren().clear();
        next.existing().ifPresent(verdict -> {
            LinkChip existing = chip(verdict, () -> model.explainExisting(section));
            existing.setId("there-" + next.id());
            standing.getChildren().add(existing);
        });
        next.pins().ifPresent(verdict -> {
            LinkChip pins = new LinkChip(
                    verdict.words(),
                    verdict.tone(),
                    Icon.LOCK,
                    () -> model.pins().explain(section));
            pins.setId("pins-" + next.id());
            if (next.existing().isPresent()) {
                standing.getChildren().add(pins);
            } else {
                actions.getChildren().addFirst(pins);
            }
        });
    }

    private static LinkChip chip(PlacementPage.Verdict verdict, Runnable action) {
        return new LinkChip(verdict.words(), verdict.tone(), verdict.tone().icon(), action);
    }

    private void showOutcome(PlacementPage.Verdict verdict) {
        Chip chip = new Chip(
                texts.get(
                        section.scene().failure().isEmpty()
                                ? "placement.outcome.open"
                                : verdict.tone() == Tone.ERROR
                                        ? "placement.outcome.notSurvived"
                                        : "placement.outcome.survived"),
                verdict.tone());
        Label words = new Label(verdict.words());
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button details = new Button(texts.get("placement.outcome.details"));
        details.getStyleClass().add("link");
        details.setMinWidth(USE_PREF_SIZE);
        details.setOnAction(ignored -> model.explainFailure(section));
        Button back = new Button(texts.get("placement.outcome.back"), Icon.BACK.node());
        back.setId("back-" + section.id());
        back.setMinWidth(USE_PREF_SIZE);
        back.setOnAction(ignored -> model.fail(section.id(), List.of()));
        outcome.getChildren().setAll(chip, words, details, back);
    }

    private void measure() {
        double width = list.getWidth() > 0 ? list.getWidth() : NARROW;
        int hosts = section.scene().hostCount();
        double row = HostCell.height(
                width,
                section.scene().mostGpus(),
                section.scene().lines(),
                model.zoom().get());
        list.setFixedCellSize(row);
        // one pixel more than the rows, or the list would show its scroll bar
        list.setPrefHeight(hosts * row + 2);
        list.setMaxHeight(hosts * row + 2);
        list.setMinHeight(Math.min(LEAST_HEIGHT, Math.min(hosts, 2) * row) + 2);
    }

    /** For the view: sections of one kind of result keep their card. */
    static List<String> ids(List<PlacementPage.Section> sections) {
        return sections.stream().map(PlacementPage.Section::id).toList();
    }
}
