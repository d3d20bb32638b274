package org.sizewright.ui.checks;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.sizewright.rules.Severity;
import org.sizewright.rules.VersionMap;
import org.sizewright.rules.VersionMap.Tie;
import org.sizewright.rules.VersionMap.Version;
import org.sizewright.rules.VersionSide;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.PressBox;

/**
 * The versions as boxes, and a line between two that a rule holds against each other: with a tick where nothing speaks against them, red
 * where they contradict, dashed where one is not stated. Lines and boxes can be pressed.
 */
final class VersionDrawing extends Pane {
    private static final double BOX_WIDTH = 176;
    private static final double BOX_HEIGHT = 54;
    private static final double LEAST_HEIGHT = 270;
    private static final double BADGE = 24;

    /** Where the middle of a box lies, as parts of the free width and height. */
    private record Spot(double x, double y) {}

    private final Texts texts;
    private final VersionsViewModel model;
    private final Map<VersionSide, Region> boxes = new EnumMap<>(VersionSide.class);
    private final Map<Tie, Edge> edges = new LinkedHashMap<>();

    /** A line and the badge on its middle. */
    private record Edge(Line line, Button badge) {}

    VersionDrawing(Texts texts, VersionsViewModel model) {
        this.texts = texts;
        this.model = model;
        setMinHeight(LEAST_HEIGHT);
        setPrefHeight(LEAST_HEIGHT);
        setAccessibleText(texts.get("checks.versions.map"));
        setId("checks-versions");
    }

    void show(VersionsViewModel.Page page) {
        getChildren().clear();
        boxes.clear();
        edges.clear();
        VersionMap map = page.map();
        for (Tie tie : map.ties()) {
            if (page.shows(tie.one()) && page.shows(tie.other())) {
                edges.put(tie, edge(tie, map));
            }
        }
        for (Version version : map.versions()) {
            if (page.shows(version.side())) {
                boxes.put(version.side(), box(version));
            }
        }
        edges.values().forEach(edge -> getChildren().add(edge.line()));
        getChildren().addAll(boxes.values());
        edges.values().forEach(edge -> getChildren().add(edge.badge()));
        requestLayout();
    }

    private Region box(Version version) {
        Label title = new Label(version.side().title());
        title.getStyleClass().add("note");
        Label value = new Label(version.isStated() ? version.value() : texts.get("checks.versions.notStated"));
        value.getStyleClass().add(version.isStated() ? "version-value" : "muted");
        VBox words = new VBox(1, title, value);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        PressBox box = new PressBox(6, () -> model.open(version.side()), words);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll("version-box", tone(version.worst(), true).styleClass());
        box.setAccessibleText(texts.get(
                version.worst().isPresent() ? "checks.versions.version.contradicts" : "checks.versions.version.named",
                version.side().title(),
                value.getText()));
        Tooltip.install(box, new Tooltip(box.getAccessibleText()));
        return box;
    }

    private Edge edge(Tie tie, VersionMap map) {
        Tone tone = tone(tie.worst(), tie.decided());
        Line line = new Line();
        line.getStyleClass().addAll("version-tie", tone.styleClass());
        if (!tie.decided()) {
            line.getStyleClass().add("dashed");
        }
        line.setMouseTransparent(true);
        Button badge = new Button("", tone.icon().node("small"));
        badge.getStyleClass().addAll("version-badge", tone.styleClass());
        badge.setAccessibleText(texts.get(
                "checks.versions.tie.named",
                tie.one().title(),
                value(map, tie.one()),
                tie.other().title(),
                value(map, tie.other()),
                texts.get(
                        tie.worst().isPresent()
                                ? "checks.versions.apart"
                                : tie.decided() ? "checks.versions.together" : "checks.versions.open")));
        badge.setTooltip(new Tooltip(badge.getAccessibleText()));
        badge.setOnAction(ignored -> model.explain(tie));
        return new Edge(line, badge);
    }

    private String value(VersionMap map, VersionSide side) {
        return map.versions().stream()
                .filter(version -> version.side() == side && version.isStated())
                .map(Version::value)
                .findFirst()
                .orElse(texts.get("checks.versions.notStated"));
    }

    private static Tone tone(Optional<Severity> worst, boolean decided) {
        return worst.map(severity -> severity == Severity.ERROR ? Tone.ERROR : Tone.WARN)
                .orElse(decided ? Tone.OK : Tone.NEUTRAL);
    }

    /** The drivers around those of the hosts; what runs on nodes is a triangle of its own at the right. */
    private static Spot spot(VersionSide side) {
        return switch (side) {
            case GPU -> new Spot(0, 0);
            case PLATFORM -> new Spot(0.33, 0);
            case AI_ENTERPRISE -> new Spot(0.66, 0);
            case HOST_DRIVER -> new Spot(0.33, 0.5);
            case GUEST_DRIVER -> new Spot(0.1, 1);
            case LICENCE_SYSTEM -> new Spot(0.5, 1);
            case KUBERNETES -> new Spot(1, 0);
            case GUEST_SYSTEM -> new Spot(0.72, 0.5);
            case GPU_OPERATOR -> new Spot(1, 1);
        };
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - BOX_WIDTH);
        double height = Math.max(0, getHeight() - BOX_HEIGHT);
        boxes.forEach((side, box) -> box.resizeRelocate(
                Math.round(spot(side).x() * width), Math.round(spot(side).y() * height), BOX_WIDTH, BOX_HEIGHT));
        edges.forEach((tie, edge) -> {
            Region one = boxes.get(tie.one());
            Region other = boxes.get(tie.other());
            if (one != null && other != null) {
                Line line = edge.line();
                line.setStartX(one.getLayoutX() + BOX_WIDTH / 2);
                line.setStartY(one.getLayoutY() + BOX_HEIGHT / 2);
                line.setEndX(other.getLayoutX() + BOX_WIDTH / 2);
                line.setEndY(other.getLayoutY() + BOX_HEIGHT / 2);
                place(edge.badge(), (line.getStartX() + line.getEndX()) / 2, (line.getStartY() + line.getEndY()) / 2);
            }
        });
    }

    private static void place(Node badge, double x, double y) {
        badge.resizeRelocate(Math.round(x - BADGE / 2), Math.round(y - BADGE / 2), BADGE, BADGE);
    }
}
