package org.sizewright.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sizewright.plan.TimeSlot;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.ui.look.Texts;

class BusiestSlotsTest {
    private static final BusiestSlots.OfCluster NIGHT = slot("Training", 0, 6);
    private static final BusiestSlots.OfCluster DAY = slot("Serving", 8, 18);

    private static BusiestSlots.OfCluster slot(String cluster, int from, int to) {
        return new BusiestSlots.OfCluster(
                cluster,
                new TimeSlot(Set.of(), WeeklyWindows.ofSpans(List.of(new WeeklyWindows.Span(60 * from, 60 * to)))));
    }

    @Test
    void everyClusterIsNamedWhereThereAreSeveral() {
        Texts texts = Texts.english();

        assertThat(new BusiestSlots(List.of(NIGHT, DAY), 2).words(texts))
                .isEqualTo("Training: Mon 00:00\u201306:00; Serving: Mon 08:00\u201318:00");
        assertThat(new BusiestSlots(List.of(DAY), 2).words(texts))
                .as("the other cluster always runs")
                .startsWith("Serving: ");
        assertThat(new BusiestSlots(List.of(NIGHT), 1).words(texts)).isEqualTo("Mon 00:00\u201306:00");
        assertThat(new BusiestSlots(List.of(), 1).words(texts)).isEqualTo("the same all week");
    }
}
