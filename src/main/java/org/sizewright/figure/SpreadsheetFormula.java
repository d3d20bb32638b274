package org.sizewright.figure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sizewright.figure.Value.Unknown;

/**
 * A formula as a live cell over names, without the leading equals sign. Only functions that every spreadsheet program knows:
 * IF, AND, COUNT, SUM, MIN, MAX, ROUND, INT.
 *
 * <p>Unknown cells hold a text. So every formula first asks, with COUNT over the names that it reads, whether all of them are
 * numbers, and otherwise shows "unknown" itself.
 */
public final class SpreadsheetFormula {
    private final RowKey row;
    private final Lane lane;

    private SpreadsheetFormula(RowKey row, Lane lane) {
        this.row = row;
        this.lane = lane;
    }

    /**
     * The formula of that cell.
     *
     * @throws IllegalArgumentException if the cell is given, not calculated
     */
    public static String of(Cell cell) {
        Formula formula = cell.figure()
                .formula()
                .orElseThrow(() -> new IllegalArgumentException(cell.name() + " is given and has no formula"));
        return new SpreadsheetFormula(cell.row(), cell.lane())
                .whole(formula, cell.figure().unit());
    }

    /** The formula of a figure: a sum of rows none of which is known is unknown, as {@link Evaluation#of} has it. */
    private String whole(Formula formula, Unit unit) {
        String text = cell(formula, unit);
        boolean sum = formula instanceof Formula.Over over
                && over.kind() == Formula.Over.Kind.SUM
                && !over.rows(row).isEmpty();
        return sum ? "IF(COUNT(" + range((Formula.Over) formula) + ")>0," + text + "," + UNKNOWN + ")" : text;
    }

    /** What must hold before an expression is a number: names that must be numbers, then questions in this order. */
    private record Needs(Set<String> names, List<String> questions) {
        static Needs none() {
            return new Needs(new LinkedHashSet<>(), new ArrayList<>());
        }

        void add(Needs other) {
            names.addAll(other.names);
            other.questions.stream()
                    .filter(question -> !questions.contains(question))
                    .forEach(questions::add);
        }

        private List<String> all() {
            List<String> all = new ArrayList<>();
            if (!names.isEmpty()) {
                all.add("COUNT(" + String.join(",", names) + ")=" + names.size());
            }
            all.addAll(questions);
            return all;
        }

        /** The expression where all holds, else that text. Nested, because AND evaluates everything. */
        String guard(String expression, String otherwise) {
            String result = expression;
            for (String question : all().reversed()) {
                result = "IF(" + question + "," + result + "," + otherwise + ")";
            }
            return result;
        }

        String asQuestion() {
            List<String> all = all();
            if (all.isEmpty()) {
                return "TRUE";
            }
            String result = all.getLast();
            for (String question : all.subList(0, all.size() - 1).reversed()) {
                result = "IF(" + question + "," + result + ",FALSE)";
            }
            return result;
        }
    }

    private static final String UNKNOWN = quoted(Value.UNKNOWN_TEXT);

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** A whole cell: here a condition may choose between a number and a text. */
    private String cell(Formula formula, Unit unit) {
        return switch (formula) {
            case Formula.If choice ->
                needs(choice.condition())
                        .guard(
                                "IF(" + condition(choice.condition()) + "," + cell(choice.then(), unit) + ","
                                        + cell(choice.otherwise(), unit) + ")",
                                UNKNOWN);
            case Formula.OrElse orElse ->
                "IF(" + needs(orElse.preferred()).asQuestion() + ","
                        + in(unit, orElse.preferred()).text() + "," + cell(orElse.fallback(), unit) + ")";
            case Formula.ByLane byLane -> cell(byLane.in(lane), unit);
            case Formula.InLane inLane -> other(inLane).cell(inLane.part(), unit);
            case Formula.Missing missing -> quoted(missing.cellText());
            default -> needs(formula).guard(in(unit, formula).text(), UNKNOWN);
        };
    }

