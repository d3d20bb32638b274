package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.GpuStrip;
import org.sizewright.ui.part.HostName;

/** All hosts of a cluster at a glance: several in a row, each with its name and its GPUs as thin strips without words. */
final class OverviewList extends ListView<Integer> {
    /** Height of a row of hosts. */
    static final double ROW = 27;

    private static final double LEAST = 168;
    private static final double GAP = 14;
    private static final double BESIDE = 16;
    private static final double LANE = 9;

    private final Texts texts;
    private final PlacementViewModel model;
    private final SectionCard owner;
    private final List<Row> rows = new ArrayList<>();

    OverviewList(Texts texts, PlacementViewModel model, SectionCard owner) {
        this.texts = texts;
        this.model = model;
        this.owner = owner;
        getStyleClass().add("host-list");
        setFixedCellSize(ROW);
        setCellFactory(ignored -> {
            Row row = new Row();
            rows.add(row);
            return row;
        });
    }

    /** Draws so many hosts anew, in a list of this width. */
    void show(int hosts, double width) {
        int count = (hosts + columns(width) - 1) / columns(width);
        // one pixel more than the rows, or the list would show its scroll bar
        setPrefHeight(count * ROW + 2);
        setMaxHeight(count * ROW + 2);
        setMinHeight(Math.min(count, 4) * ROW + 2);
        if (getItems().size() == count) {
            refresh();
        } else {
            getItems().setAll(IntStream.range(0, count).boxed().toList());
        }
    }

    /** Marks the chosen stretch, and every other one of the same machine. */
    void mark() {
        rows.forEach(Row::mark);
    }

    private static int columns(double width) {
        return Math.max(1, (int) ((width - BESIDE + GAP) / (LEAST + GAP)));
    }

    private final class Row extends ListCell<Integer> {
        private final HBox line = new HBox(GAP);
        private final List<HostBox> boxes = new ArrayList<>();

        Row() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(1);
            getStyleClass().add("host-cell");
        }

        @Override
        protected void updateItem(@Nullable Integer number, boolean empty) {
            super.updateItem(number, empty);
            if (empty || number == null) {
                line.getChildren().clear();
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            double width = OverviewList.this.getWidth();
            int columns = columns(width);
            double each = Math.floor((width - BESIDE - (columns - 1) * GAP) / columns);
            int first = number * columns;
            int shown = Math.min(columns, owner.section().scene().hostCount() - first);
            while (boxes.size() < shown) {
                boxes.add(new HostBox());
            }
            List<String> names = new ArrayList<>();
            for (int i = 0; i < shown; i++) {
                HostRow host = owner.row(first + i);
                boxes.get(i).show(host, each);
                names.add(host.name());
            }
            line.getChildren().setAll(boxes.subList(0, Math.max(0, shown)));
            setAccessibleText(String.join(", ", names));
            setGraphic(line);
            mark();
        }

        void mark() {
            line.getChildren().forEach(box -> ((HostBox) box).mark());
        }
    }

    /** One host: its name above its GPUs. */
    private final class HostBox extends VBox {
        private final Label name = new Label();
        private final HBox gpus = new HBox(2);
        private final List<GpuStrip> strips = new ArrayList<>();
        private Optional<HostRow> shown = Optional.empty();

        HostBox() {
            super(1);
            name.getStyleClass().add("overview-name");
            getChildren().addAll(name, gpus);
        }

        void show(HostRow host, double width) {
            shown = Optional.of(host);
            setMinWidth(width);
            setPrefWidth(width);
            setMaxWidth(width);
            boolean failed = host.state() == HostRow.State.FAILED;
            name.setText(
                    failed
                            ? texts.get("placement.overview.failed", HostName.brief(host.name()))
                            : HostName.brief(host.name()));
            name.setTooltip(new Tooltip(host.name() + "\n" + String.join("\n", host.lines())));
            gpus.setOpacity(failed ? 0.42 : 1);
            while (strips.size() < host.gpus().size()) {
                strips.add(strip(strips.size()));
            }
            for (GpuBar bar : host.gpus()) {
                GpuStrip strip = strips.get(bar.gpu());
                strip.show(
                        bar.capacity(),
                        bar.slots().stream()
                                .map(slot -> new GpuStrip.Slot(
                                        slot.id(), List.of(), slot.start(), slot.size(), slot.fill(), slot.detail()))
                                .toList(),
                        "");
                strip.outline(bar.outlined());
            }
            gpus.getChildren().setAll(strips.subList(0, host.gpus().size()));
            mark();
        }

        private GpuStrip strip(int gpu) {
            GpuStrip strip = new GpuStrip(texts.get("placement.gpu", gpu), LANE);
            strip.setMinWidth(0);
            strip.setPrefWidth(1);
            HBox.setHgrow(strip, Priority.ALWAYS);
            strip.onSelect(slot -> shown.ifPresent(host ->
                    model.select(owner.section(), host.host(), host.gpus().get(gpu), slot.id())));
            PinMenu.install(
                    texts, model.pins(), strip, slot -> shown.flatMap(host -> owner.movable(host, gpu, slot.id())));
            return strip;
        }

        void mark() {
            shown.ifPresent(
                    host -> host.gpus().forEach(bar -> strips.get(bar.gpu()).mark(owner.marked(bar))));
        }
    }
}
