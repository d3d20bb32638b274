package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.SpreadsheetFormula;
import org.sizewright.placement.ClusterPlacement;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.plan.HostCount;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.Resolver;
import org.sizewright.plan.Workload;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;

/** The build sheet of the sample plan, read back as a customer's spreadsheet program reads it. */
class BuildSheetsTest {
    private static final SampleReferences REFERENCES = new SampleReferences();
    private static final Plan PLAN = SamplePlans.standard();
    private static final PlanResult RESULT = calculate(PLAN);

    private static PlanResult calculate(Plan plan) {
        return Calculation.of(Resolver.resolve(plan, REFERENCES), Cancellation.never());
    }

    private static OptionResult option(PlanResult result, String id) {
        return result.option(OptionId.of(id)).orElseThrow();
    }

    private static BuildSheet sheet(PlanResult result, String option) {
        return BuildSheets.of(new BuildSheetSubject(
                result,
                option(result, option),
                Optional.of(CatalogStamp.of(REFERENCES.catalog())),
                "Sizewright 0.1.0"));
    }

    private static byte[] bytes(BuildSheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.write(sheet, out);
        return out.toByteArray();
    }

    private static XSSFWorkbook read(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static Plan withContext(int tokens) {
        Workload.LlmServing llm =
                (Workload.LlmServing) PLAN.workload(WorkloadId.of("w1")).orElseThrow();
        return PLAN.withWorkload(llm.withContextTokens(tokens));
    }

    private static XSSFCell named(XSSFWorkbook workbook, String name) {
        CellReference at = new CellReference(workbook.getName(name).getRefersToFormula());
        return workbook.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
    }

    private static final String SERVERS = "Servers in the server list";

    @Test
    void eachGroupOfHostsShowsItsRowOfTheServerList() {
        BuildSheet sheet = sheet(calculate(SamplePlans.standard()), "a");
        List<List<Entry>> rows = sheet.sheets().stream()
                .filter(each -> each.id().equals("hosts"))
                .flatMap(each -> each.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .filter(table -> table.title().equals(SERVERS))
                .flatMap(table -> table.rows().stream())
                .toList();
        assertThat(rows).isNotEmpty();
        assertThat(rows.getFirst())
                .last()
                .isInstanceOfSatisfying(
                        Entry.Text.class, text -> assertThat(text.text()).contains("PowerEdge XE9680 | H100"));
    }

    private static List<List<Entry>> rows(BuildSheet sheet, String id) {
        return sheet.sheets().stream()
                .filter(each -> each.id().equals(id))
                .flatMap(each -> each.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .filter(table -> !table.title().equals(SERVERS))
                .flatMap(table -> table.rows().stream())
                .toList();
    }

    private static List<String> texts(BuildSheet sheet, String id, int column) {
        return rows(sheet, id).stream()
                .map(row -> row.get(column) instanceof Entry.Text text ? text.text() : "")
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void everyFormulaGivesTheValueThatTheFileCarries(String option) throws IOException {
        byte[] written = bytes(sheet(RESULT, option));
        // left behind for the check with a real spreadsheet program
        Files.write(Path.of("target", "build-sheet-" + option + ".xlsx"), written);
        Files.write(
                Path.of("target", "build-sheet-" + option + "-16384.xlsx"),
                bytes(sheet(calculate(withContext(16_384)), option)));
        try (XSSFWorkbook workbook = read(written)) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int formulas = 0;
            for (Cell cell : formulas(workbook)) {
                formulas++;
                String where = cell.getSheet().getSheetName() + "!" + cell.getAddress() + " = " + cell.getCellFormula();
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
            assertThat(formulas).isGreaterThan(300);
        }
    }

    private static List<Cell> formulas(XSSFWorkbook workbook) {
        List<Cell> formulas = new ArrayList<>();
        workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA) {
                formulas.add(cell);
            }
        })));
        return formulas;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b"})
    void anInputChangedInTheWorkbookGivesTheSameAsInThePlan(String option) throws IOException {
        FigureBook changed = option(calculate(withContext(16_384)), option).figures();
        try (XSSFWorkbook workbook = read(bytes(sheet(RESULT, option)))) {
            named(workbook, "in_context_w1").setCellValue(16_384);
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int compared = 0;
            for (Figure figure : changed.figures()) {
                if (figure.formula().isEmpty() || figure.rows().id().equals("rackgroup")) {
                    continue;
                }
                for (org.sizewright.figure.Cell cell : changed.cells(figure)) {
                    if (!restsOnSearch(changed, cell)) {
                        compared++;
                        assertThat(evaluator
                                        .evaluate(named(workbook, cell.name()))
                                        .getNumberValue())
                                .as(cell.name())
                                .isCloseTo(
                                        changed.value(cell).asNumber().orElseThrow(),
                                        within(1e-9
                                                * Math.abs(changed.value(cell)
                                                        .asNumber()
                                                        .orElseThrow())));
                    }
                }
            }
            assertThat(compared).isGreaterThan(60);
            assertThat(evaluator.evaluate(named(workbook, "calc_vms_placed")).getStringValue())
                    .isEqualTo("stale");
            assertThat(evaluator
                            .evaluate(workbook.getSheet("VMs").getRow(3).getCell(0))
                            .getStringValue())
                    .startsWith("STALE");
            assertThat(evaluator
                            .evaluate(workbook.getSheet("Summary").getRow(3).getCell(0))
                            .getStringValue())
                    .startsWith("STALE");
        }
    }

