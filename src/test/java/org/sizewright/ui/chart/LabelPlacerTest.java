package org.sizewright.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sizewright.ui.chart.LabelPlacer.Box;
import org.sizewright.ui.chart.LabelPlacer.Segment;

class LabelPlacerTest {
    private static final Box FRAME = new Box(40, 10, 280, 120);

    @Test
    void labelsNeverMeetAndNeverLeaveTheFrame() {
        Random random = new Random(11);
        int placed = 0;
        for (int round = 0; round < 400; round++) {
            Frame area = new Frame(
                    40, 10, 280, 120, Scale.LINEAR, new Frame.Range(0, 1), Scale.LINEAR, new Frame.Range(0, 1));
            LabelPlacer placer = new LabelPlacer(FRAME, List.of(new Segment(40, 130, 320, 20)));
            List<Box> found = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                Box size = new Box(0, 0, 30 + random.nextInt(140), 15);
                double x = 40 + random.nextDouble() * 280;
                double y = 10 + random.nextDouble() * 120;
                List<Box> spots = switch (i % 3) {
                    case 0 -> Spots.alongLevel(area, y, size);
                    case 1 -> Spots.besideUpright(area, x, size);
                    default -> Spots.round(x, y, 6, size);
                };
                placer.place(spots).ifPresent(found::add);
            }
            placed += found.size();
            for (int i = 0; i < found.size(); i++) {
                assertThat(FRAME.holds(found.get(i))).isTrue();
                for (int j = i + 1; j < found.size(); j++) {
                    assertThat(found.get(i).overlaps(found.get(j))).isFalse();
                }
            }
        }
        assertThat(placed).as("most labels find a place").isGreaterThan(400 * 6);
    }

    @Test
    void aPlaceOffTheLinesIsLikedMoreThanAnEarlierOneOnThem() {
        LabelPlacer placer = new LabelPlacer(FRAME, List.of(new Segment(40, 60, 320, 60)));
        Box onTheLine = new Box(100, 55, 50, 12);
        Box off = new Box(100, 80, 50, 12);
        assertThat(placer.place(List.of(onTheLine, off))).contains(off);
        assertThat(placer.place(List.of(off, onTheLine))).contains(onTheLine);
        assertThat(placer.place(List.of(off, onTheLine))).isEqualTo(Optional.empty());
    }
}
