package org.sizewright.ui.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.buildsheet.Tone;
import org.sizewright.figure.Cell;
import org.sizewright.ui.look.Texts;

/** One sheet: its blocks below each other. */
final class PageView extends ScrollPane {
    private final Texts texts;
    private final Consumer<Item> onSelect;
    private final Consumer<Item> onChoose;
    private final VBox blocks = new VBox();
    private final List<GridView> grids = new ArrayList<>();

    PageView(Texts texts, Consumer<Item> onSelect, Consumer<Item> onChoose) {
        this.texts = texts;
        this.onSelect = onSelect;
        this.onChoose = onChoose;
        blocks.getStyleClass().add("sheet-page");
        setContent(blocks);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinSize(0, 0);
    }

    void show(Page page) {
        grids.clear();
        blocks.getChildren().clear();
        page.parts().forEach(part -> add(page, part));
        setVvalue(0);
    }

    /** Selects the home of that cell and brings it into sight. */
    void reveal(Cell cell) {
        for (GridView grid : grids) {
            OptionalDouble below = grid.select(cell);
            if (below.isPresent()) {
                applyCss();
                layout();
                double seen = getViewportBounds().getHeight();
                double hidden = blocks.getHeight() - seen;
                double wanted = grid.getLayoutY() + (grid.isLong() ? 0 : below.getAsDouble()) - seen / 2;
                setVvalue(hidden <= 0 ? 0 : Math.clamp(wanted / hidden, 0, 1));
                return;
            }
        }
    }

    private void add(Page page, Page.Part part) {
        switch (part) {
            case Page.Banner banner -> blocks.getChildren().add(banner(banner.item()));
            case Page.Note note -> Marks.text(note.text(), "muted").ifPresent(blocks.getChildren()::add);
            case Page.Lines lines -> {
                Marks.text(lines.title(), "title").ifPresent(blocks.getChildren()::add);
                blocks.getChildren().add(lines(lines));
            }
            case Page.Grid grid -> {
                Marks.text(grid.title(), "title").ifPresent(blocks.getChildren()::add);
                Marks.text(grid.note(), "note").ifPresent(blocks.getChildren()::add);
                blocks.getChildren().add(grid(page, grid));
            }
        }
    }

    private Region grid(Page page, Page.Grid grid) {
        GridView[] made = new GridView[1];
        GridView view = new GridView(
                grid,
                grid.title().isEmpty() ? page.title() : page.title() + ": " + grid.title(),
                item -> {
                    clearAllBut(made[0]);
                    onSelect.accept(item);
                },
                onChoose);
        made[0] = view;
        grids.add(view);
        if (grid.rows().isEmpty()) {
            view.setEmpty(texts.get("sheet.noRows"));
        }
        VBox.setVgrow(view, view.isLong() ? Priority.ALWAYS : Priority.NEVER);
        return view;
    }

    private void clearAllBut(Node kept) {
        for (GridView grid : grids) {
            if (grid != kept) {
                grid.clear();
            }
        }
    }

    private Region banner(Item item) {
        Tone tone = item.tone() == Tone.PLAIN ? Tone.INFORMATION : item.tone();
        org.sizewright.ui.look.Tone look = Marks.chipTone(tone);
        Region words =
                Marks.node(new Item(item.text(), item.look(), Tone.PLAIN, item.tag(), item.leads()), "", this::choose);
        HBox banner = new HBox(8, look.icon().node(), words);
        banner.getStyleClass().addAll("sheet-banner", "chip", look.styleClass());
        return banner;
    }

    private Region lines(Page.Lines lines) {
        GridPane pane = new GridPane();
        pane.getStyleClass().add("sheet-lines");
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(90);
        labels.setPercentWidth(30);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        boolean noted = lines.lines().stream().anyMatch(line -> !line.note().isEmpty());
        pane.getColumnConstraints().setAll(labels, values);
        if (noted) {
            ColumnConstraints notes = new ColumnConstraints();
            notes.setPercentWidth(42);
            pane.getColumnConstraints().add(notes);
        }
        for (int row = 0; row < lines.lines().size(); row++) {
            Page.Line line = lines.lines().get(row);
            Label name = new Label(line.label());
            name.getStyleClass().add("muted");
            name.setWrapText(true);
            name.setMinHeight(Region.USE_PREF_SIZE);
            Region value = Marks.node(line.item(), line.label(), this::choose);
            name.setLabelFor(value);
            GridPane.setValignment(name, VPos.TOP);
            GridPane.setValignment(value, VPos.TOP);
            GridPane.setHalignment(value, HPos.LEFT);
            pane.add(name, 0, row);
            pane.add(value, 1, row);
            if (!line.note().isEmpty()) {
                Label note = new Label(line.note());
                note.getStyleClass().add("muted");
                note.setWrapText(true);
                note.setMinHeight(Region.USE_PREF_SIZE);
                GridPane.setValignment(note, VPos.TOP);
                pane.add(note, 2, row);
            }
        }
        return pane;
    }

    private void choose(Item item) {
        grids.forEach(GridView::clear);
        onSelect.accept(item);
        onChoose.accept(item);
    }
}