    /** Other degrees are other machines, also where as many replicas as before follow from them. */
    @ParameterizedTest
    @CsvSource({
        "a, tensor_parallel",
        "a, pipeline_parallel",
        "a, expert_parallel",
        "b, tensor_parallel",
        "b, pipeline_parallel",
        "b, expert_parallel"
    })
    void anotherDegreeOfAModelMakesThePlacementStale(String option, String degree) throws IOException {
        FigureBook figures = option(RESULT, option).figures();
        try (XSSFWorkbook workbook = read(bytes(sheet(RESULT, option)))) {
            for (org.sizewright.figure.Cell cell : figures.cells(figures.get(degree))) {
                XSSFCell input = named(workbook, cell.name());
                double before = input.getNumericCellValue();
                input.setCellValue(before + 1);
                FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
                assertThat(evaluator
                                .evaluate(named(workbook, "calc_vms_placed"))
                                .getStringValue())
                        .as(cell.name())
                        .isEqualTo("stale");
                input.setCellValue(before);
            }
        }
    }

    @Test
    void nothingThatRestsOnStaleHostsLooksRight() throws IOException {
        try (XSSFWorkbook workbook = read(bytes(sheet(RESULT, "b")))) {
            named(workbook, "in_context_w1").setCellValue(16_384);
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            List<String> checks = new ArrayList<>();
            for (Row row : workbook.getSheet("Summary")) {
                Cell cell = row.getCell(1);
                if (cell != null && cell.getCellType() == CellType.FORMULA) {
                    checks.add(evaluator.evaluate(cell).getStringValue());
                }
            }
            assertThat(checks).hasSize(5).containsOnly("stale");
            Row power = named(workbook, "out_power").getRow();
            assertThat(evaluator.evaluate(named(workbook, "out_power")).getStringValue())
                    .as("a sum over stale hosts is no number")
                    .isEqualTo("unknown");
            assertThat(evaluator
                            .evaluate(power.getCell(power.getLastCellNum() - 2))
                            .getStringValue())
                    .isEqualTo("stale");
            for (Row row : workbook.getSheet("BOM")) {
                Cell quantity = row.getCell(9);
                if (quantity != null && quantity.getCellType() == CellType.FORMULA) {
                    assertThat(evaluator.evaluate(quantity).getStringValue()).isEqualTo("stale");
                }
            }
        }
    }

    /** Also what is not known for lack of a fact is left out: its cell is a text. */
    private static boolean restsOnSearch(FigureBook book, org.sizewright.figure.Cell cell) {
        Deque<org.sizewright.figure.Cell> open = new ArrayDeque<>(List.of(cell));
        while (!open.isEmpty()) {
            org.sizewright.figure.Cell next = open.pop();
            if (next.figure().kind() == Figure.Kind.SEARCHED
                    || !book.value(next).isKnown()) {
                return true;
            }
            open.addAll(book.explain(next).inputs());
        }
        return false;
    }

