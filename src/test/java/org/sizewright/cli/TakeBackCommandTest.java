package org.sizewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code take-back}: a workbook goes out, is filled in, and comes back. */
class TakeBackCommandTest {
    private static final String PLAN = "assets/samples/plans/sample-plan.json";

    @TempDir
    private Path folder = Path.of("");

    private final SizeRun run = new SizeRun();

    /** The first step, by its row; headings as the workbook has them. */
    private static Cell cell(XSSFSheet sheet, String heading) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.toString().equals(heading)) {
                    return sheet.getRow(row.getRowNum() + 1).getCell(cell.getColumnIndex());
                }
            }
        }
        throw new IllegalArgumentException(heading);
    }

    @Test
    void whatWasTypedIsPrintedAndTakenExceptWhatIsLeft() throws IOException {
        Path book = folder.resolve("book.xlsx");
        assertThat(run.run("build", PLAN, "-o", book.toString())).isEqualTo(Console.FINE);
        assertThat(run.run("take-back", PLAN, book.toString())).isEqualTo(Console.FINE);
        assertThat(run.out()).contains("Nothing was typed that the plan does not have.");
        String owner;
        String note;
        try (InputStream in = Files.newInputStream(book);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            XSSFSheet sheet = workbook.getSheet("Checklist");
            cell(sheet, "Owner").setCellValue("Ada");
            cell(sheet, "Note").setCellValue("asked");
            owner = "Checklist!" + cell(sheet, "Owner").getAddress();
            note = "Checklist!" + cell(sheet, "Note").getAddress();
            try (OutputStream out = Files.newOutputStream(book)) {
                workbook.write(out);
            }
        }
        Path plan = folder.resolve("plan.json");
        assertThat(run.run("take-back", PLAN, book.toString(), "-o", plan.toString(), "--leave", note))
                .as(run.err())
                .isEqualTo(Console.FINE);
        assertThat(run.out())
                .contains("2 changes:", "  " + owner + "  ", ", Owner: nothing -> \"Ada\"", "(left) " + note);
        assertThat(Files.readString(plan)).contains("\"owner\": \"Ada\"").doesNotContain("asked");
        assertThat(run.run("take-back", PLAN, book.toString(), "--leave", "Checklist!A1"))
                .isEqualTo(Console.UNREADABLE);
    }

    @Test
    void anotherFileIsRefused() {
        assertThat(run.run("take-back", PLAN, PLAN)).isEqualTo(Console.UNREADABLE);
    }
}
