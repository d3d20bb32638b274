package org.sizewright.buildsheet;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.extensions.XSSFCellBorder.BorderSide;

/** The styles of one workbook: each look is made once. */
final class CellStyles {
    /** Known to every office program, with a free font of the same widths. */
    private static final String FONT = "Arial";

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styles = new HashMap<>();
    private final Map<FontLook, XSSFFont> fonts = new HashMap<>();

    private record FontLook(String ink, boolean bold, boolean italic, boolean underlined, int size) {}

    CellStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont standard = workbook.getFontAt(0);
        standard.setFontName(FONT);
        standard.setFontHeightInPoints((short) Look.PLAIN.size());
    }

    XSSFCellStyle of(Look look) {
        return styles.computeIfAbsent(look, this::make);
    }

    private XSSFCellStyle make(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(
                new FontLook(look.ink(), look.bold(), look.italic(), look.underlined(), look.size()), this::make));
        if (!look.fill().isEmpty()) {
            style.setFillForegroundColor(colour(look.fill()));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        style.setAlignment(look.align());
        if (look.indented()) {
            style.setIndention((short) 1);
        }
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(look.wraps());
        switch (look.line()) {
            case NONE -> {}
            case HAIR -> {
                style.setBorderBottom(BorderStyle.THIN);
                style.setBorderColor(BorderSide.BOTTOM, colour(Look.LINE_COLOUR));
            }
            case STRONG -> {
                style.setBorderBottom(BorderStyle.THIN);
                style.setBorderColor(BorderSide.BOTTOM, colour(Look.STRONG_COLOUR));
            }
            case TOTAL -> {
                style.setBorderTop(BorderStyle.THIN);
                style.setBorderColor(BorderSide.TOP, colour(Look.STRONG_COLOUR));
            }
        }
        if (!look.format().isEmpty()) {
            style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        }
        style.setLocked(look.locked());
        style.setQuotePrefixed(look.asText());
        return style;
    }

    private XSSFFont make(FontLook look) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) look.size());
        font.setBold(look.bold());
        font.setItalic(look.italic());
        if (look.underlined()) {
            font.setUnderline(XSSFFont.U_SINGLE);
        }
        font.setColor(colour(look.ink()));
        return font;
    }

    static XSSFColor colour(String hex) {
        return new XSSFColor(HexFormat.of().parseHex(hex), null);
    }
}
