package org.sizewright.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of an .xlsx as their cells show them, or exactly: every digit, and days as 2026-12-31. The workbook's styles are read when
 * the first cell asks for one.
 */
final class CellNumbers {
    /** shown as it stands by the general format, which style 0 stands for */
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,9}");

    private final XSSFReader reader;
    private final DataFormatter formatter;
    private final boolean exact;
    private @Nullable StylesTable styles;

    CellNumbers(XSSFReader reader, DataFormatter formatter, boolean exact) {
        this.reader = reader;
        this.formatter = formatter;
        this.exact = exact;
    }

    /** The number, or the text as it stands if it is none. */
    String text(String value, int style) throws IOException {
        if (style == 0 && PLAIN.matcher(value).matches()) {
            return value;
        }
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return value;
        }
        if (style == 0) {
            return exact ? plain(number) : formatter.formatRawCellContents(number, 0, "General");
        }
        XSSFCellStyle asked = styles().getStyleAt(style);
        int index = asked == null ? 0 : asked.getDataFormat();
        String format = asked == null ? "General" : asked.getDataFormatString();
        String known = format == null ? BuiltinFormats.getBuiltinFormat(index) : format;
        return exact ? exactly(number, index, known) : formatter.formatRawCellContents(number, index, known);
    }

    private static String exactly(double number, int index, String format) {
        if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(number)) {
            LocalDateTime time = DateUtil.getLocalDateTime(number);
            // a time of the day alone is no day
            return number < 1
                    ? time.toLocalTime().toString()
                    : time.toLocalDate().toString();
        }
        return plain(number);
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    private StylesTable styles() throws IOException {
        StylesTable known = styles;
        if (known == null) {
            try {
                known = reader.getStylesTable();
            } catch (InvalidFormatException e) {
                throw new IOException(e);
            }
            styles = known;
        }
        return known;
    }
}
