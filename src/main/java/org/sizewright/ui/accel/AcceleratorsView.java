package org.sizewright.ui.accel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.library.GpuId;
import org.sizewright.library.MathFormat;
import org.sizewright.session.SessionState;
import org.sizewright.ui.accel.AcceleratorsViewModel.Part;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Badge;
import org.sizewright.ui.part.DataTable;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.SegmentedChoice;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** The GPUs of the library: all in a table, some side by side, charts, and how each can be shared. */
public final class AcceleratorsView implements Screen {
    /** Below this width the table starts without its spare columns. */
    private static final double ROOM_FOR_ALL = 1040;

    private final Texts texts;
    private final AcceleratorsViewModel model;
    private final VBox root;
    private final SegmentedChoice<Part> parts;
    private final FilterLine filter;
    private final ChosenLine chosen;
    private final DataTable<GpuRow> table;
    private final MenuButton columns;
    private final VBox tablePart;
    private final SidePane side;
    private final ChartPane charts;
    private final PartitionPane partitioning;
    private final StackPane body = new StackPane();
    private boolean roomForAll = true;
    private Optional<MathFormat> revealed = Optional.empty();
    private Runnable opening = () -> {};

    public AcceleratorsView(Workspace workspace) {
        this(workspace.texts(), new AcceleratorsViewModel(workspace));
    }

