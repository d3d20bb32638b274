package org.sizewright.ui.cluster;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.plan.Rack;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;
import org.sizewright.ui.cluster.ClusterPage.RackPart;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.FactGrid;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.StackedBar;
import org.sizewright.ui.part.TextEntry;

/** A rack: a drawing of it, where its power goes, and what it may carry. */
final class RackCard extends VBox {
    private final Texts texts;
    private final ClusterViewModel model;
    private final RackDrawing drawing;
    private final Label powerTitle = new Label();
    private final StackedBar power;
    private final FactGrid facts = new FactGrid();
    private final Chip over = new Chip("", Tone.ERROR);
    private final Chip verdict = new Chip("", Tone.NEUTRAL);
    private final TextEntry name;
    private final NumberField usable;
    private final NumberField feeds;
    private final NumberField units;
    private final NumberField maxLoad;
    private final NumberField cooling;
    private final NumberField load;
    private final NumberField usedUnits;
    private final NumberField usedWeight;
    private final Card card;
    private RackPart part;

    RackCard(Texts texts, ClusterViewModel model, RackPart first) {
        this.texts = texts;
        this.model = model;
        part = first;
        drawing = new RackDrawing(texts);
        power = new StackedBar(texts.get("cluster.power"));
        power.onSelect(ignored -> part.load()
                .ifPresent(known -> model.explain(known.figures().getFirst().cell())));
        name = new TextEntry(texts, texts.get("cluster.rack.field.name"));
        name.field().setId("rack-name-" + first.rack().id());
        name.onCommit(typed -> model.change(part.rack(), name.name(), typed, rack -> rack.withName(typed)));
        usable = number(
                "usable",
                texts.get("cluster.rack.usable"),
                "kW",
                0,
                1000,
                2,
                (rack, n) -> rack.withUsablePerFeed(Watts.ofKilowatts(n.doubleValue())));
        feeds = number("feeds", texts.get("cluster.rack.feeds"), "", 1, 2, 0, (r, n) -> r.withFeeds(n.intValue()));
        units = number("units", texts.get("cluster.rack.units"), "U", 1, 100, 0, (r, n) -> r.withUnits(n.intValue()));
        maxLoad = number(
                "load",
                texts.get("cluster.rack.maxLoad"),
                "kg",
                0,
                100_000,
                1,
                (rack, n) -> rack.withMaxLoad(Optional.of(Kilograms.of(n.doubleValue()))));
        forget(maxLoad, rack -> rack.withMaxLoad(Optional.empty()));
        cooling = number(
                "cooling",
                texts.get("cluster.rack.cooling"),
                "kW",
                0,
                1000,
                2,
                (rack, n) -> rack.withCooling(Optional.of(Watts.ofKilowatts(n.doubleValue()))));
        forget(cooling, rack -> rack.withCooling(Optional.empty()));
        load = number(
                "existing",
                texts.get("cluster.rack.load"),
                "kW",
                0,
                1000,
                2,
                (rack, n) -> rack.withExisting(new Rack.Existing(
                        Watts.ofKilowatts(n.doubleValue()),
                        rack.existing().units(),
                        rack.existing().weight())));
        load.setNote(texts.get("cluster.rack.load.note"));
        usedUnits = number(
                "existing-units",
                texts.get("cluster.rack.usedUnits"),
                "U",
                0,
                100,
                0,
                (rack, n) -> rack.withExisting(new Rack.Existing(
                        rack.existing().load(), n.intValue(), rack.existing().weight())));
        usedWeight = number(
                "existing-weight",
                texts.get("cluster.rack.usedWeight"),
                "kg",
                0,
                100_000,
                1,
                (rack, n) -> rack.withExisting(new Rack.Existing(
                        rack.existing().load(), rack.existing().units(), Kilograms.of(n.doubleValue()))));
        facts.onSelect(fact -> part.load()
                .ifPresent(known -> model.explain(
                        known.figures().get(Integer.parseInt(fact.id())).cell())));
        card = new Card("", body()).withActions(verdict, remove());
        card.getStyleClass().add("inner-card");
        getChildren().add(card);
        show(first);
    }

