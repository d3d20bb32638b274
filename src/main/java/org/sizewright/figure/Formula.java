package org.sizewright.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sizewright.figure.Condition.Relation;

/**
 * A formula over figures. It is a plain value: evaluated by {@link Evaluation}, told in words by {@link FormulaText}, written as a
 * live cell by {@link SpreadsheetFormula}. Units are checked when it is put together: bytes cannot be added to watts.
 */
public sealed interface Formula
        permits Figure,
                Formula.Constant,
                Formula.Ref,
                Formula.Sum,
                Formula.Difference,
                Formula.Product,
                Formula.Quotient,
                Formula.Power,
                Formula.Extreme,
                Formula.Stepped,
                Formula.If,
                Formula.OrElse,
                Formula.Over,
                Formula.ByLane,
                Formula.InLane,
                Formula.Missing {
    /** The unit that the result is in before it is converted to its figure's unit. */
    Unit unit();

    /** A number that needs no source, such as the 2 of keys and values. */
    record Constant(double number, Unit unit) implements Formula {
        public Constant {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a constant must be finite: " + number);
            }
        }
    }

    /** Another figure, in the row that {@code rowOf} names for the current one. */
    record Ref(Figure figure, Map<RowKey, RowKey> rowOf) implements Formula {
        public Ref {
            rowOf = Map.copyOf(rowOf);
        }

        @Override
        public Unit unit() {
            return figure.unit();
        }
    }

    /** A + B + ... */
    record Sum(List<Formula> parts, Unit unit) implements Formula {
        public Sum {
            parts = List.copyOf(parts);
        }

        public Sum(List<Formula> parts) {
            this(parts, commonUnit(parts));
        }
    }

    record Difference(Formula from, Formula taken, Unit unit) implements Formula {
        public Difference(Formula from, Formula taken) {
            this(from, taken, commonUnit(List.of(from, taken)));
        }
    }

    /** @param keepsUnits whether neither side needs a conversion, since one is a plain count */
    record Product(Formula left, Formula right, Unit unit, boolean keepsUnits) implements Formula {
        public Product(Formula left, Formula right) {
            this(left, right, unit(left.unit(), right.unit()), keepUnits(left.unit(), right.unit()));
        }

        private static boolean keepUnits(Unit left, Unit right) {
            return left.sameScaleAs(Unit.COUNT) || right.sameScaleAs(Unit.COUNT);
        }

        private static Unit unit(Unit left, Unit right) {
            if (!keepUnits(left, right)) {
                return Unit.coherent(left.dimension().times(right.dimension()));
            }
            return right.sameScaleAs(Unit.COUNT) ? left : right;
        }
    }

    /** @param keepsUnits whether neither side needs a conversion, since it divides by a plain count or by the same unit */
    record Quotient(Formula above, Formula below, Unit unit, boolean keepsUnits) implements Formula {
        public Quotient(Formula above, Formula below) {
            this(above, below, unit(above.unit(), below.unit()), keepUnits(above.unit(), below.unit()));
        }

        private static boolean keepUnits(Unit above, Unit below) {
            return below.sameScaleAs(Unit.COUNT) || below.sameScaleAs(above);
        }

        private static Unit unit(Unit above, Unit below) {
            if (!keepUnits(above, below)) {
                return Unit.coherent(above.dimension().dividedBy(below.dimension()));
            }
            return below.sameScaleAs(Unit.COUNT) ? above : Unit.COUNT;
        }
    }

    /** A plain number raised to a plain number. */
    record Power(Formula base, Formula exponent) implements Formula {
        public Power {
            if (!base.unit().sameScaleAs(Unit.COUNT) || !exponent.unit().sameScaleAs(Unit.COUNT)) {
                throw new IllegalArgumentException("only plain numbers are raised to a power");
            }
        }

        @Override
        public Unit unit() {
            return Unit.COUNT;
        }
    }

    /** Smallest or largest of several. */
    record Extreme(boolean largest, List<Formula> parts, Unit unit) implements Formula {
        public Extreme {
            parts = List.copyOf(parts);
        }

        public Extreme(boolean largest, List<Formula> parts) {
            this(largest, parts, commonUnit(parts));
        }
    }

    /** Up or down to a whole multiple of a step, after rounding the number of steps to six decimals. */
    record Stepped(boolean up, Formula number, Formula step) implements Formula {
        public Stepped {
            number.unit().requireSameMeasure(step.unit());
        }

        @Override
        public Unit unit() {
            return step.unit();
        }
    }

    record If(Condition condition, Formula then, Formula otherwise, Unit unit) implements Formula {
        public If(Condition condition, Formula then, Formula otherwise) {
            this(condition, then, otherwise, unit(then, otherwise));
        }

        private static Unit unit(Formula then, Formula otherwise) {
            if (then instanceof Missing) {
                return otherwise.unit();
            }
            return otherwise instanceof Missing ? then.unit() : commonUnit(List.of(then, otherwise));
        }
    }

    /** The first if it is known, else the second. */
    record OrElse(Formula preferred, Formula fallback, Unit unit) implements Formula {
        public OrElse(Formula preferred, Formula fallback) {
            this(preferred, fallback, commonUnit(List.of(preferred, fallback)));
        }
    }

    /** Sum, smallest or largest over rows of a figure; rows that are unknown are left out, and the result then says "at least". */
    record Over(Kind kind, Figure figure, Map<RowKey, List<RowKey>> rowsOf) implements Formula {
        /** What is made of the rows. */
        public enum Kind {
            SUM("SUM", "sum of"),
            SMALLEST("MIN", "smallest of"),
            LARGEST("MAX", "largest of");

            private final String function;
            private final String words;

            Kind(String function, String words) {
                this.function = function;
                this.words = words;
            }

            String function() {
                return function;
            }

            String words() {
                return words;
            }
        }

        public Over {
            rowsOf = Map.copyOf(rowsOf);
        }

        @Override
        public Unit unit() {
            return figure.unit();
        }

        /** The rows that the current row gathers; all of them if nothing else is said. */
        List<RowKey> rows(RowKey current) {
            return rowsOf.isEmpty() ? figure.rows().keys() : rowsOf.getOrDefault(current, List.of());
        }
    }

    /** A different formula in each lane: this is how an estimate brings its band in. */
    record ByLane(Formula low, Formula value, Formula high, Unit unit) implements Formula {
        public ByLane(Formula low, Formula value, Formula high) {
            this(low, value, high, commonUnit(List.of(low, value, high)));
        }

        Formula in(Lane lane) {
            return switch (lane) {
                case LOW -> low;
                case VALUE -> value;
                case HIGH -> high;
            };
        }
    }

    /** The formula in one fixed lane, whichever lane asks: what was searched holds for the best value only. */
    record InLane(Lane lane, Formula part) implements Formula {
        @Override
        public Unit unit() {
            return part.unit();
        }
    }

    /** No number: the cell shows this text, and what rests on it is unknown. */
    record Missing(String cellText, String why, Unit unit) implements Formula {}

    static Formula constant(double number) {
        return new Constant(number, Unit.COUNT);
    }

    static Formula constant(double number, Unit unit) {
        return new Constant(number, unit);
    }

    static Formula min(Formula... parts) {
        return new Extreme(false, Arrays.asList(parts));
    }

    static Formula max(Formula... parts) {
        return new Extreme(true, Arrays.asList(parts));
    }

    static Formula when(Condition condition, Formula then, Formula otherwise) {
        return new If(condition, then, otherwise);
    }

    default Formula plus(Formula other) {
        return new Sum(List.of(this, other));
    }

    default Formula minus(Formula other) {
        return new Difference(this, other);
    }

    default Formula times(Formula other) {
        return new Product(this, other);
    }

    default Formula times(double factor) {
        return new Product(this, constant(factor));
    }

    default Formula dividedBy(Formula other) {
        return new Quotient(this, other);
    }

    default Formula dividedBy(double divisor) {
        return new Quotient(this, constant(divisor));
    }

    default Formula power(Formula exponent) {
        return new Power(this, exponent);
    }

    default Formula ceil() {
        return new Stepped(true, this, new Constant(1, this.unit()));
    }

    default Formula floor() {
        return new Stepped(false, this, new Constant(1, this.unit()));
    }

    default Formula ceilTo(Formula step) {
        return new Stepped(true, this, step);
    }

    default Formula floorTo(Formula step) {
        return new Stepped(false, this, step);
    }

    default Formula orElse(Formula fallback) {
        return new OrElse(this, fallback);
    }

    default Formula inLane(Lane lane) {
        return new InLane(lane, this);
    }

    default Condition lessThan(Formula other) {
        return new Condition.Compare(this, Relation.LESS, other);
    }

    default Condition atMost(Formula other) {
        return new Condition.Compare(this, Relation.AT_MOST, other);
    }

    default Condition atLeast(Formula other) {
        return new Condition.Compare(this, Relation.AT_LEAST, other);
    }

    default Condition moreThan(Formula other) {
        return new Condition.Compare(this, Relation.MORE, other);
    }

    default Condition equalTo(Formula other) {
        return new Condition.Compare(this, Relation.EQUAL, other);
    }

    /** The unit that all share, else the coherent one; it is found once, since formulas are evaluated often. */
    private static Unit commonUnit(List<Formula> parts) {
        Unit first = parts.getFirst().unit();
        boolean same = true;
        for (Formula part : parts) {
            first.requireSameMeasure(part.unit());
            same &= first.factor() == part.unit().factor();
        }
        return same ? first : Unit.coherent(first.dimension());
    }
}
