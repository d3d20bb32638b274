package org.sizewright.ui.find;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.sizewright.plan.HostGroup;
import org.sizewright.quantity.Kilograms;
import org.sizewright.quantity.Watts;
import org.sizewright.result.servers.RankBy;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.SegmentedChoice;

/** What servers are ranked by, and what is assumed where nobody knows. */
final class FindControls extends HBox {
    private static final double FIELD = 150;

    private final Texts texts;
    private final FindViewModel model;

    FindControls(Texts texts, FindViewModel model) {
        super(14);
        this.texts = texts;
        this.model = model;
        SegmentedChoice<RankBy> order =
                new SegmentedChoice<>(texts.get("find.by"), Arrays.asList(RankBy.values()), this::word);
        order.setId("find-by");
        order.show(model.by());
        order.onChoose(model::rankBy);
        FieldFrame by = new FieldFrame(texts.get("find.by"), order);
        by.setMinWidth(USE_PREF_SIZE);
        NumberField power = field(
                "find.assume.power",
                "W",
                100_000,
                (typed, watts) -> new HostGroup.Typed(
                        watts.map(number -> Watts.of(number.doubleValue())), typed.heightU(), typed.weight()));
        power.field().setId("find-assume-power");
        HostGroup.Typed assumed = model.question().assumed();
        assumed.basePower().ifPresent(watts -> power.show(BigDecimal.valueOf(Math.round(watts.value()))));
        NumberField height = field(
                "find.assume.height",
                "U",
                60,
                (typed, units) ->
                        new HostGroup.Typed(typed.basePower(), units.map(BigDecimal::intValue), typed.weight()));
        height.field().setId("find-assume-height");
        assumed.heightU().ifPresent(units -> height.show(BigDecimal.valueOf(units)));
        NumberField weight = field(
                "find.assume.weight",
                "kg",
                5_000,
                (typed, kilograms) -> new HostGroup.Typed(
                        typed.basePower(),
                        typed.heightU(),
                        kilograms.map(number -> Kilograms.of(number.doubleValue()))));
        weight.field().setId("find-assume-weight");
        assumed.weight().ifPresent(kilograms -> weight.show(BigDecimal.valueOf(Math.round(kilograms.value()))));
        Label assume = new Label(texts.get("find.assume"));
        assume.getStyleClass().add("muted");
        assume.setWrapText(true);
        assume.setMinHeight(USE_PREF_SIZE);
        assume.setPrefWidth(120);
        CheckBox any = new CheckBox(texts.get("find.any"));
        any.setId("find-any");
        any.setTooltip(new Tooltip(texts.get("find.any.tip")));
        any.setAccessibleHelp(texts.get("find.any.tip"));
        any.setMinWidth(USE_PREF_SIZE);
        any.setSelected(model.question().anyValidation());
        any.setOnAction(ignored -> model.anyValidation(any.isSelected()));
        Region gap = new Region();
        gap.setMinWidth(0);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(List.of(by, assume, power, height, weight, any, gap));
    }

    private NumberField field(
            String key,
            String unit,
            long most,
            BiFunction<HostGroup.Typed, Optional<BigDecimal>, HostGroup.Typed> change) {
        NumberField field = new NumberField(texts, NumberField.Spec.whole(texts.get(key), unit, 1, most));
        field.setPrefWidth(FIELD);
        field.setMinWidth(FIELD);
        field.field().setTooltip(new Tooltip(texts.get("find.assume.tip")));
        field.onCommit(number -> model.assume(change.apply(model.question().assumed(), Optional.of(number))));
        field.onCleared(() -> model.assume(change.apply(model.question().assumed(), Optional.empty())));
        return field;
    }

    private String word(RankBy by) {
        return switch (by) {
            case HOSTS -> texts.get("find.by.hosts");
            case POWER -> texts.get("find.by.power");
            case UNITS -> texts.get("find.by.units");
            case PRICE -> texts.get("find.by.price");
        };
    }
}
