package org.sizewright.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds places for labels: inside the frame, off each other, and as far as possible off the lines. What finds no place is left out; it
 * stands in the accessible text and in the crosshair all the same.
 */
final class LabelPlacer {
    /** What crossing a line costs, in ranks of preference. */
    private static final int CROSSING = 6;

    private final Box frame;
    private final List<Segment> lines;
    private final List<Box> taken = new ArrayList<>();

    record Box(double x, double y, double width, double height) {
        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        boolean holds(Box other) {
            double hair = 1e-6;
            return other.x >= x - hair
                    && other.y >= y - hair
                    && other.x + other.width <= x + width + hair
                    && other.y + other.height <= y + height + hair;
        }
    }

    record Segment(double x1, double y1, double x2, double y2) {
        /** Whether any of it lies in the box (Liang and Barsky's clipping). */
        boolean crosses(Box box) {
            double[] towards = {x1 - x2, x2 - x1, y1 - y2, y2 - y1};
            double[] room = {x1 - box.x, box.x + box.width - x1, y1 - box.y, box.y + box.height - y1};
            double enters = 0;
            double leaves = 1;
            for (int side = 0; side < towards.length; side++) {
                if (towards[side] == 0) {
                    if (room[side] < 0) {
                        return false;
                    }
                } else if (towards[side] < 0) {
                    enters = Math.max(enters, room[side] / towards[side]);
                } else {
                    leaves = Math.min(leaves, room[side] / towards[side]);
                }
            }
            return enters <= leaves;
        }
    }

    LabelPlacer(Box frame, List<Segment> lines) {
        this.frame = frame;
        this.lines = List.copyOf(lines);
    }

    /** Keeps labels off that place. */
    void take(Box box) {
        taken.add(box);
    }

    /** The best free one of these places, the first being liked most; it counts as taken from then on. */
    Optional<Box> place(List<Box> places) {
        Optional<Box> best = Optional.empty();
        long least = Long.MAX_VALUE;
        for (int rank = 0; rank < places.size(); rank++) {
            Box box = places.get(rank);
            if (!frame.holds(box) || taken.stream().anyMatch(box::overlaps)) {
                continue;
            }
            long cost = rank
                    + CROSSING
                            * lines.stream().filter(line -> line.crosses(box)).count();
            if (cost < least) {
                least = cost;
                best = Optional.of(box);
            }
        }
        best.ifPresent(taken::add);
        return best;
    }
}