    private AcceleratorsView(Texts texts, AcceleratorsViewModel model) {
        this.texts = texts;
        this.model = model;
        Label title = new Label(texts.get("accel.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        parts = new SegmentedChoice<>(texts.get("accel.title"), List.of(Part.values()), this::word);
        parts.setId("accel-parts");
        parts.onChoose(model::bringToFront);
        HBox head = new HBox(14, title, parts);
        head.setAlignment(Pos.CENTER_LEFT);
        table = new DataTable<>(texts, texts.get("accel.table"), GpuRow::id, new GpuColumns(model.words()).columns());
        table.view().setId("accel-table");
        table.setEmpty(
                new EmptyState(Icon.FILTER, Tone.NEUTRAL, texts.get("accel.none.title"), texts.get("accel.none.text"))
                        .withAction(texts.get("accel.none.clear"), model::clear));
        table.onSelect(row -> row.ifPresent(each -> model.select(each.accelerator())));
        table.onOpen(row -> model.toggle(row.accelerator()));
        table.view().widthProperty().subscribe(width -> makeRoom(width.doubleValue()));
        columns = table.columnChooser();
        filter = new FilterLine(model).with(columns);
        chosen = new ChosenLine(model);
        tablePart = new VBox(8, table, legend());
        VBox.setVgrow(table, Priority.ALWAYS);
        side = new SidePane(model);
        charts = new ChartPane(model);
        partitioning = new PartitionPane(model);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        root = new VBox(10, head, filter, chosen, body);
        root.setPadding(new Insets(12, 14, 12, 14));
        model.page().subscribe(page -> page.ifPresent(this::render));
        model.part().subscribe(ignored -> model.page().get().ifPresent(this::render));
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void show(SessionState state) {
        model.show(state);
        Runnable first = opening;
        opening = () -> {};
        first.run();
    }

    /** Brings all GPUs to the front, these ones marked to stand side by side, and explains the first. */
    public AcceleratorsView withTable(List<String> gpus) {
        return present(Part.ALL, gpus);
    }

    /** Brings these GPUs side by side to the front. */
    public AcceleratorsView withSideBySide(List<String> gpus) {
        return present(Part.SIDE_BY_SIDE, gpus);
    }

    /** Brings the charts to the front, where these GPUs stand out. */
    public AcceleratorsView withCharts(List<String> gpus) {
        return present(Part.CHARTS, gpus);
    }

    /** Brings the partitioning of a GPU to the front. */
    public AcceleratorsView withPartitioning(String gpu) {
        return present(Part.PARTITIONING, List.of(gpu));
    }

    private AcceleratorsView present(Part part, List<String> gpus) {
        if (model.page().get().isEmpty()) {
            opening = () -> open(part, gpus);
        } else {
            open(part, gpus);
        }
        return this;
    }

    private void open(Part part, List<String> gpus) {
        if (part != Part.PARTITIONING) {
            model.choose(gpus.stream().map(GpuId::of).toList());
        }
        model.bringToFront(part);
        gpus.stream()
                .limit(1)
                .map(GpuId::of)
                .flatMap(id -> model.find(id).stream())
                .forEach(first -> {
                    model.select(first);
                    table.select(Set.of(first.id().value()));
                });
    }

    private void render(AcceleratorsPage page) {
        Part part = model.part().get();
        parts.show(part);
        boolean filtered = part == Part.ALL || part == Part.CHARTS;
        filter.setVisible(filtered);
        filter.setManaged(filtered);
        columns.setVisible(part == Part.ALL);
        columns.setManaged(part == Part.ALL);
        filter.show(page, model.all());
        chosen.show(page.chosen(), filtered);
        switch (part) {
            case ALL -> {
                revealFormat(page);
                table.show(page.found());
                bring(tablePart);
            }
            case SIDE_BY_SIDE -> {
                side.show(page.chosen());
                bring(side);
            }
            case CHARTS -> {
                charts.show(page.found());
                bring(charts);
            }
            case PARTITIONING -> {
                partitioning.show(page.selected());
                bring(partitioning);
            }
        }
    }

    private void bring(Node part) {
        if (!body.getChildren().equals(List.of(part))) {
            body.getChildren().setAll(part);
        }
    }

    /** Brings the throughput that is asked for into sight, in a narrow table in the place of another one. */
    private void revealFormat(AcceleratorsPage page) {
        Optional<MathFormat> wanted = page.query().natively();
        if (wanted.equals(revealed)) {
            return;
        }
        revealed = wanted;
        for (MathFormat format : MathFormat.values()) {
            boolean usual = GpuColumns.isUsual(format, roomForAll);
            boolean asked = wanted.filter(format::equals).isPresent();
            boolean gives = wanted.isPresent() && !roomForAll && format != MathFormat.BF16;
            for (TableColumn<?, ?> column : table.view().getColumns()) {
                if (GpuColumns.format(format).equals(column.getId())) {
                    column.setVisible(asked || (usual && !gives));
                }
            }
        }
    }

    private Node legend() {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("accel-legend");
        legend.setId("accel-legend");
        Stream.concat(
                        AccelWords.DOUBTFUL.stream().flatMap(evidence -> model.words().mark(evidence).stream()),
                        Stream.of(model.words().ownMark()))
                .forEach(mark -> {
                    Label entry = new Label(mark.meaning(), new Badge(mark));
                    entry.getStyleClass().add("note");
                    entry.setMinWidth(Region.USE_PREF_SIZE);
                    legend.getChildren().add(entry);
                });
        Label dense = new Label(texts.get("accel.table.note"));
        dense.getStyleClass().add("note");
        dense.setWrapText(true);
        legend.getChildren().add(dense);
        return legend;
    }

    /** Shows or hides the spare columns when the table gets wide or narrow; in between they stay as the user set them. */
    private void makeRoom(double width) {
        boolean room = width >= ROOM_FOR_ALL;
        if (width > 0 && room != roomForAll) {
            roomForAll = room;
            for (TableColumn<?, ?> column : table.view().getColumns()) {
                if (GpuColumns.SPARE.contains(column.getId())) {
                    column.setVisible(room);
                }
            }
        }
    }

    private String word(Part part) {
        return switch (part) {
            case ALL -> texts.get("accel.part.all");
            case SIDE_BY_SIDE -> texts.get("accel.part.side");
            case CHARTS -> texts.get("accel.part.charts");
            case PARTITIONING -> texts.get("accel.part.partitioning");
        };
    }
}
