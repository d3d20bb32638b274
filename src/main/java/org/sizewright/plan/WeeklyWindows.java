package org.sizewright.plan;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The windows of a week in which something runs; none means that it always runs. Windows that overlap or touch are one, so that
 * the same times are always the same value. Times are minutes, local to the site, and every week is alike.
 *
 * @param windows by their first day and their beginning
 */
public record WeeklyWindows(List<Window> windows) {
    public static final int DAY = 24 * 60;
    public static final int WEEK = 7 * DAY;
    public static final int MOST = 50;
    public static final WeeklyWindows ALWAYS = new WeeklyWindows(List.of());

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?");

    /**
     * The same hours on some days.
     *
     * @param days on which it begins, Monday first
     * @param from minute of the day, 0 to 1439
     * @param to minute of the day, 1 to 1440; before {@code from} it is that of the next day
     */
    public record Window(List<DayOfWeek> days, int from, int to) {
        public Window {
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a window needs at least one day of the week");
            }
            days = List.copyOf(EnumSet.copyOf(days));
            PlanChecks.between("the beginning of a window in minutes of the day", 0, DAY - 1, from);
            PlanChecks.between("the end of a window in minutes of the day", 1, DAY, to);
            if (from == to) {
                throw new IllegalArgumentException(
                        "a window from " + time(from) + " to " + time(to) + " is empty; a whole day is 00:00 to 24:00");
            }
        }

        /** @param to where 0, the midnight at the end of the day */
        public static Window of(Set<DayOfWeek> days, int from, int to) {
            return new Window(List.copyOf(days), from, to == 0 ? DAY : to);
        }

        /** Whether it ends on the day after. */
        public boolean crossesMidnight() {
            return to < from;
        }

        /** Minutes of one day's window. */
        public int minutes() {
            return crossesMidnight() ? to + DAY - from : to - from;
        }

