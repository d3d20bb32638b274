package org.sizewright.ui.accel;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.library.VgpuType;
import org.sizewright.library.accelerator.Accelerator;
import org.sizewright.partition.GpuLayout;
import org.sizewright.partition.PartitionMode;
import org.sizewright.partition.Refusal;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.Legend;
import org.sizewright.ui.part.SearchableChoice;
import org.sizewright.ui.part.SegmentedChoice;

/** How one GPU can be shared, drawn to scale: MIG instances, vGPUs of one size, vGPUs of several sizes. */
final class PartitionPane extends VBox {
    private static final double GEOMETRIES = 214;

    private final Texts texts;
    private final AcceleratorsViewModel model;
    private final SearchableChoice<Accelerator> gpus;
    private final SegmentedChoice<PartitionMode> modes;
    private final SegmentedChoice<VgpuType.Series> series;
    private final StackPane body = new StackPane();
    private final ScaleGrid grid = new ScaleGrid();
    private final ListView<GpuLayout> geometries = new ListView<>();
    private final Card geometryCard;
    private final Card drawing;
    private final Label sum = new Label();
    private final Label hint = new Label();
    private final Button clear = new Button();
    private final Legend legend = new Legend(List.of());
    private Optional<PartitionBoard> board = Optional.empty();
    private boolean telling = true;

    PartitionPane(AcceleratorsViewModel model) {
        super(10);
        this.texts = model.words().texts();
        this.model = model;
        gpus = new SearchableChoice<>(texts.get("accel.gpu"), each -> each.gpu().name());
        gpus.setId("accel-partition-gpu");
        gpus.setMinWidth(180);
        gpus.setPrefWidth(280);
        gpus.onChoose(model::focus);
        modes = new SegmentedChoice<>(
                texts.get("accel.partition.mode"),
                List.of(PartitionMode.MIG, PartitionMode.EQUAL_SIZE, PartitionMode.MIXED_SIZE),
                this::word);
        modes.onChoose(mode -> board.ifPresent(now -> start(now.accelerator(), mode, now.series())));
        series = new SegmentedChoice<>(
                texts.get("accel.partition.series"), List.of(VgpuType.Series.values()), VgpuType.Series::name);
        series.onChoose(chosen -> board.ifPresent(now -> start(now.accelerator(), now.mode(), chosen)));
        modes.setMaxHeight(Region.USE_PREF_SIZE);
        series.setMaxHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(10, gpus, modes, series);
        line.setAlignment(Pos.BOTTOM_LEFT);
        clear.setText(texts.get("accel.partition.clear"));
        clear.setId("accel-partition-clear");
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(ignored -> board.ifPresent(now -> put(now.cleared())));
        geometries.getStyleClass().addAll("accel-chart", "accel-geometries");
        geometries.setId("accel-geometries");
        geometries.setAccessibleText(texts.get("accel.geometries"));
        geometries.setMinHeight(0);
        geometries.setFixedCellSize(GeometryCell.HEIGHT);
        geometries.setPrefHeight(100);
        geometries.setCellFactory(ignored -> new GeometryCell(
                texts, profile -> board.map(now -> now.index(profile)).orElse(0)));
        geometries.getSelectionModel().selectedItemProperty().subscribe(this::take);
        geometryCard = new Card(texts.get("accel.geometries"), geometries);
        geometryCard.setMinWidth(GEOMETRIES);
        geometryCard.setPrefWidth(GEOMETRIES);
        geometryCard.setMinHeight(0);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        sum.getStyleClass().add("strong");
        sum.setWrapText(true);
        sum.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().add("note");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        VBox content = new VBox(8, sum, hint, scroll, legend);
        drawing = new Card("", content).withActions(clear);
        drawing.setMinHeight(0);
        HBox.setHgrow(drawing, Priority.ALWAYS);
        body.setMinHeight(0);
        setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(line, body);
    }

    /** Shows the GPU that is selected, else the first one; what was placed on it stays as long as it is the same GPU. */
    void show(Optional<Accelerator> selected) {
        List<Accelerator> all = model.all();
        Optional<Accelerator> wanted = selected.or(() -> board.map(PartitionBoard::accelerator))
                .or(() -> all.stream().findFirst());
        gpus.show(all, wanted.filter(all::contains));
        wanted.ifPresent(accelerator -> {
            if (board.filter(now -> now.accelerator().equals(accelerator)).isEmpty()) {
                start(
                        accelerator,
                        PartitionBoard.usual(accelerator),
                        board.map(PartitionBoard::series).orElse(VgpuType.Series.C));
            }
        });
    }

    private void start(Accelerator accelerator, PartitionMode mode, VgpuType.Series chosen) {
        PartitionBoard fresh = PartitionBoard.of(accelerator, mode, chosen);
        board = Optional.of(fresh);
        telling = false;
        geometries.getItems().setAll(fresh.geometries());
        telling = true;
        modes.show(mode);
        series.show(chosen);
        series.setVisible(mode != PartitionMode.MIG);
        draw(fresh);
    }

