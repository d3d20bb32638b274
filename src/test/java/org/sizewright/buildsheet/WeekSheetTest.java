package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.WindowPlans;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

/** The workbook of a plan with labels and weekly windows. */
class WeekSheetTest {
    private static final SampleReferences REFERENCES = new SampleReferences();

    @Test
    void theWeekStandsInTheWorkbookAndEveryFormulaGivesItsValue() throws IOException {
        try (XSSFWorkbook workbook = LiveWorkbook.checked(result(WindowPlans.standard()))) {
            assertThat(texts(workbook, "Week"))
                    .contains(
                            "busiest",
                            "Mon\u2013Fri 08:00\u201318:00",
                            "Notebooks",
                            "Nightly tuning, Weekend rendering");
            assertThat(texts(workbook, "Assumptions"))
                    .contains(
                            "Labels \u00B7 xe7745",
                            "inference, training",
                            "Runs \u00B7 Notebooks",
                            "daily 20:00\u201306:00");
            assertThat(texts(workbook, "VMs"))
                    .contains("Runs", "always", "daily 20:00\u201306:00", "Nightly tuning-02");
            assertThat(texts(workbook, "Hosts")).contains("spare, lent to VMs that may be stopped");
            assertThat(texts(workbook, "GPU placement")).contains("Notebooks-12");
            assertThat(texts(workbook, "Options")).contains("Busiest slot of the week");
        }
    }

    @Test
    void withoutWindowsThereIsNoWeek() throws IOException {
        try (XSSFWorkbook workbook = LiveWorkbook.checked(result(SamplePlans.standard()))) {
            assertThat(workbook.getSheet("Week")).isNull();
            assertThat(texts(workbook, "VMs")).doesNotContain("Runs");
        }
    }

    private static PlanResult result(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never());
    }

    private static List<String> texts(XSSFWorkbook workbook, String sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : workbook.getSheet(sheet)) {
            row.forEach(cell -> texts.add(cell.toString()));
        }
        return texts;
    }
}
