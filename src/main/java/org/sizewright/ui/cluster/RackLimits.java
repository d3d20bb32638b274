package org.sizewright.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Lane;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.RackLimit;
import org.sizewright.placement.SiteLimits;
import org.sizewright.placement.SiteLimits.Judged;
import org.sizewright.plan.Rack;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.result.OptionResult;
import org.sizewright.sizing.HostFigures;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.FactGrid;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.FigureWhy;

/** How many hosts of each group go into a rack, which limit binds, and why hosts found none. */
final class RackLimits {
    /** A line of the site with its explanation. */
    record Line(FactGrid.Fact fact, Why why) {}

    private final Texts texts;
    private final OptionResult done;
    private final List<Rack> racks;

    RackLimits(Texts texts, OptionResult done) {
        this.texts = texts;
        this.done = done;
        racks = done.plan().plan().site().racks();
    }

    /** One line for each group of hosts; none without racks, which is told elsewhere. */
    List<Line> lines() {
        if (racks.isEmpty()) {
            return List.of();
        }
        List<ResolvedGroup> groups = done.option().clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .toList();
        List<SiteLimits.Kind> kinds = done.racks().limits().kinds();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            lines.add(line(i, groups.get(i), kinds.get(i)));
        }
        return lines;
    }

    private Line line(int index, ResolvedGroup group, SiteLimits.Kind kind) {
        String label = group.group().name();
        FactGrid.Fact fact = FactGrid.Fact.of(String.valueOf(index), label, perRack(kind))
                .withExplanation()
                .withNote(note(kind));
        if (kind.without() > 0) {
            fact = fact.withMark(texts.get("cluster.limits.without", kind.without()), Tone.ERROR);
        }
        return new Line(fact, why(label, group, kind));
    }

    /** The same for all racks, or from the fewest to the most. */
    private String perRack(SiteLimits.Kind kind) {
        List<OptionalInt> hosts =
                kind.racks().stream().map(SiteLimits.InRack::hosts).toList();
        if (hosts.stream().anyMatch(OptionalInt::isEmpty)) {
            return texts.get("cluster.unknown");
        }
        int least = hosts.stream().mapToInt(OptionalInt::getAsInt).min().orElse(0);
        int most = hosts.stream().mapToInt(OptionalInt::getAsInt).max().orElse(0);
        String range =
                least == most ? texts.get("cluster.limits.each", most) : texts.get("cluster.limits.range", least, most);
        return kind.open().isEmpty() ? range : texts.get("cluster.limits.atMost", range);
    }

    private String note(SiteLimits.Kind kind) {
        List<String> notes = new ArrayList<>();
        List<RackLimit> binding = kind.racks().stream()
                .flatMap(rack -> rack.binding().stream())
                .distinct()
                .sorted()
                .toList();
        if (!binding.isEmpty()) {
            notes.add(texts.get("cluster.limits.binding", words(binding)));
        }
        if (!kind.open().isEmpty()) {
            notes.add(texts.get("cluster.limits.open", words(kind.open())));
        }
        kind.nearest()
                .ifPresent(nearest -> notes.add(texts.get(
                        "cluster.limits.nearest",
                        racks.get(nearest.rack()).name(),
                        missing(nearest, "cluster.limits.more"))));
        return String.join(". ", notes);
    }

    private static String words(List<RackLimit> limits) {
        return limits.stream().map(RackLimit::words).collect(Collectors.joining(", "));
    }

    private String missing(SiteLimits.Refusal refusal, String key) {
        return refusal.missing().stream()
                .map(missing -> texts.get(key, missing.words(), missing.limit().words()))
                .collect(Collectors.joining(", "));
    }

    private Why why(String label, ResolvedGroup group, SiteLimits.Kind kind) {
        List<Why.Input> inputs = new ArrayList<>();
        for (int i = 0; i < kind.racks().size(); i++) {
            for (Judged limit : kind.racks().get(i).limits()) {
                inputs.add(input(racks.get(i), limit));
            }
        }
        HostFigures hosts = done.sizing().demand.hosts;
        row(group).ifPresent(row -> {
            inputs.add(figure(hosts.hostPower, row));
            inputs.add(figure(hosts.height, row));
            inputs.add(figure(hosts.weight, row));
        });
        Why why = Why.figure(
                texts.get("cluster.limits.title", label),
                perRack(kind),
                "",
                List.of(texts.get("cluster.limits.formula"), texts.get("cluster.limits.formula.room")),
                inputs);
        if (!kind.refusals().isEmpty()) {
            why = why.withSection(Why.Section.of(
                    texts.get("cluster.limits.refused", kind.without(), kind.wanted()),
                    kind.refusals().stream()
                            .map(refusal -> texts.get(
                                    "cluster.limits.lacks",
                                    racks.get(refusal.rack()).name(),
                                    missing(refusal, "cluster.limits.of")))
                            .collect(Collectors.joining("\n"))));
        }
        return why.withSection(Why.Section.of(texts.get("explain.sources"), texts.get("cluster.limits.source")));
    }

    private Why.Input input(Rack rack, Judged limit) {
        String name =
                texts.get("cluster.limits.of.rack", rack.name(), limit.limit().words());
        return switch (limit) {
            case Judged.Known known ->
                Why.Input.given(
                        name,
                        known.need() <= 0
                                ? texts.get("cluster.limits.any")
                                : texts.get("cluster.limits.each", known.hosts()),
                        texts.get(
                                "cluster.limits.quotient",
                                known.limit().text(known.room()),
                                known.limit().text(known.need())));
            case Judged.Open open ->
                Why.Input.given(
                        name,
                        texts.get("cluster.unknown"),
                        texts.get(
                                !open.roomKnown() && !open.needKnown()
                                        ? "cluster.limits.open.both"
                                        : open.roomKnown() ? "cluster.limits.open.host" : "cluster.limits.open.rack"));
        };
    }

    private Why.Input figure(Figure figure, RowKey row) {
        FigureBook book = done.figures();
        return Why.Input.computed(
                figure.title(),
                ValueText.of(book.value(figure, row), figure.unit()),
                "",
                () -> FigureWhy.of(texts, book, figure.cell(row, Lane.VALUE)));
    }

    private Optional<RowKey> row(ResolvedGroup group) {
        return done.sizing().demand.hosts.rows.keys().stream()
                .filter(row -> row.id().equals(group.group().id().value()))
                .findFirst();
    }
}