    private Needs needs(Formula formula) {
        Needs needs = Needs.none();
        switch (formula) {
            case Figure figure ->
                needs.names.add(figure.cell(References.rowOf(figure, row), lane).name());
            case Formula.Ref ref ->
                needs.names.add(
                        ref.figure().cell(References.rowOf(ref, row), lane).name());
            case Formula.Constant ignored -> {}
            case Formula.Missing ignored -> needs.questions.add("FALSE");
            case Formula.Over over -> {
                if (over.kind() != Formula.Over.Kind.SUM) {
                    needs.questions.add("COUNT(" + range(over) + ")>0");
                }
            }
            case Formula.If choice -> {
                needs.add(needs(choice.condition()));
                String then = needs(choice.then()).asQuestion();
                String otherwise = needs(choice.otherwise()).asQuestion();
                if (!(then.equals("TRUE") && otherwise.equals("TRUE"))) {
                    needs.questions.add("IF(" + condition(choice.condition()) + "," + then + "," + otherwise + ")");
                }
            }
            case Formula.OrElse orElse -> {
                String fallback = needs(orElse.fallback()).asQuestion();
                if (!fallback.equals("TRUE")) {
                    needs.questions.add("IF(" + needs(orElse.preferred()).asQuestion() + ",TRUE," + fallback + ")");
                }
            }
            case Formula.ByLane byLane -> needs.add(needs(byLane.in(lane)));
            case Formula.InLane inLane -> needs.add(other(inLane).needs(inLane.part()));
            case Formula.Quotient quotient -> {
                needs.add(needs(quotient.above()));
                needs.add(needs(quotient.below()));
                notZero(quotient.below(), needs);
            }
            case Formula.Stepped stepped -> {
                needs.add(needs(stepped.number()));
                needs.add(needs(stepped.step()));
                notZero(stepped.step(), needs);
            }
            default -> References.children(formula).forEach(child -> needs.add(needs(child)));
        }
        return needs;
    }

    private void notZero(Formula divisor, Needs needs) {
        if (!(divisor instanceof Formula.Constant constant && constant.number() != 0)) {
            needs.questions.add(natural(divisor).text() + "<>0");
        }
    }

