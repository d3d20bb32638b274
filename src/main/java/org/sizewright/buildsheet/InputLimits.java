package org.sizewright.buildsheet;

import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.sizewright.figure.Range;
import org.sizewright.figure.ValueText;

/** Lets the workbook refuse what an input does not accept. */
final class InputLimits {
    /** 2000-01-01 and 2199-12-31 as spreadsheets count days. */
    private static final String FIRST_DAY = "36526";

    private static final String LAST_DAY = "109574";

    private InputLimits() {}

    static void set(XSSFSheet sheet, XSSFCell cell, Range range, String unit) {
        boolean below = Double.isFinite(range.min());
        boolean above = Double.isFinite(range.max());
        if (!below && !above) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint = below && above
                ? helper.createNumericConstraint(
                        ValidationType.DECIMAL,
                        OperatorType.BETWEEN,
                        ValueText.exact(range.min()),
                        ValueText.exact(range.max()))
                : helper.createNumericConstraint(
                        ValidationType.DECIMAL,
                        below ? OperatorType.GREATER_OR_EQUAL : OperatorType.LESS_OR_EQUAL,
                        ValueText.exact(below ? range.min() : range.max()),
                        "");
        DataValidation validation = helper.createValidation(
                constraint,
                new CellRangeAddressList(
                        cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex()));
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        validation.createErrorBox("Not possible here", sentence(range, unit));
        sheet.addValidationData(validation);
    }

    /** Offers the words of typed entries in lists and accepts no others there; accepts days only where a day stands. */
    static void set(XSSFSheet sheet, Block.Table table, int firstRow) {
        for (int column = 0; column < table.columns().size(); column++) {
            int from = 0;
            while (from < table.rows().size()) {
                Entry first = table.rows().get(from).get(column);
                int to = from + 1;
                while (to < table.rows().size()
                        && isLimitedAlike(first, table.rows().get(to).get(column))) {
                    to++;
                }
                CellRangeAddressList cells =
                        new CellRangeAddressList(firstRow + from, firstRow + to - 1, column, column);
                if (first instanceof Entry.Typed typed && !typed.choices().isEmpty()) {
                    words(sheet, cells, typed.choices());
                } else if (first instanceof Entry.Day) {
                    days(sheet, cells);
                }
                from = to;
            }
        }
    }

    private static boolean isLimitedAlike(Entry one, Entry other) {
        return one instanceof Entry.Typed typed && other instanceof Entry.Typed next
                ? typed.choices().equals(next.choices())
                : one instanceof Entry.Day && other instanceof Entry.Day;
    }

    private static void words(XSSFSheet sheet, CellRangeAddressList cells, List<String> words) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation =
                helper.createValidation(helper.createExplicitListConstraint(words.toArray(String[]::new)), cells);
        validation.setShowErrorBox(true);
        validation.createErrorBox("Not possible here", "Choose one of: " + String.join(", ", words) + ".");
        sheet.addValidationData(validation);
    }

    private static void days(XSSFSheet sheet, CellRangeAddressList cells) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createDateConstraint(OperatorType.BETWEEN, FIRST_DAY, LAST_DAY, ""), cells);
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        validation.createErrorBox("Not possible here", "Enter a day, such as 2026-12-31, or leave it empty.");
        sheet.addValidationData(validation);
    }

    private static String sentence(Range range, String unit) {
        String limits = !Double.isFinite(range.max())
                ? ValueText.number(range.min()) + " or more"
                : !Double.isFinite(range.min())
                        ? ValueText.number(range.max()) + " or less"
                        : ValueText.number(range.min()) + " to " + ValueText.number(range.max());
        return "Enter a number: " + limits + (unit.isEmpty() ? "" : " " + unit) + ". Leave it empty if it is unknown.";
    }
}
