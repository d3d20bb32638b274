package org.sizewright.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.sizewright.plan.Rack;
import org.sizewright.ui.cluster.ClusterPage.Standing;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;

/**
 * A rack to scale: what is there already at the bottom, then the hosts. Where in the rack they will stand is not planned; the
 * drawing shows how much of it they take.
 */
final class RackDrawing extends Region {
    private static final double WIDTH = 92;
    private static final double HEIGHT = 236;
    /** Below this height of a host its name does not fit in. */
    private static final double LEGIBLE = 15.5;

    private record Block(Label label, int from, int units) {}

    private final Texts texts;
    private final List<Block> blocks = new ArrayList<>();
    private int units = 1;

    RackDrawing(Texts texts) {
        this.texts = texts;
        getStyleClass().add("rack");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    void show(Rack rack, List<Standing> hosts) {
        blocks.clear();
        units = rack.units();
        int used = Math.min(units, rack.existing().units());
        if (used > 0) {
            add(
                    texts.get("cluster.rack.existing"),
                    texts.get("cluster.rack.existing.detail", used),
                    0,
                    used,
                    Fill.RESERVED);
        }
        int unknown = 0;
        for (Standing host : hosts) {
            if (host.units().isEmpty()) {
                unknown++;
            } else {
                int height = host.units().get();
                if (used + height <= units) {
                    add(
                            host.name(),
                            texts.get("cluster.rack.host.detail", host.name(), height),
                            used,
                            height,
                            host.fill());
                }
                used += height;
            }
        }
        getChildren().setAll(blocks.stream().map(Block::label).toList());
        setAccessibleText(
                unknown > 0
                        ? texts.get("cluster.rack.spoken.unknown", rack.name(), unknown)
                        : texts.get("cluster.rack.spoken", rack.name(), hosts.size(), used, units));
        requestLayout();
    }

    private void add(String name, String detail, int from, int height, Fill fill) {
        boolean legible = (HEIGHT - 8) / units * height >= LEGIBLE;
        Label label = new Label(legible ? name : "");
        label.getStyleClass().addAll("piece", "rack-block", fill.styleClass());
        label.setTooltip(new Tooltip(detail));
        label.setAccessibleText(detail);
        blocks.add(new Block(label, from, height));
    }

    @Override
    protected void layoutChildren() {
        double unit = (getHeight() - 8) / units;
        for (Block block : blocks) {
            double top = snapPositionY(getHeight() - 4 - unit * (block.from() + block.units()));
            double bottom = snapPositionY(getHeight() - 4 - unit * block.from());
            block.label().resizeRelocate(5, top, getWidth() - 10, Math.max(2, bottom - top - 1));
        }
    }
}
