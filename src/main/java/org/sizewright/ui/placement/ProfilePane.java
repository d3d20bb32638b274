package org.sizewright.ui.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.figure.ValueText;
import org.sizewright.partition.PartitionMode;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.Column;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SearchableChoice;
import org.sizewright.ui.part.SegmentedChoice;

/** Which profile to offer for a need and why, and one profile in the place of another before and after. */
final class ProfilePane extends StackPane {
    private final Texts texts;
    private final ProfileViewModel model;
    private final SearchableChoice<ProfilePage.Place> places;
    private final SearchableChoice<ProfilePage.Machines> machines;
    private final NumberField need;
    private final NumberField count;
    private final SegmentedChoice<PartitionMode> mode;
    private final FieldFrame modeFrame;
    private final FlowPane offered = new FlowPane(12, 6);
    private final VBox reasons = new VBox(8);
    private final DataTable<ProfilePage.Advice> table;
    private final Button stop = new Button();
    private final ReplacementCard replacement;
    private final ScrollPane filled;
    private final EmptyState empty;
    private List<ProfilePage.Offered> boxes = List.of();
    private final Label slot = new Label();
    private List<ProfilePage.Advice> told = List.of();

    ProfilePane(Texts texts, ProfileViewModel model) {
        this.texts = texts;
        this.model = model;
        places = new SearchableChoice<>(texts.get("profiles.gpu"), ProfilePage.Place::text);
        places.setPrefWidth(190);
        places.onChoose(model::choose);
        machines = new SearchableChoice<>(texts.get("profiles.machines"), ProfilePage.Machines::text);
        machines.setId("profiles-machines");
        machines.setPrefWidth(290);
        machines.onChoose(model::choose);
        need = new NumberField(
                texts,
                new NumberField.Spec(
                        texts.get("profiles.need"), "GiB", new BigDecimal("0.5"), BigDecimal.valueOf(1024), 1));
        need.setId("profiles-need");
        need.setPrefWidth(140);
        need.onCommit(value -> model.need(value.doubleValue()));
        count = new NumberField(texts, NumberField.Spec.whole(texts.get("profiles.count"), "", 1, 10_000));
        count.setId("profiles-count");
        count.setPrefWidth(90);
        count.onCommit(value -> model.count(value.intValue()));
        mode = new SegmentedChoice<>(
                texts.get("profiles.mode"),
                List.of(PartitionMode.EQUAL_SIZE, PartitionMode.MIXED_SIZE),
                each -> texts.get(ArrivalDrawing.key(each)));
        mode.onChoose(model::mode);
        modeFrame = new FieldFrame(texts.get("profiles.mode"), new HBox(mode));
        HBox question = new HBox(12, places, machines, need, count, modeFrame);
        question.setAlignment(Pos.TOP_LEFT);
        Label offer = new Label(texts.get("profiles.offered"));
        offer.getStyleClass().add("field-name");
        offer.setMinWidth(Region.USE_PREF_SIZE);
        offered.setPrefWrapLength(200);
        ScrollPane scroll = new ScrollPane(reasons);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(96);
        scroll.setPrefHeight(180);
        scroll.setAccessibleText(texts.get("profiles.title"));
        stop.setId("profiles-stop");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        Card verdicts = new Card(texts.get("profiles.title"), scroll).withActions(stop);
        verdicts.setMinWidth(0);
        verdicts.setPrefWidth(100);
        HBox.setHgrow(verdicts, Priority.ALWAYS);
        table = new DataTable<>(texts, texts.get("profiles.table"), ProfilePage.Advice::profile, columns());
        table.view().setId("profiles-table");
        table.onSelect(row -> row.ifPresent(model::explain));
        table.styleRows(row -> row.isBest() ? Optional.of("current-row") : Optional.empty());
        Card tableCard = new Card(texts.get("profiles.table"), table);
        table.setMinHeight(150);
        table.setPrefHeight(150);
        VBox.setVgrow(tableCard, Priority.ALWAYS);
        replacement = new ReplacementCard(texts, model);
        HBox above = new HBox(12, verdicts, replacement);
        above.setMinHeight(272);
        above.setPrefHeight(272);
        slot.setId("profiles-slot");
        slot.getStyleClass().add("note");
        slot.setWrapText(true);
        slot.setMinHeight(USE_PREF_SIZE);
        filled = new ScrollPane(new VBox(10, question, slot, new VBox(4, offer, offered), above, tableCard));
        filled.setFitToWidth(true);
        filled.setFitToHeight(true);
        filled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        filled.setFocusTraversable(false);
        empty = new EmptyState(
                Icon.ACCELERATORS, Tone.NEUTRAL, texts.get("profiles.empty"), texts.get("profiles.empty.text"));
        setMinHeight(0);
        model.page().subscribe(this::show);
    }

