package org.sizewright.buildsheet.returned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.DocumentPlans;
import org.sizewright.SamplePlans;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Value;
import org.sizewright.plan.Labels;
import org.sizewright.plan.Pin;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanNumbers;
import org.sizewright.plan.Progress;
import org.sizewright.plan.StepKey;
import org.sizewright.plan.StepState;
import org.sizewright.plan.StepState.Status;
import org.sizewright.plan.WeeklyWindows;
import org.sizewright.plan.Workload;
import org.sizewright.quantity.Watts;
import org.sizewright.result.PlanResult;

class ReturnedWorkbookTest {
    private static final StepKey STEP = new StepKey("bios-iommu-intel", "g1");
    private static final String STEP_ID = "bios-iommu-intel/g1";

    @TempDir
    private Path folder = Path.of("");

    static Stream<Plan> plans() {
        return Stream.of(begun(), DocumentPlans.documents());
    }

    private static Plan begun() {
        Plan plan = SamplePlans.standard();
        return plan.withOption(plan.liveOption()
                .withProgress(Progress.NOTHING.with(
                        STEP,
                        state -> state.withStatus(Status.DONE)
                                .withOwner("=Data center team")
                                .withNote("first line\nsecond line _x0041_")
                                .withDate(Optional.of(LocalDate.of(2026, 12, 1))))));
    }

    private static StepState state(Plan plan) {
        return plan.liveOption().progress().of(STEP);
    }

    private Path file() {
        return folder.resolve("Build sheet.xlsx");
    }

    private Path edited(Plan plan, Consumer<XSSFWorkbook> typing) throws IOException {
        return Workbooks.edit(Workbooks.write(plan, file()), typing);
    }

