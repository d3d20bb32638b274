package org.sizewright.ui.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.SearchField;
import org.sizewright.ui.part.SegmentedChoice;
import org.sizewright.ui.platform.PlatformPage.Field;
import org.sizewright.ui.platform.PlatformPage.Section;
import org.sizewright.ui.platform.PlatformPage.Which;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** What platform, hosts and machines of the option are set to, topic by topic, and what rules wait for. */
public final class PlatformView implements Screen {
    private static final double COLUMN = 230;

    private final PlatformViewModel model;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private final Chip waiting = new Chip("", Tone.OK);
    private final SegmentedChoice<Which> which;
    private final SearchField search = new SearchField();
    private final SectionList sections;
    private final Map<String, SettingField> known = new HashMap<>();
    private final FlowGrid grid = new FlowGrid(COLUMN, 14);
    private final VersionsPart versions;
    private final VBox content = new VBox(14);
    private final ScrollPane scroll = new ScrollPane(content);
    private final Card card;
    private final StackPane body = new StackPane();
    private final Node nothing;
    private List<String> shown = List.of();

    /** @param worker where changes of versions are tried */
    public PlatformView(Workspace workspace, Executor worker) {
        this(workspace, new PlatformViewModel(workspace, worker, Platform::runLater));
    }

    private PlatformView(Workspace workspace, PlatformViewModel model) {
        this.model = model;
        texts = workspace.texts();
        which = new SegmentedChoice<>(texts.get("platform.which"), List.of(Which.values()), this::word);
        which.setId("platform-which");
        which.onChoose(model::filter);
        sections = new SectionList(texts, model::select);
        versions = new VersionsPart(texts, model::apply);
        content.getChildren().addAll(versions, grid);
        content.setPadding(new Insets(2, 6, 8, 2));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        scroll.setFocusTraversable(false);
        scroll.setId("platform-fields");
        nothing = new EmptyState(
                        Icon.FILTER, Tone.NEUTRAL, texts.get("platform.none.title"), texts.get("platform.none.text"))
                .withAction(texts.get("platform.none.clear"), model::clear);
        body.getChildren().setAll(scroll);
        body.setMinHeight(0);
        card = new Card("", body);
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMinWidth(0);
        HBox halves = new HBox(10, sections, card);
        halves.setMinHeight(0);
        VBox.setVgrow(halves, Priority.ALWAYS);
        VBox page = new VBox(10, head(), halves);
        page.setPadding(new Insets(12, 14, 14, 14));
        root.getChildren().setAll(page);
        model.page().subscribe(this::render);
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void show(SessionState state) {
        model.show(state);
    }

    @Override
    public void goTo(String path) {
        if (model.goTo(path)) {
            SettingField field = known.get(path);
            if (field != null) {
                reveal(field);
                field.enter();
            }
        }
    }

    private Node head() {
        Label title = new Label(texts.get("platform.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        waiting.setId("platform-waiting");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        search.named("platform-search", texts.get("platform.search"));
        search.setPrefWidth(190);
        search.setMinWidth(110);
        search.textProperty().addListener((property, before, text) -> model.search(text));
        HBox head = new HBox(10, title, waiting, gap, which, search);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(30);
        return head;
    }

    private void render(Optional<PlatformPage> now) {
        now.ifPresent(page -> {
            waiting.show(texts.get("platform.waiting", page.waiting()), page.waiting() > 0 ? Tone.WARN : Tone.OK);
            which.show(page.which());
            if (!search.getText().equals(page.text())) {
                search.setText(page.text());
            }
            sections.show(page);
            card.setTitle(title(page));
            versions.show(page);
            showFields(page);
        });
    }

    private void showFields(PlatformPage page) {
        List<Field> fields = page.fields();
        List<SettingField> nodes = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (Field field : fields) {
            SettingField node = known.computeIfAbsent(field.path(), path -> new SettingField(texts, model, field));
            node.show(field);
            nodes.add(node);
            paths.add(field.path());
        }
        if (!paths.equals(shown)) {
            shown = paths;
            grid.show(nodes);
            scroll.setVvalue(0);
        }
        Node wanted = fields.isEmpty() && !versions.isVisible() ? nothing : scroll;
        if (!body.getChildren().contains(wanted)) {
            body.getChildren().setAll(wanted);
        }
    }

    private String title(PlatformPage page) {
        if (!page.text().isBlank()) {
            return texts.get("platform.found", page.fields().size());
        }
        return page.sections().stream()
                .filter(section -> section.id().equals(page.selected()))
                .map(PlatformView::title)
                .findFirst()
                .orElse("");
    }

    private static String title(Section section) {
        String name = section.scope().name();
        return name.isEmpty() ? section.topic().title() : section.topic().title() + ": " + name;
    }

    /** Brings a field into view, in the middle if there is room. */
    private void reveal(SettingField field) {
        root.applyCss();
        root.layout();
        Bounds bounds = content.sceneToLocal(field.localToScene(field.getBoundsInLocal()));
        double more = content.getHeight() - scroll.getViewportBounds().getHeight();
        if (more > 0) {
            double top = bounds.getCenterY() - scroll.getViewportBounds().getHeight() / 2;
            scroll.setVvalue(Math.clamp(top / more, 0, 1));
        }
    }

    private String word(Which of) {
        return switch (of) {
            case ALL -> texts.get("platform.which.all");
            case AWAITED -> texts.get("platform.which.awaited");
            case STATED -> texts.get("platform.which.stated");
        };
    }
}
