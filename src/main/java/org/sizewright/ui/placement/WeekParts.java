package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.Proof;
import org.sizewright.placement.VmClass;
import org.sizewright.placement.WeekPlacement;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.plan.WeeklyWindows.Span;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.WeekChart;

/** Prepares the week of a cluster: when which workload runs, what is in use then, and which slot is shown. */
final class WeekParts {
    private final Texts texts;
    private final VmNames names;

    WeekParts(Texts texts, VmNames names) {
        this.texts = texts;
        this.names = names;
    }

    /** @param shown number of the slot whose placement is shown */
    Optional<PlacementPage.Week> of(ClusterPlacement placed, int shown) {
        return placed.week()
                .map(week ->
                        new PlacementPage.Week(rows(week), steps(week), String.valueOf(shown), words(week, shown)));
    }

    private List<WeekChart.Row> rows(WeekPlacement week) {
        List<WeekChart.Row> rows = new ArrayList<>();
        Set<String> always = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        for (VmClass vm : week.whole().vms()) {
            String workload = VmClass.workloadOf(vm.id());
            if (!seen.add(workload)) {
                continue;
            }
            List<Span> spans = new ArrayList<>();
            boolean windowed = false;
            for (WeekPlacement.Slot slot : week.slots()) {
                if (slot.time().windowed().stream().anyMatch(id -> id.value().equals(workload))) {
                    windowed = true;
                    spans.addAll(slot.time().windows().spans());
                }
            }
            String name = names.workload(workload);
            if (!windowed) {
                always.add(name);
                continue;
            }
            WeeklyWindows windows = WeeklyWindows.ofSpans(spans);
            rows.add(new WeekChart.Row(
                    name,
                    names.fill(workload, ColourBy.WORKLOAD),
                    windows.spans().stream()
                            .map(span -> new WeekChart.Bar(part(span.from()), part(span.to())))
                            .toList(),
                    texts.get("placement.week.runs", name, windows.words())));
        }
        if (!always.isEmpty()) {
            rows.add(new WeekChart.Row(
                    texts.get("placement.week.always"),
                    Fill.RESERVED,
                    List.of(new WeekChart.Bar(0, 1)),
                    texts.get("placement.week.alwaysRuns", String.join(", ", always))));
        }
        return rows;
    }

    private List<WeekChart.Step> steps(WeekPlacement week) {
        List<WeekChart.Step> steps = new ArrayList<>();
        for (int i = 0; i < week.slots().size(); i++) {
            WeekPlacement.Slot slot = week.slots().get(i);
            boolean busiest = i == week.busiest();
            for (Span span : slot.time().windows().spans()) {
                steps.add(new WeekChart.Step(
                        String.valueOf(i),
                        part(span.from()),
                        part(span.to()),
                        slot.figures().gpusUsed(),
                        ValueText.number(slot.figures().gpusUsed()),
                        busiest,
                        words(week, i)));
            }
        }
        return steps;
    }

    private String words(WeekPlacement week, int number) {
        WeekPlacement.Slot slot = week.slots().get(number);
        List<String> parts = new ArrayList<>();
        parts.add(slot.time().brief());
        parts.add(texts.get("placement.week.hours", ValueText.number(slot.time().hours())));
        parts.add(texts.get("placement.week.vms", slot.problem().vmCount(), slot.hostsInUse()));
        parts.add(texts.get("placement.week.gpus", slot.figures().gpusUsed()));
        slot.needed().filter(proof -> proof.enough().isPresent()).ifPresent(proof -> parts.add(needs(proof)));
        if (!slot.placement().isComplete()) {
            parts.add(texts.get(
                    "placement.week.refused", slot.placement().refused().size()));
        }
        if (number == week.busiest()) {
            parts.add(texts.get("placement.week.busiest"));
        }
        return String.join(" \u00B7 ", parts);
    }

    private String needs(Proof proof) {
        return switch (proof) {
            case Proof.Optimal optimal -> texts.get("placement.week.needs.hosts", optimal.hosts());
            case Proof.Between between -> texts.get("placement.week.needs.between", between.lower(), between.upper());
            case Proof.Mixture mixture -> texts.get("placement.week.needs", mixture.range());
            case Proof.NotFound none -> texts.get("placement.week.needs", none.range());
            case Proof.CannotFit cannot -> texts.get("placement.week.needs", cannot.range());
        };
    }

    private static double part(int minuteOfWeek) {
        return (double) minuteOfWeek / WeeklyWindows.WEEK;
    }
}
