package org.sizewright.buildsheet.returned;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.sizewright.SampleReferences;
import org.sizewright.buildsheet.BuildSheetSubject;
import org.sizewright.buildsheet.BuildSheets;
import org.sizewright.buildsheet.Column;
import org.sizewright.buildsheet.WorkbookWriter;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

/** Real workbooks that are written, edited as a person would and read back. */
final class Workbooks {
    private Workbooks() {}

    static PlanResult result(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, new SampleReferences()), Cancellation.never());
    }

    static Path write(Plan plan, Path file) throws IOException {
        return write(result(plan), file);
    }

    static Path write(PlanResult result, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            WorkbookWriter.write(
                    BuildSheets.of(new BuildSheetSubject(result, result.live(), Optional.empty(), "test")), out);
        }
        return file;
    }

    /** Opens the file, lets somebody type into it, and saves it. */
    static Path edit(Path file, Consumer<XSSFWorkbook> typing) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            typing.accept(workbook);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        return file;
    }

    /** The cell under a heading in the row of an id. */
    static Cell cell(XSSFSheet sheet, String id, String heading) {
        Map<String, Integer> columns = new HashMap<>();
        for (Row row : sheet) {
            Map<String, Integer> texts = new HashMap<>();
            row.forEach(cell -> {
                if (cell.getCellType() == CellType.STRING) {
                    texts.putIfAbsent(cell.getStringCellValue(), cell.getColumnIndex());
                }
            });
            if (texts.containsKey(Column.ID) || texts.containsKey(Column.NAME)) {
                columns = texts;
            } else if (texts.containsKey(id)) {
                return row.getCell(columns.getOrDefault(heading, -1), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new IllegalArgumentException("no row " + id + " in " + sheet.getSheetName());
    }

    static Comparison compare(Path file, Plan plan) {
        ReturnedWorkbook read = ReturnedWorkbook.read(file);
        assertThat(read).isInstanceOf(ReturnedWorkbook.Read.class);
        return Comparison.of((ReturnedWorkbook.Read) read, plan);
    }
}