    private List<Column<ProfilePage.Advice>> columns() {
        return List.of(
                Column.words(
                        "profile",
                        texts.get("arrivals.profiles.profile"),
                        row -> Cell.text(VmNames.brief(row.profile())).withTip(row.profile())),
                Column.numbers("size", "GiB", row -> gib(OptionalDouble.of(row.sizeGib()), "")),
                Column.numbers(
                        "same",
                        texts.get("profiles.column.same"),
                        row -> count(row.same(), texts.get("profiles.unknown"))),
                Column.numbers(
                        "mixed",
                        texts.get("profiles.column.mixed"),
                        row -> count(row.mixed(), texts.get("profiles.unknown"))),
                Column.numbers(
                        "left",
                        texts.get("profiles.column.left"),
                        row -> gib(row.left(), texts.get("profiles.unknown"))),
                Column.numbers(
                        "refused",
                        texts.get("profiles.column.refused"),
                        row -> count(row.atSame().refused(), texts.get("profiles.untried"))),
                Column.numbers(
                        "stranded",
                        texts.get("profiles.column.stranded"),
                        row -> gib(row.atSame().stranded(), texts.get("profiles.untried"))),
                Column.numbers(
                        "refusedMixed",
                        texts.get("profiles.column.refusedMixed"),
                        row -> count(row.atMixed().refused(), texts.get("profiles.untried"))),
                Column.numbers(
                        "strandedMixed",
                        texts.get("profiles.column.strandedMixed"),
                        row -> gib(row.atMixed().stranded(), texts.get("profiles.untried"))));
    }

    private static Cell count(OptionalInt number, String unknown) {
        return number.isPresent()
                ? Cell.number(String.valueOf(number.getAsInt()), number.getAsInt())
                : Cell.unknown(unknown);
    }

    private static Cell gib(OptionalDouble number, String unknown) {
        return number.isPresent()
                ? Cell.number(ValueText.number(number.getAsDouble(), 0), number.getAsDouble())
                : Cell.unknown(unknown);
    }

    private void show(Optional<ProfilePage> shown) {
        if (shown.isEmpty()) {
            getChildren().setAll(empty);
            return;
        }
        ProfilePage page = shown.get();
        places.show(page.places(), Optional.of(page.place()));
        present(places, page.places().size() > 1);
        slot.setText(page.place().cluster().slot(texts).orElse(""));
        present(slot, !slot.getText().isEmpty());
        machines.show(page.choices(), Optional.of(page.machines()));
        if (!need.isBeingEdited()) {
            need.show(BigDecimal.valueOf(page.needGib()));
        }
        if (!count.isBeingEdited()) {
            count.show(BigDecimal.valueOf(page.count()));
        }
        mode.show(page.mode());
        modeFrame.setDisable(!page.mixedKnown());
        if (!page.mixedKnown()) {
            modeFrame.setNote(texts.get("profiles.mixed.unknown"));
        } else {
            modeFrame.setNote("");
        }
        if (!boxes.equals(page.profiles())) {
            offer(page.profiles());
        }
        showAdvice(page);
        present(stop, page.working() || !page.nothing().isEmpty());
        stop.setText(texts.get(page.working() ? "arrivals.trials.stop" : "arrivals.trials.again"));
        stop.setOnAction(ignored -> {
            if (page.working()) {
                model.stop();
            } else {
                model.ask();
            }
        });
        replacement.show(page);
        if (getChildren().isEmpty() || getChildren().getFirst() != filled) {
            getChildren().setAll(filled);
        }
    }

    /** Boxes that are there already are kept, so that the focus stays where it is. */
    private void offer(List<ProfilePage.Offered> profiles) {
        List<String> before = boxes.stream().map(ProfilePage.Offered::profile).toList();
        List<String> now = profiles.stream().map(ProfilePage.Offered::profile).toList();
        boxes = profiles;
        if (!before.equals(now)) {
            offered.getChildren().setAll(now.stream().map(this::box).toList());
        }
        for (int i = 0; i < profiles.size(); i++) {
            if (offered.getChildren().get(i) instanceof CheckBox box) {
                box.setSelected(profiles.get(i).isChosen());
            }
        }
    }

    private CheckBox box(String profile) {
        CheckBox box = new CheckBox(profile);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setAccessibleText(texts.get("profiles.offered.name", profile));
        box.setOnAction(ignored -> model.offer(profile, box.isSelected()));
        return box;
    }

    private void showAdvice(ProfilePage page) {
        if (!told.equals(page.advice())) {
            table.show(page.advice());
        }
        told = page.advice();
        if (told.isEmpty()) {
            Label line = new Label(page.working() ? texts.get("arrivals.trials.working") : page.nothing());
            line.getStyleClass().add("muted");
            line.setWrapText(true);
            reasons.getChildren().setAll(line);
        } else {
            reasons.getChildren().setAll(told.stream().map(ProfilePane::reason).toList());
        }
    }

    private static Node reason(ProfilePage.Advice advice) {
        Chip chip = new Chip(advice.text(), advice.tone());
        HBox verdict = new HBox(chip);
        verdict.setMinWidth(84);
        Label name = new Label(VmNames.brief(advice.profile()));
        name.setTooltip(new Tooltip(advice.profile()));
        name.getStyleClass().add("strong");
        name.setMinWidth(64);
        name.setPrefWidth(64);
        Label words = new Label(advice.reason());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, verdict, name, words);
        line.setAlignment(Pos.TOP_LEFT);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private static void present(Region node, boolean isPresent) {
        node.setVisible(isPresent);
        node.setManaged(isPresent);
    }
}
