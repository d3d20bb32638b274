package org.sizewright.ui.screen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Given;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.library.AccuracyBand;
import org.sizewright.library.Engine;
import org.sizewright.library.Library;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.sizing.throughput.MeasuredCases;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;

/**
 * What stands behind an estimate: the bands that it and all that it rests on have earned on measured cases, and what of it lies
 * outside of what was measured.
 */
public final class Measured {
    private static final String RECORD = "record ";
    /** Figures of a whole plan rest on thousands of cells; the bands come early. */
    private static final int MOST_CELLS = 4000;

    private final Texts texts;
    private final Library library;
    private final FigureBook book;
    private final Optional<LlmMemory> llm;
    private final Map<String, AccuracyBand> bands = new LinkedHashMap<>();
    private final Set<String> outside = new LinkedHashSet<>();

    private Measured(Texts texts, Library library, FigureBook book, Optional<LlmMemory> llm) {
        this.texts = texts;
        this.library = library;
        this.book = book;
        this.llm = llm;
    }

    /**
     * The explanation of a figure, for an estimate with what it was held against.
     *
     * @throws IllegalArgumentException if the cell belongs to another book
     */
    public static Why with(Texts texts, Library library, FigureBook book, LlmMemory llm, Cell cell) {
        return new Measured(texts, library, book, Optional.of(llm)).why(cell);
    }

    /**
     * The same of a book without language models that are served.
     *
     * @throws IllegalArgumentException if the cell belongs to another book
     */
    public static Why with(Texts texts, Library library, FigureBook book, Cell cell) {
        return new Measured(texts, library, book, Optional.empty()).why(cell);
    }

    private Why why(Cell cell) {
        Why why = FigureWhy.of(texts, book, cell);
        walk(cell.figure().cell(cell.row(), Lane.HIGH));
        return section().map(why::withSection).orElse(why);
    }

    /** The high lane reads the bands, which the best value does without. */
    private void walk(Cell from) {
        Deque<Cell> open = new ArrayDeque<>();
        Set<Cell> seen = new HashSet<>();
        open.add(from);
        seen.add(from);
        while (!open.isEmpty() && seen.size() < MOST_CELLS) {
            Cell cell = open.remove();
            Optional<Given> given = cell.figure().given(cell.row());
            if (given.isPresent()) {
                note(given.get());
                continue;
            }
            for (Cell input : book.explain(cell).inputs()) {
                if (seen.add(input)) {
                    open.add(input);
                }
            }
        }
        if (!bands.isEmpty()) {
            llm.ifPresent(served -> seen.stream()
                    .map(Cell::row)
                    .filter(served.rows.keys()::contains)
                    .distinct()
                    .map(row -> served.subject(row).engine())
                    .filter(engine -> !isMeasured(engine))
                    .forEach(engine -> outside.add(texts.get("measured.engine", engine.name()))));
        }
    }

    private void note(Given given) {
        String where = given.source().where();
        if (where.startsWith(RECORD)) {
            library.accuracyBand(where.substring(RECORD.length())).ifPresent(band -> bands.put(band.id(), band));
        }
        if (given.value() instanceof Value.Unknown unknown && unknown.cellText().equals(MeasuredCases.NOT_MEASURED)) {
            outside.add(texts.get("measured.none", unknown.why()));
        }
    }

    /** Whether a log of the engine itself says what it takes; constants of the others were taken over. */
    private static boolean isMeasured(Engine engine) {
        return engine.nonTorch().stream().anyMatch(each -> each.memory().evidence() == Evidence.VERIFIED);
    }

    private Optional<Why.Section> section() {
        if (bands.isEmpty() && outside.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (AccuracyBand band : bands.values()) {
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            text.append(texts.get(
                    "measured.band",
                    band.title(),
                    band.cases(),
                    percent(band.medianError()),
                    percent(band.p90Error()),
                    signed(band.low() - 1),
                    signed(band.high() - 1)));
            band.fitted()
                    .filter(what -> !what.equals("nothing"))
                    .ifPresent(what -> text.append(' ').append(texts.get("measured.fitted", what)));
        }
        for (String line : outside) {
            text.append(text.isEmpty() ? "" : "\n\n").append(line);
        }
        return Optional.of(Why.Section.of(texts.get("measured.title"), text.toString()));
    }

    private static String percent(double share) {
        double percent = share * 100;
        return ValueText.number(percent, percent < 0.1 ? 3 : percent < 1 ? 2 : 1);
    }

    private static String signed(double share) {
        return (share < 0 ? "\u2212" : "+") + percent(Math.abs(share));
    }
}
