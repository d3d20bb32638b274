package org.sizewright.ui.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.catalog.NumberRange;
import org.sizewright.catalog.SearchResult;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.NumberField;

/** The least and the most of a number, and whether what is not stated passes too. */
final class RangeBox extends VBox {
    private static final int MOST = 1_000_000;

    private final Texts texts;
    private final NumberField least;
    private final NumberField most;
    private final CheckBox unknown = new CheckBox();
    private Optional<NumberRange> shown = Optional.empty();
    private Consumer<NumberRange> onChange = ignored -> {};

    /** @param title what the number is, for screen readers */
    RangeBox(Texts texts, String title) {
        super(5);
        this.texts = texts;
        least = field("catalog.range.from", title);
        most = field("catalog.range.to", title);
        unknown.setId("range-unknown");
        unknown.setWrapText(true);
        unknown.setOnAction(ignored -> tell());
        unknown.setVisible(false);
        unknown.setManaged(false);
        getChildren().addAll(new HBox(8, least, most), unknown);
    }

    void onChange(Consumer<NumberRange> consumer) {
        onChange = consumer;
    }

    /** Shows a range, and between which numbers one can be set; what is being typed stays. */
    void show(Optional<NumberRange> range, SearchResult.RangeCounts counts) {
        if (!range.equals(shown)) {
            shown = range;
            show(least, range.map(NumberRange::least).orElse(OptionalInt.empty()));
            show(most, range.map(NumberRange::most).orElse(OptionalInt.empty()));
            unknown.setSelected(range.map(NumberRange::withUnknown).orElse(false));
        }
        prompt(least, counts.least());
        prompt(most, counts.most());
        boolean asked = range.isPresent() && (counts.unknown() > 0 || unknown.isSelected());
        unknown.setVisible(asked);
        unknown.setManaged(asked);
        unknown.setText(texts.get("catalog.range.unknown", counts.unknown()));
    }

    private NumberField field(String key, String title) {
        NumberField field = new NumberField(texts, NumberField.Spec.whole(texts.get(key), "", 0, MOST));
        field.field().setAccessibleText(title + ", " + texts.get(key));
        field.field().setPrefColumnCount(3);
        field.setPrefWidth(60);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.onCommit(number -> tell());
        field.onCleared(this::tell);
        return field;
    }

    private void tell() {
        OptionalInt from = number(least);
        OptionalInt to = number(most);
        if (from.isPresent() && to.isPresent() && from.getAsInt() > to.getAsInt()) {
            most.setMessage(texts.get("catalog.range.order"));
            return;
        }
        most.clearMessage();
        NumberRange range = new NumberRange(from, to, unknown.isSelected());
        shown = range.isOpen() ? Optional.empty() : Optional.of(range);
        onChange.accept(range);
    }

    private static OptionalInt number(NumberField field) {
        return field.value()
                .map(number -> OptionalInt.of(number.intValueExact()))
                .orElse(OptionalInt.empty());
    }

    private static void show(NumberField field, OptionalInt number) {
        if (number.isPresent()) {
            field.show(BigDecimal.valueOf(number.getAsInt()));
        } else {
            field.showNothing();
        }
    }

    private static void prompt(NumberField field, OptionalInt number) {
        field.field().setPromptText(number.isPresent() ? CatalogWords.number(number.getAsInt()) : "");
    }
}
