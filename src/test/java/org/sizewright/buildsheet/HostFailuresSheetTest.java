package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.Cluster;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.HostGroup;
import org.sizewright.plan.Option;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;

/** Single failures stand in the workbook whatever is tolerated, pairs where two are. */
class HostFailuresSheetTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theSheetNamesWhatFailuresDo(int tolerated) throws IOException {
        Plan plan = SamplePlans.standard();
        Option first = plan.options().getFirst();
        Cluster cluster = first.clusters().getFirst();
        HostGroup group = cluster.groups().getFirst();
        // of four hosts any two may fail, of three not
        Plan changed = plan.withOption(first.withCluster(cluster.withHostFailures(tolerated)
                .withGroup(group.withCount(new HostCount.Fixed(tolerated == 2 ? 3 : 4)))));
        try (XSSFWorkbook workbook = LiveWorkbook.checked(
                Calculation.of(Resolver.resolve(changed, new SampleReferences()), Cancellation.never()))) {
            List<String> texts = new ArrayList<>();
            workbook.getSheet("Host failures").forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
            assertThat(texts).contains("One host fails", "xe9680-01", "survived");
            assertThat(texts.stream().anyMatch(text -> text.startsWith("Two hosts of")))
                    .isEqualTo(tolerated == 2);
            if (tolerated == 2) {
                assertThat(texts).contains("not survived (proven)");
                assertThat(texts).anyMatch(text -> text.startsWith("Coding assistant-0") && text.contains("missing"));
            }
        }
    }
}
