package org.sizewright.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.Styles;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The cells of one .xlsx sheet as they stream by; the merged regions, which come after them, are kept for the end. */
final class SheetStream extends XSSFSheetXMLHandler {
    private final Grid grid;
    private final List<CellRangeAddress> merged = new ArrayList<>();

    SheetStream(Grid grid, Styles styles, SharedStrings strings, DataFormatter formatter) {
        super(styles, strings, new Cells(grid), formatter, false);
        this.grid = grid;
    }

    @Override
    public void startElement(@Nullable String uri, @Nullable String localName, String qName, Attributes attributes)
            throws SAXException {
        super.startElement(uri, localName, qName, attributes);
        if ("mergeCell".equals(localName)) {
            String region = attributes.getValue("ref");
            if (region != null) {
                merged.add(CellRangeAddress.valueOf(region));
            }
        }
    }

    void mergeRegions() throws UnreadableException {
        for (CellRangeAddress region : merged) {
            grid.merge(region.getFirstRow(), region.getFirstColumn(), region.getLastRow(), region.getLastColumn());
        }
    }

    /** Stops the parser: its callbacks may not throw checked exceptions. */
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

    private static final class Cells implements SheetContentsHandler {
        /** The library's way of showing a cell whose formula failed. */
        private static final Pattern ERROR = Pattern.compile("^ERROR:(#[A-Z0-9/_]+[!?]?)$");

        private final Grid grid;
        private int row;
        private int column;

        Cells(Grid grid) {
            this.grid = grid;
        }

        @Override
        public void startRow(int rowNumber) {
            row = rowNumber;
            column = -1;
        }

        @Override
        public void endRow(int rowNumber) {}

        @Override
        public void cell(@Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
            // the reference is optional: without it a cell follows its neighbour
            column = reference == null ? column + 1 : new CellReference(reference).getCol();
            try {
                grid.put(row, column, text == null ? "" : ERROR.matcher(text).replaceFirst("$1"));
            } catch (UnreadableException e) {
                throw new Stopped(e);
            }
        }
    }
}
