package org.sizewright.buildsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sizewright.buildsheet.Layout.Area;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Given;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Unit;

/** A build sheet whose formulas would read nothing, or something else, is refused. */
class LayoutTest {
    private static final FigureBook BOOK = SampleSheet.book(8192);
    private static final FigureTables TABLES = new FigureTables(BOOK);

    private static Sheet sheet(String id, Block... blocks) {
        return Sheet.of(id, "Extra " + id, "Extra.", Sheet.Group.CONTROL, blocks);
    }

    private static Block fact(Entry entry) {
        return Block.Facts.of("", Block.Fact.of("label", entry));
    }

    @Test
    void aCellHasOneHome() {
        Block again = TABLES.singles("Again", List.of(BOOK.get("gpus_total")));
        assertThatThrownBy(() -> SampleSheet.of(BOOK, List.of(sheet("x", again))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("out_gpus_total has two homes")
                .hasMessageContaining("out_gpus_total_high has two homes");
    }

    @Test
    void whatAFormulaReadsHasAHome() {
        Figure gpus = BOOK.get("gpus_total");
        Cover cover = SampleSheet.of(BOOK).cover();
        assertThatThrownBy(() -> new BuildSheet(cover, BOOK, List.of(sheet("x", TABLES.singles("", List.of(gpus))))))
                .hasMessageContaining("calc_gpus_all, which out_gpus_total reads, has no home");
        assertThatThrownBy(() -> new BuildSheet(cover, BOOK, List.of(sheet("x", fact(Entry.mirror(gpus))))))
                .hasMessageContaining("out_gpus_total, which sheet Extra x reads, has no home");
        assertThatThrownBy(() -> SampleSheet.of(BOOK, List.of(sheet("x", fact(Entry.formula("in_gone*2", 0, 0))))))
                .hasMessageContaining("in_gone, which sheet Extra x reads, has no home");
        assertThat(SampleSheet.of(
                        BOOK, List.of(sheet("x", fact(Entry.formula("IF(in_usable>0,\"in_gone\",\"\")", "in_gone"))))))
                .isNotNull();
    }

    @Test
    void aRangeIsDefinedOnlyForCellsSideBySide() {
        Figure context = BOOK.get("context");
        Entry first = Entry.home(context.cell(SampleSheet.W1, Lane.VALUE));
        Entry second = Entry.home(context.cell(SampleSheet.W2, Lane.VALUE));
        Cover cover = SampleSheet.of(BOOK).cover();
        assertThat(Layout.of(cover, BOOK, List.of(sheet("x", table(first, second))))
                        .names())
                .containsEntry("in_context_all", new Area("Extra x", 4, 0, 4, 1));
        assertThat(Layout.of(cover, BOOK, List.of(sheet("x", table(second, first))))
                        .names())
                .containsKeys("in_context_w1", "in_context_w2")
                .doesNotContainKey("in_context_all");
        assertThatThrownBy(() -> Layout.of(
                        cover,
                        BOOK,
                        List.of(sheet(
                                "x", table(second, first), fact(Entry.formula("SUM(in_context_all)", 12_288, 0))))))
                .hasMessageContaining("its cells do not stand side by side");
    }

    private static Block table(Entry left, Entry right) {
        return Block.Table.titled("")
                .columns(Column.number("A"), Column.number("B"))
                .row(left, right)
                .build();
    }

    @Test
    void linksLeadSomewhere() {
        assertThatThrownBy(() -> SampleSheet.of(BOOK, List.of(sheet("x", fact(Entry.linkToSheet("there", "nowhere"))))))
                .hasMessageContaining("a link leads to sheet nowhere");
    }

    @Test
    void sheetsAreToldApartByIdAndTitle() {
        assertThatThrownBy(() -> SampleSheet.of(BOOK, List.of(sheet("x"), sheet("x"))))
                .hasMessageContaining("two sheets have the id x")
                .hasMessageContaining("two sheets have the title Extra x");
        assertThatThrownBy(() -> Sheet.of("y", "a/b", "", Sheet.Group.CONTROL)).hasMessageContaining("a/b");
    }

    @Test
    void aFormulaThatIsTooLongForASpreadsheetIsFoundBeforeItIsWritten() {
        Rows many = new Rows(
                "item",
                "Item",
                IntStream.range(0, 1000)
                        .mapToObj(i -> new RowKey("i" + i, "item " + i))
                        .toList());
        FigureBook.Builder book = FigureBook.builder();
        Figure amount = book.over(many).input("amount", Unit.COUNT, "Amount", Range.ANY, row -> Given.input(1, "/a"));
        Figure some = book.single()
                .define(
                        "some",
                        Unit.COUNT,
                        "Some",
                        amount.sumOver(Map.of(RowKey.SINGLE, many.keys().subList(0, 999))));
        FigureBook figures = book.build();
        FigureTables tables = new FigureTables(figures);
        Sheet both = sheet("x", tables.rowsDown("", many, List.of(amount)), tables.singles("", List.of(some)));
        Cover cover = SampleSheet.of(BOOK).cover();
        assertThatThrownBy(() -> new BuildSheet(cover, figures, List.of(both)))
                .hasMessageContaining("the formula of calc_some has")
                .hasMessageContaining("more than a spreadsheet takes");
    }

    @Test
    void completenessCountsThePartsUnderSumsOnly() {
        Completeness completeness = new Completeness(BOOK);
        assertThat(completeness.parts(BOOK.get("heat").cell())).hasSize(3);
        assertThat(completeness.parts(BOOK.get("delivery_days").cell())).isEmpty();
        assertThat(completeness.entry(BOOK.get("heat").cell()))
                .isEqualTo(Entry.formula(
                        "IF(ISNUMBER(out_heat),IF(COUNT(in_host_power_all)=3,\"complete\",COUNT(in_host_power_all)&\" of 3"
                                + " parts known\"),\"unknown\")",
                        "2 of 3 parts known"));
        assertThat(completeness.entry(BOOK.get("delivery_days").cell()))
                .isEqualTo(Entry.formula("IF(ISNUMBER(calc_delivery_days),\"complete\",\"unknown\")", "unknown"));
    }

    @Test
    void decimalsFollowTheSizeOfTheNumbers() {
        assertThat(NumberFormats.decimals(List.of(131_072.0, 4096.0), true)).isZero();
        assertThat(NumberFormats.decimals(List.of(24.25), true)).isEqualTo(2);
        assertThat(NumberFormats.decimals(List.of(0.0125), true)).isEqualTo(4);
        assertThat(NumberFormats.decimals(List.of(2e15), true)).isEqualTo(NumberFormats.SCIENTIFIC);
        assertThat(NumberFormats.decimals(List.of(3.0), false)).isZero();
    }
}
