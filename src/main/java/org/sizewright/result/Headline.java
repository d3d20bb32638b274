package org.sizewright.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.placement.HostFailure;
import org.sizewright.placement.Proof;
import org.sizewright.rules.Severity;
import org.sizewright.sizing.Sizing;

/** The whole story in one line: each part with its limit. The same on the command line, in the window and on the cover. */
public record Headline(List<Part> parts) {
    /** How good or bad a part is. */
    public enum State {
        PLAIN,
        GOOD,
        CAREFUL,
        BAD
    }

    /**
     * One part.
     *
     * @param id fixed name of the part
     * @param value the number or word
     * @param label what it is
     * @param remark a word on it, such as a proof or a limit
     * @param figure the figure that explains it
     */
    public record Part(
            String id, String value, String label, Optional<String> remark, State state, Optional<Cell> figure) {
        public String toLine() {
            return value
                    + (label.isEmpty() ? "" : " " + label)
                    + remark.map(word -> " (" + word + ")").orElse("");
        }
    }

    public Headline {
        parts = List.copyOf(parts);
    }

    public String toLine() {
        return parts.stream().map(Part::toLine).collect(Collectors.joining(" · "));
    }

    static Headline of(OptionResult result) {
        Sizing sizing = result.sizing();
        List<Part> parts = new ArrayList<>();
        parts.add(hosts(result));
        parts.add(new Part(
                "gpus",
                number(result, sizing.cluster.totalGpus),
                "GPUs",
                Optional.of(number(result, sizing.placement.gpusUsed) + " used, "
                        + number(result, sizing.placement.gpusFree) + " free"),
                State.PLAIN,
                Optional.of(cell(sizing.cluster.totalGpus))));
        parts.add(new Part(
                "stranded",
                ValueText.of(value(result, sizing.placement.stranded), Unit.GIB, 0),
                "stranded",
                Optional.empty(),
                State.PLAIN,
                Optional.of(cell(sizing.placement.stranded))));
        parts.add(vms(result));
        parts.add(survival(result));
        parts.add(power(result));
        parts.add(new Part(
                "licences",
                number(result, sizing.cluster.totalLicences),
                "licences",
                Optional.empty(),
                State.PLAIN,
                Optional.of(cell(sizing.cluster.totalLicences))));
        storage(result).ifPresent(parts::add);
        parts.add(findings(result));
        return new Headline(parts);
    }

    private static Part hosts(OptionResult result) {
        Figure hosts = result.sizing().cluster.totalHosts;
        Optional<String> band = result.figures()
                .band(hosts, RowKey.SINGLE)
                .filter(range -> range.min() < range.max())
                .map(Headline::words);
        // hosts that are there are given; only the others are searched
        String ofNew = result.sizing().cluster.existingHosts.isPresent() ? " of new hosts" : "";
        Optional<String> proof = result.placements().stream()
                .flatMap(placed -> placed.proof().stream())
                .map(found -> switch (found) {
                    case Proof.Optimal optimal -> "proven minimum" + ofNew;
                    case Proof.Between between ->
                        "minimum" + ofNew + " is " + between.lower() + " to " + between.upper();
                    case Proof.Mixture mixture -> mixture.brief();
                    case Proof.NotFound notFound -> "none found";
                    case Proof.CannotFit cannot -> "cannot fit";
                })
                .findFirst();
        String remark = java.util.stream.Stream.of(origins(result), proof, busiest(result), band)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return new Part(
                "hosts",
                number(result, hosts),
                "hosts",
                remark.isEmpty() ? Optional.empty() : Optional.of(remark),
                State.PLAIN,
                Optional.of(cell(hosts)));
    }

    /** Where workloads have weekly windows: the slot that the hosts follow. */
    private static Optional<String> busiest(OptionResult result) {
        return result.placements().stream()
                .flatMap(placed -> placed.week().stream())
                .map(week -> "busiest " + week.busiestSlot().time().brief())
                .findFirst();
    }

    /** Where there are hosts already: how many of them, and how many are new. */
    private static Optional<String> origins(OptionResult result) {
        return result.sizing().cluster.existingHosts.map(there -> {
            OptionalDouble all =
                    value(result, result.sizing().cluster.totalHosts).asNumber();
            OptionalDouble existing = value(result, there).asNumber();
            boolean known = all.isPresent() && existing.isPresent();
            return ValueText.number(value(result, there)) + " existing, "
                    + (known
                            ? ValueText.number(Value.of(all.getAsDouble() - existing.getAsDouble()))
                            : Value.UNKNOWN_TEXT)
                    + " new";
        });
    }

