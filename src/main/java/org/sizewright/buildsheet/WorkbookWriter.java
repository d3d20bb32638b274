package org.sizewright.buildsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a build sheet as an Excel workbook: live formulas over defined names, each with the value that it gives, so that a
 * program that does not calculate shows the same. Recalculates nothing. The same build sheet gives the same bytes.
 */
public final class WorkbookWriter {
    /** The time that entries of the file carry; zip knows nothing earlier. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private WorkbookWriter() {}

    /** Does not close the stream. */
    public static void write(BuildSheet buildSheet, OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook, buildSheet);
            workbook.write(bytes);
        }
        withoutTimes(bytes.toByteArray(), out);
    }

    private static void fill(XSSFWorkbook workbook, BuildSheet buildSheet) {
        Layout layout = Layout.of(buildSheet);
        // the formulas come from the figures, whose names the layout has checked; parsing each one again takes long
        workbook.setCellFormulaValidation(false);
        CellStyles styles = new CellStyles(workbook);
        for (Layout.PlacedSheet sheet : layout.sheets()) {
            workbook.createSheet(sheet.sheet().title());
        }
        layout.names().forEach((name, area) -> {
            XSSFName defined = workbook.createName();
            defined.setNameName(name);
            defined.setRefersToFormula(area.toReference());
        });
        Completeness completeness = new Completeness(buildSheet.figures());
        NumberFormats formats = new NumberFormats(buildSheet.figures());
        int index = 0;
        for (Layout.PlacedSheet sheet : layout.sheets()) {
            new SheetWriter(workbook.getSheetAt(index), sheet, layout, buildSheet, styles, completeness, formats)
                    .write();
            index++;
        }
        WrittenSheet.add(workbook, buildSheet);
        properties(workbook, buildSheet.cover());
        workbook.setActiveSheet(0);
    }

    private static void properties(XSSFWorkbook workbook, Cover cover) {
        POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
        core.setTitle(cover.title());
        core.setCreator(cover.author());
        core.setSubjectProperty(cover.project());
        core.setKeywords(cover.customer());
        core.setRevision(cover.revision());
        core.setContentStatus(cover.status());
        Optional<Date> date =
                Optional.of(Date.from(cover.date().atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setCreated(date);
        core.setModified(date);
        workbook.getProperties().getExtendedProperties().setApplication(cover.writtenBy());
    }

    /** The library stamps each part of the file with the clock. */
    private static void withoutTimes(byte[] file, OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry untimed = new ZipEntry(entry.getName());
                untimed.setTimeLocal(ENTRY_TIME);
                copy.putNextEntry(untimed);
                in.transferTo(copy);
                copy.closeEntry();
            }
        }
        copy.finish();
    }
}
