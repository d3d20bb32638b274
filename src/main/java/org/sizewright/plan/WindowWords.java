package org.sizewright.plan;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads windows of the week from a line that somebody typed. */
final class WindowWords {
    private static final String EXAMPLE = "; windows are written as Mon-Fri 08:00-18:00, Sat 10:00-14:00";
    private static final Pattern HOURS =
            Pattern.compile("(.*?)\\s*(\\d{1,2}(?:[:.]\\d{2})?)\\s*-\\s*(\\d{1,2}(?:[:.]\\d{2})?)");
    private static final Set<String> EVERY_DAY = Set.of("daily", "every day");

    private WindowWords() {}

    static WeeklyWindows parse(String line) {
        String plain =
                line.strip().replace('\u2013', '-').replace('\u2014', '-').replaceAll("(?i)\\s+to\\s+", "-");
        if (plain.isEmpty() || plain.equalsIgnoreCase("always")) {
            return WeeklyWindows.ALWAYS;
        }
        List<WeeklyWindows.Window> windows = new ArrayList<>();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        // days may go on over several commas until the hours come: Mon, Wed-Fri 08:00-18:00
        for (String part : plain.split("[,;\\n]")) {
            Matcher hours = HOURS.matcher(part.strip());
            if (!hours.matches()) {
                addDays(days, part);
                continue;
            }
            if (!hours.group(1).isBlank()) {
                addDays(days, hours.group(1));
            }
            if (days.isEmpty()) {
                throw new IllegalArgumentException("\"" + part.strip() + "\" names no day" + EXAMPLE);
            }
            windows.add(WeeklyWindows.Window.of(
                    days, WeeklyWindows.parseTime(hours.group(2)), WeeklyWindows.parseTime(hours.group(3))));
            days = EnumSet.noneOf(DayOfWeek.class);
        }
        if (!days.isEmpty() || windows.isEmpty()) {
            throw new IllegalArgumentException("\"" + line.strip() + "\" says no hours" + EXAMPLE);
        }
        return new WeeklyWindows(windows);
    }

    private static void addDays(Set<DayOfWeek> days, String words) {
        String said = words.strip();
        if (EVERY_DAY.contains(said.toLowerCase(Locale.ROOT))) {
            days.addAll(EnumSet.allOf(DayOfWeek.class));
            return;
        }
        String[] ends = said.split("-", -1);
        DayOfWeek first = day(ends[0]);
        DayOfWeek last = day(ends[ends.length - 1]);
        if (ends.length > 2) {
            throw new IllegalArgumentException("\"" + said + "\" is not understood" + EXAMPLE);
        }
        for (DayOfWeek day = first; ; day = day.plus(1)) {
            days.add(day);
            if (day == last) {
                return;
            }
        }
    }

    private static DayOfWeek day(String word) {
        String said = word.strip();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (said.equalsIgnoreCase(WeeklyWindows.dayWord(day))
                    || said.equalsIgnoreCase(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))) {
                return day;
            }
        }
        throw new IllegalArgumentException("\"" + said + "\" is no day" + EXAMPLE);
    }
}
