package org.sizewright.figure;

import java.util.List;
import org.sizewright.figure.Condition.Relation;
import org.sizewright.figure.Value.Known;
import org.sizewright.figure.Value.Unknown;

/**
 * The value of a formula in one lane, row by row. Arithmetic is that of the workbook: the same conversions in the same order, so that
 * both agree to the last digits; ceil, floor and comparisons act on operands rounded to six decimals.
 */
final class Evaluation {
    private final Values values;
    private final Rows rows;
    private final Lane lane;
    // where it stands: one goes through all rows of a figure, since a plan has thousands of cells
    private int position;
    private RowKey row;

    Evaluation(Values values, Rows rows, Lane lane) {
        this(values, rows, lane, 0);
    }

    private Evaluation(Values values, Rows rows, Lane lane, int position) {
        this.values = values;
        this.rows = rows;
        this.lane = lane;
        this.position = position;
        this.row = rows.keys().get(position);
    }

    /**
     * The value of a figure with this formula, for the row at that position. A figure that is a sum of rows none of which is known
     * is unknown: "at least 0" would read as 0.
     */
    Value of(Unit unit, Formula formula, int rowPosition) {
        position = rowPosition;
        row = rows.keys().get(rowPosition);
        if (formula instanceof Formula.Over over && over.kind() == Formula.Over.Kind.SUM && noneKnown(over)) {
            return Value.unknown("no " + over.figure().title() + " is known");
        }
        return in(unit, formula);
    }

    private boolean noneKnown(Formula.Over over) {
        List<RowKey> keys = over.rows(row);
        for (RowKey key : keys) {
            if (cell(over.figure(), key).isKnown()) {
                return false;
            }
        }
        return !keys.isEmpty();
    }

    /** The value in that unit. */
    private Value in(Unit unit, Formula formula) {
        Value value = natural(formula);
        if (value instanceof Known known && !formula.unit().sameScaleAs(unit)) {
            return Value.ofResult(
                    formula.unit().convert(known.number(), unit), known.bound(), "the number is too large");
        }
        return value;
    }

    private Value natural(Formula formula) {
        return switch (formula) {
            case Figure figure -> values.of(figure, figure.rows().isNone() ? 0 : position, lane);
            case Formula.Ref ref -> cell(ref.figure(), References.rowOf(ref, row));
            case Formula.Constant constant -> Value.of(constant.number());
            case Formula.Sum sum -> sum(sum);
            case Formula.Difference difference -> difference(difference);
            case Formula.Product product -> product(product);
            case Formula.Quotient quotient -> quotient(quotient);
            case Formula.Power power -> power(power);
            case Formula.Extreme extreme -> extreme(extreme);
            case Formula.Stepped stepped -> stepped(stepped);
            case Formula.If choice -> choice(choice);
            case Formula.OrElse orElse -> {
                Value preferred = in(orElse.unit(), orElse.preferred());
                yield preferred.isKnown() ? preferred : in(orElse.unit(), orElse.fallback());
            }
            case Formula.Over over -> over(over);
            case Formula.ByLane byLane -> in(byLane.unit(), byLane.in(lane));
            case Formula.InLane inLane -> new Evaluation(values, rows, inLane.lane(), position).natural(inLane.part());
            case Formula.Missing missing -> new Unknown(missing.cellText(), missing.why());
        };
    }

    private Value cell(Figure figure, RowKey key) {
        int at = figure.rows().position(key);
        if (at < 0) {
            throw new IllegalArgumentException(figure + " has no row " + key.id());
        }
        return values.of(figure, at, lane);
    }

    private Value sum(Formula.Sum sum) {
        double total = 0;
        Bound bound = Bound.EXACT;
        for (Formula part : sum.parts()) {
            switch (in(sum.unit(), part)) {
                case Unknown unknown -> {
                    return unknown;
                }
                case Known known -> {
                    total += known.number();
                    bound = bound.and(known.bound());
                }
            }
        }
        return Value.ofResult(total, bound, "the sum is too large");
    }

    private Value difference(Formula.Difference difference) {
        return both(
                in(difference.unit(), difference.from()),
                in(difference.unit(), difference.taken()),
                (from, taken) -> Value.ofResult(
                        from.number() - taken.number(),
                        from.bound().and(taken.bound().flip()),
                        "the difference is too large"));
    }

    private Value product(Formula.Product product) {
        boolean counted = product.keepsUnits();
        return both(
                counted ? natural(product.left()) : coherent(product.left()),
                counted ? natural(product.right()) : coherent(product.right()),
                (left, right) -> Value.ofResult(
                        left.number() * right.number(),
                        scaled(left, right.number()).and(scaled(right, left.number())),
                        "the product is too large"));
    }

    private static Bound scaled(Known known, double factor) {
        return known.bound() == Bound.EXACT || factor >= 0
                ? known.bound()
                : known.bound().flip();
    }

    private Value quotient(Formula.Quotient quotient) {
        boolean counted = quotient.keepsUnits();
        return both(
                counted ? natural(quotient.above()) : coherent(quotient.above()),
                counted ? natural(quotient.below()) : coherent(quotient.below()),
                (above, below) -> below.number() == 0
                        ? Value.unknown("divided by zero: " + FormulaText.words(quotient.below(), row, lane) + " is 0")
                        : Value.ofResult(
                                above.number() / below.number(),
                                scaled(above, below.number())
                                        .and(scaled(below, above.number()).flip()),
                                "the quotient is too large"));
    }

