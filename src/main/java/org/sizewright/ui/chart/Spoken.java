package org.sizewright.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.ui.look.Texts;

/** A chart in words: as a whole, and what the crosshair reads. */
final class Spoken {
    private final Texts texts;

    Spoken(Texts texts) {
        this.texts = texts;
    }

    /** What the crosshair reads at one place: the place, then a value for each line that has a point there. */
    record Reading(double x, String place, List<String> values, String remark) {
        String sentence() {
            List<String> parts = new ArrayList<>();
            parts.add(place);
            values.stream().filter(value -> !value.isEmpty()).forEach(parts::add);
            if (!remark.isEmpty()) {
                parts.add(remark);
            }
            return String.join("; ", parts);
        }
    }

    String summary(String name, Curves curves) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("chart.over", name, curves.y().heading(), curves.x().heading()));
        for (Curves.Line line : curves.lines()) {
            Curves.Point first = line.points().getFirst();
            Curves.Point last = line.points().getLast();
            parts.add(texts.get(
                    "chart.line",
                    line.name(),
                    curves.y().text(first.value()),
                    curves.x().text(first.x()),
                    curves.y().text(last.value()),
                    curves.x().text(last.x())));
        }
        for (Curves.Limit limit : curves.limits()) {
            parts.add(texts.get("chart.limit", limit.name(), curves.y().text(limit.at())));
        }
        curves.markers().forEach(marker -> parts.add(marker.label()));
        curves.here().ifPresent(here -> parts.add(here.label()));
        return String.join(". ", parts);
    }

    /** The values are one per line, in its order; empty where the line has no point. */
    Reading reading(Curves curves, double x) {
        boolean several = curves.lines().size() > 1;
        List<String> values = curves.lines().stream()
                .map(line -> line.at(x)
                        .map(point -> several
                                ? texts.get("chart.value", line.name(), value(curves, point))
                                : value(curves, point))
                        .orElse(""))
                .toList();
        List<String> remarks = new ArrayList<>();
        curves.here().filter(here -> here.x() == x).map(Curves.Here::label).ifPresent(remarks::add);
        curves.markers().stream()
                .filter(marker -> marker.x() == x)
                .map(Curves.Marker::label)
                .forEach(remarks::add);
        return new Reading(x, curves.x().text(x), values, String.join("\n", remarks));
    }

    private String value(Curves curves, Curves.Point point) {
        String value = curves.y().text(point.value());
        Optional<String> band = point.low() < point.high()
                ? Optional.of(texts.get(
                        "chart.band",
                        value,
                        curves.y().exact().apply(point.low()),
                        curves.y().exact().apply(point.high())))
                : Optional.empty();
        return band.orElse(value);
    }
}
