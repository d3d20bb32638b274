package org.sizewright.ui.part;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A slider over a few named stops, such as number formats or degrees of parallelism; the name of the chosen one stands above it. Every
 * movement is reported at once, and the end of the gesture once.
 */
public final class StopSlider<T> extends FieldFrame {
    /** More marks than this run into each other. */
    private static final int MOST_MARKS = 24;

    private final List<T> stops;
    private final Function<T, String> text;
    private final GestureSlider slider;
    private final Label value = new Label();

    private static final class Handlers<T> {
        private Consumer<Move<T>> onMoving = ignored -> {};
        private Consumer<Move<T>> onDone = ignored -> {};
    }

    private final Handlers<T> handlers;

    public StopSlider(String name, List<T> stops, Function<T, String> text) {
        this(name, List.copyOf(stops), text, new Handlers<>());
    }

    private StopSlider(String name, List<T> stops, Function<T, String> text, Handlers<T> handlers) {
        this(
                name,
                stops,
                text,
                handlers,
                new GestureSlider(name, Math.max(1, stops.size() - 1), listener(stops, handlers)));
    }

    private StopSlider(
            String name, List<T> stops, Function<T, String> text, Handlers<T> handlers, GestureSlider slider) {
        super(name, slider);
        if (stops.isEmpty()) {
            throw new IllegalArgumentException("a slider without stops: " + name);
        }
        this.stops = stops;
        this.text = text;
        this.handlers = handlers;
        this.slider = slider;
        slider.setDisable(stops.size() < 2);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setShowTickMarks(stops.size() > 1 && stops.size() <= MOST_MARKS);
        slider.valueProperty().subscribe(position -> name(at(position.doubleValue())));
        value.getStyleClass().add("strong");
        value.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head().getChildren().addAll(gap, value);
        show(stops.getFirst());
    }

    private static <T> GestureSlider.Listener listener(List<T> stops, Handlers<T> handlers) {
        return new GestureSlider.Listener() {
            @Override
            public void moved(int stop, String gesture) {
                handlers.onMoving.accept(new Move<>(stops.get(stop), gesture));
            }

            @Override
            public void done(int stop, String gesture) {
                handlers.onDone.accept(new Move<>(stops.get(stop), gesture));
            }
        };
    }

    private T at(double position) {
        return stops.get((int) Math.clamp(Math.round(position), 0, stops.size() - 1));
    }

    private void name(T stop) {
        value.setText(text.apply(stop));
        slider.say(text.apply(stop));
    }

    /** Shows a stop; nobody is told. */
    public void show(T stop) {
        int index = stops.indexOf(stop);
        if (index < 0) {
            throw new IllegalArgumentException(stop + " is not among the stops of " + name());
        }
        slider.show(index);
        name(at(slider.getValue()));
    }

    /** Called at every stop that is reached while the gesture goes on. */
    public void onMoving(Consumer<Move<T>> consumer) {
        handlers.onMoving = consumer;
    }

    /** Called once at the end of a gesture that moved something. */
    public void onDone(Consumer<Move<T>> consumer) {
        handlers.onDone = consumer;
    }

    /** Gives the slider an id. */
    public void setSliderId(String id) {
        slider.setId(id);
    }
}
