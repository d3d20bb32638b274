package org.sizewright.ui.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;

/**
 * Which column of a foreign table holds what: a line for each field with a choice of columns, what stands in the chosen one, and
 * whether it was guessed.
 *
 * @param <F> what a column can hold
 */
public final class MappingEditor<F> extends GridPane {
    /**
     * A column of the table.
     *
     * @param index from 0
     * @param name letter and header
     * @param sample a few of its values
     */
    public record Source(int index, String name, String sample) {}

    /**
     * A field and where it is read from.
     *
     * @param required whether nothing can be read without it
     * @param column the column's index, empty if there is none
     * @param guessed whether nobody chose the column
     */
    public record Line<F>(F field, String name, boolean required, Optional<Integer> column, boolean guessed) {}

    private static final int LONGEST_SAMPLE = 38;
    private static final int LONGEST_NAME = 30;
    private static final double BOX_HEIGHT = 28;

    private final Texts texts;
    private final Map<F, ComboBox<Optional<Source>>> boxes = new HashMap<>();
    private final Map<F, Label> samples = new HashMap<>();
    private final List<F> fields = new ArrayList<>();
    private BiConsumer<F, Optional<Integer>> onChoose = (field, column) -> {};
    private boolean telling = true;

    public MappingEditor(Texts texts) {
        this.texts = texts;
        getStyleClass().add("mapping");
        setHgap(8);
        setVgap(5);
        ColumnConstraints name = new ColumnConstraints();
        name.setHalignment(HPos.LEFT);
        ColumnConstraints choice = new ColumnConstraints(120, 200, Double.MAX_VALUE);
        choice.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(name, choice);
    }

    /** Called with a field and the column that the user chose for it, or nothing. */
    public void onChoose(BiConsumer<F, Optional<Integer>> consumer) {
        onChoose = consumer;
    }

    /** Shows the fields in this order; nobody is told. */
    public void show(List<Line<F>> lines, List<Source> sources) {
        telling = false;
        try {
            List<F> shown = lines.stream().map(Line::field).toList();
            if (!fields.equals(shown)) {
                build(lines);
            }
            List<Optional<Source>> choices = new ArrayList<>(List.of(Optional.empty()));
            sources.forEach(source -> choices.add(Optional.of(source)));
            for (Line<F> line : lines) {
                ComboBox<Optional<Source>> box = boxes.get(line.field());
                Label sample = samples.get(line.field());
                if (box == null || sample == null) {
                    continue;
                }
                Optional<Source> chosen = sources.stream()
                        .filter(source -> line.column().equals(Optional.of(source.index())))
                        .findFirst();
                if (!box.getItems().equals(choices)) {
                    box.getItems().setAll(choices);
                }
                box.setValue(chosen);
                boolean lacking = line.required() && chosen.isEmpty();
                String words = chosen.map(source -> mark(line) + source.sample())
                        .orElse(lacking ? texts.get("mapping.needed") : "");
                sample.setText(shortened(words, LONGEST_SAMPLE));
                sample.setTooltip(words.isEmpty() ? null : new Tooltip(words));
                sample.setVisible(!words.isEmpty());
                sample.setManaged(!words.isEmpty());
                sample.getStyleClass().setAll("label", lacking ? "needed" : "note");
            }
        } finally {
            telling = true;
        }
    }

    private String mark(Line<F> line) {
        return line.guessed() ? "" : texts.get("mapping.chosen") + " \u00B7 ";
    }

    private void build(List<Line<F>> lines) {
        getChildren().clear();
        boxes.clear();
        samples.clear();
        fields.clear();
        for (int row = 0; row < lines.size(); row++) {
            Line<F> line = lines.get(row);
            Label name = new Label(line.name());
            name.setMinWidth(USE_PREF_SIZE);
            ComboBox<Optional<Source>> box = new ComboBox<>();
            box.setMaxWidth(Double.MAX_VALUE);
            box.setAccessibleText(line.name());
            box.setId("column-" + line.field());
            box.setConverter(new Names(texts.get("mapping.none")));
            box.valueProperty().addListener((property, before, value) -> {
                if (telling && value != null) {
                    onChoose.accept(line.field(), value.map(Source::index));
                }
            });
            name.setLabelFor(box);
            Label sample = new Label();
            sample.setMinWidth(0);
            sample.setAlignment(Pos.CENTER_LEFT);
            fields.add(line.field());
            boxes.put(line.field(), box);
            samples.put(line.field(), sample);
            GridPane.setValignment(name, VPos.TOP);
            name.setMinHeight(BOX_HEIGHT);
            addRow(row, name, new VBox(1, box, sample));
        }
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1).strip() + "\u2026";
    }

    private static final class Names extends StringConverter<Optional<Source>> {
        private final String none;

        Names(String none) {
            this.none = none;
        }

        @Override
        public String toString(@Nullable Optional<Source> value) {
            return value == null
                    ? ""
                    : value.map(source -> shortened(source.name(), LONGEST_NAME))
                            .orElse(none);
        }

        @Override
        public Optional<Source> fromString(String typed) {
            return Optional.empty();
        }
    }
}
