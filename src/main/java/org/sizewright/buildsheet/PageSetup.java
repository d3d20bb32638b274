package org.sizewright.buildsheet;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How a sheet shows on screen and on paper: frozen headings, A4 landscape, one page wide. */
final class PageSetup {
    /** Characters beside each other that can still be read on one page. */
    private static final int WIDEST_PAGE = 340;

    private static final double MARGIN_INCHES = 0.5;
    /** From here on the first column stays in view. */
    private static final int WIDE = 8;
    /** Headings further down would leave no room for the rows under them. */
    private static final int LOWEST_FROZEN_ROW = 12;

    private final XSSFSheet sheet;
    private final Layout.PlacedSheet placed;
    private final Cover cover;
    private final ColumnWidths widths;

    PageSetup(XSSFSheet sheet, Layout.PlacedSheet placed, Cover cover, ColumnWidths widths) {
        this.sheet = sheet;
        this.placed = placed;
        this.cover = cover;
        this.widths = widths;
    }

    void apply() {
        sheet.setDisplayGridlines(false);
        sheet.setTabColor(CellStyles.colour(
                switch (placed.sheet().group()) {
                    case FRONT -> Look.TITLE_INK;
                    case INPUTS -> "E3B341";
                    case WORKINGS -> "7F93A5";
                    case RESULTS -> "2F855A";
                    case CONTROL -> "7C5CBF";
                }));
        freeze();
        sheet.setFitToPage(true);
        sheet.setAutobreaks(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        int pagesAcross = pagesAcross();
        print.setFitWidth((short) pagesAcross);
        if (pagesAcross > 1) {
            // what a row is about stands on each of its pages
            sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 0));
        }
        // cover and summary are one page each; the others as many as they need
        print.setFitHeight((short) (placed.sheet().group() == Sheet.Group.FRONT ? 1 : 0));
        for (PageMargin side : List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP)) {
            sheet.setMargin(side, MARGIN_INCHES);
        }
        sheet.setMargin(PageMargin.BOTTOM, 0.7);
        sheet.setMargin(PageMargin.FOOTER, 0.3);
        String left = Stream.of(cover.customer(), cover.project(), cover.revision())
                .filter(text -> !text.isBlank())
                .map(PageSetup::plain)
                .collect(Collectors.joining(" · "));
        sheet.getFooter().setLeft("&8" + spaced(left));
        sheet.getFooter().setCenter("&8" + spaced(plain(placed.sheet().title())));
        sheet.getFooter().setRight("&8 page &P / &N");
    }

    /** As few as keep the letters large enough; each but the first shows the first column again. */
    private int pagesAcross() {
        if (widths.total() <= WIDEST_PAGE) {
            return 1;
        }
        int first = widths.of(0);
        return Math.max(2, Math.ceilDiv(widths.total() - first, WIDEST_PAGE - first));
    }

    private void freeze() {
        if (placed.sheet().id().equals(Cover.SHEET_ID)) {
            return;
        }
        List<Layout.Placed> tables = placed.blocks().stream()
                .filter(block -> block.block() instanceof Block.Table)
                .toList();
        boolean one = tables.size() == 1 && tables.getFirst().headRow() <= LOWEST_FROZEN_ROW;
        int columns = one && placed.width() > WIDE ? 1 : 0;
        sheet.createFreezePane(columns, one ? tables.getFirst().firstRow() : 2);
        if (one || isHeadOfMost(tables)) {
            Layout.Placed table = tables.getFirst();
            sheet.setRepeatingRows(new CellRangeAddress(
                    table.tagRow() >= 0 ? table.tagRow() : table.headRow(), table.headRow(), -1, -1));
        }
    }

    /** Whether the headings of the first table are those of most rows of the sheet: then they are worth having on every page. */
    private static boolean isHeadOfMost(List<Layout.Placed> tables) {
        if (tables.isEmpty() || tables.getFirst().headRow() > LOWEST_FROZEN_ROW) {
            return false;
        }
        List<String> head = labels(tables.getFirst());
        int alike = 0;
        int all = 0;
        for (Layout.Placed table : tables) {
            int rows = table.endRow() - table.firstRow();
            all += rows;
            alike += labels(table).equals(head) ? rows : 0;
        }
        return alike * 3 >= all * 2;
    }

    private static List<String> labels(Layout.Placed placed) {
        return placed.block() instanceof Block.Table table
                ? table.columns().stream().map(Column::label).toList()
                : List.of();
    }

    /** A digit right after the font size would be read as part of it. */
    private static String spaced(String text) {
        return " " + text;
    }

    /** An ampersand begins a code in a footer. */
    private static String plain(String text) {
        return text.replace("&", "&&").replace("\n", " ");
    }
}