    private static Plan taken(Plan plan, Comparison comparison) {
        return Comparison.edit("take back", comparison.changes()).change().apply(plan);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void whatNobodyTypedIntoChangesNothing(Plan plan) throws IOException {
        assertThat(Workbooks.compare(Workbooks.write(plan, file()), plan))
                .isEqualTo(new Comparison("Build sheet.xlsx", List.of(), List.of()));
        assertThat(Workbooks.compare(Workbooks.edit(file(), workbook -> {}), plan))
                .as("saved by somebody")
                .isEqualTo(new Comparison("Build sheet.xlsx", List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void inputsAreKeptInTheUnitsThatTheirCellsShow(Plan plan) {
        FigureBook figures = Workbooks.result(plan).live().figures();
        PlanNumbers numbers = PlanNumbers.of(plan);
        List<String> kept = new ArrayList<>();
        inputs(figures)
                .forEach((place, value) -> numbers.find(place).ifPresent(number -> {
                    assertThat(number).as(place).isCloseTo(value.asNumber().orElseThrow(), within(1e-9));
                    kept.add(place);
                }));

        assertThat(kept).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void anInputThatIsTypedOverIsWhatIsCalculatedWith(Plan plan) {
        Plan changed = plan;
        Map<String, Double> typed = new LinkedHashMap<>();
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, Value> input :
                inputs(Workbooks.result(plan).live().figures()).entrySet()) {
            double number = input.getValue().asNumber().orElse(3) + 1;
            try {
                changed = PlanNumbers.with(changed, input.getKey(), OptionalDouble.of(number));
                typed.put(input.getKey(), number);
            } catch (IllegalArgumentException notThere) {
                refused.add(input.getKey() + ": " + notThere.getMessage());
            }
        }

        Map<String, Value> after = inputs(Workbooks.result(changed).live().figures());
        typed.forEach((place, number) -> {
            if (after.containsKey(place)) {
                assertThat(after.get(place).asNumber().orElseThrow()).as(place).isCloseTo(number, within(1e-9));
            }
        });
        assertThat(typed.keySet()).anyMatch(after::containsKey);
        assertThat(refused.size()).isLessThan(typed.size() / 5);
    }

    /** The inputs of a calculation by the places where the plan keeps them. */
    private static Map<String, Value> inputs(FigureBook figures) {
        Map<String, Value> inputs = new LinkedHashMap<>();
        for (Figure figure : figures.figures()) {
            if (figure.kind() == Figure.Kind.INPUT) {
                for (Cell cell : figures.cells(figure)) {
                    figure.given(cell.row())
                            .ifPresent(given -> given.path().ifPresent(path -> inputs.put(path, given.value())));
                }
            }
        }
        return inputs;
    }

    @Test
    void aChecklistThatWasFilledInComesBack() throws IOException {
        Plan plan = begun();
        Comparison comparison = Workbooks.compare(
                edited(plan, workbook -> {
                    XSSFSheet sheet = workbook.getSheet("Checklist");
                    Workbooks.cell(sheet, STEP_ID, "Owner").setCellValue("Ada");
                    Workbooks.cell(sheet, STEP_ID, "Status").setCellValue("Not needed ");
                    Workbooks.cell(sheet, STEP_ID, "Date").setCellValue(LocalDate.of(2027, 2, 3));
                    Workbooks.cell(sheet, STEP_ID, "Note").setBlank();
                }),
                plan);

        assertThat(comparison.remarks()).isEmpty();
        assertThat(comparison.changes())
                .extracting(Change::field, Change::before, Change::after, Change::meanwhile)
                .containsExactly(
                        tuple("Owner", "=Data center team", "Ada", Optional.empty()),
                        tuple("Status", "done", "not needed", Optional.empty()),
                        tuple("Date", "2026-12-01", "2027-02-03", Optional.empty()),
                        tuple("Note", "first line\nsecond line _x0041_", "", Optional.empty()));
        Plan changed = taken(plan, comparison);
        assertThat(state(changed))
                .isEqualTo(new StepState(Status.NOT_NEEDED, "Ada", Optional.of(LocalDate.of(2027, 2, 3)), ""));
        assertThat(changed.withoutProgress()).isEqualTo(plan.withoutProgress());
        assertThat(Workbooks.compare(file(), changed).changes())
                .as("what is in the plan already")
                .isEmpty();
    }

    @Test
    void stepsAreFoundByTheirIdWhereverTheirRowsAre() throws IOException {
        // the library that moves the rows does not keep the letters _x0041_
        Plan plan = begun();
        plan = plan.withOption(plan.liveOption()
                .withProgress(plan.liveOption().progress().with(STEP, state -> state.withNote("moved"))));
        Comparison comparison = Workbooks.compare(
                edited(plan, workbook -> {
                    XSSFSheet sheet = workbook.getSheet("Checklist");
                    Row step = Workbooks.cell(sheet, STEP_ID, "Owner").getRow();
                    Row other = sheet.getRow(step.getRowNum() + 5);
                    // two rows change places, as when somebody sorts
                    for (int column = 0; column < step.getLastCellNum(); column++) {
                        String mine = step.getCell(column).toString();
                        step.getCell(column).setCellValue(other.getCell(column).toString());
                        other.getCell(column).setCellValue(mine);
                    }
                    Workbooks.cell(sheet, STEP_ID, "Owner").setCellValue("Ada");
                    Workbooks.cell(sheet, STEP_ID, "Date").setCellValue("2026-12-01");
                }),
                plan);

        assertThat(comparison.remarks()).isEmpty();
        assertThat(comparison.changes()).extracting(Change::field).containsExactly("Owner");
        assertThat(state(taken(plan, comparison)).owner()).isEqualTo("Ada");
    }

    @Test
    void whatCannotBeUnderstoodIsNamedWithItsCellAndTheRestIsTaken() throws IOException {
        Plan plan = begun();
        Comparison comparison = Workbooks.compare(
                edited(plan, workbook -> {
                    XSSFSheet sheet = workbook.getSheet("Checklist");
                    Workbooks.cell(workbook.getSheet("Assumptions"), "in_feeds_r1", "Value")
                            .setCellValue(3);
                    Workbooks.cell(sheet, STEP_ID, "Owner").setCellValue("Ada");
                    Workbooks.cell(sheet, STEP_ID, "Status").setCellValue("nearly");
                    Workbooks.cell(sheet, STEP_ID, "Date").setCellValue("03/04/2027");
                    Workbooks.cell(sheet, STEP_ID, "Note").setCellValue("x".repeat(1001));
                    Row added = sheet.createRow(sheet.getLastRowNum() + 1);
                    added.createCell(Workbooks.cell(sheet, STEP_ID, "Owner").getColumnIndex())
                            .setCellValue("Grace");
                }),
                plan);

        assertThat(comparison.changes()).extracting(Change::after).containsExactly("Ada");
        assertThat(comparison.remarks())
                .extracting(Remark::where)
                .allMatch(where -> where.matches("(Checklist|Assumptions)!\\w+"));
        assertThat(comparison.remarks())
                .extracting(Remark::sentence)
                .anyMatch(sentence -> sentence.endsWith("has no id: \"Grace\" was not taken."))
                .contains(
                        "\"3\" was not taken: feeds must be a whole number from 1 to 2, not 3.",
                        "\"nearly\" was not taken: a status is one of open, in progress, done, not needed.",
                        "\"03/04/2027\" was not taken: \"03/04/2027\" may be 2027-03-04 or 2027-04-03; write the day as"
                                + " 2026-12-31.")
                .anyMatch(sentence -> sentence.endsWith("a note has at most 1000 letters."))
                .hasSize(5);
    }

    @Test
    void aWorkbookOfAnOlderPlanChangesOnlyWhatWasTyped() throws IOException {
        Plan plan = begun();
        edited(
                plan,
                workbook -> Workbooks.cell(workbook.getSheet("Checklist"), STEP_ID, "Owner")
                        .setCellValue("Ada"));
        Plan since = plan.withOption(plan.liveOption()
                .withProgress(plan.liveOption()
                        .progress()
                        .with(STEP, state -> state.withOwner("Grace").withStatus(Status.OPEN))));

        Comparison comparison = Workbooks.compare(file(), since);

        assertThat(comparison.changes())
                .extracting(Change::before, Change::after, Change::meanwhile)
                .containsExactly(tuple("Grace", "Ada", Optional.of("=Data center team")));
        assertThat(state(taken(since, comparison)).status())
                .as("changed in the plan, not in the workbook")
                .isEqualTo(Status.OPEN);
    }

    @Test
    void labelsHoursNumbersAndPinsComeBack() throws IOException {
        Plan plan = SamplePlans.standard();
        Workload first = plan.workloads().getFirst();
        PlanResult result = Workbooks.result(plan);
        String vm =
                result.live().placements().getFirst().all().placed().getFirst().vmClass();
        String machine = plan.liveOption().clusters().getFirst().id() + "/" + vm + "/1";
        Workbooks.write(result, file());
        Workbooks.edit(file(), workbook -> {
            XSSFSheet sheet = workbook.getSheet("Assumptions");
            Workbooks.cell(sheet, "in_usable_per_feed_r1", "Value").setCellValue(17.25);
            Workbooks.cell(sheet, "labels_g1", "Chosen").setCellValue("inference; Training");
            Workbooks.cell(sheet, "runs_" + first.id(), "Chosen").setCellValue("Mon-Fri 8-18, Sat, Sun 10:00 to 14:00");
            Workbooks.cell(workbook.getSheet("VMs"), machine, "Placed").setCellValue("pinned by hand");
        });

        Comparison comparison = Workbooks.compare(file(), plan);

        assertThat(comparison.remarks()).isEmpty();
        assertThat(comparison.changes())
                .extracting(Change::before, Change::after)
                .containsExactly(
                        tuple("22", "17.25"),
                        tuple("", "inference, Training"),
                        tuple("always", "Mon–Fri 08:00–18:00, Sat, Sun 10:00–14:00"),
                        tuple("by the search", "pinned by hand"));
        Plan changed = taken(plan, comparison);
        assertThat(changed.liveOption()
                        .clusters()
                        .getFirst()
                        .groups()
                        .getFirst()
                        .labels())
                .isEqualTo(Labels.of("inference", "Training"));
        assertThat(changed.workload(first.id()).orElseThrow().terms().windows())
                .isEqualTo(WeeklyWindows.parse("Mon–Fri 08:00–18:00, Sat, Sun 10:00–14:00"));
        assertThat(changed.site().racks().getFirst().usablePerFeed()).isEqualTo(new Watts(17_250));
        assertThat(changed.liveOption().pins()).extracting(Pin::machine).containsExactly(vm);
        assertThat(Workbooks.compare(Workbooks.write(changed, file()), changed).changes())
                .isEmpty();
    }

    @Test
    void aDefaultThatIsTypedOverIsNoChangeOfThePlanSince() throws IOException {
        Plan plan = SamplePlans.standard();
        Comparison comparison = Workbooks.compare(
                edited(plan, workbook -> {
                    XSSFSheet sheet = workbook.getSheet("Assumptions");
                    Workbooks.cell(sheet, "in_utilisation_w1", "Value").setCellValue(85);
                    Workbooks.cell(sheet, "in_measured_pool_w1", "Value").setCellValue(31.5);
                }),
                plan);

        assertThat(comparison.remarks()).isEmpty();
        assertThat(comparison.changes())
                .extracting(Change::field, Change::before, Change::after, Change::meanwhile)
                .containsExactly(
                        tuple("value, %", "90", "85", Optional.empty()),
                        tuple("value, GiB", "unknown", "31.5", Optional.empty()));
        assertThat(Workbooks.compare(file(), taken(plan, comparison)).changes()).isEmpty();
    }

    @Test
    void otherFilesAreRefusedInASentence() throws IOException {
        Path foreign = folder.resolve("foreign.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(foreign)) {
            workbook.createSheet("Checklist").createRow(0).createCell(0).setCellValue("Id");
            workbook.write(out);
        }

        assertThat(ReturnedWorkbook.read(foreign))
                .isInstanceOfSatisfying(
                        ReturnedWorkbook.Refused.class,
                        refused -> assertThat(refused.sentence())
                                .startsWith("foreign.xlsx does not say what it was written with"));
        assertThat(ReturnedWorkbook.read(folder.resolve("none.xlsx"))).isInstanceOf(ReturnedWorkbook.Refused.class);
    }
}