    private Value power(Formula.Power power) {
        return both(
                natural(power.base()),
                natural(power.exponent()),
                (base, exponent) -> Value.ofResult(
                        Math.pow(base.number(), exponent.number()),
                        base.bound() == Bound.EXACT && exponent.bound() == Bound.EXACT ? Bound.EXACT : Bound.INCOMPLETE,
                        "the power is no finite number"));
    }

    private Value extreme(Formula.Extreme extreme) {
        double best = extreme.largest() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        Bound bound = Bound.EXACT;
        for (Formula part : extreme.parts()) {
            switch (in(extreme.unit(), part)) {
                case Unknown unknown -> {
                    return unknown;
                }
                case Known known -> {
                    best = extreme.largest() ? Math.max(best, known.number()) : Math.min(best, known.number());
                    bound = bound.and(known.bound());
                }
            }
        }
        return new Known(best, bound);
    }

    private Value stepped(Formula.Stepped stepped) {
        return both(in(stepped.unit(), stepped.number()), in(stepped.unit(), stepped.step()), (number, step) -> {
            if (step.number() == 0) {
                return Value.unknown("divided by zero: a step of 0");
            }
            double steps = Rounding.toSixDecimals(number.number() / step.number());
            double whole = stepped.up() ? -Math.floor(-steps) : Math.floor(steps);
            // adding zero turns a negative zero into zero
            return Value.ofResult(whole * step.number() + 0.0, number.bound(), "the number is too large");
        });
    }

    private Value choice(Formula.If choice) {
        return switch (holds(choice.condition())) {
            case Answer.Undecided undecided -> undecided.because();
            case Answer.Decided decided -> {
                Value value = in(choice.unit(), decided.yes() ? choice.then() : choice.otherwise());
                yield decided.sure() || !(value instanceof Known known)
                        ? value
                        : new Known(known.number(), Bound.INCOMPLETE);
            }
        };
    }

    private Value over(Formula.Over over) {
        List<RowKey> keys = over.rows(row);
        double result = switch (over.kind()) {
            case SUM -> 0;
            case SMALLEST -> Double.POSITIVE_INFINITY;
            case LARGEST -> Double.NEGATIVE_INFINITY;
        };
        Bound bound = Bound.EXACT;
        for (RowKey key : keys) {
            switch (cell(over.figure(), key)) {
                case Unknown ignored ->
                    bound = bound.and(over.kind() == Formula.Over.Kind.SMALLEST ? Bound.AT_MOST : Bound.AT_LEAST);
                case Known known -> {
                    bound = bound.and(known.bound());
                    result = switch (over.kind()) {
                        case SUM -> result + known.number();
                        case SMALLEST -> Math.min(result, known.number());
                        case LARGEST -> Math.max(result, known.number());
                    };
                }
            }
        }
        return Double.isFinite(result)
                ? new Known(result, bound)
                : Value.unknown("no " + over.figure().title() + " is known");
    }

    private Value coherent(Formula formula) {
        Value value = natural(formula);
        return value instanceof Known known && formula.unit().factor() != 1
                ? Value.ofResult(formula.unit().toCoherent(known.number()), known.bound(), "the number is too large")
                : value;
    }

    private sealed interface Answer {
        record Decided(boolean yes, boolean sure) implements Answer {}

        record Undecided(Unknown because) implements Answer {}
    }

    private Answer holds(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare -> compare(compare);
            case Condition.All all -> {
                boolean yes = true;
                boolean sure = true;
                for (Condition part : all.parts()) {
                    switch (holds(part)) {
                        case Answer.Undecided undecided -> {
                            yield undecided;
                        }
                        case Answer.Decided decided -> {
                            yes &= decided.yes();
                            sure &= decided.sure();
                        }
                    }
                }
                yield new Answer.Decided(yes, sure);
            }
        };
    }

    private Answer compare(Condition.Compare compare) {
        Value left = natural(compare.left());
        Value right = in(compare.left().unit(), compare.right());
        if (left instanceof Unknown unknown) {
            return new Answer.Undecided(unknown);
        }
        if (right instanceof Unknown unknown) {
            return new Answer.Undecided(unknown);
        }
        Known a = (Known) left;
        Known b = (Known) right;
        boolean yes = compare.relation().holds(Rounding.toSixDecimals(a.number()), Rounding.toSixDecimals(b.number()));
        return new Answer.Decided(
                yes, isSure(compare.relation(), yes, a.bound().and(b.bound().flip())));
    }

    /** With {@code left - right} only bounded, some answers still cannot change: what is at least more stays more. */
    private static boolean isSure(Relation relation, boolean yes, Bound difference) {
        return switch (difference) {
            case EXACT -> true;
            case INCOMPLETE -> false;
            case AT_LEAST ->
                switch (relation) {
                    case MORE, AT_LEAST -> yes;
                    case LESS, AT_MOST -> !yes;
                    case EQUAL -> false;
                };
            case AT_MOST ->
                switch (relation) {
                    case LESS, AT_MOST -> yes;
                    case MORE, AT_LEAST -> !yes;
                    case EQUAL -> false;
                };
        };
    }

    private interface Operation {
        Value of(Known left, Known right);
    }

    private static Value both(Value left, Value right, Operation operation) {
        if (left instanceof Unknown) {
            return left;
        }
        if (right instanceof Unknown) {
            return right;
        }
        return operation.of((Known) left, (Known) right);
    }
}
