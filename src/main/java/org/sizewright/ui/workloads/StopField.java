package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.part.Glossary;
import org.sizewright.ui.part.StopSlider;

/** A slider over named stops which can change, such as the number formats that an engine takes. */
final class StopField<T> extends VBox {
    private final String name;
    private final String id;
    private final Function<T, String> words;
    private final BiConsumer<T, String> onMove;
    private List<T> stops = List.of();
    private @Nullable StopSlider<T> slider;
    private Consumer<StopSlider<T>> help = ignored -> {};

    /** @param onMove hears a stop and the name of the gesture that it belongs to */
    StopField(String name, String id, Function<T, String> words, BiConsumer<T, String> onMove) {
        this.name = name;
        this.id = id;
        this.words = words;
        this.onMove = onMove;
    }

    String id() {
        return id;
    }

    /** Help on its name, also on that of the sliders which follow when the stops change. */
    void explain(Glossary glossary, String term) {
        help = shown -> glossary.explain(shown, term);
        if (slider != null) {
            help.accept(slider);
        }
    }

    /** Shows where the slider stands; without a value it cannot be moved. */
    void show(List<T> values, Optional<T> chosen, String note) {
        StopSlider<T> shown = slider;
        if (values.isEmpty()) {
            return;
        }
        if (shown == null || !values.equals(stops)) {
            stops = List.copyOf(values);
            shown = new StopSlider<>(name, stops, words);
            shown.setSliderId(id);
            shown.onMoving(move -> onMove.accept(move.value(), move.gesture()));
            help.accept(shown);
            slider = shown;
            getChildren().setAll(shown);
        }
        shown.setNote(note);
        chosen.filter(stops::contains).ifPresent(shown::show);
        setDisable(chosen.isEmpty());
    }
}