    private VBox body() {
        powerTitle.getStyleClass().add("field-name");
        powerTitle.setWrapText(true);
        HBox.setHgrow(powerTitle, Priority.ALWAYS);
        powerTitle.setMaxWidth(Double.MAX_VALUE);
        HBox powerHead = new HBox(8, powerTitle, over);
        powerHead.setAlignment(Pos.CENTER_LEFT);
        powerHead.setMinHeight(22);
        VBox figures = new VBox(8, powerHead, power, facts);
        HBox.setHgrow(figures, Priority.ALWAYS);
        HBox top = new HBox(14, drawing, figures);
        FlowGrid fields =
                new FlowGrid(110, 10, name, usable, feeds, units, maxLoad, cooling, load, usedUnits, usedWeight);
        return new VBox(14, top, fields);
    }

    private Button remove() {
        Button remove = new Button();
        remove.setGraphic(Icon.REMOVE.node());
        remove.getStyleClass().addAll("flat", "icon-only");
        remove.setId("remove-" + part.rack().id());
        remove.setAccessibleText(texts.get("cluster.rack.remove", part.rack().name()));
        remove.setTooltip(
                new Tooltip(texts.get("cluster.rack.remove", part.rack().name())));
        remove.setOnAction(ignored -> model.removeRack(part.rack()));
        return remove;
    }

    void show(RackPart next) {
        part = next;
        Rack rack = next.rack();
        card.setTitle(rack.name());
        name.show(rack.name());
        Entries.show(usable, rack.usablePerFeed().toKilowatts());
        Entries.show(feeds, rack.feeds());
        feeds.setNote(texts.get(rack.feeds() == 2 ? "cluster.rack.feeds.two" : "cluster.rack.feeds.one"));
        Entries.show(units, rack.units());
        showLimit(maxLoad, rack.maxLoad().map(Kilograms::value));
        showLimit(cooling, rack.cooling().map(Watts::toKilowatts));
        Entries.show(load, rack.existing().load().toKilowatts());
        Entries.show(usedUnits, rack.existing().units());
        Entries.show(usedWeight, rack.existing().weight().value());
        drawing.show(rack, next.load().map(ClusterPage.Load::hosts).orElse(List.of()));
        verdict.setVisible(next.load().isPresent());
        if (next.load().isPresent()) {
            ClusterPage.Load known = next.load().get();
            verdict.show(known.verdict().text(), known.verdict().tone());
            powerTitle.setText(
                    texts.get(rack.feeds() == 2 ? "cluster.power.title" : "cluster.power.oneFeed", known.usableText()));
            over.setVisible(known.over().isPresent());
            known.over().ifPresent(words -> over.show(words, Tone.ERROR));
            power.show(known.power(), known.usable());
            facts.show(Shown.facts(known.figures()));
        } else {
            over.setVisible(false);
            powerTitle.setText(texts.get("cluster.rack.pending"));
            power.show(List.of(), 1);
            facts.show(List.of());
        }
    }

    private void showLimit(NumberField field, Optional<Double> limit) {
        Entries.show(field, limit.map(BigDecimal::valueOf));
        field.setNote(limit.isPresent() ? "" : texts.get("cluster.rack.limit.unknown"));
    }

    private NumberField number(
            String id,
            String label,
            String unit,
            long least,
            long most,
            int decimals,
            BiFunction<Rack, BigDecimal, Rack> change) {
        NumberField field = new NumberField(
                texts,
                new NumberField.Spec(label, unit, BigDecimal.valueOf(least), BigDecimal.valueOf(most), decimals));
        field.field().setId("rack-" + id + "-" + part.rack().id());
        field.onCommit(number -> {
            model.change(part.rack(), label, ClusterViewModel.text(number), rack -> change.apply(rack, number));
            // what the plan refused must not stay in the field
            show(part);
        });
        return field;
    }

    /** Emptied, a limit is unknown again. */
    private void forget(NumberField field, UnaryOperator<Rack> change) {
        field.onCleared(() -> model.change(part.rack(), field.name(), texts.get("cluster.unknown"), change));
    }
}