    private Needs needs(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare -> {
                Needs needs = needs(compare.left());
                needs.add(needs(compare.right()));
                yield needs;
            }
            case Condition.All all -> {
                Needs needs = Needs.none();
                all.parts().forEach(part -> needs.add(needs(part)));
                yield needs;
            }
        };
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare ->
                rounded(natural(compare.left()))
                        + compare.relation().symbol()
                        + rounded(in(compare.left().unit(), compare.right()));
            case Condition.All all ->
                "AND("
                        + String.join(
                                ",", all.parts().stream().map(this::condition).toList()) + ")";
        };
    }

    private static String rounded(Term term) {
        return "ROUND(" + term.text() + ",6)";
    }

    /** A piece of text with how tightly it binds. */
    private record Term(String text, int binding) {
        static final int SUM = 1;
        static final int PRODUCT = 2;
        static final int POWER = 3;
        static final int ATOM = 4;

        String atLeast(int needed) {
            return binding >= needed ? text : "(" + text + ")";
        }
    }

    private Term in(Unit unit, Formula formula) {
        if (formula instanceof Formula.Constant constant) {
            return number(constant.unit().convert(constant.number(), unit));
        }
        Term term = natural(formula);
        double from = formula.unit().factor();
        double to = unit.factor();
        if (from == to) {
            return term;
        }
        return from > to
                ? new Term(term.atLeast(Term.PRODUCT) + "*" + literal(from / to), Term.PRODUCT)
                : new Term(term.atLeast(Term.PRODUCT) + "/" + literal(to / from), Term.PRODUCT);
    }

    private Term natural(Formula formula) {
        return switch (formula) {
            case Figure figure ->
                new Term(figure.cell(References.rowOf(figure, row), lane).name(), Term.ATOM);
            case Formula.Ref ref ->
                new Term(ref.figure().cell(References.rowOf(ref, row), lane).name(), Term.ATOM);
            case Formula.Constant constant -> number(constant.number());
            case Formula.Sum sum ->
                new Term(
                        String.join(
                                "+",
                                sum.parts().stream()
                                        .map(part -> in(sum.unit(), part).atLeast(Term.SUM))
                                        .toList()),
                        Term.SUM);
            case Formula.Difference difference ->
                new Term(
                        in(difference.unit(), difference.from()).atLeast(Term.SUM) + "-"
                                + in(difference.unit(), difference.taken()).atLeast(Term.PRODUCT),
                        Term.SUM);
            case Formula.Product product -> {
                boolean counted = product.keepsUnits();
                yield new Term(
                        operand(counted, product.left()).atLeast(Term.PRODUCT) + "*"
                                + operand(counted, product.right()).atLeast(Term.POWER),
                        Term.PRODUCT);
            }
            case Formula.Quotient quotient -> {
                boolean counted = quotient.keepsUnits();
                yield new Term(
                        operand(counted, quotient.above()).atLeast(Term.PRODUCT) + "/"
                                + operand(counted, quotient.below()).atLeast(Term.POWER),
                        Term.PRODUCT);
            }
            case Formula.Power power ->
                new Term(
                        natural(power.base()).atLeast(Term.ATOM) + "^"
                                + natural(power.exponent()).atLeast(Term.ATOM),
                        Term.POWER);
            case Formula.Extreme extreme ->
                new Term(
                        (extreme.largest() ? "MAX(" : "MIN(")
                                + String.join(
                                        ",",
                                        extreme.parts().stream()
                                                .map(part ->
                                                        in(extreme.unit(), part).text())
                                                .toList())
                                + ")",
                        Term.ATOM);
            case Formula.Stepped stepped -> stepped(stepped);
            case Formula.If choice ->
                new Term(
                        "IF(" + condition(choice.condition()) + ","
                                + in(choice.unit(), choice.then()).text() + ","
                                + in(choice.unit(), choice.otherwise()).text() + ")",
                        Term.ATOM);
            case Formula.OrElse orElse ->
                new Term(
                        "IF(" + needs(orElse.preferred()).asQuestion() + ","
                                + in(orElse.unit(), orElse.preferred()).text() + ","
                                + in(orElse.unit(), orElse.fallback()).text() + ")",
                        Term.ATOM);
            case Formula.Over over ->
                over.rows(row).isEmpty()
                        ? number(0)
                        : new Term(over.kind().function() + "(" + range(over) + ")", Term.ATOM);
            case Formula.ByLane byLane -> in(byLane.unit(), byLane.in(lane));
            case Formula.InLane inLane -> other(inLane).natural(inLane.part());
            case Formula.Missing missing -> new Term(quoted(new Unknown(missing.cellText(), "").cellText()), Term.ATOM);
        };
    }

    private SpreadsheetFormula other(Formula.InLane inLane) {
        return new SpreadsheetFormula(row, inLane.lane());
    }

    private Term operand(boolean counted, Formula formula) {
        return counted ? natural(formula) : in(Unit.coherent(formula.unit().dimension()), formula);
    }

    private Term stepped(Formula.Stepped stepped) {
        Term number = in(stepped.unit(), stepped.number());
        Term step = in(stepped.unit(), stepped.step());
        boolean unitStep = step.text().equals("1");
        String steps = "ROUND("
                + (unitStep ? number.text() : number.atLeast(Term.PRODUCT) + "/" + step.atLeast(Term.POWER)) + ",6)";
        String whole = stepped.up() ? "-INT(-" + steps + ")" : "INT(" + steps + ")";
        if (unitStep) {
            return new Term(whole, stepped.up() ? Term.SUM : Term.ATOM);
        }
        return new Term(whole + "*" + step.atLeast(Term.POWER), stepped.up() ? Term.SUM : Term.PRODUCT);
    }

    private String range(Formula.Over over) {
        List<RowKey> keys = over.rows(row);
        if (keys.equals(over.figure().rows().keys()) && !over.figure().rows().isNone()) {
            return over.figure().cell(keys.getFirst(), lane).rangeName();
        }
        return String.join(
                ",",
                keys.stream().map(key -> over.figure().cell(key, lane).name()).toList());
    }

    private static Term number(double number) {
        return new Term(literal(number), number < 0 ? Term.SUM : Term.ATOM);
    }

    private static String literal(double number) {
        return NumberText.plain(number);
    }
}
