package org.sizewright.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;

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
}
