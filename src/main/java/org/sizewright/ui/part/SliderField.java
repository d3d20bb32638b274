package org.sizewright.ui.part;

import java.math.BigDecimal;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Texts;

/**
 * A number that can be moved by a slider or typed beside it. The slider goes from stop to stop; any number within the bounds can be
 * typed. Every movement is reported at once, and the end of the gesture once; a typed number is both.
 */
public final class SliderField extends VBox {
    private final Stops stops;
    private final NumberField number;
    private final GestureSlider slider;
    private Consumer<Move<BigDecimal>> onMoving = ignored -> {};
    private Consumer<Move<BigDecimal>> onDone = ignored -> {};

    /** @throws IllegalArgumentException if a stop lies outside the bounds of the field */
    public SliderField(Texts texts, NumberField.Spec spec, Stops stops) {
        if (stops.values().getFirst().compareTo(spec.least()) < 0
                || stops.values().getLast().compareTo(spec.most()) > 0) {
            throw new IllegalArgumentException("stops outside the bounds of " + spec.name());
        }
        this.stops = stops;
        number = new NumberField(texts, spec);
        number.field().setPrefColumnCount(9);
        slider = new GestureSlider(spec.name(), stops.last(), new GestureSlider.Listener() {
            @Override
            public void moved(int stop, String gesture) {
                BigDecimal value = stops.values().get(stop);
                number.show(value);
                slider().say(number.field().getText());
                onMoving.accept(new Move<>(value, gesture));
            }

            @Override
            public void done(int stop, String gesture) {
                onDone.accept(new Move<>(stops.values().get(stop), gesture));
            }
        });
        number.lead(slider);
        number.onCommit(value -> {
            slider.show(stops.positionOf(value));
            slider.say(number.field().getText());
            Move<BigDecimal> move = new Move<>(value, slider.ownGesture());
            onMoving.accept(move);
            onDone.accept(move);
        });
        getStyleClass().add("slider-field");
        getChildren().add(number);
    }

    private GestureSlider slider() {
        return slider;
    }

    /** Shows a number; nobody is told. */
    public void show(BigDecimal value) {
        number.show(value);
        moveTo(value);
    }

    /** Shows a number that the program chose; nobody is told. */
    public void showAutomatic(BigDecimal value) {
        number.showAutomatic(value);
        moveTo(value);
    }

    private void moveTo(BigDecimal value) {
        slider.show(stops.positionOf(value));
        slider.say(number.field().getText());
    }

    /** The field beside the slider, for notes and for the way back to AUTO. Its numbers are reported here. */
    public NumberField number() {
        return number;
    }

    /** Called at every stop that the slider reaches, while the gesture goes on, and with a typed number. */
    public void onMoving(Consumer<Move<BigDecimal>> consumer) {
        onMoving = consumer;
    }

    /** Called once at the end of a gesture that moved something. */
    public void onDone(Consumer<Move<BigDecimal>> consumer) {
        onDone = consumer;
    }

    /** Gives the slider and the field ids: the id itself, and the id followed by {@code -number}. */
    public void setIds(String id) {
        slider.setId(id);
        number.field().setId(id + "-number");
    }
}
