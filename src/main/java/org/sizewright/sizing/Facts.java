package org.sizewright.sizing;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;
import org.sizewright.library.AccuracyBand;
import org.sizewright.library.Fact;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryRecord;
import org.sizewright.quantity.Bytes;

/**
 * Turns facts of library records into the given values of figures, source and evidence included. One is made for each calculation:
 * it remembers what it quoted, since many rows quote the same record.
 */
public final class Facts {
    /** What was quoted for one record: as a whole, and for each of its facts. */
    private record Quotes(Map<Evidence, Source> whole, Map<Fact<?>, Source> facts) {}

    private final Library library;
    private final Map<LibraryRecord, Quotes> quotes = new IdentityHashMap<>();

    public Facts(Library library) {
        this.library = library;
    }

    public Library library() {
        return library;
    }

    /** A fact with evidence of its own; unknown if the library does not know it. */
    public <T> Given of(LibraryRecord owner, String what, Fact<T> fact, ToDoubleFunction<T> number) {
        return switch (fact) {
            case Fact.Known<T> known ->
                Given.fact(
                        number.applyAsDouble(known.value()),
                        quotes(owner)
                                .facts()
                                .computeIfAbsent(
                                        known,
                                        missing -> named(owner, quote(owner, known.sources(), known.evidence()))));
            case Fact.Unknown<T> unknown ->
                Given.unknown(
                        what + " of " + owner.key() + " is not known",
                        named(owner, Source.of("not in the library", "", "", Evidence.VERIFIED)));
        };
    }

    /** What a GPU or slice gives to a model. */
    public Given of(DeviceMemory device, String what, ToDoubleFunction<Bytes> number) {
        return device.owner()
                .map(owner -> of(owner, what, device.usable(), number))
                .orElseGet(() -> switch (device.usable()) {
                    case Fact.Known<Bytes> known ->
                        Given.fact(
                                number.applyAsDouble(known.value()),
                                Source.of("measured on " + device.name(), "", "", known.evidence()));
                    case Fact.Unknown<Bytes> unknown ->
                        Given.unknown(what + " of " + device.name() + " is not known", LlmMemory.CHOICE);
                });
    }

    /**
     * The formula with the band that estimates of this kind have earned on measured cases; without cases the formula alone. Defines
     * the two factors as facts {@code band_..._low} and {@code ..._high} of the scope.
     */
    public Formula banded(FigureBook.Scope scope, String id, Formula estimate) {
        return banded(scope, id, estimate, false);
    }

    /** The same for what there is room for: where less is needed, there is more of it. */
    Formula bandedRoom(FigureBook.Scope scope, String id, Formula estimate) {
        return banded(scope, id, estimate, true);
    }

    private Formula banded(FigureBook.Scope scope, String id, Formula estimate, boolean room) {
        if (library.accuracyBand(id).isEmpty()) {
            return estimate;
        }
        String name = "band_" + id.replace('-', '_');
        String title = library.accuracyBand(id).orElseThrow().title();
        Given lowest = band(id, AccuracyBand::low);
        Given highest = band(id, AccuracyBand::high);
        Figure low = scope.fact(name + "_low", Unit.COUNT, title + ": lowest measured / estimated", row -> lowest);
        Figure high = scope.fact(name + "_high", Unit.COUNT, title + ": highest measured / estimated", row -> highest);
        return new Formula.ByLane(estimate.times(room ? high : low), estimate, estimate.times(room ? low : high));
    }

    /** One side of the band of an estimate; 1 if nothing was measured for estimates of that kind. */
    public Given band(String id, ToDoubleFunction<AccuracyBand> side) {
        return library.accuracyBand(id)
                .map(band -> Given.fact(
                        side.applyAsDouble(band),
                        Source.of(
                                band.title() + ", " + band.cases() + " measured cases",
                                "record " + band.key(),
                                "",
                                band.evidence())))
                .orElseGet(() ->
                        Given.fact(1, Source.of("no measured cases for this estimate", "", "", Evidence.INFERRED)));
    }

    /** A number that shares the evidence of its whole record. */
    public Given of(LibraryRecord owner, Evidence evidence, double number) {
        Quotes known = quotes(owner);
        Source source = known.whole().get(evidence);
        if (source == null) {
            source = named(owner, quote(owner, owner.sources(), evidence));
            known.whole().put(evidence, source);
        }
        return Given.fact(number, source);
    }

    private Quotes quotes(LibraryRecord owner) {
        Quotes known = quotes.get(owner);
        if (known == null) {
            known = new Quotes(new EnumMap<>(Evidence.class), new IdentityHashMap<>());
            quotes.put(owner, known);
        }
        return known;
    }

    /** What the architect typed in, else what the library says. */
    <T> Given typedOr(
            Optional<Double> typed,
            String path,
            LibraryRecord owner,
            String what,
            Fact<T> fact,
            ToDoubleFunction<T> number) {
        return typed.map(value -> Given.input(value, path)).orElseGet(() -> {
            Given given = of(owner, what, fact, number);
            return new Given(given.value(), given.source(), Optional.of(path));
        });
    }

    /** What the architect typed in, else unknown. */
    public static Given typedOrUnknown(Optional<Double> typed, String path, String what) {
        return typed.map(value -> Given.input(value, path))
                .orElseGet(() -> new Given(
                        Value.unknown(what + " is not known"),
                        Source.of("not in the library", "", "", Evidence.VERIFIED),
                        Optional.of(path)));
    }

    private Source quote(LibraryRecord owner, List<String> keys, Evidence evidence) {
        List<String> known = keys.isEmpty() ? owner.sources() : keys;
        if (known.isEmpty()) {
            return library.mark(owner, Source.of(Library.NOTHING_QUOTED, "", "", evidence));
        }
        Source first = library.mark(owner, library.quote(known.getFirst(), evidence));
        return known.size() == 1
                ? first
                : Source.of(
                        first.title() + " and " + (known.size() - 1) + " more", first.where(), first.asOf(), evidence);
    }

    private static Source named(LibraryRecord owner, Source source) {
        return Source.of(
                source.title(),
                "record " + owner.key() + (source.where().isBlank() ? "" : "; " + source.where()),
                source.asOf(),
                source.evidence());
    }
}
