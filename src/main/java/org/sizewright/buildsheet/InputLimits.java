package org.sizewright.buildsheet;

import java.math.BigDecimal;
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
                        ValidationType.DECIMAL, OperatorType.BETWEEN, plain(range.min()), plain(range.max()))
                : helper.createNumericConstraint(
                        ValidationType.DECIMAL,
                        below ? OperatorType.GREATER_OR_EQUAL : OperatorType.LESS_OR_EQUAL,
                        plain(below ? range.min() : range.max()),
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

    /** Offers these words in a list and accepts no others; anything, if there are none. */
    static void set(XSSFSheet sheet, XSSFCell cell, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(words.toArray(String[]::new)),
                new CellRangeAddressList(
                        cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex()));
        validation.setShowErrorBox(true);
        validation.createErrorBox("Not possible here", "Choose one of: " + String.join(", ", words) + ".");
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

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
