package org.sizewright.ui.platform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.platform.PlatformPage.Section;

/** The topics at the left, below what they are of, each with how many rules wait there. */
final class SectionList extends ScrollPane {
    private static final double WIDTH = 222;

    private final Texts texts;
    private final Consumer<String> onSelect;
    private final ToggleGroup group = new ToggleGroup();
    private final VBox box = new VBox(2);
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private List<String> headings = List.of();

    SectionList(Texts texts, Consumer<String> onSelect) {
        this.texts = texts;
        this.onSelect = onSelect;
        box.getStyleClass().add("setting-sections");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMinHeight(0);
        setFocusTraversable(false);
        getStyleClass().add("card");
        setAccessibleText(texts.get("platform.sections"));
    }

    void show(PlatformPage page) {
        List<String> wanted = page.sections().stream()
                .map(section -> section.id() + "\n" + section.heading())
                .toList();
        if (!wanted.equals(headings)) {
            headings = wanted;
            build(page.sections());
        }
        for (Section section : page.sections()) {
            Line line = lines.get(section.id());
            if (line != null) {
                line.show(section, section.id().equals(page.selected()));
            }
        }
    }

    private void build(List<Section> sections) {
        lines.clear();
        List<Node> nodes = new ArrayList<>();
        for (Section section : sections) {
            if (!section.heading().isEmpty()) {
                Label heading = new Label(section.heading());
                heading.getStyleClass().addAll("muted", "setting-heading");
                heading.setTooltip(new Tooltip(section.heading()));
                nodes.add(heading);
            }
            Line line = new Line(section.id());
            lines.put(section.id(), line);
            nodes.add(line);
        }
        box.getChildren().setAll(nodes);
    }

    /** A topic. */
    private final class Line extends ToggleButton {
        private final Label name = new Label();
        private final Label count = new Label();

        Line(String id) {
            setId("section" + id.replace('/', '-'));
            setToggleGroup(group);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            count.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(6, name, count);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setMaxWidth(Double.MAX_VALUE);
            row.prefWidthProperty().bind(widthProperty().subtract(20));
            setOnAction(ignored -> {
                // pressing the shown one again must not leave none shown
                setSelected(true);
                onSelect.accept(id);
            });
        }

        void show(Section section, boolean selected) {
            name.setText(section.topic().title());
            String words = section.waiting() > 0
                    ? texts.get("platform.section.waiting", section.waiting())
                    : texts.get("platform.section.stated", section.stated(), section.all());
            count.setText(words);
            count.getStyleClass().setAll("label", section.waiting() > 0 ? "strong" : "muted");
            String of = section.scope().name();
            setAccessibleText((of.isEmpty() ? "" : of + ", ") + section.topic().title() + ", " + words);
            setSelected(selected);
        }
    }
}
