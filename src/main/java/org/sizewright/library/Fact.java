package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sizewright.figure.Evidence;

/**
 * A value of a record together with how far it can be trusted, or the statement that nobody knows it.
 *
 * @param <T> type of the value, a quantity where there is one
 */
public sealed interface Fact<T> {
    /**
     * A known value.
     *
     * @param sources keys of the sources it was read in; may be empty, then the record's sources stand for it as a whole
     * @param others values that other sources print and that were not taken
     */
    record Known<T>(T value, Evidence evidence, List<String> sources, List<Other<T>> others) implements Fact<T> {
        public Known {
            sources = List.copyOf(sources);
            others = List.copyOf(others);
        }
    }

    /** Not known: never zero. */
    record Unknown<T>() implements Fact<T> {}

    /** A value that the source of that key prints and that was not taken. */
    record Other<T>(T value, String source) {}

    static <T> Fact<T> known(T value, Evidence evidence, List<String> sources) {
        return new Known<>(value, evidence, sources, List.of());
    }

    static <T> Fact<T> unknown() {
        return new Unknown<>();
    }

    default boolean isKnown() {
        return this instanceof Known<T>;
    }

    default Optional<T> asOptional() {
        return switch (this) {
            case Known<T> known -> Optional.of(known.value());
            case Unknown<T> unknown -> Optional.empty();
        };
    }

    default T orElse(T fallback) {
        return asOptional().orElse(fallback);
    }

    /** This fact, or the other one where this is unknown. */
    default Fact<T> or(Fact<T> fallback) {
        return isKnown() ? this : fallback;
    }

    /** The same fact in another form, such as another unit: evidence and sources stay. */
    default <R> Fact<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Known<T> known -> {
                List<Other<R>> changed = known.others().stream()
                        .map(other -> new Other<R>(change.apply(other.value()), other.source()))
                        .toList();
                yield new Known<R>(change.apply(known.value()), known.evidence(), known.sources(), changed);
            }
            case Unknown<T> unknown -> new Unknown<R>();
        };
    }
}
