package org.sizewright.ui.part;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;

/**
 * A number with bounds. It is read when the user leaves the field or presses Enter, never while typing; Escape brings the last good
 * value back. A value can be chosen by the program (AUTO) until the user enters one.
 */
public final class NumberField extends FieldFrame {
    /**
     * What the field takes.
     *
     * @param name above the field
     * @param unit behind the number, may be empty
     * @param decimals digits after the point that may be entered
     */
    public record Spec(String name, String unit, BigDecimal least, BigDecimal most, int decimals) {
        public Spec {
            if (least.compareTo(most) > 0 || decimals < 0) {
                throw new IllegalArgumentException("no number fits " + name + ": " + least + " to " + most);
            }
        }

        public static Spec whole(String name, String unit, long least, long most) {
            return new Spec(name, unit, BigDecimal.valueOf(least), BigDecimal.valueOf(most), 0);
        }
    }

    /** Groups of three by comma, space or nothing; a point before decimals. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d+|\\d{1,3}([, \\u00a0\\u202f']\\d{3})+)(\\.\\d+)?|[-+]?\\.\\d+");

    private final Texts texts;
    private final Spec spec;
    private final TextField field;
    private final Label badge = new Label();
    private final Button toAuto = new Button();
    private Optional<BigDecimal> value = Optional.empty();
    private Consumer<BigDecimal> onCommit = ignored -> {};
    private @Nullable Runnable onAuto;
    private @Nullable Runnable onCleared;

    public NumberField(Texts texts, Spec spec) {
        this(texts, spec, new TextField());
    }

    private NumberField(Texts texts, Spec spec, TextField field) {
        super(spec.name(), field);
        this.texts = texts;
        this.spec = spec;
        this.field = field;
        field.setPrefColumnCount(8);
        field.setAccessibleText(spec.unit().isEmpty() ? spec.name() : spec.name() + ", " + spec.unit());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit();
            }
        });
        field.setOnAction(ignored -> commit());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        toAuto.setGraphic(Icon.CLOSE.node("small"));
        toAuto.getStyleClass().addAll("flat", "tiny");
        toAuto.setAccessibleText(texts.get("field.toAuto", spec.name()));
        toAuto.setTooltip(new Tooltip(texts.get("field.toAuto", spec.name())));
        toAuto.setOnAction(ignored -> {
            if (onAuto != null) {
                onAuto.run();
            }
        });
        head().getChildren().addAll(badge, toAuto);
        showBadge(false, false);
    }

    /** Shows a value; nobody is told. */
    public void show(BigDecimal number) {
        value = Optional.of(number);
        field.setText(text(number));
        clearMessage();
        showBadge(false, onAuto != null);
    }

    /** Shows that there is no value; nobody is told. */
    public void showNothing() {
        value = Optional.empty();
        field.clear();
        clearMessage();
        showBadge(false, false);
    }

    /** Whether the user typed something that was not taken: not yet, or because it was refused. */
    public boolean isBeingEdited() {
        String typed = field.getText() == null ? "" : field.getText().strip();
        return (field.isFocused() || isInvalid())
                && !typed.equals(value.map(this::text).orElse(""));
    }

    /** Shows a value that the program chose; nobody is told. */
    public void showAutomatic(BigDecimal number) {
        show(number);
        showBadge(true, false);
    }

    /** The last good value. */
    public Optional<BigDecimal> value() {
        return value;
    }

    /** Called with a new value that lies within the bounds, once for each change. */
    public void onCommit(Consumer<BigDecimal> consumer) {
        onCommit = consumer;
    }

    /** Allows the field to be emptied and says what to do then. */
    public void onCleared(Runnable action) {
        onCleared = action;
    }

    /** Allows the way back to the program's choice and says what to do then. */
    public void onAutomatic(Runnable action) {
        onAuto = action;
    }

    public TextField field() {
        return field;
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> {
                field.setText(value.map(this::text).orElse(""));
                field.selectAll();
                clearMessage();
                event.consume();
            }
            default -> {}
        }
    }

    private void commit() {
        String typed = field.getText() == null ? "" : field.getText().strip();
        if (typed.equals(value.map(this::text).orElse(""))) {
            clearMessage();
            return;
        }
        if (typed.isEmpty() && onCleared != null) {
            showNothing();
            onCleared.run();
            return;
        }
        Optional<BigDecimal> read = read(typed);
        if (read.isEmpty()) {
            return;
        }
        boolean same = value.isPresent() && value.get().compareTo(read.get()) == 0;
        value = read;
        field.setText(text(read.get()));
        clearMessage();
        if (!same) {
            showBadge(false, onAuto != null);
            onCommit.accept(read.get());
        }
    }

    private Optional<BigDecimal> read(String typed) {
        String bare = !spec.unit().isEmpty() && typed.endsWith(spec.unit())
                ? typed.substring(0, typed.length() - spec.unit().length()).strip()
                : typed;
        if (!NUMBER.matcher(bare).matches()) {
            setMessage(bare.isEmpty() ? texts.get("field.empty") : texts.get("field.notNumber", bare));
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(bare.replaceAll("[, \\u00a0\\u202f']", ""));
        if (number.stripTrailingZeros().scale() > spec.decimals()) {
            setMessage(
                    spec.decimals() == 0
                            ? texts.get("field.whole")
                            : texts.get("field.decimals", String.valueOf(spec.decimals())));
            return Optional.empty();
        }
        if (number.compareTo(spec.least()) < 0 || number.compareTo(spec.most()) > 0) {
            setMessage(texts.get("field.range", text(spec.least()), text(spec.most()))
                    .strip());
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private String text(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(texts.locale()));
        format.setMaximumFractionDigits(Math.max(spec.decimals(), 0));
        String unit = spec.unit().isEmpty() ? "" : " " + spec.unit();
        return format.format(number) + unit;
    }

    private void showBadge(boolean automatic, boolean byHand) {
        badge.setText(texts.get(automatic ? "field.auto" : "field.byHand"));
        badge.getStyleClass().remove("by-hand");
        if (byHand) {
            badge.getStyleClass().add("by-hand");
        }
        badge.setVisible(automatic || byHand);
        badge.setManaged(automatic || byHand);
        toAuto.setVisible(byHand);
        toAuto.setManaged(byHand);
    }
}
