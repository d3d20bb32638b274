package org.sizewright.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The times of a week at which the same workloads run.
 *
 * @param windowed workloads with windows that run then; those that always run are not named
 * @param windows when that is
 */
public record TimeSlot(Set<WorkloadId> windowed, WeeklyWindows windows) {
    public TimeSlot {
        windowed = Set.copyOf(windowed);
    }

    /** The distinct slots of a week, by the time at which each first begins; one whole week if nothing has windows. */
    public static List<TimeSlot> ofWeek(Collection<? extends Workload> workloads) {
        List<Workload> windowed = workloads.stream()
                .filter(workload -> !workload.terms().windows().isAlways())
                .collect(Collectors.toList());
        TreeSet<Integer> times = new TreeSet<>(Set.of(0, WeeklyWindows.WEEK));
        for (Workload workload : windowed) {
            for (WeeklyWindows.Span span : workload.terms().windows().spans()) {
                times.add(span.from());
                times.add(span.to());
            }
        }
        Map<Set<WorkloadId>, List<WeeklyWindows.Span>> spans = new LinkedHashMap<>();
        List<Integer> bounds = List.copyOf(times);
        for (int i = 0; i + 1 < bounds.size(); i++) {
            int from = bounds.get(i);
            Set<WorkloadId> running = windowed.stream()
                    .filter(workload -> workload.terms().windows().runsAt(from))
                    .map(Workload::id)
                    .collect(Collectors.toUnmodifiableSet());
            spans.computeIfAbsent(running, key -> new ArrayList<>())
                    .add(new WeeklyWindows.Span(from, bounds.get(i + 1)));
        }
        return spans.entrySet().stream()
                .map(entry -> new TimeSlot(entry.getKey(), WeeklyWindows.ofSpans(entry.getValue())))
                .toList();
    }

    /** Whether the workload runs in the slot. */
    public boolean runs(Workload workload) {
        return workload.terms().windows().isAlways() || windowed.contains(workload.id());
    }

    /** When it is, in a few words: the first window, and how many more there are. */
    public String brief() {
        List<WeeklyWindows.Window> all = windows.windows();
        return all.isEmpty()
                ? windows.words()
                : all.getFirst().words() + (all.size() > 1 ? " and " + (all.size() - 1) + " more" : "");
    }

    /** Hours of the week. */
    public double hours() {
        return windows.minutes() / 60.0;
    }
}
