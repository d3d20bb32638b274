package org.sizewright.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.Rack;
import org.sizewright.plan.ResolvedGroup;
import org.sizewright.result.OptionResult;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.SiteFigures;
import org.sizewright.ui.cluster.ClusterPage.Load;
import org.sizewright.ui.cluster.ClusterPage.RackPart;
import org.sizewright.ui.cluster.ClusterPage.SitePart;
import org.sizewright.ui.cluster.ClusterPage.Standing;
import org.sizewright.ui.cluster.ClusterPage.Word;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.StackedBar;

/** Prepares what the site and its racks show. */
final class SiteParts {
    private final Texts texts;
    private final SessionState state;

    SiteParts(Texts texts, SessionState state) {
        this.texts = texts;
        this.state = state;
    }

    SitePart of() {
        List<RackPart> racks = state.plan().site().racks().stream()
                .map(rack -> new RackPart(rack, state.live().flatMap(done -> load(done, rack))))
                .toList();
        return new SitePart(
                state.plan().site(),
                racks,
                state.live().map(this::figures).orElse(List.of()),
                state.live().map(done -> new RackLimits(texts, done).lines()).orElse(List.of()));
    }

    private List<Shown> figures(OptionResult done) {
        FigureBook book = done.figures();
        SiteFigures site = done.sizing().site;
        Value usable = book.value(site.usablePower);
        Value load = book.value(site.sitePower);
        Shown power = state.plan().site().racks().isEmpty()
                ? Figures.shown(book, site.sitePower, texts.get("cluster.figure.sitePower"))
                        .withNote(texts.get("cluster.figure.noRacks"))
                : against(book, site.sitePower, RowKey.SINGLE, "cluster.figure.sitePower", usable)
                        .withNote(texts.get("cluster.figure.feedLost"));
        if (isOver(load, usable) && !state.plan().site().racks().isEmpty()) {
            power = power.withMark(texts.get("cluster.over"), Tone.ERROR);
        }
        Figure outside = done.sizing().placement.hostsWithoutRack;
        Shown without = Figures.shown(book, outside, texts.get("cluster.figure.without"));
        if (book.value(outside).asNumber().orElse(0) > 0) {
            without = without.withMark(texts.get("cluster.noRoom"), Tone.ERROR);
        }
        return List.of(power, Figures.shown(book, site.siteUnitsLeft, texts.get("cluster.figure.unitsLeft")), without);
    }

