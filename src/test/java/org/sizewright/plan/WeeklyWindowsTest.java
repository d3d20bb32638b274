package org.sizewright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sizewright.plan.WeeklyWindows.Span;
import org.sizewright.plan.WeeklyWindows.Window;
import org.sizewright.plan.Workload.GpuVms;

class WeeklyWindowsTest {
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    @Test
    void aWindowOverMidnightGoesOnTheNextDayAndIntoTheNextWeek() {
        WeeklyWindows nights =
                WeeklyWindows.of(Window.of(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), 22 * 60, 6 * 60));

        assertThat(nights.spans())
                .containsExactly(
                        new Span(0, 6 * 60),
                        new Span(5 * 1440 + 22 * 60, 6 * 1440 + 6 * 60),
                        new Span(6 * 1440 + 22 * 60, WeeklyWindows.WEEK));
        assertThat(nights.minutes()).isEqualTo(16 * 60);
        assertThat(nights.words()).isEqualTo("Sat, Sun 22:00\u201306:00");
    }

    @Test
    void windowsThatOverlapOrTouchAreOne() {
        WeeklyWindows merged = WeeklyWindows.of(
                Window.of(WEEKDAYS, 8 * 60, 12 * 60),
                Window.of(WEEKDAYS, 12 * 60, 17 * 60),
                Window.of(WEEKDAYS, 16 * 60, 18 * 60));

        assertThat(merged).isEqualTo(WeeklyWindows.of(Window.of(WEEKDAYS, 8 * 60, 18 * 60)));
        assertThat(merged.words()).isEqualTo("Mon\u2013Fri 08:00\u201318:00");
    }

    @Test
    void theWholeWeekIsAlways() {
        Set<DayOfWeek> all = EnumSet.allOf(DayOfWeek.class);

        assertThat(WeeklyWindows.of(Window.of(all, 0, 0))).isEqualTo(WeeklyWindows.ALWAYS);
        assertThat(WeeklyWindows.of(Window.of(all, 6 * 60, 22 * 60), Window.of(all, 22 * 60, 6 * 60))
                        .isAlways())
                .isTrue();
        assertThat(WeeklyWindows.ALWAYS.minutes()).isEqualTo(WeeklyWindows.WEEK);
    }

    @Test
    void whatLastsLongerThanADayIsSplitAtMidnight() {
        WeeklyWindows weekend =
                WeeklyWindows.ofSpans(List.of(new Span(4 * 1440 + 18 * 60, WeeklyWindows.WEEK), new Span(0, 7 * 60)));

        assertThat(weekend.words()).isEqualTo("Mon 00:00\u201307:00, Fri 18:00\u201324:00, Sat, Sun 00:00\u201324:00");
        assertThat(new WeeklyWindows(weekend.windows())).isEqualTo(weekend);
    }

    @ParameterizedTest
    @CsvSource({"8,480", "08:30,510", "8.05,485", "24:00,1440", "0:00,0"})
    void timesAreReadAsPeopleWriteThem(String text, int minute) {
        assertThat(WeeklyWindows.parseTime(text)).isEqualTo(minute);
    }

    @ParameterizedTest
    @CsvSource({"24:01", "8:60", "noon", "-1", "8:5"})
    void whatIsNoTimeIsRefusedInWords(String text) {
        assertThatThrownBy(() -> WeeklyWindows.parseTime(text))
                .hasMessage("a time is written as 08:30, from 00:00 to 24:00, not \"" + text + "\"");
    }

    /** Against a week of minutes, each set by hand. */
    @Test
    void anyWindowsCoverTheMinutesThatTheySay() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 400; round++) {
            boolean[] minutes = new boolean[WeeklyWindows.WEEK];
            List<Window> windows = new ArrayList<>();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                int from = random.nextInt(1440);
                int length = 1 + random.nextInt(1439);
                DayOfWeek day = DayOfWeek.of(1 + random.nextInt(7));
                windows.add(Window.of(EnumSet.of(day), from, (from + length) % 1440));
                for (int minute = 0; minute < length; minute++) {
                    minutes[(day.ordinal() * 1440 + from + minute) % WeeklyWindows.WEEK] = true;
                }
            }
            WeeklyWindows built = new WeeklyWindows(windows);
            for (int minute = 0; minute < WeeklyWindows.WEEK; minute += 7) {
                assertThat(built.runsAt(minute)).as("%s at %d", windows, minute).isEqualTo(minutes[minute]);
            }
            assertThat(new WeeklyWindows(built.windows())).isEqualTo(built);
            assertThat(WeeklyWindows.ofSpans(built.spans())).isEqualTo(built);
        }
    }

    @Test
    void theWeekHasOneSlotForEachSetOfWorkloadsThatRunTogether() {
        Workload always = vms("w1", WeeklyWindows.ALWAYS);
        Workload office = vms("w2", WeeklyWindows.of(Window.of(WEEKDAYS, 8 * 60, 18 * 60)));
        Workload nights = vms("w3", WeeklyWindows.of(Window.of(EnumSet.allOf(DayOfWeek.class), 17 * 60, 5 * 60)));

        List<TimeSlot> slots = TimeSlot.ofWeek(List.of(always, office, nights));

        assertThat(slots.stream().map(TimeSlot::windowed).collect(Collectors.toList()))
                .containsExactly(Set.of(nights.id()), Set.of(), Set.of(office.id()), Set.of(office.id(), nights.id()));
        assertThat(slots.stream().mapToInt(slot -> slot.windows().minutes()).sum())
                .isEqualTo(WeeklyWindows.WEEK);
        assertThat(slots.get(3).windows().words()).isEqualTo("Mon\u2013Fri 17:00\u201318:00");
        assertThat(slots.get(3).hours()).isEqualTo(5);
        assertThat(slots.get(1).runs(always)).isTrue();
        assertThat(slots.get(1).runs(office)).isFalse();
    }

    @Test
    void withoutWindowsTheWeekIsOneSlot() {
        assertThat(TimeSlot.ofWeek(List.of(vms("w1", WeeklyWindows.ALWAYS))))
                .containsExactly(new TimeSlot(Set.of(), WeeklyWindows.ALWAYS));
    }

    private static Workload vms(String id, WeeklyWindows windows) {
        return new GpuVms(
                WorkloadId.of(id),
                id,
                GpuVms.Sharing.MIG,
                1,
                10,
                new VmShape(1, 1),
                Survival.MUST_RESTART,
                new RunTerms(Labels.NONE, windows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "always | always",
                "'' | always",
                "Mon-Fri 8-18 | Mon\u2013Fri 08:00\u201318:00",
                "monday, Wednesday 08:00 to 9.30; Sat 10:00-14:00 | Mon, Wed 08:00\u201309:30, Sat 10:00\u201314:00",
                "Fri-Mon 22:00\u201306:00 | Mon, Fri\u2013Sun 22:00\u201306:00",
                "every day 00:00-24:00 | always"
            })
    void whatPeopleTypeIsRead(String typed, String words) {
        assertThat(WeeklyWindows.parse(typed).words()).isEqualTo(words);
        assertThat(WeeklyWindows.parse(words)).isEqualTo(WeeklyWindows.parse(typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon | says no hours",
                "08:00-18:00 | names no day",
                "Mo 08:00-18:00 | is no day",
                "Mon 08:00-25:00 | a time is written as",
                "Mon 8-8 | is empty",
                "Mon-Tue-Wed 8-9 | is not understood"
            })
    void whatIsNotUnderstoodIsSaid(String typed, String sentence) {
        assertThatThrownBy(() -> WeeklyWindows.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }
}