    private static String words(Range range) {
        return ValueText.number(range.min()) + " to " + ValueText.number(range.max()) + " over the band";
    }

    private static Part vms(OptionResult result) {
        Sizing sizing = result.sizing();
        Value placed = value(result, sizing.placement.placed);
        Value asked = value(result, sizing.demand.totalVms);
        boolean all = placed.equals(asked);
        return new Part(
                "vms",
                ValueText.number(placed) + " of " + ValueText.number(asked),
                "VMs placed",
                Optional.empty(),
                all ? State.GOOD : State.BAD,
                Optional.of(cell(sizing.placement.placed)));
    }

    private static Part survival(OptionResult result) {
        int failures = result.placements().stream()
                .mapToInt(placed -> placed.problem().policy().failures())
                .min()
                .orElse(0);
        boolean survives = result.placements().stream().allMatch(ClusterPlacement::isSurvived);
        int unplaced = result.placements().stream()
                .mapToInt(placed -> placed.all().refused().size())
                .sum();
        Optional<Cell> figure = Optional.of(cell(result.sizing().placement.survives));
        if (failures == 0) {
            return new Part("survives", "no host failure planned for", "", Optional.empty(), State.CAREFUL, figure);
        }
        if (unplaced > 0) {
            // what fails is no question before everything runs
            String words = unplaced + (unplaced == 1 ? " VM has" : " VMs have") + " no place";
            return new Part("survives", words, "", Optional.empty(), State.BAD, figure);
        }
        return survives
                ? new Part(
                        "survives",
                        failures == 2 ? "survives any two host failures" : "survives any host failure",
                        "",
                        Optional.empty(),
                        State.GOOD,
                        figure)
                : new Part(
                        "survives",
                        failures == 2
                                ? "does not survive every failure of two hosts"
                                : "does not survive every host failure",
                        "",
                        certainty(result),
                        State.BAD,
                        figure);
    }

    /** Whether a failure that is not survived could be. */
    private static Optional<String> certainty(OptionResult result) {
        List<HostFailure> bad = result.placements().stream()
                .flatMap(placed -> placed.resiliences().stream())
                .flatMap(resilience -> resilience.notSurvived().stream())
                .toList();
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of(bad.stream().anyMatch(HostFailure::isRuledOut) ? "proven" : "no restart found");
    }

    private static Part power(OptionResult result) {
        Sizing sizing = result.sizing();
        Value load = value(result, sizing.site.sitePower);
        Value usable = value(result, sizing.site.usablePower);
        boolean over = load instanceof Value.Known needed
                && usable instanceof Value.Known limit
                && needed.number() > limit.number();
        return new Part(
                "power",
                withDecimal(load) + " of " + ValueText.of(usable, Unit.KILOWATT, 1),
                "",
                Optional.of("one feed lost"),
                over ? State.BAD : State.PLAIN,
                Optional.of(cell(sizing.site.sitePower)));
    }

    private static String withDecimal(Value value) {
        return ValueText.of(value, Unit.COUNT, 1);
    }

    /** The datastore, where everything on it is known: of a part of it the sheet of storage tells more. */
    private static Optional<Part> storage(OptionResult result) {
        Figure datastore = result.sizing().storage.datastore;
        Value size = value(result, datastore);
        return size instanceof Value.Known known && known.bound() == Bound.EXACT && known.number() > 0
                ? Optional.of(new Part(
                        "storage",
                        ValueText.of(size, Unit.TIB, known.number() < 10 ? 1 : 0),
                        "storage",
                        Optional.empty(),
                        State.PLAIN,
                        Optional.of(cell(datastore))))
                : Optional.empty();
    }

    private static Part findings(OptionResult result) {
        long errors = result.open(Severity.ERROR);
        long warnings = result.open(Severity.WARNING);
        long open = result.open(Severity.OPEN_ITEM);
        String value = count(errors, "error") + ", " + count(warnings, "warning") + ", " + count(open, "open item");
        return new Part(
                "findings",
                value,
                "",
                Optional.empty(),
                errors > 0 ? State.BAD : warnings > 0 ? State.CAREFUL : State.GOOD,
                Optional.empty());
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Cell cell(Figure figure) {
        return figure.cell(RowKey.SINGLE, Lane.VALUE);
    }

    private static Value value(OptionResult result, Figure figure) {
        return result.figures().value(cell(figure));
    }

    private static String number(OptionResult result, Figure figure) {
        return ValueText.number(value(result, figure));
    }
}