    private void draw(PartitionBoard now) {
        if (now.layout().isEmpty()) {
            body.getChildren().setAll(nothing(now));
            return;
        }
        PartitionLines lines = new PartitionLines(texts, now);
        GpuLayout layout = now.layout().get();
        boolean same = now.mode() == PartitionMode.EQUAL_SIZE;
        grid.show(
                layout.scheme().units(),
                lines.step(),
                same ? lines.rows(slice -> model.explain(why(now).same(slice))) : lines.starts(this::press, this::add));
        drawing.setTitle(title(now));
        sum.setText(sum(now, layout));
        hint.setText(texts.get(
                switch (now.mode()) {
                    case MIG -> "accel.partition.hint.mig";
                    case MIXED_SIZE -> "accel.partition.hint.mixed";
                    case EQUAL_SIZE, FULL -> "accel.partition.hint.same";
                }));
        clear.setVisible(!same);
        clear.setDisable(layout.parts().isEmpty());
        legend.show(
                same
                        ? List.of(new Legend.Entry(texts.get("accel.partition.leftOver"), Fill.STRANDED))
                        : List.of(
                                new Legend.Entry(texts.get("accel.free"), Fill.FREE),
                                new Legend.Entry(texts.get("accel.partition.legend.stranded"), Fill.STRANDED)));
        boolean list = !geometries.getItems().isEmpty();
        Node shown = list ? new HBox(10, geometryCard, drawing) : new HBox(drawing);
        body.getChildren().setAll(shown);
    }

    private String title(PartitionBoard now) {
        int units = now.scheme().orElseThrow().units();
        return now.mode() == PartitionMode.MIG
                ? texts.get(
                        "accel.partition.title.mig",
                        now.accelerator().gpu().name(),
                        units,
                        now.accelerator().mig().orElseThrow().computeSlices())
                : texts.get(
                        "accel.partition.title.vgpu", now.accelerator().gpu().name(), units);
    }

    private String sum(PartitionBoard now, GpuLayout layout) {
        int units = layout.scheme().units();
        int stranded = now.stranded();
        int free = layout.freeUnits() - stranded;
        return switch (now.mode()) {
            case MIG -> texts.get("accel.partition.sum.mig", layout.usedUnits(), units, free, stranded);
            case MIXED_SIZE -> texts.get("accel.partition.sum.mixed", layout.usedUnits(), units, free, stranded);
            case EQUAL_SIZE, FULL ->
                texts.get("accel.partition.sum.same", model.words().series(now.series()));
        };
    }

    private void press(String profile, int start) {
        board.ifPresent(now -> {
            Optional<Refusal> refusal = now.refusal(profile, start);
            if (refusal.isPresent() && !now.isPlaced(profile, start)) {
                String sentence = new PartitionLines(texts, now).refused(profile, start, refusal.get());
                model.explain(why(now).refused(sentence));
            } else {
                put(now.toggle(profile, start));
            }
        });
    }

    private void add(String profile) {
        board.ifPresent(now -> {
            PartitionBoard changed = now.add(profile);
            if (changed.equals(now)) {
                model.explain(why(now).refused(texts.get("accel.refused.nowhere", profile)));
            } else {
                put(changed);
            }
        });
    }

    private void take(@Nullable GpuLayout layout) {
        if (telling && layout != null) {
            board.ifPresent(now -> {
                board = Optional.of(now.take(layout));
                draw(now.take(layout));
                model.explain(why(now.take(layout)).layout());
            });
        }
    }

    private void put(PartitionBoard changed) {
        board = Optional.of(changed);
        telling = false;
        geometries.getSelectionModel().clearSelection();
        telling = true;
        draw(changed);
        model.explain(why(changed).layout());
    }

    private PartitionWhy why(PartitionBoard now) {
        return new PartitionWhy(model.words(), model.library(), now);
    }

    private Node nothing(PartitionBoard now) {
        String name = now.accelerator().gpu().name();
        if (now.mode() == PartitionMode.MIXED_SIZE && now.geometry().equalSize().isPresent()) {
            return new EmptyState(
                            Icon.INFO,
                            Tone.NEUTRAL,
                            texts.get("accel.partition.sameOnly"),
                            texts.get("accel.partition.sameOnly.text", name))
                    .withAction(
                            texts.get("accel.partition.sameOnly.show"),
                            () -> start(now.accelerator(), PartitionMode.EQUAL_SIZE, now.series()));
        }
        return now.mode() == PartitionMode.MIG
                ? new EmptyState(
                        Icon.INFO,
                        Tone.NEUTRAL,
                        texts.get("accel.partition.noMig"),
                        texts.get("accel.partition.noMig.text", name))
                : new EmptyState(
                        Icon.INFO,
                        Tone.NEUTRAL,
                        texts.get("accel.partition.noVgpu"),
                        texts.get(
                                "accel.partition.noVgpu.text",
                                name,
                                model.words().series(now.series())));
    }

    private String word(PartitionMode mode) {
        return switch (mode) {
            case MIG -> texts.get("accel.mig");
            case EQUAL_SIZE -> texts.get("accel.partition.mode.same");
            case MIXED_SIZE -> texts.get("accel.partition.mode.mixed");
            case FULL -> throw new IllegalArgumentException("a whole GPU is not shared");
        };
    }
}
