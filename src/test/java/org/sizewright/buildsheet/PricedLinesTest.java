package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.sizewright.SamplePlans;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.library.Library;
import org.sizewright.library.Price;
import org.sizewright.plan.References;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

/** Option A of the sample: 4 hosts with 8 H100 each, 32 licences, none of them included. Amounts are made up. */
class PricedLinesTest {
    private static final SampleReferences SAMPLE = new SampleReferences();
    private static final Price GPU = price("q-gpu", Price.Item.GPU, "h100-sxm-80", 30_000, "EUR");
    private static final Price LICENCE = price("q-licence", Price.Item.LICENCE, Price.ANY, 4000.5, "EUR");

    private static Price price(String id, Price.Item item, String of, double amount, String currency) {
        return new Price(
                id,
                item,
                of,
                amount,
                currency,
                LocalDate.of(2026, 11, 2),
                "Quote 4711",
                item == Price.Item.LICENCE ? Optional.of("3 years") : Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static BuildSheet sheets(Price... prices) {
        Library library = SAMPLE.library().overlay(Library.of(List.of(prices)));
        PlanResult result = Calculation.of(
                Resolver.resolve(SamplePlans.standard(), new References() {
                    @Override
                    public Library library() {
                        return library;
                    }

                    @Override
                    public Optional<CatalogEntry> server(EntryId id) {
                        return SAMPLE.server(id);
                    }
                }),
                Cancellation.never());
        return BuildSheets.of(new BuildSheetSubject(result, result.live(), Optional.empty(), "Sizewright test"));
    }

    private static Block.Table bom(BuildSheet sheets) {
        return (Block.Table) sheets.sheets().stream()
                .filter(sheet -> sheet.id().equals("bom"))
                .flatMap(sheet -> sheet.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static List<Entry> line(Block.Table table, String unit) {
        return table.rows().stream()
                .filter(row -> row.contains(Entry.text(unit)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutOwnPricesThereAreNoPriceColumns() {
        assertThat(bom(sheets()).columns()).extracting(Column::heading).doesNotContain("Unit price", "Total");
        // a price of another GPU is none of these lines
        assertThat(bom(sheets(price("q", Price.Item.GPU, "l4", 1, "EUR"))).columns())
                .extracting(Column::heading)
                .doesNotContain("Unit price");
    }

    @Test
    void aPricedLineHasUnitPriceTotalAndQuoteAndTheOthersStayUnknown() {
        Block.Table bom = bom(sheets(GPU, LICENCE));
        List<Entry> gpu = line(bom, "GPU");
        int first = gpu.size() - 6;
        assertThat(gpu.get(first)).isEqualTo(Entry.input(30_000, 2));
        assertThat(((Entry.Formula) gpu.get(first + 1)).result()).isEqualTo(new Entry.Result.OfNumber(960_000, 2));
        assertThat(gpu.get(first + 3)).isEqualTo(Entry.empty());
        assertThat(gpu.subList(first + 4, first + 6))
                .containsExactly(Entry.text("Quote 4711"), Entry.text("2026-11-02"));
        assertThat(line(bom, "licence").get(first + 3)).isEqualTo(Entry.text("3 years"));
        List<Entry> server = line(bom, "server");
        assertThat(server.get(first)).isEqualTo(Entry.unknownInput(2));
        assertThat(((Entry.Formula) server.get(first + 1)).result()).isEqualTo(new Entry.Result.OfText("unknown"));

        List<Entry> total = bom.total().orElseThrow();
        assertThat(((Entry.Formula) total.getFirst()).result()).isEqualTo(new Entry.Result.OfText("At least"));
        assertThat(((Entry.Formula) total.get(first + 1)).result())
                .isEqualTo(new Entry.Result.OfNumber(960_000 + 32 * 4000.5, 2));
    }

    @Test
    void differentCurrenciesAreNotAddedUp() {
        List<Entry> total = bom(sheets(GPU, price("q-licence", Price.Item.LICENCE, Price.ANY, 4000, "USD")))
                .total()
                .orElseThrow();
        assertThat(total).contains(Entry.unknown(), Entry.text("different currencies are not added up"));
    }

    @Test
    void theFormulasGiveTheTotalsInTheWorkbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.write(sheets(GPU, LICENCE), out);
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int numbers = 0;
            for (Row row : workbook.getSheet("BOM")) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA
                            && cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                        CellValue value = evaluator.evaluate(cell);
                        assertThat(value.getNumberValue()).isEqualTo(cell.getNumericCellValue(), within(1e-6));
                        numbers += cell.getNumericCellValue() >= 960_000 ? 1 : 0;
                    }
                }
            }
            // the line of the GPUs and the sum
            assertThat(numbers).isEqualTo(2);
        }
    }

    /** 32 GPUs; a price typed into the workbook counts at once, and the sum is whole once every line has one. */
    @Test
    void aPriceTypedIntoTheWorkbookCounts() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.write(sheets(GPU, LICENCE), out);
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Sheet bom = workbook.getSheet("BOM");
            Cell heading = cell(bom, "Unit price");
            Row gpu = cell(bom, "GPU").getRow();
            Cell price = gpu.getCell(heading.getColumnIndex());
            assertThat(price.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(price.getCellStyle().getLocked()).isFalse();
            assertThat(price.getCellStyle().getFillForegroundColorColor()).isNotNull();
            price.setCellValue(31_000);
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int totals = heading.getColumnIndex() + 1;
            assertThat(evaluator.evaluate(gpu.getCell(totals)).getNumberValue()).isEqualTo(32 * 31_000.0);
            Row sum = cell(bom, "At least").getRow();
            assertThat(evaluator.evaluate(sum.getCell(totals)).getNumberValue())
                    .isEqualTo(32 * 31_000.0 + 32 * 4000.5, within(1e-6));

            int unknown = 0;
            for (int row = heading.getRowIndex() + 1; row < sum.getRowNum(); row++) {
                Cell each = bom.getRow(row).getCell(heading.getColumnIndex());
                if (each.getCellType() == CellType.STRING
                        && each.getStringCellValue().equals("unknown")) {
                    assertThat(each.getCellStyle().getLocked()).isFalse();
                    each.setCellValue(0);
                    unknown++;
                }
            }
            assertThat(unknown).isGreaterThan(1);
            evaluator.clearAllCachedResultValues();
            assertThat(evaluator.evaluate(sum.getCell(0)).getStringValue()).isEqualTo("Total");
            assertThat(evaluator.evaluate(sum.getCell(totals + 3)).getStringValue())
                    .isEmpty();
        }
    }

    private static Cell cell(Sheet sheet, String text) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                boolean words = cell.getCellType() == CellType.STRING
                        || cell.getCellType() == CellType.FORMULA
                                && cell.getCachedFormulaResultType() == CellType.STRING;
                if (words && cell.getStringCellValue().equals(text)) {
                    return cell;
                }
            }
        }
        throw new AssertionError("no cell says " + text);
    }
}
