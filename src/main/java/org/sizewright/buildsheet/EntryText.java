package org.sizewright.buildsheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Cell;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.SpreadsheetFormula;
import org.sizewright.figure.Value;

/** What the reader of the workbook sees of an entry as long as nobody changes a number in it: the words of a preview. */
public final class EntryText {
    private final FigureBook figures;
    private final NumberFormats formats;

    public EntryText(FigureBook figures) {
        this.figures = figures;
        this.formats = new NumberFormats(figures);
    }

    /** The text, with the number of decimals and the sign of a bound that the workbook's cell shows. */
    public String text(Entry entry) {
        return switch (entry) {
            case Entry.Empty ignored -> "";
            case Entry.Text text -> text.text();
            case Entry.Number number -> number(number.number(), number.decimals());
            case Entry.Input input ->
                input.number().isPresent()
                        ? number(input.number().getAsDouble(), input.decimals())
                        : Value.UNKNOWN_TEXT;
            case Entry.Typed typed -> typed.text();
            case Entry.Day day -> day.day().map(LocalDate::toString).orElse("");
            case Entry.Status status -> status.word();
            case Entry.Kind kind -> kind.tag().word();
            case Entry.FigureCell home -> text(home.cell());
            case Entry.Mirror mirror -> text(mirror.cell());
            case Entry.Link link -> link.text();
            case Entry.Formula formula ->
                switch (formula.result()) {
                    case Entry.Result.OfNumber number -> number(number.number(), number.decimals());
                    case Entry.Result.OfText text -> text.text();
                };
        };
    }

    /** The tone of the entry itself, or the one that the workbook gives to what its formula says. */
    public Tone tone(Entry entry) {
        return switch (entry) {
            case Entry.Text text -> text.tone();
            case Entry.Input input -> input.number().isPresent() ? Tone.PLAIN : Tone.CAUTION;
            case Entry.Typed ignored -> Tone.PLAIN;
            case Entry.Day ignored -> Tone.PLAIN;
            case Entry.Status status -> status.tone();
            case Entry.FigureCell home -> tone(home.cell());
            case Entry.Mirror mirror -> tone(mirror.cell());
            case Entry.Formula formula ->
                formula.result() instanceof Entry.Result.OfText words ? ofWords(words.text()) : Tone.PLAIN;
            case Entry.Empty ignored -> Tone.PLAIN;
            case Entry.Number ignored -> Tone.PLAIN;
            case Entry.Kind ignored -> Tone.PLAIN;
            case Entry.Link ignored -> Tone.PLAIN;
        };
    }

    /** The formula of the workbook's cell, with its equals sign; empty where the cell holds a plain value. */
    public static Optional<String> formula(Entry entry) {
        return switch (entry) {
            case Entry.FigureCell home ->
                home.cell().figure().formula().map(ignored -> "=" + SpreadsheetFormula.of(home.cell()));
            case Entry.Mirror mirror -> Optional.of("=" + mirror.cell().name());
            case Entry.Formula formula -> Optional.of("=" + formula.formula());
            case Entry.Empty ignored -> Optional.empty();
            case Entry.Text ignored -> Optional.empty();
            case Entry.Number ignored -> Optional.empty();
            case Entry.Input ignored -> Optional.empty();
            case Entry.Typed ignored -> Optional.empty();
            case Entry.Day ignored -> Optional.empty();
            case Entry.Status ignored -> Optional.empty();
            case Entry.Kind ignored -> Optional.empty();
            case Entry.Link ignored -> Optional.empty();
        };
    }

    private String text(Cell cell) {
        return switch (figures.value(cell)) {
            case Value.Unknown ignored -> CellText.of(cell, figures);
            case Value.Known known -> sign(known.bound()) + number(known.number(), formats.decimals(cell.figure()));
        };
    }

    private Tone tone(Cell cell) {
        if (figures.value(cell).isKnown()) {
            return Tone.PLAIN;
        }
        return CellText.of(cell, figures).equals(Staleness.STALE) ? Tone.BAD : Tone.CAUTION;
    }

    /** The same words that the conditional formats of the workbook look for. */
    private static Tone ofWords(String words) {
        if (words.equals(Staleness.CURRENT_SENTENCE) || words.startsWith("passed")) {
            return Tone.GOOD;
        }
        if (words.startsWith("failed") || words.toLowerCase(Locale.ROOT).startsWith(Staleness.STALE)) {
            return Tone.BAD;
        }
        return words.startsWith(Value.UNKNOWN_TEXT) || words.endsWith("parts known") ? Tone.CAUTION : Tone.PLAIN;
    }

    private static String sign(Bound bound) {
        return switch (bound) {
            case EXACT -> "";
            case AT_LEAST -> "≥ ";
            case AT_MOST -> "≤ ";
            case INCOMPLETE -> "about ";
        };
    }

    private static String number(double number, int decimals) {
        if (decimals == NumberFormats.SCIENTIFIC) {
            return String.format(Locale.ROOT, "%.3E", number);
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP));
    }
}
