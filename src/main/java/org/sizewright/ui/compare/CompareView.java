package org.sizewright.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sizewright.session.SessionState;
import org.sizewright.ui.compare.OutlookViewModel.Part;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.SegmentedChoice;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** The screen that holds the options of a plan side by side. */
public final class CompareView implements Screen {
    private final Texts texts;
    private final CompareViewModel model;
    private final OutlookViewModel outlook;
    private final SegmentedChoice<Part> parts;
    private final PlatformsPane platforms;
    private final GrowthPane growth;
    private final VBox options;
    private final CheckBox only;
    private final BorderPane root = new BorderPane();
    private final VBox page;
    private final CompareGrid grid;
    private final Label sum = new Label();
    private final Label alone = new Label();
    private final Button copy = new Button();
    private final HBox single;
    private final EmptyState empty;

    /** @param worker where other platforms and dates are worked out, off the JavaFX thread */
    public CompareView(Workspace workspace, Executor worker) {
        this(
                workspace.texts(),
                new CompareViewModel(workspace),
                new OutlookViewModel(workspace, worker, Platform::runLater));
    }

    private CompareView(Texts texts, CompareViewModel model, OutlookViewModel outlook) {
        this.texts = texts;
        this.model = model;
        this.outlook = outlook;
        platforms = new PlatformsPane(outlook);
        growth = new GrowthPane(outlook);
        parts = new SegmentedChoice<>(texts.get("compare.parts"), List.of(Part.values()), this::words);
        parts.getChildren().get(1).setId("part-platforms");
        parts.getChildren().get(2).setId("part-growth");
        parts.show(Part.OPTIONS);
        parts.onChoose(outlook::choose);
        Label title = new Label(texts.get("compare.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        sum.getStyleClass().add("muted");
        only = new CheckBox(texts.get("compare.onlyDifferences"));
        only.setId("only-differences");
        only.setMinWidth(Region.USE_PREF_SIZE);
        only.selectedProperty().bindBidirectional(model.onlyDifferences());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, title, parts, sum, gap, only);
        head.setAlignment(Pos.CENTER_LEFT);
        alone.setText(texts.get("compare.alone"));
        alone.setWrapText(true);
        HBox.setHgrow(alone, Priority.ALWAYS);
        alone.setMaxWidth(Double.MAX_VALUE);
        copy.setText(texts.get("compare.duplicate"));
        copy.setGraphic(Icon.COPY.node());
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.getStyleClass().add("primary");
        single = new HBox(12, Icon.INFO.node(), alone, copy);
        single.setAlignment(Pos.CENTER_LEFT);
        single.getStyleClass().add("card");
        grid = new CompareGrid(texts, model);
        options = new VBox(12, single, grid.node());
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        page = new VBox(12, head, options);
        page.setPadding(new Insets(14));
        for (Node part : List.of(options, platforms, growth)) {
            VBox.setVgrow(part, Priority.ALWAYS);
        }
        empty = new EmptyState(Icon.COMPARE, Tone.NEUTRAL, texts.get("compare.empty"), texts.get("compare.empty.text"));
        root.setCenter(empty);
        model.comparison().subscribe(this::show);
        model.onlyDifferences().subscribe(ignored -> show(model.comparison().get()));
        outlook.platforms().subscribe(platforms::show);
        outlook.growth().subscribe(growth::show);
        outlook.part().subscribe(this::show);
    }

    private String words(Part part) {
        return switch (part) {
            case OPTIONS -> texts.get("compare.part.options");
            case PLATFORMS -> texts.get("compare.part.platforms");
            case GROWTH -> texts.get("compare.part.growth");
        };
    }

    /** With another part in front. */
    public CompareView withPlatforms() {
        return with(Part.PLATFORMS);
    }

    /** With another part in front. */
    public CompareView withGrowth() {
        return with(Part.GROWTH);
    }

    private CompareView with(Part part) {
        parts.show(part);
        outlook.choose(part);
        return this;
    }

    private void show(Part part) {
        Node shown = switch (part) {
            case OPTIONS -> options;
            case PLATFORMS -> platforms;
            case GROWTH -> growth;
        };
        page.getChildren().set(1, shown);
        for (Node each : List.of(sum, only)) {
            each.setVisible(part == Part.OPTIONS);
            each.setManaged(part == Part.OPTIONS);
        }
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void show(SessionState state) {
        model.show(state);
        outlook.show(state);
    }

    private void show(Optional<Comparison> comparison) {
        if (comparison.isEmpty()) {
            root.setCenter(empty);
            return;
        }
        Comparison shown = comparison.get();
        boolean differing = model.onlyDifferences().get();
        List<Comparison.Line> lines = differing ? shown.differing() : shown.lines();
        grid.show(shown.columns(), lines);
        sum.setText(
                shown.columns().size() < 2
                        ? ""
                        : texts.get(
                                "compare.sum",
                                shown.columns().size(),
                                shown.differing().size(),
                                shown.lines().size()));
        boolean one = shown.columns().size() == 1;
        single.setVisible(one);
        single.setManaged(one);
        if (one) {
            copy.setOnAction(ignored -> model.duplicate(shown.columns().getFirst()));
        }
        root.setCenter(page);
    }
}
