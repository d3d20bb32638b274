package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.sizewright.SampleReferences;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.result.PlanResult;

/** A build sheet as a workbook whose formulas were calculated anew. */
final class LiveWorkbook {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private LiveWorkbook() {}

    /** The workbook of the result, after each of its formulas gave the value that the file carries. */
    static XSSFWorkbook checked(PlanResult result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.write(
                BuildSheets.of(new BuildSheetSubject(
                        result, result.live(), Optional.of(CatalogStamp.of(REFERENCES.catalog())), "test")),
                out);
        XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA) {
                String where = sheet.getSheetName() + "!" + cell.getAddress() + " = " + cell.getCellFormula();
                CellValue value = evaluator.evaluate(cell);
                assertThat(value.getCellType()).as(where).isEqualTo(cell.getCachedFormulaResultType());
                if (value.getCellType() == CellType.NUMERIC) {
                    double kept = cell.getNumericCellValue();
                    assertThat(value.getNumberValue())
                            .as(where)
                            .isCloseTo(kept, within(1e-9 * Math.max(1, Math.abs(kept))));
                } else {
                    assertThat(value.getStringValue()).as(where).isEqualTo(cell.getStringCellValue());
                }
            }
        })));
        return workbook;
    }
}
