package org.sizewright.ui.accel;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.library.MathFormat;
import org.sizewright.library.accelerator.Measure;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.SegmentedChoice;

/** One measure of all GPUs that were found, as bars to one scale. */
final class ChartPane extends VBox {
    private static final List<Measure.Kind> KINDS = List.of(
            Measure.Kind.MEMORY,
            Measure.Kind.BANDWIDTH,
            Measure.Kind.THROUGHPUT,
            Measure.Kind.POWER,
            Measure.Kind.MEMORY_PER_WATT,
            Measure.Kind.BANDWIDTH_PER_WATT,
            Measure.Kind.THROUGHPUT_PER_WATT,
            Measure.Kind.BANDWIDTH_PER_MEMORY);

    private final Texts texts;
    private final AcceleratorsViewModel model;
    private final SegmentedChoice<Measure.Kind> kinds;
    private final SegmentedChoice<MathFormat> formats;
    private final Label caption = new Label();
    private final Label unknown = new Label();
    private final ListView<ChartRow> bars = new ListView<>();
    private Measure.Kind kind = Measure.Kind.BANDWIDTH;
    private MathFormat format = MathFormat.BF16;
    private List<GpuRow> rows = List.of();
    private boolean telling = true;

    ChartPane(AcceleratorsViewModel model) {
        super(8);
        this.texts = model.words().texts();
        this.model = model;
        kinds = new SegmentedChoice<>(texts.get("accel.chart.measure"), KINDS, this::word);
        kinds.setId("accel-chart-kinds");
        kinds.show(kind);
        kinds.onChoose(chosen -> {
            kind = chosen;
            fill();
        });
        formats = new SegmentedChoice<>(
                texts.get("accel.chart.format"), List.of(MathFormat.values()), AccelWords::format);
        formats.show(format);
        formats.onChoose(chosen -> {
            format = chosen;
            fill();
        });
        caption.getStyleClass().add("strong");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        unknown.getStyleClass().add("muted");
        unknown.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(12, caption, unknown, gap, formats);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(32);
        bars.getStyleClass().add("accel-chart");
        bars.setId("accel-chart");
        bars.setFixedCellSize(ChartBar.HEIGHT);
        bars.setCellFactory(ignored -> new ChartBar(model.words()));
        bars.setMinHeight(80);
        bars.setPrefHeight(200);
        bars.setPlaceholder(
                new EmptyState(Icon.FILTER, Tone.NEUTRAL, texts.get("accel.none.title"), texts.get("accel.none.text"))
                        .withAction(texts.get("accel.none.clear"), model::clear));
        bars.getSelectionModel().selectedItemProperty().subscribe(this::explain);
        bars.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                toggle();
                event.consume();
            }
        });
        bars.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                toggle();
            }
        });
        setVgrow(bars, Priority.ALWAYS);
        getChildren().addAll(kinds, line, bars);
    }

    void show(List<GpuRow> found) {
        rows = List.copyOf(found);
        fill();
    }

    private Measure measure() {
        return kind.isThroughput() ? Measure.of(kind, format) : Measure.of(kind);
    }

    private void fill() {
        Measure measure = measure();
        formats.setVisible(kind.isThroughput());
        List<ChartRow> shown = ChartRow.of(rows, measure);
        long open = shown.stream().filter(row -> row.value().isEmpty()).count();
        caption.setText(model.words().titleWithUnit(measure));
        unknown.setText(
                open == 0 ? texts.get("accel.chart.known") : texts.get("accel.chart.unknown", open, rows.size()));
        Optional<String> before = Optional.ofNullable(bars.getSelectionModel().getSelectedItem())
                .map(row -> row.gpu().id());
        telling = false;
        try {
            bars.getItems().setAll(shown);
            bars.setAccessibleText(caption.getText());
            before.ifPresent(id -> shown.stream()
                    .filter(row -> row.gpu().id().equals(id))
                    .findFirst()
                    .ifPresent(bars.getSelectionModel()::select));
        } finally {
            telling = true;
        }
    }

    private void explain(@Nullable ChartRow row) {
        if (telling && row != null) {
            model.explain(row.gpu().accelerator(), row.measure());
        }
    }

    private void toggle() {
        ChartRow row = bars.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.toggle(row.gpu().accelerator());
        }
    }

    private String word(Measure.Kind each) {
        return switch (each) {
            case MEMORY -> texts.get("accel.memory");
            case BANDWIDTH -> texts.get("accel.bandwidth");
            case THROUGHPUT -> texts.get("accel.chart.throughput");
            case POWER -> texts.get("accel.power");
            case MEMORY_PER_WATT -> texts.get("accel.memoryPerWatt");
            case BANDWIDTH_PER_WATT -> texts.get("accel.bandwidthPerWatt");
            case THROUGHPUT_PER_WATT -> texts.get("accel.chart.throughputPerWatt");
            case BANDWIDTH_PER_MEMORY -> texts.get("accel.bandwidthPerMemory");
            case REPORTED_MEMORY, NVLINK, SLOTS -> throw new IllegalArgumentException(each + " has no chart");
        };
    }
}
