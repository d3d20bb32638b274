package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.figure.ValueText;
import org.sizewright.partition.PartitionMode;
import org.sizewright.placement.PlacedVm;
import org.sizewright.placement.arrival.ArrivalFigures;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Chip;

/** The hosts in one mode while machines arrive; builds only the rows in view. */
final class ArrivalLaneCard extends VBox {
    private static final double LEAST = 126;

    private final Texts texts;
    private final ArrivalViewModel model;
    private final ListView<Integer> list = new ListView<>();
    private final Label nothing = new Label();
    private final Label note = new Label();
    private final Label used = new Label();
    private final Chip refused = new Chip("", Tone.NEUTRAL);
    private final Chip stranded = new Chip("", Tone.NEUTRAL);
    private final Map<Integer, HostRow> rows = new HashMap<>();
    private final List<ArrivalHostCell> cells = new ArrayList<>();
    private ArrivalPage.@Nullable Lane lane;

    ArrivalLaneCard(Texts texts, ArrivalViewModel model, PartitionMode mode) {
        this.texts = texts;
        this.model = model;
        String title = texts.get(ArrivalDrawing.key(mode));
        list.getStyleClass().add("host-list");
        list.setId("arrivals-" + (mode == PartitionMode.EQUAL_SIZE ? "same" : "mixed"));
        list.setAccessibleText(texts.get("arrivals.hosts", title));
        list.setMinHeight(LEAST);
        list.setPrefHeight(LEAST);
        list.setCellFactory(view -> {
            ArrivalHostCell cell = new ArrivalHostCell(texts, this, view);
            cells.add(cell);
            return cell;
        });
        list.widthProperty().subscribe(this::measure);
        VBox.setVgrow(list, Priority.ALWAYS);
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        nothing.setMinHeight(USE_PREF_SIZE);
        for (Label line : List.of(used, note)) {
            line.getStyleClass().add("note");
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
        }
        VBox content = new VBox(4, nothing, used, list, note);
        Card card = new Card(title, content).withActions(refused, stranded);
        card.setMinHeight(0);
        VBox.setVgrow(card, Priority.ALWAYS);
        setMinWidth(0);
        setPrefWidth(1);
        getChildren().add(card);
        model.selected().subscribe(() -> cells.forEach(ArrivalHostCell::mark));
    }

    void show(ArrivalPage.Lane next) {
        ArrivalPage.Lane old = lane;
        lane = next;
        rows.clear();
        boolean drawn = next.nothing().isEmpty();
        nothing.setText(next.nothing().orElse(""));
        nothing.setVisible(!drawn);
        nothing.setManaged(!drawn);
        List.of(list, used, note, refused, stranded).forEach(node -> {
            node.setVisible(drawn);
            node.setManaged(drawn);
        });
        if (!drawn) {
            return;
        }
        ArrivalFigures figures = next.figures();
        ArrivalFigures.Count total = figures.total();
        refused.show(texts.get("arrivals.refused", total.refused()), total.refused() > 0 ? Tone.ERROR : Tone.OK);
        stranded.show(
                texts.get("arrivals.stranded", ValueText.number(figures.strandedGib(), 0)),
                figures.strandedGib() >= 0.5 ? Tone.WARN : Tone.OK);
        used.setText(texts.get(
                "arrivals.used",
                total.running(),
                ValueText.number(figures.consumedGib(), 0),
                ValueText.number(figures.memoryGib(), 0)));
        note.setText(next.note().isEmpty() ? " " : next.note());
        measure();
        if (old != null && list.getItems().size() == next.scene().hostCount()) {
            list.refresh();
        } else {
            list.getItems()
                    .setAll(IntStream.range(0, next.scene().hostCount()).boxed().toList());
        }
        next.last().ifPresent(vm -> reveal(vm.host()));
    }

    /** Scrolls to the host where something happened, if it is out of sight. */
    private void reveal(int host) {
        double row = list.getFixedCellSize();
        boolean inSight = cells.stream()
                .anyMatch(cell -> !cell.isEmpty()
                        && cell.getItem() == host
                        && cell.getLayoutY() >= 0
                        && cell.getParent() != null
                        && cell.getBoundsInParent().getMinY() + row <= list.getHeight() + row / 2);
        if (!inSight) {
            list.scrollTo(host);
        }
    }

    /** The row of a host, prepared when it first comes into view. */
    HostRow row(int host) {
        ArrivalPage.Lane shown = lane;
        if (shown == null) {
            throw new IllegalStateException("no lane is shown");
        }
        return rows.computeIfAbsent(host, number -> shown.scene().row(number, ColourBy.WORKLOAD));
    }

    Optional<PlacedVm> last() {
        ArrivalPage.Lane shown = lane;
        return shown == null ? Optional.empty() : shown.last();
    }

    Optional<PlacedVm> selected() {
        return model.selected().get();
    }

    void select(int host, GpuBar bar, String slot) {
        ArrivalPage.Lane shown = lane;
        if (shown != null) {
            model.select(shown, host, bar, slot);
        }
    }

    private void measure() {
        ArrivalPage.Lane shown = lane;
        if (shown != null && list.getWidth() > 0) {
            list.setFixedCellSize(
                    ArrivalHostCell.height(list.getWidth(), shown.scene().mostGpus()));
        }
    }
}
