package org.sizewright.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Value;

/** Which of several values is the best for certain. */
enum Best {
    LOWEST,
    HIGHEST,
    /** More is neither better nor worse. */
    NONE;

    /**
     * Marks the best. A value with an open end is never the best; one that is unknown, or might turn out better, keeps every other
     * from being marked. Where all are equal none is.
     *
     * @param values one per option; empty for options that do not compete
     */
    List<Boolean> mark(List<Optional<Value>> values) {
        List<Boolean> marks = new ArrayList<>();
        for (Optional<Value> value : values) {
            marks.add(value.isPresent() && isBest(value.get(), values));
        }
        boolean all = values.stream().filter(Optional::isPresent).count()
                == marks.stream().filter(mark -> mark).count();
        return all ? values.stream().map(ignored -> false).toList() : marks;
    }

    private boolean isBest(Value value, List<Optional<Value>> values) {
        if (this == NONE || !(value instanceof Value.Known known) || known.bound() != Bound.EXACT) {
            return false;
        }
        return values.stream().flatMap(Optional::stream).allMatch(other -> isNotBeatenBy(known.number(), other));
    }

    private boolean isNotBeatenBy(double number, Value other) {
        return switch (other) {
            case Value.Unknown unknown -> false;
            case Value.Known known ->
                switch (this) {
                    case LOWEST ->
                        number <= known.number() && (known.bound() == Bound.EXACT || known.bound() == Bound.AT_LEAST);
                    case HIGHEST ->
                        number >= known.number() && (known.bound() == Bound.EXACT || known.bound() == Bound.AT_MOST);
                    case NONE -> false;
                };
        };
    }
}
