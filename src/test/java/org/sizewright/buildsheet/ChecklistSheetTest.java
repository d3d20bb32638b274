package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Progress;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.StepKey;
import org.sizewright.plan.StepState.Status;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

class ChecklistSheetTest {
    private static final int OWNER = 4;
    private static final int STATUS = 5;
    private static final int DATE = 6;

    private static BuildSheet sheetOf(Plan plan) {
        PlanResult result = Calculation.of(Resolver.resolve(plan, new SampleReferences()), Cancellation.never());
        return BuildSheets.of(new BuildSheetSubject(result, result.live(), Optional.empty(), "Sizewright"));
    }

    private static Plan begun() {
        Plan plan = SamplePlans.standard();
        return plan.withOption(plan.liveOption()
                .withProgress(Progress.NOTHING.with(
                        new StepKey("bios-iommu-intel", "g1"),
                        state -> state.withStatus(Status.DONE)
                                .withOwner("=Data center team")
                                .withDate(Optional.of(LocalDate.of(2026, 12, 1))))));
    }

    private static Block.Table table(BuildSheet sheet) {
        return sheet.sheets().stream()
                .filter(each -> each.id().equals("checklist"))
                .flatMap(each -> each.blocks().stream())
                .map(Block.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyStepHasARowWithWhoDoesItAndHowFarItIs() {
        Block.Table table = table(sheetOf(begun()));

        assertThat(table.note()).startsWith("1 of " + table.rows().size());
        List<Entry> done = table.rows().stream()
                .filter(row -> row.getFirst().equals(Entry.text("\u2611")))
                .findFirst()
                .orElseThrow();
        assertThat(done.get(3)).isEqualTo(Entry.text("Switch on Intel VT-d."));
        assertThat(done.get(OWNER)).isEqualTo(Entry.typed("=Data center team"));
        assertThat(done.get(STATUS))
                .isEqualTo(Entry.chosen("done", List.of("open", "in progress", "done", "not needed")));
        assertThat(done.get(DATE)).isEqualTo(Entry.day(Optional.of(LocalDate.of(2026, 12, 1))));
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.getLast()).isInstanceOf(Entry.Text.class));
    }

    @Test
    void theWorkbookOffersTheStatusesAndTakesNoOthers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.write(sheetOf(begun()), out);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            XSSFSheet sheet = workbook.getSheet("Checklist");
            assertThat(sheet.getDataValidations())
                    .filteredOn(validation ->
                            validation.getValidationConstraint().getValidationType() == ValidationType.LIST)
                    .hasSize(1)
                    .extracting(validation ->
                            List.of(validation.getValidationConstraint().getExplicitListValues()))
                    .containsOnly(List.of("open", "in progress", "done", "not needed"));
            assertThat(sheet.getDataValidations())
                    .extracting(
                            validation -> validation.getValidationConstraint().getValidationType())
                    .containsExactlyInAnyOrder(ValidationType.LIST, ValidationType.DATE);
            assertThat(sheet.getDataValidations()).allMatch(DataValidation::getShowErrorBox);
            assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(STATUS).getStringCellValue())
                    .isEqualTo("open");
        }
    }

    @Test
    void aWordOutsideOfItsListIsRefused() {
        assertThatThrownBy(() -> Entry.chosen("begun", List.of("open", "done")))
                .hasMessage("\"begun\" is none of [open, done]");
    }
}
