package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTNumFmt;

/** Conditional formats of one sheet: what must show when somebody changes an input in the workbook. */
final class Highlights {
    private final XSSFSheet sheet;
    private final List<XSSFCell> unknownOrStale = new ArrayList<>();
    private final List<XSSFCell> words = new ArrayList<>();
    private final Map<Bounded, List<XSSFCell>> bounded = new LinkedHashMap<>();

    private record Bounded(String condition, String format) {}

    Highlights(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    /** A figure's cell: it may become unknown or stale. */
    void unknown(XSSFCell cell) {
        unknownOrStale.add(cell);
    }

    /** A formula that gives words. */
    void words(XSSFCell cell) {
        words.add(cell);
    }

    /** A number that is a bound while parts are missing. */
    void bound(XSSFCell cell, String whileThis, String format, Set<String> names) {
        if (names.containsAll(Layout.namesIn(whileThis))) {
            bounded.computeIfAbsent(new Bounded(whileThis, format), key -> new ArrayList<>())
                    .add(cell);
        }
    }

    void apply() {
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        if (!unknownOrStale.isEmpty()) {
            formatting.addConditionalFormatting(
                    runs(unknownOrStale).toArray(CellRangeAddress[]::new), new ConditionalFormattingRule[] {
                        coloured(equal(formatting, Staleness.STALE), Tone.BAD, true),
                        coloured(equal(formatting, "unknown"), Tone.CAUTION, false)
                    });
        }
        for (CellRangeAddress run : runs(words)) {
            String first = run.formatAsString().replaceAll(":.*", "");
            CellRangeAddress[] range = {run};
            rule(formatting, range, "LEFT(" + first + ",5)=\"STALE\"", Tone.BAD, true);
            rule(formatting, range, "LEFT(" + first + ",7)=\"unknown\"", Tone.CAUTION, false);
            rule(formatting, range, "RIGHT(" + first + ",11)=\"parts known\"", Tone.CAUTION, false);
            rule(formatting, range, "LEFT(" + first + ",6)=\"failed\"", Tone.BAD, true);
            rule(
                    formatting,
                    range,
                    "OR(" + first + "=\"" + Staleness.CURRENT_SENTENCE + "\",LEFT(" + first + ",6)=\"passed\")",
                    Tone.GOOD,
                    false);
        }
        bounded.forEach((bound, cells) -> numberFormat(formatting, bound, runs(cells)));
    }

    private static ConditionalFormattingRule equal(XSSFSheetConditionalFormatting formatting, String text) {
        return formatting.createConditionalFormattingRule(ComparisonOperator.EQUAL, "\"" + text + "\"");
    }

    private static void rule(
            XSSFSheetConditionalFormatting formatting,
            CellRangeAddress[] range,
            String formula,
            Tone tone,
            boolean bold) {
        formatting.addConditionalFormatting(
                range, coloured(formatting.createConditionalFormattingRule(formula), tone, bold));
    }

    private static ConditionalFormattingRule coloured(ConditionalFormattingRule rule, Tone tone, boolean bold) {
        Look.Colours colours = Look.of(tone);
        XSSFFontFormatting font = ((XSSFConditionalFormattingRule) rule).createFontFormatting();
        font.setFontColor(CellStyles.colour(colours.ink()));
        if (bold) {
            font.setFontStyle(false, true);
        }
        XSSFPatternFormatting pattern = ((XSSFConditionalFormattingRule) rule).createPatternFormatting();
        // for a conditional format, the background is the colour of a solid fill
        pattern.setFillBackgroundColor(CellStyles.colour(colours.fill()));
        pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        return rule;
    }

    /** The library has no method for number formats in conditional formats. */
    private void numberFormat(XSSFSheetConditionalFormatting formatting, Bounded bound, List<CellRangeAddress> ranges) {
        int index = formatting.addConditionalFormatting(
                ranges.toArray(CellRangeAddress[]::new), formatting.createConditionalFormattingRule(bound.condition()));
        CTDxf differential = CTDxf.Factory.newInstance();
        CTNumFmt format = differential.addNewNumFmt();
        format.setNumFmtId(sheet.getWorkbook().getStylesSource().putNumberFormat(bound.format()));
        format.setFormatCode(bound.format());
        int count = sheet.getWorkbook().getStylesSource().putDxf(differential);
        CTConditionalFormatting written = sheet.getCTWorksheet().getConditionalFormattingArray(index);
        written.getCfRuleArray(0).setDxfId(count - 1L);
    }

    /** The cells as few ranges: runs downwards. */
    private static List<CellRangeAddress> runs(List<XSSFCell> cells) {
        Map<Integer, CellRangeAddress> open = new LinkedHashMap<>();
        List<CellRangeAddress> runs = new ArrayList<>();
        for (XSSFCell cell : cells) {
            CellRangeAddress run = open.get(cell.getColumnIndex());
            if (run != null && run.getLastRow() + 1 == cell.getRowIndex()) {
                run.setLastRow(cell.getRowIndex());
            } else {
                CellRangeAddress started = new CellRangeAddress(
                        cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex());
                open.put(cell.getColumnIndex(), started);
                runs.add(started);
            }
        }
        return runs;
    }
}
