package org.sizewright.buildsheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Unit;
import org.sizewright.figure.Value;

/** What one cell of the build sheet holds. */
public sealed interface Entry {
    /** Nothing. */
    record Empty() implements Entry {}

    /** A text, always stored as text, whatever it begins with. */
    record Text(String text, Tone tone) implements Entry {}

    /** A number that is no figure, such as a quantity of the BOM; shown with that many decimals. */
    record Number(double number, int decimals) implements Entry {
        public Number {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a number must be finite: " + number);
            }
            Entry.requireDecimals(decimals);
        }
    }

    /** A number that is no figure and that the reader may type over: zero or more, or unknown. */
    record Input(OptionalDouble number, int decimals) implements Entry {
        public Input {
            number.ifPresent(given -> {
                if (!Double.isFinite(given) || given < 0) {
                    throw new IllegalArgumentException("a number to be typed over is zero or more: " + given);
                }
            });
            Entry.requireDecimals(decimals);
        }
    }

    /**
     * A text that the reader may type over.
     *
     * @param choices what it may become; anything, if there are none
     * @param place what it stands for in the plan, where the id of its row does not say that; may be empty
     */
    record Typed(String text, List<String> choices, String place) implements Entry {
        public Typed {
            choices = List.copyOf(choices);
            if (!choices.isEmpty() && !choices.contains(text)) {
                throw new IllegalArgumentException("\"" + text + "\" is none of " + choices);
            }
        }
    }

    /** A day that the reader may type over, or the place for one. */
    record Day(Optional<LocalDate> day) implements Entry {}

    /** A word with a colour that means the same. */
    record Status(String word, Tone tone) implements Entry {
        public Status {
            if (word.isBlank()) {
                throw new IllegalArgumentException("a status needs a word: the colour alone is not read by everybody");
            }
        }
    }

    /** The word and colour of what stands behind a cell. */
    record Kind(Tag tag) implements Entry {}

    /** The home of a figure's cell: here its name is defined. A value for inputs and facts, else the live formula. */
    record FigureCell(Cell cell) implements Entry {}

    /** A figure's cell shown again, as a reference to its home by name. */
    record Mirror(Cell cell) implements Entry {}

    /** A text that leads to another place of the workbook. */
    record Link(String text, Target target) implements Entry {}

    /**
     * A formula that is no figure, such as a check.
     *
     * @param formula over names of figures, without the leading equals sign; in a table also over its columns: {@code {Qty}} is the
     *     cell of that column in the own row, {@code {all Qty}} are its cells in all rows
     * @param result what it gives for the values of this build sheet
     */
    record Formula(String formula, Result result) implements Entry {
        public Formula {
            if (formula.isBlank() || formula.startsWith("=")) {
                throw new IllegalArgumentException("a formula without its equals sign, not \"" + formula + "\"");
            }
        }
    }

    /** Where a link leads. */
    sealed interface Target {
        /** The sheet of that {@link Sheet#id()}. */
        record OfSheet(String id) implements Target {}

        /** The home of a figure's cell. */
        record OfCell(Cell cell) implements Target {}
    }

    /** What a formula gives. */
    sealed interface Result {
        /** Shown with that many decimals. */
        record OfNumber(double number, int decimals) implements Result {
            public OfNumber {
                Entry.requireDecimals(decimals);
            }
        }

        record OfText(String text) implements Result {}
    }

    static Entry empty() {
        return new Empty();
    }

    static Entry text(String text) {
        return text.isEmpty() ? new Empty() : new Text(text, Tone.PLAIN);
    }

    static Entry text(String text, Tone tone) {
        return new Text(text, tone);
    }

    /** For what nobody told: shown as such, never as 0. */
    static Entry unknown() {
        return new Text(Value.UNKNOWN_TEXT, Tone.CAUTION);
    }

    /** Unknown, and who can tell, such as "vendor". */
    static Entry unknown(String whoKnows) {
        return new Text(Value.UNKNOWN_TEXT + " — " + whoKnows, Tone.CAUTION);
    }

    /** A whole number. */
    static Entry number(long number) {
        return new Number(number, 0);
    }

    static Entry number(double number, int decimals) {
        return new Number(number, decimals);
    }

    static Entry number(Value value, int decimals) {
        return switch (value) {
            case Value.Known known -> new Number(known.number(), decimals);
            case Value.Unknown unknown -> new Text(unknown.cellText(), Tone.CAUTION);
        };
    }

    /** One of some words, of which the reader may choose another; what it is about stands in that place. */
    static Entry chosen(String word, List<String> words, String place) {
        return new Typed(word, words, place);
    }

    /** A day that the reader may type over. */
    static Entry day(Optional<LocalDate> day) {
        return new Day(day);
    }

    /** A number that the reader may type over. */
    static Entry input(double number, int decimals) {
        return new Input(OptionalDouble.of(number), decimals);
    }

    /** The place for a number that nobody knows yet. */
    static Entry unknownInput(int decimals) {
        return new Input(OptionalDouble.empty(), decimals);
    }

    /** A text that the reader may type over. */
    static Entry typed(String text) {
        return new Typed(text, List.of(), "");
    }

    /** A word that the reader may change into another of these. */
    static Entry chosen(String word, List<String> words) {
        return new Typed(word, words, "");
    }

    static Entry status(String word, Tone tone) {
        return new Status(word, tone);
    }

    static Entry kind(Figure figure) {
        return new Kind(Tag.of(figure));
    }

    static Entry home(Cell cell) {
        return new FigureCell(cell);
    }

    static Entry mirror(Cell cell) {
        return new Mirror(cell);
    }

    /** The only cell of a figure without rows, shown again. */
    static Entry mirror(Figure figure) {
        return new Mirror(figure.cell());
    }

    static Entry linkToSheet(String text, String sheetId) {
        return new Link(text, new Target.OfSheet(sheetId));
    }

    static Entry linkToCell(String text, Cell cell) {
        return new Link(text, new Target.OfCell(cell));
    }

    static Entry formula(String formula, String result) {
        return new Formula(formula, new Result.OfText(result));
    }

    static Entry formula(String formula, double result, int decimals) {
        return new Formula(formula, new Result.OfNumber(result, decimals));
    }

    /** The unit of a figure as a text of its own. */
    static Entry unit(Unit unit) {
        return text(unit.symbol());
    }

    private static void requireDecimals(int decimals) {
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("0 to 9 decimals: " + decimals);
        }
    }
}
