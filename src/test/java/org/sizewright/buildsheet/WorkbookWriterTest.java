package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Value;

class WorkbookWriterTest {
    private static final FigureBook BOOK = SampleSheet.book(8192);
    private static final double RELATIVE = 1e-9;

    private static byte[] bytes(BuildSheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.write(sheet, out);
        return out.toByteArray();
    }

    private static XSSFWorkbook written(BuildSheet sheet) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes(sheet)));
    }

    private static XSSFWorkbook written() throws IOException {
        return written(SampleSheet.of(BOOK));
    }

    private static List<Cell> cells(XSSFWorkbook workbook) {
        List<Cell> cells = new ArrayList<>();
        workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cells::add)));
        return cells;
    }

    private static XSSFCell named(XSSFWorkbook workbook, String name) {
        Name defined = workbook.getName(name);
        assertThat(defined).as(name).isNotNull();
        CellReference at = new CellReference(defined.getRefersToFormula());
        return workbook.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
    }

    @Test
    void everyFormulaCarriesTheValueThatItGives() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int formulas = 0;
            for (Cell cell : cells(workbook)) {
                if (cell.getCellType() != CellType.FORMULA) {
                    continue;
                }
                formulas++;
                String where = cell.getSheet().getSheetName() + "!" + cell.getAddress() + " = " + cell.getCellFormula();
                CellValue value = evaluator.evaluate(cell);
                assertThat(value.getCellType()).as(where).isEqualTo(cell.getCachedFormulaResultType());
                if (value.getCellType() == CellType.NUMERIC) {
                    double kept = cell.getNumericCellValue();
                    assertThat(value.getNumberValue())
                            .as(where)
                            .isCloseTo(kept, within(RELATIVE * Math.max(1, Math.abs(kept))));
                } else {
                    assertThat(value.getStringValue()).as(where).isEqualTo(cell.getStringCellValue());
                }
            }
            assertThat(formulas).isGreaterThan(60);
        }
    }

    @Test
    void everyCellOfEveryFigureHasItsNameAndItsValue() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            for (Figure figure : BOOK.figures()) {
                for (org.sizewright.figure.Cell cell : BOOK.cells(figure)) {
                    XSSFCell home = named(workbook, cell.name());
                    if (BOOK.value(cell) instanceof Value.Known known) {
                        assertThat(home.getNumericCellValue()).as(cell.name()).isEqualTo(known.number());
                    } else {
                        assertThat(home.getStringCellValue()).as(cell.name()).isEqualTo("unknown");
                    }
                    assertThat(home.getCellType() == CellType.FORMULA)
                            .as(cell.name())
                            .isEqualTo(figure.formula().isPresent());
                }
            }
            assertThat(workbook.getName("calc_gpus_all_high").getRefersToFormula())
                    .isEqualTo("'Sizing'!$E$16:$F$16");
            assertThat(workbook.getName("in_context_all").getRefersToFormula()).isEqualTo("'Assumptions'!$C$5:$C$6");
        }
    }

    @Test
    void anotherContextMakesSearchedCellsStaleAndTheRestFollow() throws IOException {
        FigureBook changed = SampleSheet.book(65_536);
        try (XSSFWorkbook workbook = written()) {
            named(workbook, "in_context_w1").setCellValue(65_536);
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            assertThat(evaluator.evaluate(named(workbook, "calc_hosts_found")).getStringValue())
                    .isEqualTo("stale");
            assertThat(evaluator.evaluate(named(workbook, "calc_spare_hosts")).getStringValue())
                    .isEqualTo("unknown");
            XSSFCell banner = workbook.getSheet("GPU placement").getRow(3).getCell(0);
            assertThat(banner.getStringCellValue()).isEqualTo(Staleness.CURRENT_SENTENCE);
            assertThat(evaluator.evaluate(banner).getStringValue()).startsWith("STALE: ");
            double total = changed.value("gpus_total").asNumber().orElseThrow();
            assertThat(total).isNotEqualTo(BOOK.value("gpus_total").asNumber().orElseThrow());
            assertThat(evaluator.evaluate(named(workbook, "out_gpus_total")).getNumberValue())
                    .isEqualTo(total);
        }
    }

    @Test
    void aBuildSheetWrittenWhileStaleSaysSoInItsCells() throws IOException {
        try (XSSFWorkbook workbook = written(SampleSheet.of(SampleSheet.book(65_536)))) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            for (String name : List.of("calc_hosts_found", "calc_spare_hosts")) {
                assertThat(named(workbook, name).getStringCellValue())
                        .isEqualTo(evaluator.evaluate(named(workbook, name)).getStringValue());
            }
            assertThat(named(workbook, "calc_hosts_found").getStringCellValue()).isEqualTo("stale");
        }
    }

    @Test
    void textsThatBeginLikeFormulasStayTexts() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet sheet = workbook.getSheet("Findings");
            List<String> read = new ArrayList<>();
            for (int row = 5; row < 5 + SampleSheet.HOSTILE.size(); row++) {
                XSSFCell cell = sheet.getRow(row).getCell(1);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getCellStyle().getQuotePrefixed())
                        .as(cell.getStringCellValue())
                        .isEqualTo("=+-@'".indexOf(cell.getStringCellValue().charAt(0)) >= 0);
                read.add(cell.getStringCellValue());
            }
            assertThat(read).isEqualTo(SampleSheet.HOSTILE);
        }
    }

    @Test
    void onlyInputsAreUnlockedAndTheyRefuseWhatThePlanRefuses() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            long unlocked = cells(workbook).stream()
                    .filter(cell -> !cell.getCellStyle().getLocked())
                    .count();
            assertThat(unlocked).isEqualTo(5);
            List<? extends DataValidation> validations =
                    workbook.getSheet("Assumptions").getDataValidations();
            assertThat(validations)
                    .extracting(validation -> validation.getErrorBoxText())
                    .containsOnlyOnce("Enter a number: 1 to 100 %. Leave it empty if it is unknown.")
                    .contains("Enter a number: 1 to 1,048,576 tokens. Leave it empty if it is unknown.")
                    .contains("Enter a number: 0 or more. Leave it empty if it is unknown.");
        }
    }

    @Test
    void everySheetPrintsOnA4LandscapeOnePageWideWithAFooter() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            workbook.forEach(sheet -> {
                String title = sheet.getSheetName();
                assertThat(sheet.getFitToPage()).as(title).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).as(title).isEqualTo((short) 1);
                assertThat(sheet.getPrintSetup().getFitHeight()).as(title).isEqualTo((short)
                        (title.equals("Cover") || title.equals("Summary") ? 1 : 0));
                assertThat(sheet.getPrintSetup().getLandscape()).as(title).isTrue();
                assertThat(sheet.getFooter().getLeft()).isEqualTo("&8 Müller && Söhne · 2nd AI cluster · rev 3");
                assertThat(sheet.getFooter().getRight()).isEqualTo("&8 page &P / &N");
            });
            assertThat(workbook.getSheet("Assumptions").getRepeatingRows().formatAsString())
                    .isEqualTo("4:4");
            assertThat(workbook.getSheet("Assumptions").getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 4);
        }
    }

    @Test
    void tablesHaveTheirHeadingsAndNoMergedCells() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFSheet sheet = workbook.getSheet("GPU placement");
            assertThat(sheet.getTables()).hasSize(2);
            assertThat(sheet.getTables().getLast().getColumns())
                    .extracting(column -> column.getName())
                    .containsExactly("VM", "Host", "GPU", "Profile", "Memory, GiB", "Result");
            assertThat(sheet.getTables().getLast().getRowCount()).isEqualTo(3);
            workbook.forEach(each -> ((XSSFSheet) each)
                    .getTables()
                    .forEach(table -> assertThat(each.getMergedRegions())
                            .noneMatch(merged -> merged.getFirstRow() <= table.getEndRowIndex()
                                    && merged.getLastRow() >= table.getStartRowIndex())));
        }
    }

    @Test
    void aSumWithoutOneOfItsPartsSaysHowManyAreKnown() throws IOException {
        try (XSSFWorkbook workbook = written()) {
            XSSFCell power = named(workbook, "calc_power_total");
            Row row = power.getRow();
            List<String> texts = new ArrayList<>();
            row.forEach(cell -> {
                if (cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.STRING) {
                    texts.add(cell.getStringCellValue());
                }
            });
            assertThat(texts).containsExactly("2 of 3 parts known");
            named(workbook, "in_host_power_h3").setCellValue(5600);
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            evaluator.evaluateAll();
            assertThat(power.getNumericCellValue()).isCloseTo(16.8, within(1e-9));
            assertThat(row.getCell(power.getColumnIndex() + 3).getStringCellValue())
                    .isEqualTo("complete");
        }
    }

    @Test
    void theSameBuildSheetGivesTheSameBytes() throws IOException {
        byte[] first = bytes(SampleSheet.of(BOOK));
        assertThat(bytes(SampleSheet.of(SampleSheet.book(8192)))).isEqualTo(first);
        // left behind for the check with a real spreadsheet program
        Path target = Path.of("target", "sample-of-test.xlsx");
        Files.write(target, first);
        Files.write(Path.of("target", "sample-of-test-65536.xlsx"), bytes(SampleSheet.of(SampleSheet.book(65_536))));
    }

    @Test
    void aSheetTooWideToBeReadTakesSeveralPagesAndHeadingsOfMostRowsStandOnEachPage() throws IOException {
        Block.Table.Builder wide = Block.Table.titled("Wide");
        IntStream.range(0, 10).forEach(column -> wide.column(Column.prose("Column " + column, 45)));
        Block.Table first = headed("First", 8);
        Block.Table second = headed("Second", 8);
        Block.Table other = Block.Table.titled("Other")
                .columns(Column.text("Other heading"))
                .row(Entry.text("x"))
                .build();
        try (XSSFWorkbook workbook = written(SampleSheet.of(
                BOOK,
                List.of(
                        Sheet.of("wide", "Wide", "", Sheet.Group.RESULTS, wide.build()),
                        Sheet.of("alike", "Alike", "", Sheet.Group.RESULTS, first, second, other),
                        Sheet.of("mixed", "Mixed", "", Sheet.Group.RESULTS, headed("First", 2), other, other))))) {
            assertThat(workbook.getSheet("Wide").getPrintSetup().getFitWidth()).isEqualTo((short) 2);
            assertThat(workbook.getSheet("Wide").getRepeatingColumns().formatAsString())
                    .isEqualTo("A:A");
            assertThat(workbook.getSheet("Alike").getRepeatingRows().formatAsString())
                    .isEqualTo("5:5");
            assertThat(workbook.getSheet("Mixed").getRepeatingRows()).isNull();
        }
    }

    private static Block.Table headed(String title, int rows) {
        Block.Table.Builder table = Block.Table.titled(title).columns(Column.text("One"), Column.text("Two"));
        IntStream.range(0, rows).forEach(row -> table.row(Entry.number(row), Entry.text("x")));
        return table.build();
    }
}