        /** Such as "Mon–Fri 08:00–18:00". */
        public String words() {
            return dayWords(days) + " " + time(from) + "–" + time(to);
        }
    }

    /**
     * A stretch of the week.
     *
     * @param from minute of the week, Monday 00:00 being 0
     * @param to the minute after it, at most {@link #WEEK}
     */
    public record Span(int from, int to) {
        public Span {
            if (from < 0 || to > WEEK || from >= to) {
                throw new IllegalArgumentException("a stretch of the week from " + from + " to " + to);
            }
        }

        public int minutes() {
            return to - from;
        }
    }

    public WeeklyWindows {
        if (windows.size() > MOST) {
            throw new IllegalArgumentException("a workload has at most " + MOST + " windows");
        }
        windows = windowsOf(merged(windows));
    }

    public static WeeklyWindows of(Window... windows) {
        return new WeeklyWindows(List.of(windows));
    }

    /** The windows that are these stretches of the week. */
    public static WeeklyWindows ofSpans(List<Span> spans) {
        return new WeeklyWindows(windowsOf(merge(spans)));
    }

    public boolean isAlways() {
        return windows.isEmpty();
    }

    /** The stretches of the week from Monday 00:00, in order, none touching another; one whole week for always. */
    public List<Span> spans() {
        return isAlways() ? List.of(new Span(0, WEEK)) : merged(windows);
    }

    /** Minutes of the week in which it runs. */
    public int minutes() {
        return spans().stream().mapToInt(Span::minutes).sum();
    }

    public boolean runsAt(int minuteOfWeek) {
        return spans().stream().anyMatch(span -> span.from() <= minuteOfWeek && minuteOfWeek < span.to());
    }

    public WeeklyWindows withWindow(Window added) {
        List<Window> more = new ArrayList<>(windows);
        more.add(added);
        return new WeeklyWindows(more);
    }

    /** Such as "Mon–Fri 08:00–18:00, Sat 10:00–14:00"; "always" where it always runs. */
    public String words() {
        return isAlways() ? "always" : windows.stream().map(Window::words).collect(Collectors.joining(", "));
    }

    /**
     * Windows as {@link #words} writes them or people type them: days, hours, the next days; "always" or an empty line for always.
     * Hyphens count as dashes, semicolons as commas, and days may be written out.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static WeeklyWindows parse(String line) {
        return WindowWords.parse(line);
    }

    /** A minute of the day as 08:30; the end of the day is 24:00. */
    public static String time(int minuteOfDay) {
        return "%02d:%02d".formatted(minuteOfDay / 60, minuteOfDay % 60);
    }

    /**
     * A minute of the day from 8, 08:30, 8.30 or 24:00.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static int parseTime(String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (matcher.matches()) {
            int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            int time = Integer.parseInt(matcher.group(1)) * 60 + minute;
            if (minute < 60 && time <= DAY) {
                return time;
            }
        }
        throw new IllegalArgumentException(
                "a time is written as 08:30, from 00:00 to 24:00, not \"" + text.strip() + "\"");
    }

    /** Days as people say them: "Mon–Fri", "Sat, Sun", "daily". */
    public static String dayWords(List<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return "daily";
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            int last = i;
            while (last + 1 < days.size()
                    && days.get(last + 1).getValue() == days.get(last).getValue() + 1) {
                last++;
            }
            if (last - i >= 2) {
                parts.add(dayWord(days.get(i)) + "–" + dayWord(days.get(last)));
                i = last;
            } else {
                parts.add(dayWord(days.get(i)));
            }
        }
        return String.join(", ", parts);
    }

    /** Such as "Mon". */
    public static String dayWord(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private static List<Span> merged(List<Window> windows) {
        List<Span> spans = new ArrayList<>();
        for (Window window : windows) {
            for (DayOfWeek day : window.days()) {
                int from = day.ordinal() * DAY + window.from();
                int to = from + window.minutes();
                spans.add(new Span(from, Math.min(to, WEEK)));
                if (to > WEEK) {
                    spans.add(new Span(0, to - WEEK));
                }
            }
        }
        return merge(spans);
    }

    private static List<Span> merge(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingInt(Span::from));
        List<Span> merged = new ArrayList<>();
        for (Span span : sorted) {
            Span last = merged.isEmpty() ? span : merged.getLast();
            if (!merged.isEmpty() && span.from() <= last.to()) {
                merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                merged.add(span);
            }
        }
        return List.copyOf(merged);
    }

    /** The fewest windows for these stretches; none where they are the whole week. */
    private static List<Window> windowsOf(List<Span> merged) {
        if (merged.equals(List.of(new Span(0, WEEK)))) {
            return List.of();
        }
        List<int[]> runs = new ArrayList<>();
        for (Span span : merged) {
            runs.add(new int[] {span.from(), span.to()});
        }
        if (runs.size() > 1 && runs.getFirst()[0] == 0 && runs.getLast()[1] == WEEK) {
            // what runs over the end of the week is one stretch
            runs.getLast()[1] = WEEK + runs.removeFirst()[1];
        }
        Map<List<Integer>, Set<DayOfWeek>> days = new LinkedHashMap<>();
        for (int[] run : runs) {
            if (run[1] - run[0] < DAY) {
                add(days, run[0], run[1]);
            } else {
                int from = run[0];
                while (from < run[1]) {
                    int midnight = (from / DAY + 1) * DAY;
                    add(days, from, Math.min(midnight, run[1]));
                    from = midnight;
                }
            }
        }
        List<Window> windows = new ArrayList<>();
        days.forEach((times, on) -> windows.add(new Window(List.copyOf(on), times.getFirst(), times.getLast())));
        windows.sort(
                Comparator.<Window, DayOfWeek>comparing(window -> window.days().getFirst())
                        .thenComparingInt(Window::from)
                        .thenComparingInt(Window::to));
        return Collections.unmodifiableList(windows);
    }

    /** A stretch shorter than a day, or one whole day, as a window of the day on which it begins. */
    private static void add(Map<List<Integer>, Set<DayOfWeek>> days, int from, int to) {
        int day = from / DAY;
        int end = to - day * DAY;
        days.computeIfAbsent(List.of(from - day * DAY, end > DAY ? end - DAY : end), key -> new TreeSet<>())
                .add(DayOfWeek.of(day % 7 + 1));
    }
}
