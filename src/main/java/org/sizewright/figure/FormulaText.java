package org.sizewright.figure;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A formula told to people: once with the titles of its figures, once with their numbers. */
final class FormulaText {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int ATOM = 3;

    private final RowKey row;
    private final Lane lane;
    private final Function<Cell, String> cellText;

    private FormulaText(RowKey row, Lane lane, Function<Cell, String> cellText) {
        this.row = row;
        this.lane = lane;
        this.cellText = cellText;
    }

    static String words(Formula formula, RowKey row, Lane lane) {
        return new FormulaText(row, lane, cell -> cell.figure().title())
                .of(formula)
                .text();
    }

    static String numbers(Formula formula, RowKey row, Lane lane, Function<Cell, Value> values) {
        return new FormulaText(
                        row,
                        lane,
                        cell -> ValueText.of(values.apply(cell), cell.figure().unit()))
                .of(formula)
                .text();
    }

    private record Term(String text, int binding) {
        String atLeast(int needed) {
            return binding >= needed ? text : "(" + text + ")";
        }
    }

    private Term of(Formula formula) {
        return switch (formula) {
            case Figure figure -> atom(cellText.apply(figure.cell(References.rowOf(figure, row), lane)));
            case Formula.Ref ref -> atom(cellText.apply(ref.figure().cell(References.rowOf(ref, row), lane)));
            case Formula.Constant constant -> atom(ValueText.of(Value.of(constant.number()), constant.unit()));
            case Formula.Sum sum -> new Term(joined(sum.parts(), " + ", SUM), SUM);
            case Formula.Difference difference ->
                new Term(
                        of(difference.from()).atLeast(SUM) + " − "
                                + of(difference.taken()).atLeast(PRODUCT),
                        SUM);
            case Formula.Product product ->
                new Term(
                        of(product.left()).atLeast(PRODUCT) + " × "
                                + of(product.right()).atLeast(PRODUCT),
                        PRODUCT);
            case Formula.Quotient quotient ->
                new Term(
                        of(quotient.above()).atLeast(PRODUCT) + " ÷ "
                                + of(quotient.below()).atLeast(ATOM),
                        PRODUCT);
            case Formula.Power power ->
                atom(of(power.base()).atLeast(ATOM) + " ^ "
                        + of(power.exponent()).atLeast(ATOM));
            case Formula.Extreme extreme ->
                atom((extreme.largest() ? "largest of (" : "smallest of (") + joined(extreme.parts(), "; ", SUM) + ")");
            case Formula.Stepped stepped -> stepped(stepped);
            case Formula.If choice ->
                new Term(
                        "if " + condition(choice.condition()) + " then "
                                + of(choice.then()).text() + ", otherwise "
                                + of(choice.otherwise()).text(),
                        0);
            case Formula.OrElse orElse ->
                new Term(
                        of(orElse.preferred()).text() + " if known, else "
                                + of(orElse.fallback()).text(),
                        0);
            case Formula.Over over -> over(over);
            case Formula.ByLane byLane -> of(byLane.in(lane));
            case Formula.InLane inLane -> new FormulaText(row, inLane.lane(), cellText).of(inLane.part());
            case Formula.Missing missing -> atom(missing.cellText());
        };
    }

    private static Term atom(String text) {
        return new Term(text, ATOM);
    }

    private String joined(List<Formula> parts, String by, int binding) {
        return parts.stream().map(part -> of(part).atLeast(binding)).collect(Collectors.joining(by));
    }

    private Term stepped(Formula.Stepped stepped) {
        String direction = stepped.up() ? "round up (" : "round down (";
        boolean toOne = stepped.step() instanceof Formula.Constant constant && constant.number() == 1;
        return atom(direction
                + of(stepped.number()).text()
                + (toOne ? ")" : " to a multiple of " + of(stepped.step()).text() + ")"));
    }

    private Term over(Formula.Over over) {
        List<RowKey> keys = over.rows(row);
        List<String> texts = keys.stream()
                .map(key -> cellText.apply(over.figure().cell(key, lane)))
                .distinct()
                .toList();
        boolean sameTitle = texts.size() == 1
                && keys.size() > 1
                && texts.getFirst().equals(over.figure().title());
        return atom(over.kind().words() + " ("
                + (sameTitle ? texts.getFirst() + ", " + keys.size() + " rows" : String.join("; ", texts)) + ")");
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare ->
                of(compare.left()).text() + " "
                        + switch (compare.relation()) {
                            case LESS -> "<";
                            case AT_MOST -> "≤";
                            case EQUAL -> "=";
                            case AT_LEAST -> "≥";
                            case MORE -> ">";
                        }
                        + " " + of(compare.right()).text();
            case Condition.All all -> all.parts().stream().map(this::condition).collect(Collectors.joining(" and "));
        };
    }
}
