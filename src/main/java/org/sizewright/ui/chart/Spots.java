package org.sizewright.ui.chart;

import java.util.ArrayList;
import java.util.List;
import org.sizewright.ui.chart.LabelPlacer.Box;

/** Where a label of a chart may stand, what is liked most first. */
final class Spots {
    private static final double GAP = 3;
    private static final int STEPS = 8;

    private Spots() {}

    /** Above or below a level line, from its right end to its left. */
    static List<Box> alongLevel(Frame area, double y, Box size) {
        List<Box> spots = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double x = area.right() - size.width() - (area.width() - size.width()) * step / STEPS;
            spots.add(new Box(x, y - GAP - size.height(), size.width(), size.height()));
            spots.add(new Box(x, y + GAP, size.width(), size.height()));
        }
        return spots;
    }

    /** Right or left of an upright line, from its foot upwards. */
    static List<Box> besideUpright(Frame area, double x, Box size) {
        List<Box> spots = new ArrayList<>();
        for (int step = 0; step <= STEPS; step++) {
            double y = area.bottom() - GAP - size.height() - (area.height() - GAP - size.height()) * step / STEPS;
            spots.add(new Box(x + GAP, y, size.width(), size.height()));
            spots.add(new Box(x - GAP - size.width(), y, size.width(), size.height()));
        }
        return spots;
    }

    /** Round a point, near and then farther away. */
    static List<Box> round(double x, double y, double radius, Box size) {
        List<Box> spots = new ArrayList<>();
        double w = size.width();
        double h = size.height();
        for (double away = radius; away <= radius + 3 * h; away += h / 2) {
            spots.add(new Box(x - away - w, y - away - h + radius, w, h));
            spots.add(new Box(x + away, y + away - radius, w, h));
            spots.add(new Box(x - w / 2, y - away - h, w, h));
            spots.add(new Box(x - w / 2, y + away, w, h));
            spots.add(new Box(x + away, y - away - h + radius, w, h));
            spots.add(new Box(x - away - w, y + away - radius, w, h));
        }
        return spots;
    }
}
