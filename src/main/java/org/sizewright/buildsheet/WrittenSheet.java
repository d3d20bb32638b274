package org.sizewright.buildsheet;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The hidden sheet of a workbook with what stood in its cells for typing, all as texts: facts, one heading row, values. */
public final class WrittenSheet {
    public static final String TITLE = "As written";
    public static final String PLAN = "Plan";
    public static final String OPTION = "Option";
    public static final List<String> HEADINGS = List.of("Sheet", "Title", "Id", "Column", "Written", "Place");

    private WrittenSheet() {}

    static void add(XSSFWorkbook workbook, BuildSheet buildSheet) {
        buildSheet.subject().ifPresent(subject -> add(workbook, buildSheet, subject));
    }

    private static void add(XSSFWorkbook workbook, BuildSheet buildSheet, BuildSheet.Subject subject) {
        XSSFSheet sheet = workbook.createSheet(TITLE);
        List<List<String>> lines = new ArrayList<>(List.of(
                List.of(
                        "What stood in the cells for typing when this file was written. The plan needs it to take them back."),
                List.of(PLAN, subject.plan()),
                List.of(OPTION, subject.option()),
                HEADINGS));
        for (WrittenValue value : WrittenValue.of(buildSheet)) {
            lines.add(List.of(value.sheet(), value.title(), value.id(), value.column(), value.text(), value.place()));
        }
        for (int row = 0; row < lines.size(); row++) {
            XSSFRow line = sheet.createRow(row);
            for (int column = 0; column < lines.get(row).size(); column++) {
                line.createCell(column)
                        .setCellValue(SheetWriter.escaped(lines.get(row).get(column)));
            }
        }
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
    }
}
