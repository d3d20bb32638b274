package org.sizewright.buildsheet;

import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.sizewright.figure.Bound;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Range;
import org.sizewright.figure.SpreadsheetFormula;
import org.sizewright.figure.Value;

/** Writes one sheet. */
final class SheetWriter {
    /** Letters are narrower than the digits that widths are counted in. */
    private static final int CHARACTERS_PER_TEN = 11;

    private static final int LONGEST_TEXT = 32_767;

    private final XSSFSheet sheet;
    private final Layout.PlacedSheet placed;
    private final Layout layout;
    private final BuildSheet buildSheet;
    private final FigureBook figures;
    private final CellStyles styles;
    private final Completeness completeness;
    private final NumberFormats formats;
    private final ColumnWidths widths;
    private final Highlights highlights;

    SheetWriter(
            XSSFSheet sheet,
            Layout.PlacedSheet placed,
            Layout layout,
            BuildSheet buildSheet,
            CellStyles styles,
            Completeness completeness,
            NumberFormats formats) {
        this.sheet = sheet;
        this.placed = placed;
        this.layout = layout;
        this.buildSheet = buildSheet;
        this.figures = buildSheet.figures();
        this.styles = styles;
        this.completeness = completeness;
        this.formats = formats;
        this.widths = ColumnWidths.of(placed, figures, formats);
        this.highlights = new Highlights(sheet);
    }

    void write() {
        for (int column = 0; column < placed.width(); column++) {
            sheet.setColumnWidth(column, Math.min(255, widths.of(column)) * 256);
        }
        title();
        int tables = 0;
        for (Layout.Placed block : placed.blocks()) {
            switch (block.block()) {
                case Block.Banner banner -> banner(banner, block.firstRow());
                case Block.Note note -> across(block.firstRow(), note.text(), Look.NOTE);
                case Block.Facts facts -> facts(facts, block);
                case Block.Table table -> table(table, block, ++tables);
            }
        }
        highlights.apply();
        new PageSetup(sheet, placed, buildSheet.cover(), widths).apply();
    }

    private void title() {
        boolean cover = placed.sheet().id().equals(Cover.SHEET_ID);
        String title = cover ? buildSheet.cover().title() : placed.sheet().title();
        text(cell(0, 0), title, cover ? Look.TITLE.withSize(22) : Look.TITLE);
        row(0).setHeightInPoints(cover ? 32 : 24);
        text(cell(1, 0), placed.sheet().purpose(), cover ? Look.PURPOSE.withSize(12) : Look.PURPOSE);
    }

    private void banner(Block.Banner banner, int row) {
        Look look = Look.PLAIN.with(Look.of(Tone.INFORMATION)).withBold().withWrap();
        for (int column = 0; column < placed.width(); column++) {
            cell(row, column).setCellStyle(styles.of(look));
        }
        entry(banner.entry(), cell(row, 0), look, Optional.empty());
        merge(row);
        height(row, lines(text(banner.entry()), widths.total()));
    }

    /** A sentence over the width of the sheet; never inside a table. */
    private void across(int row, String text, Look look) {
        text(cell(row, 0), text, look);
        merge(row);
        height(row, lines(text, widths.total()));
    }

    private void merge(int row) {
        if (placed.width() > 1) {
            sheet.addMergedRegion(new CellRangeAddress(row, row, 0, placed.width() - 1));
        }
    }

    private void facts(Block.Facts facts, Layout.Placed at) {
        if (at.titleRow() >= 0) {
            blockTitle(at.titleRow(), facts.title());
        }
        int row = at.firstRow();
        for (Block.Fact fact : facts.facts()) {
            Look look = Look.PLAIN.withLine(Look.Line.HAIR);
            text(cell(row, 0), fact.label(), look.withInk(Look.MUTED_INK));
            entry(fact.entry(), cell(row, 1), look.indent(), Optional.empty());
            if (facts.hasNotes()) {
                text(cell(row, 2), fact.note(), look.indent().withInk(Look.MUTED_INK));
            }
            row++;
        }
    }

    private void blockTitle(int row, String title) {
        text(cell(row, 0), title, Look.BLOCK_TITLE);
        row(row).setHeightInPoints(20);
    }

