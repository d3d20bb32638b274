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
    /** More columns than these would be too small to read on one page. */
    private static final int MOST_ON_ONE_PAGE = 24;

    /** What a page takes of a sheet that goes over several. */
    private static final int COLUMNS_ACROSS = 12;

    private static final double MARGIN_INCHES = 0.5;
    /** From here on the first column stays in view. */
    private static final int WIDE = 8;
    /** Headings further down would leave no room for the rows under them. */
    private static final int LOWEST_FROZEN_ROW = 12;

    private final XSSFSheet sheet;
    private final Layout.PlacedSheet placed;
    private final Cover cover;

    PageSetup(XSSFSheet sheet, Layout.PlacedSheet placed, Cover cover) {
        this.sheet = sheet;
        this.placed = placed;
        this.cover = cover;
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
        int pagesAcross = placed.width() > MOST_ON_ONE_PAGE ? Math.ceilDiv(placed.width(), COLUMNS_ACROSS) : 1;
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
        if (one) {
            Layout.Placed table = tables.getFirst();
            sheet.setRepeatingRows(new CellRangeAddress(
                    table.tagRow() >= 0 ? table.tagRow() : table.headRow(), table.headRow(), -1, -1));
        }
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
