package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.placement.PlacedVm;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.GpuStrip;

/** A host in a narrow list: its name, and below it its GPUs to scale. Used again for another host as the list scrolls. */
final class ArrivalHostCell extends ListCell<Integer> {
    private static final double LEAST = 40;
    private static final double GAP = 5;
    private static final double LANE = 26;
    private static final double NAME = 18;
    private static final double PADDING = 17;
    /** What the list's scroll bar and the row's own padding take of its width. */
    private static final double BESIDE = 20;

    private final Texts texts;
    private final ArrivalLaneCard owner;
    private final Label name = new Label();
    private final List<GpuStrip> strips = new ArrayList<>();
    private final FlowGrid grid = new FlowGrid(LEAST, GAP);
    private final VBox row;
    private @Nullable HostRow shown;

    ArrivalHostCell(Texts texts, ArrivalLaneCard owner, ListView<Integer> list) {
        this.texts = texts;
        this.owner = owner;
        name.getStyleClass().add("note");
        row = new VBox(2, name, grid);
        row.getStyleClass().add("host-row");
        row.prefWidthProperty().bind(list.widthProperty().subtract(BESIDE));
        row.maxWidthProperty().bind(row.prefWidthProperty());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(1);
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().add("host-cell");
    }

    /** How high rows are that show so many GPUs in a list of this width. */
    static double height(double listWidth, int gpus) {
        int columns = (int) Math.clamp((long) ((listWidth - BESIDE - 8 + GAP) / (LEAST + GAP)), 1, Math.max(1, gpus));
        int rows = (Math.max(1, gpus) + columns - 1) / columns;
        return PADDING + NAME + rows * LANE + (rows - 1) * GAP;
    }

    @Override
    protected void updateItem(@Nullable Integer host, boolean empty) {
        super.updateItem(host, empty);
        if (empty || host == null) {
            shown = null;
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        HostRow prepared = owner.row(host);
        shown = prepared;
        name.setText(prepared.name());
        name.setTooltip(new Tooltip(prepared.name() + "\n" + String.join("\n", prepared.lines())));
        while (strips.size() < prepared.gpus().size()) {
            int gpu = strips.size();
            GpuStrip strip = new GpuStrip(texts.get("placement.gpu", gpu));
            strip.onSelect(slot -> select(gpu, slot));
            strips.add(strip);
        }
        List<GpuStrip> used = strips.subList(0, prepared.gpus().size());
        if (!grid.getChildrenUnmodifiable().equals(used)) {
            grid.show(used);
        }
        for (GpuBar bar : prepared.gpus()) {
            strips.get(bar.gpu()).show(bar.capacity(), bar.slots(), "");
        }
        setAccessibleText(prepared.name() + ", " + String.join(", ", prepared.lines()));
        setGraphic(row);
        mark();
    }

    private void select(int gpu, GpuStrip.Slot slot) {
        if (shown != null) {
            owner.select(shown.host(), shown.gpus().get(gpu), slot.id());
        }
    }

    /** Draws a line round the machine that arrived last, and marks the one that is chosen. */
    void mark() {
        if (shown == null) {
            return;
        }
        for (GpuBar bar : shown.gpus()) {
            strips.get(bar.gpu()).outline(ids(bar, owner.last().stream().toList()));
            strips.get(bar.gpu())
                    .mark(ids(bar, owner.selected().stream().toList()).stream()
                            .findFirst()
                            .orElse(""));
        }
    }

    private static Set<String> ids(GpuBar bar, List<PlacedVm> vms) {
        return bar.stretches().stream()
                .filter(each -> each.subject() instanceof Subject.Machine machine
                        && vms.stream().anyMatch(vm -> isSame(vm, machine.vm())))
                .map(each -> each.slot().id())
                .collect(Collectors.toSet());
    }

    /** The same machine, wherever it is. */
    private static boolean isSame(PlacedVm one, PlacedVm other) {
        return one.vmClass().equals(other.vmClass()) && one.number() == other.number();
    }
}