    private void table(Block.Table table, Layout.Placed at, int number) {
        if (at.titleRow() >= 0) {
            blockTitle(at.titleRow(), table.title());
        }
        if (at.noteRow() >= 0) {
            across(at.noteRow(), table.note(), Look.NOTE);
        }
        if (at.tagRow() >= 0) {
            tags(table, at.tagRow());
        }
        int headLines = 1;
        for (int column = 0; column < table.columns().size(); column++) {
            Column heading = table.columns().get(column);
            HorizontalAlignment align = switch (heading.kind()) {
                case TEXT, PROSE -> HorizontalAlignment.LEFT;
                case NUMBER -> HorizontalAlignment.RIGHT;
                case STATUS -> HorizontalAlignment.CENTER;
            };
            text(cell(at.headRow(), column), heading.label(), inColumn(column, Look.HEAD.withAlign(align)));
            headLines = Math.max(headLines, lines(heading.label(), widths.of(column) - ColumnWidths.FILTER_BUTTON));
        }
        height(at.headRow(), headLines);
        int row = at.firstRow();
        ColumnReferences columns = new ColumnReferences(table, at.firstRow());
        for (List<Entry> entries : table.rows()) {
            tableRow(table, columns.resolved(entries, row), row++, Look.PLAIN.withLine(Look.Line.HAIR));
        }
        InputLimits.set(sheet, table, at.firstRow());
        if (table.rows().isEmpty()) {
            text(cell(row, 0), "none", Look.PLAIN.withInk(Look.MUTED_INK));
        }
        if (table.total().isPresent()) {
            tableRow(
                    table,
                    columns.resolved(table.total().get(), at.endRow() - 1),
                    at.endRow() - 1,
                    Look.PLAIN.withBold().withLine(Look.Line.TOTAL));
        }
        if (!table.rows().isEmpty() && !placed.sheet().id().equals(Cover.SHEET_ID)) {
            filter(table, at, number);
        }
    }

    private void tags(Block.Table table, int row) {
        for (int column = 0; column < table.columns().size(); column++) {
            Optional<Tag> tag = table.columns().get(column).tag();
            if (tag.isPresent()) {
                text(
                        cell(row, column),
                        tag.get().word(),
                        Look.PLAIN
                                .with(Look.of(tag.get()))
                                .withSize(8)
                                .withAlign(HorizontalAlignment.RIGHT)
                                .indent());
            }
        }
    }

    private void tableRow(Block.Table table, List<Entry> entries, int row, Look look) {
        int lines = 1;
        for (int column = 0; column < entries.size(); column++) {
            Column heading = table.columns().get(column);
            entry(
                    entries.get(column),
                    cell(row, column),
                    inColumn(column, look).aligned(Optional.of(heading)),
                    Optional.of(heading));
            if (heading.kind() == Column.Kind.PROSE) {
                lines = Math.max(lines, lines(text(entries.get(column)), widths.of(column)));
            }
        }
        height(row, lines);
    }

