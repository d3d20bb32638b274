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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.Retrievals;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

/** The workbook of a plan with retrieval. */
class RetrievalSheetTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    private static Plan plan(boolean measured) {
        Retrieval full = Retrievals.full().withId(WorkloadId.of("w3"));
        Retrieval.Service embedding = full.embedding();
        return SamplePlans.standard()
                .withWorkload(measured ? full : full.withEmbedding(embedding.withTokensPerSecond(Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyFormulaGivesTheValueThatTheFileCarries(boolean measured) throws IOException {
        PlanResult result = Calculation.of(Resolver.resolve(plan(measured), REFERENCES), Cancellation.never());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.write(
                BuildSheets.of(new BuildSheetSubject(
                        result, result.live(), Optional.of(CatalogStamp.of(REFERENCES.catalog())), "test")),
                out);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
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
            assertThat(workbook.getName("calc_rag_index_w3")).isNotNull();
        }
    }
}
