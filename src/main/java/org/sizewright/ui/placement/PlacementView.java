package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sizewright.result.OptionResult;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.Chip;
import org.sizewright.ui.part.EmptyState;
import org.sizewright.ui.part.Legend;
import org.sizewright.ui.part.SegmentedChoice;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** Who runs where: one card of hosts for each cluster, and above them whatever has no place. */
public final class PlacementView implements Screen {
    private static final double PROBLEMS = 132;

    private final Texts texts;
    private final PlacementViewModel model;
    private final VBox page = new VBox(12);
    private final StackPane root = new StackPane();
    private final HBox head = new HBox(10);
    private final Label working;
    private final Button prove = new Button();
    private final Legend legend = new Legend(List.of());
    private final VBox body = new VBox(12);
    private final SegmentedChoice<PlacementPart> parts;
    private final HBox tools = new HBox(10);
    private final FailureViewModel failures;
    private final FailurePane failurePane;
    private final MaintenanceViewModel maintenance;
    private final MaintenancePane maintenancePane;
    private final ArrivalViewModel arrivals;
    private final PolicyViewModel policies;
    private final ProfileViewModel profiles;
    private final ArrivalPane arrivalPane;
    private final PolicyPane policyPane;
    private final ProfilePane profilePane;
    private PlacementPart part = PlacementPart.PLACED;
    private Optional<OptionResult> result = Optional.empty();
    private final VBox problems = new VBox(12);
    private final VBox sections = new VBox(12);
    private List<SectionCard> cards = List.of();

    /** @param worker for simulations and comparisons */
    public PlacementView(Workspace workspace, Executor worker) {
        this.model = new PlacementViewModel(workspace, worker, Platform::runLater);
        texts = workspace.texts();
        arrivals = new ArrivalViewModel(workspace, worker, Platform::runLater);
        policies = new PolicyViewModel(workspace, worker, Platform::runLater);
        profiles = new ProfileViewModel(workspace, worker, Platform::runLater);
        failures = new FailureViewModel(workspace, worker, Platform::runLater);
        failurePane = new FailurePane(texts, failures, (cluster, hosts) -> {
            bring(PlacementPart.PLACED);
            model.failWhenBusiest(cluster, hosts);
        });
        maintenance = new MaintenanceViewModel(workspace, worker, Platform::runLater);
        maintenancePane = new MaintenancePane(texts, maintenance);
        arrivalPane = new ArrivalPane(texts, arrivals);
        policyPane = new PolicyPane(texts, policies);
        profilePane = new ProfilePane(texts, profiles);
        for (Region pane : List.of(failurePane, maintenancePane, arrivalPane, policyPane, profilePane)) {
            VBox.setVgrow(pane, Priority.ALWAYS);
        }
        parts = new SegmentedChoice<>(texts.get("placement.parts"), List.of(PlacementPart.values()), this::partText);
        parts.setId("placement-parts");
        parts.show(part);
        parts.onChoose(this::bring);
        Label title = new Label(texts.get("placement.title"));
        title.getStyleClass().add("screen-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        working = new Label(texts.get("placement.working"));
        working.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        SegmentedChoice<ColourBy> colours =
                new SegmentedChoice<>(texts.get("placement.colours"), List.of(ColourBy.values()), this::colourText);
        colours.show(model.colourBy().get());
        colours.onChoose(model::colour);
        SegmentedChoice<Zoom> zoom =
                new SegmentedChoice<>(texts.get("placement.zoom"), List.of(Zoom.values()), this::zoomText);
        model.zoom().subscribe(zoom::show);
        zoom.onChoose(model::zoom);
        Button copy = new Button(texts.get("placement.copy"), Icon.COPY.node());
        copy.setId("copy-placement");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(ignored -> copy());
        head.getChildren().setAll(title, parts, working, gap);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        prove.setId("prove");
        prove.setMinWidth(Region.USE_PREF_SIZE);
        prove.setOnAction(ignored -> model.prove());
        tools.getChildren().setAll(colours, zoom, between, prove, copy);
        tools.setAlignment(Pos.CENTER_LEFT);
        head.setAlignment(Pos.CENTER_LEFT);
        page.setPadding(new Insets(14));
        page.getChildren().setAll(head, body);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(sections, Priority.ALWAYS);
        page.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (part == PlacementPart.PLACED && event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy();
                event.consume();
            }
        });
        root.getChildren().setAll(page, new MovePane(texts, model.pins()));
        root.setMinSize(0, 0);
        model.page().subscribe(this::showPage);
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void show(SessionState state) {
        result = state.live();
        model.show(state);
        showPart();
    }