    /** An Excel table: filter buttons, and its own name to point other tools at. */
    private void filter(Block.Table table, Layout.Placed at, int number) {
        int last = at.firstRow() + table.rows().size() - 1;
        AreaReference area = new AreaReference(
                new CellReference(at.headRow(), 0),
                new CellReference(last, table.columns().size() - 1),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable excelTable = sheet.createTable(area);
        String name =
                "table_" + placed.sheet().id().replaceAll("[^A-Za-z0-9]", "_") + (number == 1 ? "" : "_" + number);
        excelTable.setName(name);
        excelTable.setDisplayName(name);
        excelTable.getCTTable().addNewAutoFilter().setRef(area.formatAsString());
    }

    private void entry(Entry entry, XSSFCell cell, Look look, Optional<Column> column) {
        switch (entry) {
            case Entry.Empty ignored -> cell.setCellStyle(styles.of(look));
            case Entry.Text text -> text(cell, text.text(), toned(look, text.tone()));
            case Entry.Number number -> number(cell, number.number(), number.decimals(), look);
            case Entry.Input input -> input(input, cell, look);
            case Entry.Typed typed ->
                text(cell, typed.text(), look.with(Look.of(Tag.INPUT)).unlocked());
            case Entry.Day day -> {
                day.day().ifPresent(cell::setCellValue);
                cell.setCellStyle(
                        styles.of(look.with(Look.of(Tag.INPUT)).unlocked().withFormat(NumberFormats.DAY)));
            }
            case Entry.Status status ->
                text(
                        cell,
                        status.word(),
                        toned(look, status.tone())
                                .withAlign(column.isPresent() ? HorizontalAlignment.CENTER : look.align()));
            case Entry.Kind kind ->
                text(cell, kind.tag().word(), look.with(Look.of(kind.tag())).withAlign(HorizontalAlignment.CENTER));
            case Entry.FigureCell figure -> home(figure.cell(), cell, look);
            case Entry.Mirror mirror -> {
                cell.setCellFormula(mirror.cell().name());
                figureValue(mirror.cell(), cell, numeric(look));
            }
            case Entry.Link leading -> {
                text(cell, leading.text(), look.withInk("1D4F7C").withUnderline());
                Hyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
                link.setAddress(address(leading.target()));
                cell.setHyperlink(link);
            }
            case Entry.Formula formula -> {
                cell.setCellFormula(formula.formula());
                switch (formula.result()) {
                    case Entry.Result.OfNumber number -> number(cell, number.number(), number.decimals(), look);
                    case Entry.Result.OfText text -> {
                        cell.setCellValue(escaped(text.text()));
                        cell.setCellStyle(styles.of(look));
                    }
                }
                highlights.words(cell);
            }
        }
    }

    /** The first column stands flush with the titles. */
    private static Look inColumn(int column, Look look) {
        return column == 0 ? look : look.indent();
    }

    private void number(XSSFCell cell, double number, int decimals, Look look) {
        cell.setCellValue(number);
        cell.setCellStyle(styles.of(numeric(look).withFormat(NumberFormats.pattern(decimals))));
    }

    private void input(Entry.Input input, XSSFCell cell, Look look) {
        Look tagged = look.with(Look.of(Tag.INPUT)).unlocked();
        if (input.number().isPresent()) {
            number(cell, input.number().getAsDouble(), input.decimals(), tagged);
        } else {
            cell.setCellValue(Value.UNKNOWN_TEXT);
            cell.setCellStyle(styles.of(numeric(tagged).withFormat(NumberFormats.pattern(input.decimals()))));
        }
        InputLimits.set(sheet, cell, Range.NOT_NEGATIVE, "");
        highlights.unknown(cell);
    }

    private static Look toned(Look look, Tone tone) {
        return tone == Tone.PLAIN ? look : look.with(Look.of(tone));
    }

    private static Look numeric(Look look) {
        return look.withAlign(HorizontalAlignment.RIGHT);
    }

    private String address(Entry.Target place) {
        return switch (place) {
            case Entry.Target.OfSheet target ->
                "'"
                        + layout.sheets().stream()
                                .map(other -> other.sheet())
                                .filter(other -> other.id().equals(target.id()))
                                .findFirst()
                                .orElseThrow()
                                .title()
                                .replace("'", "''")
                        + "'!A1";
            case Entry.Target.OfCell target -> target.cell().name();
        };
    }

    private void home(Cell figureCell, XSSFCell cell, Look look) {
        Figure figure = figureCell.figure();
        Look tagged = numeric(look).with(Look.of(Tag.of(figure)));
        if (figure.kind() == Figure.Kind.OUTPUT) {
            tagged = tagged.withBold();
        }
        if (figure.kind() == Figure.Kind.INPUT) {
            tagged = tagged.unlocked();
            InputLimits.set(sheet, cell, figure.range(), figure.unit().symbol());
        }
        if (figure.formula().isPresent()) {
            cell.setCellFormula(SpreadsheetFormula.of(figureCell));
        }
        figureValue(figureCell, cell, tagged);
    }

    private void figureValue(Cell figureCell, XSSFCell cell, Look look) {
        int decimals = formats.decimals(figureCell.figure());
        switch (figures.value(figureCell)) {
            case Value.Known known -> {
                cell.setCellValue(known.number());
                if (known.bound() != Bound.EXACT
                        && !completeness.parts(figureCell).isEmpty()) {
                    highlights.bound(
                            cell,
                            completeness.isIncomplete(figureCell),
                            NumberFormats.pattern(decimals, known.bound()),
                            layout.names().keySet());
                }
            }
            case Value.Unknown ignored -> cell.setCellValue(CellText.of(figureCell, figures));
        }
        cell.setCellStyle(styles.of(look.withFormat(NumberFormats.pattern(decimals))));
        highlights.unknown(cell);
    }

    /** What the reader sees of an entry, for widths and heights. */
    private String text(Entry entry) {
        return ColumnWidths.text(entry, figures, formats);
    }

    private void text(XSSFCell cell, String text, Look look) {
        if (!text.isEmpty()) {
            cell.setCellValue(escaped(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text));
        }
        cell.setCellStyle(styles.of(startsLikeFormula(text) ? look.forText() : look));
    }

    private static boolean startsLikeFormula(String text) {
        return !text.isEmpty() && "=+-@'\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /** The file format reads {@code _x0041_} as a character code; a text that happens to look so keeps its letters. */
    static String escaped(String text) {
        return text.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
    }

    private XSSFRow row(int row) {
        XSSFRow existing = sheet.getRow(row);
        return existing == null ? sheet.createRow(row) : existing;
    }

    private XSSFCell cell(int row, int column) {
        return row(row).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** A proposal that the spreadsheet program may replace: rows are not fixed in height. */
    private void height(int row, int lines) {
        if (lines > 1) {
            row(row).setHeightInPoints(Math.min(400, lines * 13f + 2));
            row(row).getCTRow().setCustomHeight(false);
        }
    }

    private static int lines(String text, int width) {
        int lines = 0;
        for (String line : text.split("\n", -1)) {
            lines += wrapped(line, Math.max(1, width * CHARACTERS_PER_TEN / 10));
        }
        return lines;
    }

    /** Lines break between words, so long words leave room unused. */
    private static int wrapped(String line, int width) {
        int lines = 1;
        int used = 0;
        for (String word : line.split(" ", -1)) {
            if (used > 0 && used + 1 + word.length() > width) {
                lines++;
                used = 0;
            }
            used += word.length() + (used > 0 ? 1 : 0);
            lines += (used - 1) / width;
            used = used > width ? used % width : used;
        }
        return lines;
    }
}
