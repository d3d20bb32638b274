package org.sizewright.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The cells of one .xlsx sheet as they stream by; the merged regions, which come after them, are kept for the end.
 *
 * <p>The workbook library has such a handler too, which makes a tree of objects for every text: a third of the time of an import.
 */
final class SheetStream extends DefaultHandler {
    private final Grid grid;
    private final List<String> strings;
    private final CellNumbers numbers;
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private int row = -1;
    private int column = -1;
    private String type = "";
    private int style;
    private boolean inText;
    private boolean inPhonetic;

    SheetStream(Grid grid, List<String> strings, CellNumbers numbers) {
        this.grid = grid;
        this.strings = strings;
        this.numbers = numbers;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        switch (localName) {
            case "row" -> {
                String number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number) - 1;
                column = -1;
                grid.writes(row);
            }
            case "c" -> {
                String reference = attributes.getValue("r");
                // the reference is optional: without it a cell follows its neighbour
                column = reference == null ? column + 1 : columnOf(reference);
                type = or(attributes.getValue("t"), "n");
                style = Integer.parseInt(or(attributes.getValue("s"), "0"));
                text.setLength(0);
            }
            case "v", "t" -> inText = !inPhonetic;
            case "rPh" -> inPhonetic = true;
            case "mergeCell" -> {
                String region = attributes.getValue("ref");
                if (region != null) {
                    merged.add(CellRangeAddress.valueOf(region));
                }
            }
            default -> {}
        }
    }

    /** The column of a reference such as {@code AB12}, from 0; what is beyond any sheet is told as far out. */
    private static int columnOf(String reference) {
        int letters = 0;
        int column = 0;
        while (letters < reference.length() && letters < 4 && reference.charAt(letters) >= 'A') {
            column = column * 26 + Character.toUpperCase(reference.charAt(letters)) - 'A' + 1;
            letters++;
        }
        if (letters == 0) {
            throw new IllegalArgumentException("a cell without a column: " + reference);
        }
        return column - 1;
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (inText) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        switch (localName) {
            case "v", "t" -> inText = false;
            case "rPh" -> inPhonetic = false;
            case "c" -> put();
            default -> {}
        }
    }

    private void put() {
        if (text.isEmpty()) {
            return;
        }
        String value = text.toString();
        try {
            grid.put(
                    row,
                    column,
                    switch (type) {
                        case "s" -> strings.get(Integer.parseInt(value.strip()));
                        case "inlineStr", "str" -> SharedTexts.decoded(value);
                        case "b" -> value.strip().equals("0") ? "FALSE" : "TRUE";
                        case "e" -> value;
                        default -> numbers.text(value.strip(), style);
                    });
        } catch (UnreadableException e) {
            throw new Stopped(e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void mergeRegions() throws UnreadableException {
        for (CellRangeAddress region : merged) {
            grid.merge(region.getFirstRow(), region.getFirstColumn(), region.getLastRow(), region.getLastColumn());
        }
    }

    /** Stops the parser: its callbacks may not throw checked exceptions of ours. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient UnreadableException refusal;

        Stopped(UnreadableException refusal) {
            super(refusal);
            this.refusal = refusal;
        }

        UnreadableException refusal() {
            return refusal;
        }
    }
}
