package org.sizewright.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever formula is put together: the cell in a spreadsheet says what the figure says, unknown included. */
class SpreadsheetAgreementTest {
    private static final RowKey R1 = new RowKey("r1", "one");
    private static final RowKey R2 = new RowKey("r2", "two");
    private static final RowKey R3 = new RowKey("r3", "three");
    private static final Rows ROWS = new Rows("row", "Row", List.of(R1, R2, R3));
    private static final Source NOTED = Source.of("test", "", "", Evidence.VERIFIED);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyCellAgrees(long seed) throws IOException {
        Random random = new Random(seed);
        FigureBook.Builder book = FigureBook.builder();
        List<Figure> figures = new ArrayList<>();
        List<Unit> units = List.of(Unit.COUNT, Unit.GIB, Unit.GB, Unit.BYTE);
        for (int i = 0; i < 8; i++) {
            Unit unit = units.get(i % units.size());
            boolean single = random.nextInt(4) == 0;
            FigureBook.Scope scope = single ? book.single() : book.over(ROWS);
            figures.add(scope.fact("g" + i, unit, "g" + i, row -> given(random)));
        }
        for (int i = 0; i < 60; i++) {
            Unit unit = units.get(random.nextInt(units.size()));
            boolean single = random.nextInt(3) == 0;
            Rows rows = single ? Rows.NONE : ROWS;
            Formula formula = formula(random, figures, rows, unit.dimension().isNone(), 3);
            figures.add(book.over(rows).define("f" + i, unit, "f" + i, formula));
        }
        agree(book.build());
    }

    private static Given given(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Given.unknown("unknown here", NOTED);
            case 1 -> Given.fact(0, NOTED);
            case 2 -> Given.fact(-random.nextInt(50), NOTED);
            default -> Given.fact(random.nextInt(1000) / 8.0, NOTED);
        };
    }

    private static Formula formula(Random random, List<Figure> figures, Rows rows, boolean count, int depth) {
        Formula leaf = leaf(random, figures, rows, count);
        if (depth == 0) {
            return leaf;
        }
        Formula other = formula(random, figures, rows, count, depth - 1);
        Formula plain = formula(random, figures, rows, true, depth - 1);
        return switch (random.nextInt(14)) {
            case 0 -> leaf.plus(other);
            case 1 -> leaf.minus(other);
            case 2 -> other.minus(leaf.minus(other));
            case 3 -> other.times(plain);
            case 4 -> other.dividedBy(plain);
            case 5 -> Formula.min(leaf, other);
            case 6 -> Formula.max(other, leaf);
            case 7 -> other.ceil();
            case 8 -> other.floorTo(leaf(random, figures, rows, count));
            case 9 -> leaf.orElse(other);
            case 10 -> Formula.when(plain.moreThan(Formula.constant(3)), leaf, other);
            case 11 ->
                Formula.when(
                        Condition.all(leaf.atMost(other), plain.atLeast(Formula.constant(0.5))),
                        other,
                        new Formula.Missing("stale", "an input changed", other.unit()));
            case 12 -> other.inLane(Lane.HIGH).plus(leaf);
            default -> new Formula.ByLane(other, leaf, other.plus(leaf));
        };
    }

    private static Formula leaf(Random random, List<Figure> figures, Rows rows, boolean count) {
        List<Figure> fitting = figures.stream()
                .filter(figure -> figure.unit().dimension().isNone() == count)
                .toList();
        Figure figure = fitting.get(random.nextInt(fitting.size()));
        if (figure.rows().isNone()) {
            return figure;
        }
        if (rows.isNone()) {
            return switch (random.nextInt(3)) {
                case 0 -> figure.sum();
                case 1 -> figure.largest();
                default -> figure.at(Map.of(RowKey.SINGLE, R2));
            };
        }
        return switch (random.nextInt(4)) {
            case 0 -> figure.sumOver(Map.of(R1, List.of(R1, R3), R2, List.of(), R3, List.of(R2)));
            case 1 -> figure.at(Map.of(R1, R2, R2, R3, R3, R1));
            default -> figure;
        };
    }

    private static void agree(FigureBook figures) throws IOException {
        try (Workbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("S");
            Map<Cell, org.apache.poi.ss.usermodel.Cell> cells = new HashMap<>();
            int column = 0;
            for (Figure figure : figures.figures()) {
                for (Lane lane : figure.lanes()) {
                    int rowIndex = 0;
                    for (RowKey row : figure.rows().keys()) {
                        Cell cell = figure.cell(row, lane);
                        org.apache.poi.ss.usermodel.Row sheetRow =
                                sheet.getRow(rowIndex) == null ? sheet.createRow(rowIndex) : sheet.getRow(rowIndex);
                        org.apache.poi.ss.usermodel.Cell target = sheetRow.createCell(column);
                        cells.put(cell, target);
                        name(
                                workbook,
                                cell.name(),
                                target.getAddress().formatAsString().replaceAll("([A-Z]+)(\\d+)", "\\$$1\\$$2"));
                        rowIndex++;
                    }
                    String letters = org.apache.poi.ss.util.CellReference.convertNumToColString(column);
                    if (!figure.rows().isNone()) {
                        name(workbook, figure.cell(R1, lane).rangeName(), "$" + letters + "$1:$" + letters + "$3");
                    }
                    column++;
                }
            }
            cells.forEach((cell, target) -> {
                if (cell.figure().formula().isPresent()) {
                    target.setCellFormula(SpreadsheetFormula.of(cell));
                } else {
                    switch (figures.value(cell)) {
                        case Value.Known known -> target.setCellValue(known.number());
                        case Value.Unknown unknown -> target.setCellValue(unknown.cellText());
                    }
                }
            });
            var evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int known = 0;
            for (Figure figure : figures.figures()) {
                for (Cell cell : figures.cells(figure)) {
                    CellValue actual = evaluator.evaluate(cells.get(cell));
                    String where = cell.name() + " = "
                            + figure.formula()
                                    .map(f -> SpreadsheetFormula.of(cell))
                                    .orElse("given");
                    switch (figures.value(cell)) {
                        case Value.Known value -> {
                            assertThat(actual.getCellType()).as(where).isEqualTo(CellType.NUMERIC);
                            double difference = Math.abs(actual.getNumberValue() - value.number());
                            assertThat(difference)
                                    .as(where)
                                    .isLessThanOrEqualTo(1e-9 * Math.max(1, Math.abs(value.number())));
                            known++;
                        }
                        case Value.Unknown value -> {
                            assertThat(actual.getCellType()).as(where).isEqualTo(CellType.STRING);
                            assertThat(actual.getStringValue()).as(where).isIn(value.cellText(), "unknown");
                        }
                    }
                }
            }
            assertThat(known).isGreaterThan(40);
        }
    }

    private static void name(Workbook workbook, String text, String reference) {
        Name name = workbook.createName();
        name.setNameName(text);
        name.setRefersToFormula("S!" + reference);
    }
}
