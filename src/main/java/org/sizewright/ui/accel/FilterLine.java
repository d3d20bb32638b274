package org.sizewright.ui.accel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.sizewright.library.MathFormat;
import org.sizewright.library.accelerator.Accelerator;
import org.sizewright.library.accelerator.AcceleratorQuery;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.LinkChip;
import org.sizewright.ui.part.SearchField;

/** What is asked of the GPUs, and how many answer. */
final class FilterLine extends HBox {
    private final Texts texts;
    private final AcceleratorsViewModel model;
    private final SearchField search = new SearchField();
    private final SearchField profile = new SearchField();
    private final ComboBox<Optional<Integer>> memory = new ComboBox<>();
    private final ComboBox<Optional<MathFormat>> format = new ComboBox<>();
    private final ToggleButton mig = new ToggleButton();
    private final ToggleButton released = new ToggleButton();
    private final HBox open = new HBox();
    private final Label count = new Label();
    private boolean telling = true;

    FilterLine(AcceleratorsViewModel model) {
        super(6);
        this.texts = model.words().texts();
        this.model = model;
        field(search, "accel-search", texts.get("accel.search"), 150, text -> model.ask(query -> query.withText(text)));
        search.setTooltip(new Tooltip(texts.get("accel.search.tip")));
        field(
                profile,
                "accel-profile",
                texts.get("accel.profile"),
                122,
                text -> model.ask(query -> query.withProfile(text)));
        profile.setTooltip(new Tooltip(texts.get("accel.profile.tip")));
        box(
                memory,
                "accel-memory",
                texts.get("accel.memory.least"),
                132,
                size -> size.map(gb -> texts.get("accel.memory.atLeast", gb))
                        .orElseGet(() -> texts.get("accel.memory.any")),
                size -> model.ask(
                        query -> query.withMinMemoryGb(size.map(OptionalInt::of).orElse(OptionalInt.empty()))));
        box(
                format,
                "accel-format",
                texts.get("accel.format"),
                128,
                each -> each.map(known -> texts.get("accel.format.natively", AccelWords.format(known)))
                        .orElseGet(() -> texts.get("accel.format.any")),
                each -> model.ask(query -> query.withNatively(each)));
        List<Optional<MathFormat>> formats = new ArrayList<>(List.of(Optional.empty()));
        for (MathFormat each : MathFormat.values()) {
            formats.add(Optional.of(each));
        }
        format.getItems().setAll(formats);
        toggle(
                mig,
                "accel-with-mig",
                texts.get("accel.mig"),
                texts.get("accel.withMig.tip"),
                on -> model.ask(query -> query.withMig(on)));
        toggle(
                released,
                "accel-released",
                texts.get("accel.released"),
                texts.get("accel.released.tip"),
                on -> model.ask(query -> query.withReleased(on)));
        count.setId("accel-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox.setHgrow(search, Priority.SOMETIMES);
        open.setAlignment(Pos.CENTER_LEFT);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(search, profile, memory, format, mig, released, gap, open, count);
    }

    /** Adds a control at the end. */
    FilterLine with(Node control) {
        getChildren().add(control);
        return this;
    }

    void show(AcceleratorsPage page, List<Accelerator> all) {
        AcceleratorQuery query = page.query();
        telling = false;
        try {
            List<Optional<Integer>> sizes = new ArrayList<>(List.of(Optional.empty()));
            all.stream()
                    .map(each -> each.gpu().memory().nominalGb())
                    .distinct()
                    .sorted()
                    .map(Optional::of)
                    .forEach(sizes::add);
            if (!memory.getItems().equals(sizes)) {
                memory.getItems().setAll(sizes);
            }
            memory.setValue(
                    query.minMemoryGb().isPresent()
                            ? Optional.of(query.minMemoryGb().getAsInt())
                            : Optional.empty());
            format.setValue(query.natively());
            mig.setSelected(query.mig());
            released.setSelected(query.released());
            if (!search.getText().equals(query.text())) {
                search.setText(query.text());
            }
            if (!profile.getText().equals(query.profile())) {
                profile.setText(query.profile());
            }
        } finally {
            telling = true;
        }
        count.setText(texts.get("accel.count", page.found().size(), page.all()));
        open.getChildren().clear();
        if (!page.undecided().isEmpty()) {
            LinkChip chip = new LinkChip(
                    texts.get("accel.undecided", page.undecided().size()),
                    Tone.INFO,
                    Icon.INFO,
                    model::explainUndecided);
            chip.setId("accel-undecided");
            chip.setTooltip(new Tooltip(texts.get(
                    "accel.undecided.title",
                    query.natively().map(AccelWords::format).orElse(""))));
            open.getChildren().add(chip);
        }
    }

    private void field(SearchField field, String id, String name, double width, Consumer<String> onText) {
        field.named(id, name);
        field.setPrefWidth(width);
        field.setMinWidth(90);
        field.textProperty().addListener((property, before, text) -> {
            if (telling) {
                onText.accept(text);
            }
        });
    }

    private <T> void box(
            ComboBox<Optional<T>> box,
            String id,
            String name,
            double width,
            Function<Optional<T>, String> text,
            Consumer<Optional<T>> onChoose) {
        box.setId(id);
        box.setAccessibleText(name);
        box.setPrefWidth(width);
        box.setMinWidth(width);
        box.setVisibleRowCount(14);
        box.setConverter(new StringConverter<Optional<T>>() {
            @Override
            public String toString(@Nullable Optional<T> value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public @Nullable Optional<T> fromString(String typed) {
                return null;
            }
        });
        box.valueProperty().addListener((property, before, value) -> {
            if (telling && value != null) {
                onChoose.accept(value);
            }
        });
    }

    private void toggle(ToggleButton button, String id, String name, String tip, Consumer<Boolean> onChoose) {
        button.setText(name);
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("switch");
        button.setOnAction(ignored -> onChoose.accept(button.isSelected()));
    }
}
