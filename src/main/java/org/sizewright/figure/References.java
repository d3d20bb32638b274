package org.sizewright.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Walks a formula: which formulas stand directly under one, and which cells it reads. */
final class References {
    private References() {}

    /** The formulas directly under this one, in reading order. */
    static List<Formula> children(Formula formula) {
        return switch (formula) {
            case Figure figure -> List.of();
            case Formula.Constant constant -> List.of();
            case Formula.Ref ref -> List.of();
            case Formula.Over over -> List.of();
            case Formula.Missing missing -> List.of();
            case Formula.Sum sum -> sum.parts();
            case Formula.Difference difference -> List.of(difference.from(), difference.taken());
            case Formula.Product product -> List.of(product.left(), product.right());
            case Formula.Quotient quotient -> List.of(quotient.above(), quotient.below());
            case Formula.Power power -> List.of(power.base(), power.exponent());
            case Formula.Extreme extreme -> extreme.parts();
            case Formula.Stepped stepped -> List.of(stepped.number(), stepped.step());
            case Formula.If choice -> {
                List<Formula> parts = new ArrayList<>();
                conditionParts(choice.condition(), parts);
                parts.add(choice.then());
                parts.add(choice.otherwise());
                yield parts;
            }
            case Formula.OrElse orElse -> List.of(orElse.preferred(), orElse.fallback());
            case Formula.ByLane byLane -> List.of(byLane.low(), byLane.value(), byLane.high());
            case Formula.InLane inLane -> List.of(inLane.part());
        };
    }

    private static void conditionParts(Condition condition, List<Formula> parts) {
        switch (condition) {
            case Condition.Compare compare -> {
                parts.add(compare.left());
                parts.add(compare.right());
            }
            case Condition.All all -> all.parts().forEach(part -> conditionParts(part, parts));
        }
    }

    /** Calls for this formula and each one under it. */
    static void walk(Formula formula, Consumer<Formula> visitor) {
        visitor.accept(formula);
        children(formula).forEach(child -> walk(child, visitor));
    }

    /** The row of a figure that stands in a formula without a mapping. */
    static RowKey rowOf(Figure figure, RowKey current) {
        return figure.rows().isNone() ? RowKey.SINGLE : current;
    }

    /** The row that a mapped reference means. */
    static RowKey rowOf(Formula.Ref ref, RowKey current) {
        RowKey mapped = ref.rowOf().get(current);
        if (mapped == null) {
            throw new IllegalArgumentException("no row of " + ref.figure() + " is named for row " + current.id());
        }
        return mapped;
    }

    /** The cells that the formula reads in that row and lane, in reading order, each once. */
    static List<Cell> cells(Formula formula, RowKey row, Lane lane) {
        List<Cell> cells = new ArrayList<>();
        collect(formula, row, lane, cells);
        return cells.stream().distinct().toList();
    }

    private static void collect(Formula formula, RowKey row, Lane lane, List<Cell> cells) {
        switch (formula) {
            case Figure figure -> cells.add(figure.cell(rowOf(figure, row), lane));
            case Formula.Ref ref -> cells.add(ref.figure().cell(rowOf(ref, row), lane));
            case Formula.Over over ->
                over.rows(row).forEach(key -> cells.add(over.figure().cell(key, lane)));
            case Formula.ByLane byLane -> collect(byLane.in(lane), row, lane, cells);
            case Formula.InLane inLane -> collect(inLane.part(), row, inLane.lane(), cells);
            default -> children(formula).forEach(child -> collect(child, row, lane, cells));
        }
    }
}
