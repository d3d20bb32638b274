package org.sizewright.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureBookTest {
    private static final Source NOTED = Source.of("test", "", "", Evidence.VERIFIED);
    private static final RowKey W1 = new RowKey("w1", "Chat");
    private static final RowKey W2 = new RowKey("w2", "Search");
    private static final Rows WORKLOADS = new Rows("workload", "Workload", List.of(W1, W2));

    private static Figure input(FigureBook.Scope scope, String id, Unit unit, double number) {
        return scope.input(id, unit, id, Range.ANY, row -> Given.input(number, "/" + id));
    }

    private static Figure unknown(FigureBook.Scope scope, String id, Unit unit) {
        return scope.fact(id, unit, id, row -> Given.unknown("not in the library", NOTED));
    }

    private static double known(Value value) {
        return value.asNumber().orElseThrow();
    }

    @Test
    void thirteenBillionParametersInBf16Are26DecimalGigabytes() {
        // article "LLM terminology" (2023-08-18): 13B at BF16 = 26 GB
        FigureBook.Builder book = FigureBook.builder();
        FigureBook.Scope one = book.single();
        Figure parameters = input(one, "parameters", Unit.COUNT, 13e9);
        Figure bytes = input(one, "bytes_per_parameter", Unit.BYTE, 2);
        Figure gb = one.define("weights_gb", Unit.GB, "Weights", parameters.times(bytes));
        Figure gib = one.define("weights_gib", Unit.GIB, "Weights", parameters.times(bytes));
        FigureBook figures = book.build();
        assertThat(known(figures.value(gb))).isEqualTo(26);
        assertThat(ValueText.of(figures.value(gib), Unit.GIB, 1)).isEqualTo("24.2 GiB");
        assertThat(SpreadsheetFormula.of(gib.cell()))
                .isEqualTo(
                        "IF(COUNT(in_parameters,in_bytes_per_parameter)=2,in_parameters*in_bytes_per_parameter/1073741824,\"unknown\")");
        assertThat(figures.explain(gb.cell()).formula()).isEqualTo("parameters × bytes_per_parameter");
        assertThat(figures.explain(gb.cell()).numbers()).isEqualTo("13,000,000,000 × 2 B");
    }

    @Test
    void bytesCannotBeAddedToWatts() {
        FigureBook.Scope one = FigureBook.builder().single();
        Figure memory = input(one, "memory", Unit.GIB, 1);
        Figure power = input(one, "power", Unit.WATT, 1);
        assertThatThrownBy(() -> memory.plus(power)).hasMessage("cannot mix GiB with W");
        assertThatThrownBy(() -> memory.atMost(power)).hasMessageContaining("cannot mix");
        assertThatThrownBy(() -> one.define("wrong", Unit.WATT, "wrong", memory))
                .hasMessageContaining("figure wrong is in W, its formula in GiB");
    }

    @Test
    void gigabytesAndGibibytesAreConvertedWhenAdded() {
        FigureBook.Builder book = FigureBook.builder();
        FigureBook.Scope one = book.single();
        Figure gb = input(one, "gb", Unit.GB, 1);
        Figure gib = input(one, "gib", Unit.GIB, 1);
        Figure sum = one.define("sum", Unit.BYTE, "sum", gb.plus(gib));
        assertThat(known(book.build().value(sum))).isEqualTo(1_000_000_000d + 1_073_741_824d);
        assertThat(SpreadsheetFormula.of(sum.cell())).contains("in_gb*1000000000+in_gib*1073741824");
    }

    @Test
    void unknownIsNeverZero() {
        FigureBook.Builder book = FigureBook.builder();
        FigureBook.Scope one = book.single();
        Figure known = input(one, "base", Unit.WATT, 700);
        Figure missing = unknown(one, "fans", Unit.WATT);
        Figure sum = one.define("sum", Unit.WATT, "sum", known.plus(missing));
        Figure fallback = one.define("fallback", Unit.WATT, "fallback", missing.orElse(known));
        FigureBook figures = book.build();
        assertThat(figures.value(sum)).isEqualTo(Value.unknown("not in the library"));
        assertThat(known(figures.value(fallback))).isEqualTo(700);
        assertThat(SpreadsheetFormula.of(fallback.cell()))
                .isEqualTo("IF(COUNT(in_fans)=1,in_fans,IF(COUNT(in_base)=1,in_base,\"unknown\"))");
    }

    @Test
    void sumOverRowsWithAnUnknownOneSaysAtLeast() {
        FigureBook.Builder book = FigureBook.builder();
        Figure power = book.over(WORKLOADS)
                .fact(
                        "power",
                        Unit.WATT,
                        "power",
                        row -> row.equals(W1) ? Given.fact(500, NOTED) : Given.unknown("?", NOTED));
        Figure usable = input(book.single(), "usable", Unit.WATT, 2000);
        Figure sum = book.single().define("sum", Unit.KILOWATT, "sum", power.sum());
        Figure left = book.single().define("left", Unit.WATT, "left", usable.minus(sum));
        FigureBook figures = book.build();
        assertThat(figures.value(sum)).isEqualTo(new Value.Known(0.5, Bound.AT_LEAST));
        assertThat(figures.value(left)).isEqualTo(new Value.Known(1500, Bound.AT_MOST));
        assertThat(ValueText.of(figures.value(left), Unit.WATT)).isEqualTo("≤ 1,500 W");
        assertThat(SpreadsheetFormula.of(sum.cell()))
                .isEqualTo("IF(COUNT(in_power_all)>0,SUM(in_power_all)/1000,\"unknown\")");
    }

    @Test
    void sumOfRowsThatAreAllUnknownIsUnknownAndNotZero() {
        FigureBook.Builder book = FigureBook.builder();
        Figure power = unknown(book.over(WORKLOADS), "power", Unit.WATT);
        Figure sum = book.single().define("sum", Unit.WATT, "sum", power.sum());
        Figure empty = book.over(new Rows("none", "None", List.of()))
                .fact("nothing", Unit.WATT, "nothing", row -> Given.fact(1, NOTED));
        Figure zero = book.single().define("zero", Unit.WATT, "zero", empty.sum());
        FigureBook figures = book.build();
        assertThat(figures.value(sum)).isEqualTo(Value.unknown("no power is known"));
        assertThat(known(figures.value(zero))).isZero();
        assertThat(SpreadsheetFormula.of(zero.cell())).isEqualTo("0");
    }

    @Test
    void rowsShareOneFormulaAndMayGatherOtherRows() {
        RowKey group = new RowKey("g1", "AI hosts");
        Rows groups = new Rows("group", "Host group", List.of(group));
        FigureBook.Builder book = FigureBook.builder();
        FigureBook.Scope workloads = book.over(WORKLOADS);
        Figure gpuMemory =
                book.over(groups).input("gpu_memory", Unit.GIB, "GPU memory", Range.ANY, row -> Given.input(80, "/"));
        Figure replicas = workloads.input(
                "replicas", Unit.COUNT, "Replicas", Range.ANY, row -> Given.input(row.equals(W1) ? 3 : 4, "/"));
        Figure used =
                workloads.define("used", Unit.GIB, "Used", replicas.times(gpuMemory.at(Map.of(W1, group, W2, group))));
        Figure total =
                book.over(groups).define("total", Unit.GIB, "Total", used.sumOver(Map.of(group, List.of(W1, W2))));
        FigureBook figures = book.build();
        assertThat(known(figures.value(used, W2))).isEqualTo(320);
        assertThat(known(figures.value(total, group))).isEqualTo(560);
        assertThat(SpreadsheetFormula.of(used.cell(W2, Lane.VALUE))).contains("in_replicas_w2*in_gpu_memory_g1");
        assertThatThrownBy(() -> workloads.define("wrong", Unit.GIB, "wrong", gpuMemory))
                .hasMessageContaining("which has other rows");
    }

    @Test
    void bandRunsOnThroughEverythingThatRestsOnTheEstimate() {
        FigureBook.Builder book = FigureBook.builder();
        FigureBook.Scope one = book.single();
        Figure peak = input(one, "peak", Unit.GIB, 10);
        Figure activation = one.define(
                "activation", Unit.GIB, "Activation", new Formula.ByLane(peak.times(0.8), peak, peak.times(1.2)));
        Figure total = input(one, "total", Unit.GIB, 30);
        Figure left = one.define("left", Unit.GIB, "Left", total.minus(activation));
        Figure requests = one.define(
                "requests",
                Unit.COUNT,
                "Requests",
                left.dividedBy(Formula.constant(3, Unit.GIB)).floor());
        FigureBook figures = book.build();
        assertThat(known(figures.value(requests.cell(RowKey.SINGLE, Lane.LOW)))).isEqualTo(7);
        assertThat(known(figures.value(requests.cell(RowKey.SINGLE, Lane.VALUE))))
                .isEqualTo(6);
        assertThat(known(figures.value(requests.cell(RowKey.SINGLE, Lane.HIGH))))
                .isEqualTo(6);
        assertThat(figures.band(left, RowKey.SINGLE)).contains(new Range(18, 22));
        assertThat(peak.isBanded()).isFalse();
        assertThat(SpreadsheetFormula.of(requests.cell(RowKey.SINGLE, Lane.HIGH)))
                .contains("calc_left_high/3");
    }

    @Test
    void ceilingIgnoresTheNoiseBehindTheSixthDecimal() {
        FigureBook.Builder book = FigureBook.builder();
        FigureBook.Scope one = book.single();
        Figure third = input(one, "third", Unit.COUNT, 0.1 + 0.2);
        Figure up = one.define("up", Unit.COUNT, "up", third.times(10).ceil());
        Figure stepped = one.define(
                "stepped",
                Unit.TOKEN,
                "stepped",
                Formula.constant(100, Unit.TOKEN).ceilTo(Formula.constant(16, Unit.TOKEN)));
        FigureBook figures = book.build();
        assertThat(0.1 + 0.2).isNotEqualTo(0.3);
        assertThat(known(figures.value(up))).isEqualTo(3);
        assertThat(known(figures.value(stepped))).isEqualTo(112);
    }

    @Test
    void divisionByZeroIsUnknownAndSaysWhy() {
        FigureBook.Builder book = FigureBook.builder();
        FigureBook.Scope one = book.single();
        Figure zero = input(one, "requests_per_replica", Unit.COUNT, 0);
        Figure replicas = one.define(
                "replicas",
                Unit.COUNT,
                "replicas",
                Formula.constant(8).dividedBy(zero).ceil());
        assertThat(book.build().value(replicas)).isEqualTo(Value.unknown("divided by zero: requests_per_replica is 0"));
    }

    @Test
    void heatIsPowerInAnotherUnit() {
        // 1 W = 3.412141633 BTU/h
        FigureBook.Builder book = FigureBook.builder();
        Figure power = input(book.single(), "power", Unit.KILOWATT, 10);
        Figure heat = book.single().define("heat", Unit.BTU_PER_HOUR, "heat", power);
        assertThat(known(book.build().value(heat))).isCloseTo(34_121.41633, within(1e-4));
    }

    @Test
    void explanationGoesDownToTheSource() {
        FigureBook.Builder book = FigureBook.builder();
        Figure layers = book.single().fact("layers", Unit.COUNT, "Layers", row -> Given.fact(40, NOTED));
        Figure doubled = book.single().define("doubled", Unit.COUNT, "Doubled", layers.times(2), NOTED);
        FigureBook figures = book.build();
        Explanation why = figures.explain(doubled.cell());
        assertThat(why.inputs()).containsExactly(layers.cell());
        assertThat(why.numbers()).isEqualTo("40 × 2");
        assertThat(figures.explain(layers.cell()).sources()).containsExactly(NOTED);
        assertThat(figures.usedBy(layers.cell())).containsExactly(doubled.cell());
    }

    @Test
    void namesAreUniqueAndNeverUserText() {
        FigureBook.Builder book = FigureBook.builder();
        input(book.single(), "a", Unit.COUNT, 1);
        assertThatThrownBy(() -> input(book.single(), "a", Unit.COUNT, 1)).hasMessage("two figures are called a");
        assertThatThrownBy(() -> input(book.single(), "H 100", Unit.COUNT, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RowKey("Chat bot", "Chat bot")).isInstanceOf(IllegalArgumentException.class);
    }
}
