package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.Retrievals;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
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
        try (XSSFWorkbook workbook = LiveWorkbook.checked(result)) {
            assertThat(workbook.getName("calc_rag_index_w3")).isNotNull();
        }
    }
}
