package org.sizewright.ui.workloads;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sizewright.library.ModelTotals;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.NumberField;
import org.sizewright.ui.part.TextEntry;

/** The totals of a model whose configuration says too little, typed in. */
final class TotalsForm extends VBox {
    private static final double FIELD = 138;

    private final Texts texts;
    private final ModelDesk desk;
    private final TextEntry name;
    private final NumberField parameters;
    private final NumberField hidden;
    private final NumberField layers;
    private final NumberField heads;
    private final NumberField kvHeads;
    private final NumberField headDim;
    private final NumberField vocabulary;
    private final NumberField mlpWidth;
    private final NumberField active;
    private final NumberField experts;
    private final NumberField perToken;
    private final Label refusal = new Label();

    TotalsForm(Texts texts, ModelDesk desk, ModelReport.Form start) {
        this.texts = texts;
        this.desk = desk;
        name = new TextEntry(texts, texts.get("workloads.totals.name"));
        name.field().setId("totals-name");
        if (!start.name().isEmpty()) {
            name.show(start.name());
        }
        parameters = billions("workloads.totals.parameters", "totals-parameters");
        hidden = whole(
                "workloads.totals.hidden",
                "totals-hidden",
                1_000_000,
                start.numbers().hidden());
        layers = whole(
                "workloads.totals.layers",
                "totals-layers",
                10_000,
                start.numbers().layers());
        heads = whole(
                "workloads.totals.heads",
                "totals-heads",
                100_000,
                start.numbers().heads());
        kvHeads = whole(
                "workloads.totals.kvHeads",
                "totals-kv-heads",
                100_000,
                start.numbers().kvHeads());
        headDim = whole("workloads.totals.headDim", "totals-head-dim", 100_000, headDim(start));
        vocabulary = whole(
                "workloads.totals.vocabulary",
                "totals-vocabulary",
                100_000_000,
                start.numbers().vocabulary());
        mlpWidth = whole(
                "workloads.totals.mlp",
                "totals-mlp",
                10_000_000,
                start.numbers().mlpWidth());
        active = billions("workloads.totals.active", "totals-active");
        experts = whole("workloads.totals.experts", "totals-experts", 100_000, OptionalLong.empty());
        perToken = whole("workloads.totals.perToken", "totals-per-token", 100_000, OptionalLong.empty());
        for (NumberField optional : java.util.List.of(active, experts, perToken)) {
            optional.onCleared(() -> {});
            optional.setNote(texts.get(
                    optional == active ? "workloads.totals.expertsBillions" : "workloads.totals.expertsOnly"));
        }
        parameters.setNote(texts.get("workloads.totals.inBillions"));
        Button keep = new Button(texts.get("workloads.totals.keep"), Icon.SAVE.node());
        keep.setId("keep-totals");
        keep.getStyleClass().add("primary");
        keep.setOnAction(ignored -> keep());
        refusal.getStyleClass().add("totals-refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(USE_PREF_SIZE);
        refuse("");
        setSpacing(12);
        getChildren()
                .setAll(
                        new FlowGrid(
                                FIELD,
                                12,
                                name,
                                parameters,
                                hidden,
                                layers,
                                heads,
                                kvHeads,
                                headDim,
                                vocabulary,
                                mlpWidth,
                                active,
                                experts,
                                perToken),
                        refusal,
                        keep);
    }

    private static OptionalLong headDim(ModelReport.Form start) {
        OptionalLong stated = start.numbers().headDim();
        OptionalLong hidden = start.numbers().hidden();
        OptionalLong heads = start.numbers().heads();
        return stated.isEmpty() && hidden.isPresent() && heads.isPresent()
                ? OptionalLong.of(hidden.getAsLong() / heads.getAsLong())
                : stated;
    }

    private NumberField billions(String key, String id) {
        NumberField field = new NumberField(
                texts,
                new NumberField.Spec(
                        texts.get(key),
                        texts.get("workloads.totals.billions"),
                        new BigDecimal("0.000001"),
                        BigDecimal.valueOf(1_000_000),
                        9));
        field.field().setId(id);
        return field;
    }

    private NumberField whole(String key, String id, long most, OptionalLong start) {
        NumberField field = new NumberField(texts, NumberField.Spec.whole(texts.get(key), "", 1, most));
        field.field().setId(id);
        start.ifPresent(number -> {
            if (number >= 1 && number <= most) {
                field.show(BigDecimal.valueOf(number));
            }
        });
        return field;
    }

    private void keep() {
        String typed =
                name.field().getText() == null ? "" : name.field().getText().strip();
        if (typed.isEmpty()) {
            refuse(texts.get("workloads.totals.noName"));
            return;
        }
        for (NumberField needed :
                java.util.List.of(parameters, hidden, layers, heads, kvHeads, headDim, vocabulary, mlpWidth)) {
            if (needed.value().isEmpty()) {
                refuse(texts.get("workloads.totals.missing", needed.name()));
                needed.focusControl();
                return;
            }
        }
        boolean some = active.value().isPresent()
                || experts.value().isPresent()
                || perToken.value().isPresent();
        boolean all = active.value().isPresent()
                && experts.value().isPresent()
                && perToken.value().isPresent();
        if (some && !all) {
            refuse(texts.get("workloads.totals.expertsIncomplete"));
            return;
        }
        try {
            desk.keepTotals(
                    typed,
                    new ModelTotals(
                            count(parameters),
                            number(hidden),
                            number(layers),
                            number(heads),
                            number(kvHeads),
                            number(headDim),
                            number(vocabulary),
                            number(mlpWidth),
                            all
                                    ? Optional.of(
                                            new ModelTotals.Experts(count(active), number(experts), number(perToken)))
                                    : Optional.empty()));
        } catch (IllegalArgumentException contradictory) {
            refuse(texts.get("workloads.totals.refused", String.valueOf(contradictory.getMessage())));
        }
    }

    private void refuse(String sentence) {
        refusal.setText(sentence);
        refusal.setVisible(!sentence.isEmpty());
        refusal.setManaged(!sentence.isEmpty());
    }

    private static int number(NumberField field) {
        return field.value().orElseThrow().intValueExact();
    }

    private static long count(NumberField billions) {
        return billions.value().orElseThrow().movePointRight(9).longValueExact();
    }
}