    /** Begins with the failures of all hosts. */
    public PlacementView withFailures() {
        bring(PlacementPart.FAILURES);
        return this;
    }

    /** Begins with how hosts are emptied. */
    public PlacementView withMaintenance() {
        bring(PlacementPart.MAINTENANCE);
        return this;
    }

    /** Begins with arriving machines. */
    public PlacementView withArrivals() {
        bring(PlacementPart.ARRIVALS);
        return this;
    }

    /** Begins with the comparison of policies. */
    public PlacementView withPolicies() {
        bring(PlacementPart.POLICIES);
        return this;
    }

    /** Begins with the profile advisor. */
    public PlacementView withProfiles() {
        bring(PlacementPart.PROFILES);
        return this;
    }

    private void bring(PlacementPart next) {
        part = next;
        parts.show(next);
        showPage(model.page().get());
        showPart();
    }

    /** What is not in front is not calculated. */
    private void showPart() {
        if (part != PlacementPart.FAILURES) {
            failures.hide();
        }
        if (part != PlacementPart.MAINTENANCE) {
            maintenance.hide();
        }
        if (part != PlacementPart.ARRIVALS) {
            arrivals.hide();
        }
        if (part != PlacementPart.POLICIES) {
            policies.hide();
        }
        if (part != PlacementPart.PROFILES) {
            profiles.hide();
        }
        switch (part) {
            case PLACED -> {}
            case FAILURES -> failures.show(result);
            case MAINTENANCE -> maintenance.show(result);
            case ARRIVALS -> arrivals.show(result);
            case POLICIES -> policies.show(result);
            case PROFILES -> profiles.show(result);
        }
    }

    private String partText(PlacementPart each) {
        return switch (each) {
            case PLACED -> texts.get("placement.part.placed");
            case FAILURES -> texts.get("placement.part.failures");
            case MAINTENANCE -> texts.get("placement.part.maintenance");
            case ARRIVALS -> texts.get("placement.part.arrivals");
            case POLICIES -> texts.get("placement.part.policies");
            case PROFILES -> texts.get("placement.part.profiles");
        };
    }

    private void showPage(PlacementPage shown) {
        switch (shown) {
            case PlacementPage.Nothing nothing -> {
                drop();
                head.getChildren().stream().skip(1).forEach(node -> node.setVisible(false));
                body.getChildren().setAll(empty(nothing.reason()));
            }
            case PlacementPage.Drawn drawn -> {
                head.getChildren().forEach(node -> node.setVisible(true));
                boolean running = drawn.proving() == PlacementPage.Proving.RUNNING;
                working.setVisible(drawn.calculating() || running);
                working.setText(texts.get(running ? "placement.proving" : "placement.working"));
                prove.setText(texts.get(running ? "placement.prove.stop" : "placement.prove.longer"));
                prove.setTooltip(
                        new Tooltip(texts.get(running ? "placement.prove.stop.help" : "placement.prove.longer.help")));
                boolean open = drawn.proving() != PlacementPage.Proving.DONE;
                prove.setVisible(open);
                prove.setManaged(open);
                switch (part) {
                    case PLACED -> {
                        body.getChildren().setAll(tools, legend, problems, sections);
                        legend.show(drawn.legend());
                        showProblems(drawn.problems());
                        showSections(drawn.sections());
                    }
                    case FAILURES -> body.getChildren().setAll(failurePane);
                    case MAINTENANCE -> body.getChildren().setAll(maintenancePane);
                    case ARRIVALS -> body.getChildren().setAll(arrivalPane);
                    case POLICIES -> body.getChildren().setAll(policyPane);
                    case PROFILES -> body.getChildren().setAll(profilePane);
                }
            }
        }
    }

