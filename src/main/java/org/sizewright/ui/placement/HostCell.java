package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.GpuStrip;
import org.sizewright.ui.part.HostName;

/** A host in the list: what it carries at the left, its GPUs to scale at the right. Used again for another host as the list scrolls. */
final class HostCell extends ListCell<Integer> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final double HEAD = 152;
    private static final double LANE = 26;
    private static final double CAPTION = 19;
    private static final double LINE = 16;
    private static final double PADDING = 17;
    /** Width of a letter of a caption, on the safe side. */
    private static final double LETTER = 6.1;
    /** What the list's scroll bar and the row's own padding take of its width. */
    private static final double BESIDE = 16;

    private final Texts texts;
    private final PlacementViewModel model;
    private final SectionCard owner;
    private final Label name = new Label();
    private final Label lines = new Label();
    private final Chip state;
    private final VBox head = new VBox(1);
    private final List<GpuStrip> strips = new ArrayList<>();
    private final HBox row;
    private FlowGrid grid = new FlowGrid(1, 1);
    private @Nullable HostRow shown;

    HostCell(Texts texts, PlacementViewModel model, SectionCard owner, ListView<Integer> list) {
        this.texts = texts;
        this.model = model;
        this.owner = owner;
        name.getStyleClass().add("strong");
        name.setMinWidth(40);
        lines.getStyleClass().add("note");
        lines.setWrapText(true);
        state = new Chip("", Tone.NEUTRAL);
        head.setMinWidth(HEAD);
        head.setPrefWidth(HEAD);
        head.setMaxWidth(HEAD);
        row = new HBox(10, head, grid);
        row.getStyleClass().add("host-row");
        row.prefWidthProperty().bind(list.widthProperty().subtract(BESIDE));
        row.maxWidthProperty().bind(row.prefWidthProperty());
        row.minHeightProperty().bind(list.fixedCellSizeProperty());
        row.maxHeightProperty().bind(list.fixedCellSizeProperty());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(1);
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().add("host-cell");
    }

    /** How high rows are that show so many GPUs, and so many lines of words, in a list of this width. */
    static double height(double listWidth, int gpus, int lines, Zoom zoom) {
        boolean compact = zoom == Zoom.COMPACT;
        double gap = gap(compact);
        int columns = columns(listWidth, gpus, zoom);
        int rows = (Math.max(1, gpus) + columns - 1) / columns;
        double strip = compact ? LANE : LANE + CAPTION;
        double bars = rows * strip + (rows - 1) * gap;
        double words = LINE + 3 + (compact ? LINE : lines * LINE);
        return PADDING + Math.max(bars, words);
    }

    /** As the grid of the strips counts them. */
    private static int columns(double listWidth, int gpus, Zoom zoom) {
        double gap = gap(zoom == Zoom.COMPACT);
        double room = listWidth - BESIDE - HEAD - 10;
        return (int) Math.clamp((long) ((room + gap) / (least(zoom) + gap)), 1, Math.max(1, gpus));
    }

    /** The overview has rows of its own; those behind it are as they were. */
    private static double least(Zoom zoom) {
        return switch (zoom) {
            case LARGE -> 620;
            case NORMAL, OVERVIEW -> 150;
            case COMPACT -> 66;
        };
    }

    private static double gap(boolean compact) {
        return compact ? 5 : 8;
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
        boolean compact = model.zoom().get() == Zoom.COMPACT;
        HostRow prepared = owner.row(host);
        shown = prepared;
        name.setText(HostName.brief(prepared.name()));
        name.setTooltip(new Tooltip(
                prepared.state() == HostRow.State.LENT
                        ? texts.get("placement.state.lent.long", prepared.name())
                        : prepared.name()));
        lines.setText(compact ? prepared.lines().getFirst() : String.join("\n", prepared.lines()));
        HBox title = new HBox(6, name);
        title.setAlignment(Pos.CENTER_LEFT);
        if (prepared.state() != HostRow.State.RUNNING) {
            state.show(word(prepared.state()), tone(prepared.state()));
            title.getChildren().add(state);
        }
        head.getChildren().setAll(title, lines);
        if (!compact) {
            lines.setTooltip(null);
        } else {
            lines.setTooltip(new Tooltip(String.join("\n", prepared.lines())));
        }
        showGpus(prepared, model.zoom().get());
        pseudoClassStateChanged(FAILED, prepared.state() == HostRow.State.FAILED);
        setAccessibleText(prepared.name() + ", " + word(prepared.state()) + ", " + String.join(", ", prepared.lines()));
        setGraphic(row);
        mark();
        receive(Optional.empty());
    }

    private void showGpus(HostRow prepared, Zoom zoom) {
        boolean compact = zoom == Zoom.COMPACT;
        while (strips.size() < prepared.gpus().size()) {
            int gpu = strips.size();
            GpuStrip strip = new GpuStrip(texts.get("placement.gpu", gpu));
            strip.onSelect(slot -> select(gpu, slot));
            strip.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
                if (event.getClickCount() == 2) {
                    enlarge();
                }
            });
            PinMenu.install(texts, model.pins(), strip, slot -> machine(gpu, slot));
            strips.add(strip);
        }
        row.getChildren().remove(grid);
        grid = new FlowGrid(least(zoom), gap(compact));
        grid.show(strips.subList(0, prepared.gpus().size()));
        HBox.setHgrow(grid, Priority.ALWAYS);
        grid.setMaxHeight(Region.USE_PREF_SIZE);
        grid.setPrefWidth(1);
        row.getChildren().add(grid);
        double listWidth = getListView().getWidth();
        int columns = columns(listWidth, prepared.gpus().size(), zoom);
        double width = (listWidth - BESIDE - HEAD - 10 - (columns - 1) * gap(compact)) / columns;
        for (GpuBar bar : prepared.gpus()) {
            GpuStrip strip = strips.get(bar.gpu());
            strip.show(bar.capacity(), bar.slots(), compact ? "" : bar.caption((int) (width / LETTER)));
            strip.outline(bar.outlined());
            strip.lock(bar.locked());
        }
    }

    /** The GPUs of this host one a line, or back. */
    private void enlarge() {
        int host = shown == null ? 0 : shown.host();
        model.zoom(model.zoom().get() == Zoom.LARGE ? Zoom.NORMAL : Zoom.LARGE);
        getListView().scrollTo(host);
    }

    private void select(int gpu, GpuStrip.Slot slot) {
        if (shown != null) {
            model.select(owner.section(), shown.host(), shown.gpus().get(gpu), slot.id());
        }
    }

    /** A GPU under the mouse, and the machine on it that can be taken; no GPU (-1) beside them on the host. */
    record Grip(int host, int gpu, Optional<Subject.Machine> machine) {}

    boolean isShown() {
        return shown != null && !isEmpty();
    }

    /** What is at that place of the scene. */
    Optional<Grip> grip(double sceneX, double sceneY) {
        HostRow now = shown;
        if (now == null) {
            return Optional.empty();
        }
        for (GpuBar bar : now.gpus()) {
            GpuStrip strip = strips.get(bar.gpu());
            if (strip.contains(strip.sceneToLocal(sceneX, sceneY))) {
                return Optional.of(new Grip(
                        now.host(), bar.gpu(), strip.at(sceneX, sceneY).flatMap(slot -> bar.movable(slot.id()))));
            }
        }
        return Optional.of(new Grip(now.host(), -1, Optional.empty()));
    }

    private Optional<PinMenu.Chosen> machine(int gpu, GpuStrip.Slot slot) {
        HostRow now = shown;
        return now == null ? Optional.empty() : owner.movable(now, gpu, slot.id());
    }

    /** Shows which GPUs can take the machine that is dragged, and what the one under the mouse says. */
    void receive(Optional<Grip> over) {
        HostRow now = shown;
        if (now == null) {
            return;
        }
        for (GpuBar bar : now.gpus()) {
            boolean here = over.filter(grip -> grip.host() == now.host() && grip.gpu() == bar.gpu())
                    .isPresent();
            strips.get(bar.gpu())
                    .receive(model.pins()
                            .dragged()
                            .get()
                            .filter(moving ->
                                    moving.section().equals(owner.section().id()))
                            .map(moving -> moving.targets()
                                    .at(now.host(), bar.gpu())
                                    .pin()
                                    .isPresent())
                            .map(open -> open
                                    ? here ? GpuStrip.Reception.OVER : GpuStrip.Reception.OPEN
                                    : here ? GpuStrip.Reception.REFUSED : GpuStrip.Reception.NONE)
                            .orElse(GpuStrip.Reception.NONE));
        }
    }

    /** Marks the chosen stretch, and every other one of the same machine. */
    void mark() {
        if (shown == null) {
            return;
        }
        for (GpuBar bar : shown.gpus()) {
            strips.get(bar.gpu()).mark(owner.marked(bar));
        }
    }

    private String word(HostRow.State of) {
        return switch (of) {
            case RUNNING -> texts.get("placement.state.running");
            case SPARE -> texts.get("placement.state.spare");
            case LENT -> texts.get("placement.state.lent");
            case EMPTY -> texts.get("placement.state.empty");
            case FAILED -> texts.get("placement.state.failed");
        };
    }

    private static Tone tone(HostRow.State of) {
        return switch (of) {
            case RUNNING -> Tone.OK;
            case SPARE, LENT -> Tone.INFO;
            case EMPTY -> Tone.NEUTRAL;
            case FAILED -> Tone.ERROR;
        };
    }
}