    @Test
    void everyHostVmAndGpuHasItsRow() {
        for (String id : List.of("a", "b")) {
            BuildSheet sheet = sheet(RESULT, id);
            ClusterPlacement placed = option(RESULT, id).placements().getFirst();
            assertThat(rows(sheet, "hosts")).hasSize(placed.problem().hostCount());
            assertThat(rows(sheet, "vms")).hasSize(placed.problem().vmCount());
            long slots = placed.placement().placed().stream()
                    .mapToLong(vm -> vm.gpus().size())
                    .sum();
            int free = placed.figures().gpusFree() + placed.figures().gpusSpare();
            assertThat(rows(sheet, "placement")).hasSize((int) slots + free);
            assertThat(texts(sheet, "hosts", 0)).containsAll(texts(sheet, "vms", 3));
            assertThat(texts(sheet, "hosts", 12)).allMatch(rack -> rack.startsWith("Rack "));
        }
    }

    @Test
    void theOrderNamesNoPartNumberAndCablesOnlyForCards() {
        for (String id : List.of("a", "b")) {
            BuildSheet sheet = sheet(RESULT, id);
            assertThat(rows(sheet, "bom"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.get(4)).isEqualTo(Entry.empty()));
            // the H200 NVL is a card of 600 W, the H100 of the other option a module
            assertThat(texts(sheet, "bom", 6).stream().filter(text -> text.startsWith("Power cable")))
                    .hasSize(id.equals("b") ? 1 : 0);
        }
    }

    @Test
    void controlChecksPassOnTheSample() throws IOException {
        for (String id : List.of("a", "b")) {
            try (XSSFWorkbook workbook = read(bytes(sheet(RESULT, id)))) {
                List<String> results = new ArrayList<>();
                workbook.getSheet("Summary").forEach(row -> {
                    Cell cell = row.getCell(1);
                    if (cell != null && cell.getCellType() == CellType.FORMULA) {
                        results.add(cell.getStringCellValue());
                    }
                });
                assertThat(results).hasSize(5).containsOnly("passed");
            }
        }
    }

    @Test
    void formulasOfALargePlanStayWithinTheLimitsOfSpreadsheets() {
        Workload.LlmServing llm =
                (Workload.LlmServing) PLAN.workload(WorkloadId.of("w1")).orElseThrow();
        Plan plan = PLAN;
        Option option = PLAN.liveOption();
        for (int number : IntStream.range(4, 41).toArray()) {
            WorkloadId id = WorkloadId.of("w" + number);
            plan = plan.withWorkload(new Workload.LlmServing(
                    id,
                    "Model " + number,
                    llm.model(),
                    llm.weights(),
                    llm.kvCache(),
                    llm.engine(),
                    4096,
                    10,
                    llm.traffic(),
                    llm.settings(),
                    llm.vm(),
                    llm.survival()));
            option = option.withAssignment(
                    new Assignment(id, option.clusters().getFirst().id(), 2, 1, 1, Optional.empty()));
        }
        var cluster = option.clusters().getFirst();
        option =
                option.withCluster(cluster.withGroup(cluster.groups().getFirst().withCount(HostCount.of(64))));
        BuildSheet sheet = sheet(calculate(plan.withOption(option)), "a");
        sheet.figures().figures().stream()
                .filter(figure -> figure.formula().isPresent())
                .flatMap(figure -> sheet.figures().cells(figure).stream())
                .forEach(cell -> {
                    String formula = SpreadsheetFormula.of(cell);
                    assertThat(formula.length()).as(cell.name()).isLessThan(8192);
                    assertThat(mostArguments(formula)).as(cell.name()).isLessThanOrEqualTo(255);
                });
        assertThat(rows(sheet, "hosts")).hasSize(64);
    }

    private static int mostArguments(String formula) {
        Deque<Integer> open = new ArrayDeque<>(List.of(1));
        int most = 1;
        for (char letter : formula.toCharArray()) {
            switch (letter) {
                case '(' -> open.push(1);
                case ',' -> open.push(open.pop() + 1);
                case ')' -> most = Math.max(most, open.pop());
                default -> {}
            }
        }
        return most;
    }
}