    private void showSections(List<PlacementPage.Section> shown) {
        List<String> before = cards.stream().map(card -> card.section().id()).toList();
        if (before.equals(SectionCard.ids(shown))) {
            for (int i = 0; i < shown.size(); i++) {
                cards.get(i).show(shown.get(i));
            }
            return;
        }
        drop();
        List<SectionCard> made = new ArrayList<>();
        for (PlacementPage.Section section : shown) {
            SectionCard card = new SectionCard(texts, model, section);
            VBox.setVgrow(card, Priority.SOMETIMES);
            made.add(card);
        }
        cards = List.copyOf(made);
        sections.getChildren().setAll(cards);
    }

    private void drop() {
        cards.forEach(SectionCard::close);
        cards = List.of();
    }

    private void showProblems(List<PlacementPage.Problem> shown) {
        problems.setVisible(!shown.isEmpty());
        problems.setManaged(!shown.isEmpty());
        problems.getChildren().clear();
        if (shown.isEmpty()) {
            return;
        }
        VBox lines = new VBox(6);
        for (PlacementPage.Problem problem : shown) {
            Label who = wrapped(problem.who());
            who.getStyleClass().add("strong");
            Label why = wrapped(problem.why());
            lines.getChildren().add(new VBox(1, who, why));
        }
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(PROBLEMS);
        scroll.setAccessibleText(texts.get("placement.refused.title"));
        Card card = new Card(texts.get("placement.refused.title"), scroll)
                .withActions(new Chip(texts.get("placement.refused.chip"), Tone.ERROR));
        card.getStyleClass().add("error-card");
        card.setMinHeight(Region.USE_PREF_SIZE);
        problems.getChildren().add(card);
    }

    private EmptyState empty(PlacementPage.Nothing.Reason reason) {
        return switch (reason) {
            case CALCULATING ->
                new EmptyState(
                        Icon.PLACEMENT,
                        Tone.INFO,
                        texts.get("placement.empty.calculating"),
                        texts.get("placement.empty.calculating.text"));
            case NOT_CALCULATED ->
                new EmptyState(
                        Icon.PLACEMENT,
                        Tone.NEUTRAL,
                        texts.get("placement.empty.nothing"),
                        texts.get("placement.empty.nothing.text"));
            case NO_CLUSTER ->
                new EmptyState(
                                Icon.CLUSTER,
                                Tone.NEUTRAL,
                                texts.get("placement.empty.cluster"),
                                texts.get("placement.empty.cluster.text"))
                        .withAction(texts.get("placement.empty.cluster.step"), model::openCluster);
            case NO_MACHINES ->
                new EmptyState(
                                Icon.WORKLOADS,
                                Tone.NEUTRAL,
                                texts.get("placement.empty.machines"),
                                texts.get("placement.empty.machines.text"))
                        .withAction(texts.get("placement.empty.machines.step"), model::openWorkloads);
        };
    }

    private String colourText(ColourBy by) {
        return switch (by) {
            case WORKLOAD -> texts.get("placement.colours.workload");
            case PROFILE -> texts.get("placement.colours.profile");
        };
    }

    private String zoomText(Zoom of) {
        return switch (of) {
            case LARGE -> texts.get("placement.zoom.large");
            case NORMAL -> texts.get("placement.zoom.normal");
            case COMPACT -> texts.get("placement.zoom.compact");
            case OVERVIEW -> texts.get("placement.zoom.overview");
        };
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.table());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