    /** What is in the rack; empty if the result does not know it yet. */
    private Optional<Load> load(OptionResult done, Rack rack) {
        int index = -1;
        List<Rack> known = done.plan().plan().site().racks();
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).id().equals(rack.id())) {
                index = i;
            }
        }
        Optional<RowKey> row = done.sizing().site.racks.keys().stream()
                .filter(key -> key.id().equals(rack.id().value()))
                .findFirst();
        return index < 0 ? Optional.empty() : load(done, known.get(index), index, row.orElseThrow());
    }

    private Optional<Load> load(OptionResult done, Rack rack, int index, RowKey row) {
        FigureBook book = done.figures();
        SiteFigures site = done.sizing().site;
        List<ResolvedGroup> groups = done.option().clusters().stream()
                .flatMap(cluster -> cluster.groups().stream())
                .toList();
        OptionalDouble usable = book.value(site.usableFeedLost, row).asNumber();
        if (usable.isEmpty()) {
            return Optional.empty();
        }
        List<StackedBar.Segment> power = new ArrayList<>();
        List<Standing> standing = new ArrayList<>();
        double there = rack.existing().load().toKilowatts();
        power.add(StackedBar.Segment.of(
                "existing", texts.get("cluster.power.existing"), kw(there), there, Fill.RESERVED));
        double sum = there;
        boolean unknown = false;
        for (int group = 0; group < groups.size(); group++) {
            int hosts = done.racks().hosts().get(index).get(group);
            if (hosts == 0) {
                continue;
            }
            RowKey groupRow = hostRow(done, groups.get(group));
            String label = texts.get(
                    "cluster.power.hosts", hosts, groups.get(group).group().name());
            OptionalDouble each =
                    book.value(done.sizing().demand.hosts.hostPower, groupRow).asNumber();
            if (each.isPresent()) {
                double kilowatts = hosts * each.getAsDouble() / 1000;
                sum += kilowatts;
                power.add(StackedBar.Segment.of(
                        groups.get(group).group().id().value(), label, kw(kilowatts), kilowatts, Fill.work(group)));
            } else {
                unknown = true;
                power.add(StackedBar.Segment.of(
                        groups.get(group).group().id().value(),
                        label,
                        texts.get("cluster.unknown"),
                        0,
                        Fill.work(group)));
            }
            standing.addAll(standing(done, groups.get(group), groupRow, index, group, hosts));
        }
        double left = usable.getAsDouble() - sum;
        if (left > 0 && !unknown) {
            power.add(StackedBar.Segment.of("left", texts.get("cluster.power.left"), kw(left), left, Fill.FREE));
        }
        List<Shown> figures = figures(book, site, rack, row);
        return Optional.of(new Load(
                power,
                usable.getAsDouble(),
                kw(usable.getAsDouble()),
                left < 0 ? Optional.of(texts.get("cluster.power.over", kw(-left))) : Optional.empty(),
                standing,
                figures,
                verdict(figures, book, site, row)));
    }

    private List<Standing> standing(
            OptionResult done, ResolvedGroup group, RowKey row, int rack, int index, int hosts) {
        int before = 0;
        for (int i = 0; i < rack; i++) {
            before += done.racks().hosts().get(i).get(index);
        }
        OptionalDouble height =
                done.figures().value(done.sizing().demand.hosts.height, row).asNumber();
        List<Standing> standing = new ArrayList<>();
        for (int i = 1; i <= hosts; i++) {
            String number = "%02d".formatted(before + i);
            standing.add(new Standing(
                    group.group().name() + "-" + number,
                    number,
                    height.isPresent() ? Optional.of((int) Math.ceil(height.getAsDouble())) : Optional.empty(),
                    Fill.work(index)));
        }
        return standing;
    }

    private List<Shown> figures(FigureBook book, SiteFigures site, Rack rack, RowKey row) {
        Shown power =
                against(book, site.rackPower, row, "cluster.figure.rackPower", book.value(site.usableFeedLost, row));
        Shown feed = Figures.shown(book, site.powerPerFeed, row, texts.get("cluster.figure.perFeed"))
                .withNote(texts.get("cluster.figure.feedsUp"));
        Shown units = against(book, site.unitsUsed, row, "cluster.figure.rackUnits", Value.of(rack.units()));
        Shown weight = against(
                book,
                site.weightUsed,
                row,
                "cluster.figure.rackWeight",
                rack.maxLoad().map(kilograms -> Value.of(kilograms.value())).orElse(Value.unknown("")));
        Shown cooling = Figures.shown(book, site.coolingLeft, row, texts.get("cluster.figure.coolingLeft"));
        return List.of(
                marked(power, book.value(site.powerLeft, row)),
                feed,
                marked(units, book.value(site.unitsLeft, row)),
                marked(weight, book.value(site.weightLeft, row)),
                marked(cooling, book.value(site.coolingLeft, row)));
    }

    private Shown marked(Shown figure, Value left) {
        return left.asNumber().orElse(0) < 0 ? figure.withMark(texts.get("cluster.over"), Tone.ERROR) : figure;
    }

    private Word verdict(List<Shown> figures, FigureBook book, SiteFigures site, RowKey row) {
        if (figures.stream().anyMatch(figure -> figure.mark().isPresent())) {
            return new Word(texts.get("cluster.rack.over"), Tone.ERROR);
        }
        boolean known = book.value(site.powerLeft, row).isKnown()
                && book.value(site.unitsLeft, row).isKnown()
                && book.value(site.weightLeft, row).isKnown()
                && book.value(site.coolingLeft, row).isKnown();
        return known
                ? new Word(texts.get("cluster.rack.fits"), Tone.OK)
                : new Word(texts.get("cluster.rack.unknown"), Tone.WARN);
    }

    /** A figure and what limits it; an unknown limit says so. */
    private Shown against(FigureBook book, Figure figure, RowKey row, String label, Value limit) {
        Shown used = Figures.shown(book, figure, row, texts.get(label));
        if (!book.value(figure, row).isKnown()) {
            return used;
        }
        if (!limit.isKnown()) {
            return used.withNote(texts.get("cluster.figure.noLimit"));
        }
        String number = ValueText.number(book.value(figure, row));
        return new Shown(
                used.label(),
                texts.get("cluster.figure.of", number, ValueText.of(limit, figure.unit())),
                used.note(),
                used.mark(),
                used.cell());
    }

    private static boolean isOver(Value load, Value limit) {
        return load instanceof Value.Known used && limit instanceof Value.Known most && used.number() > most.number();
    }

    private static RowKey hostRow(OptionResult done, ResolvedGroup group) {
        return done.sizing().demand.hosts.rows.keys().stream()
                .filter(row -> row.id().equals(group.group().id().value()))
                .findFirst()
                .orElseThrow();
    }

    private static String kw(double kilowatts) {
        return ValueText.of(Value.of(kilowatts), Unit.KILOWATT, 1);
    }
}
