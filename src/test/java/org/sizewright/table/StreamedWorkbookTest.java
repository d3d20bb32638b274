package org.sizewright.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedWorkbookTest {
    /** Programs that write as a stream leave the sizes of the parts to the directory at the end of the file. */
    @Test
    void readsAWorkbookThatWasWrittenAsAStream() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(10)) {
            workbook.createSheet("s").createRow(1).createCell(0).setCellValue("x");
            workbook.write(out);
        }
        Reading reading = TableReader.read(out.toByteArray(), "a.xlsx", Limits.STANDARD);
        assertThat(((Reading.Tables) reading).tables().getFirst().rows().get(1).texts())
                .containsExactly("x");
    }

    @Test
    void numbersAndDaysComeExactlyWhereThatIsAskedFor(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Row row = workbook.createSheet("s").createRow(0);
            CellStyle rounded = workbook.createCellStyle();
            rounded.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat((short) 14);
            row.createCell(0).setCellValue(12_345.678);
            row.getCell(0).setCellStyle(rounded);
            row.createCell(1).setCellValue(LocalDate.of(2027, 3, 4));
            row.getCell(1).setCellStyle(day);
            row.createCell(2).setCellValue("text");
            workbook.write(out);
        }
        assertThat(((Reading.Tables) TableReader.read(file, Limits.STANDARD))
                        .tables()
                        .getFirst()
                        .rows()
                        .getFirst()
                        .texts())
                .containsExactly("12,346", "3/4/27", "text");
        assertThat(((Reading.Tables) TableReader.readExactly(file, Limits.STANDARD))
                        .tables()
                        .getFirst()
                        .rows()
                        .getFirst()
                        .texts())
                .containsExactly("12345.678", "2027-03-04", "text");
    }
}
