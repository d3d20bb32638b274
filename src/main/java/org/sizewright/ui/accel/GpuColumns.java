package org.sizewright.ui.accel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.MathFormat;
import org.sizewright.library.accelerator.Accelerator;
import org.sizewright.library.accelerator.Measure;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Cell;
import org.sizewright.ui.part.Column;

/** The columns of the table of GPUs. What is unknown says so and stays last; what is doubtful carries its badge. */
final class GpuColumns {
    private static final String ARCHITECTURE = "architecture";
    private static final String FORM = "form";
    private static final String VGPU = "vgpu";

    /** The columns that a narrow table leaves to the column chooser, side by side and the Why pane. */
    static final Set<String> SPARE = Set.of(ARCHITECTURE, FORM, VGPU, format(MathFormat.FP4));

    private static final Set<MathFormat> SHOWN = Set.of(MathFormat.BF16, MathFormat.FP8, MathFormat.FP4);

    private final Texts texts;
    private final AccelWords words;

    GpuColumns(AccelWords words) {
        this.texts = words.texts();
        this.words = words;
    }

    static String format(MathFormat format) {
        return "throughput-" + format.word();
    }

    /** Whether the throughput is in sight unless somebody asks for another one. */
    static boolean isUsual(MathFormat format, boolean roomForAll) {
        return SHOWN.contains(format) && (roomForAll || !SPARE.contains(format(format)));
    }

    List<Column<GpuRow>> columns() {
        List<Column<GpuRow>> columns = new ArrayList<>();
        columns.add(Column.words("side", texts.get("accel.column.side"), this::side));
        columns.add(Column.words("name", texts.get("accel.gpu"), this::name));
        columns.add(Column.words(
                ARCHITECTURE,
                texts.get("accel.architecture"),
                row -> Cell.text(row.gpu().architecture())));
        columns.add(Column.words(
                FORM, texts.get("accel.form"), row -> Cell.text(row.gpu().form())));
        columns.add(measure("memory", Measure.of(Measure.Kind.MEMORY)));
        columns.add(
                measure("reported", Measure.of(Measure.Kind.REPORTED_MEMORY)).hidden());
        columns.add(Column.numbers(
                "bandwidth", texts.get("accel.column.bandwidth"), cell(Measure.of(Measure.Kind.BANDWIDTH))));
        for (MathFormat format : MathFormat.values()) {
            Measure measure = Measure.of(Measure.Kind.THROUGHPUT, format);
            Column<GpuRow> column = Column.numbers(
                    format(format),
                    texts.get("accel.withUnit", AccelWords.format(format), measure.unit()),
                    cell(measure));
            columns.add(SHOWN.contains(format) ? column : column.hidden());
        }
        columns.add(measure("power", Measure.of(Measure.Kind.POWER)));
        columns.add(measure("slots", Measure.of(Measure.Kind.SLOTS)).hidden());
        columns.add(measure("nvlink", Measure.of(Measure.Kind.NVLINK)).hidden());
        columns.add(Column.<GpuRow>numbers("pcie", texts.get("accel.pcie"), this::pcie)
                .hidden());
        columns.add(Column.numbers("mig", texts.get("accel.mig"), this::mig));
        columns.add(Column.numbers(VGPU, texts.get("accel.vgpu"), this::vgpu));
        columns.add(Column.<GpuRow>words("nvaie", texts.get("accel.nvaie"), this::nvaie)
                .hidden());
        columns.add(Column.<GpuRow>words("life", texts.get("accel.life"), this::life)
                .hidden());
        columns.add(measure("memoryPerWatt", Measure.of(Measure.Kind.MEMORY_PER_WATT))
                .hidden());
        columns.add(measure("bandwidthPerWatt", Measure.of(Measure.Kind.BANDWIDTH_PER_WATT))
                .hidden());
        columns.add(measure("bandwidthPerMemory", Measure.of(Measure.Kind.BANDWIDTH_PER_MEMORY))
                .hidden());
        return columns;
    }

    private Cell side(GpuRow row) {
        return row.letter()
                .map(letter -> Cell.text(letter).withTip(texts.get("accel.side.is", letter)))
                .orElseGet(() -> Cell.unknown("").withTip(texts.get("accel.side.how")));
    }

    private Cell name(GpuRow row) {
        Cell name = Cell.text(row.gpu().name());
        Cell marked = row.own() ? name.withMark(words.ownMark()) : name;
        return words.life(row.gpu())
                .map(life ->
                        marked.withTip(texts.get("accel.withUnit", row.gpu().name(), life)))
                .orElse(marked);
    }

    private Column<GpuRow> measure(String id, Measure measure) {
        return Column.numbers(id, words.titleWithUnit(measure), cell(measure));
    }

    private Function<GpuRow, Cell> cell(Measure measure) {
        return row -> fact(measure.of(row.gpu()), AccelWords::number, value -> value);
    }

    private <T> Cell fact(Fact<T> fact, Function<T, String> text, Function<T, Double> sortedBy) {
        Optional<T> value = fact.asOptional();
        if (value.isEmpty()) {
            return Cell.unknown(words.unknown());
        }
        Cell cell = Cell.number(text.apply(value.get()), sortedBy.apply(value.get()));
        return words.mark(fact).map(cell::withMark).orElse(cell);
    }

    private Cell pcie(GpuRow row) {
        return fact(row.gpu().pcie(), words::pcie, link -> link.generation() * 100.0 + link.lanes());
    }

    private Cell mig(GpuRow row) {
        return row.accelerator()
                .mig()
                .map(set -> {
                    Cell cell = Cell.number(AccelWords.number(set.maxInstances()), set.maxInstances());
                    return words.mark(set.placementEvidence())
                            .map(cell::withMark)
                            .orElse(cell);
                })
                .orElseGet(this::noneKnown);
    }

    private Cell vgpu(GpuRow row) {
        Accelerator each = row.accelerator();
        int types = each.vgpuTypes().size();
        return types == 0 ? noneKnown() : Cell.number(AccelWords.number(types), types);
    }

    private Cell noneKnown() {
        return Cell.unknown(texts.get("accel.none")).withTip(texts.get("accel.noneKnown"));
    }

    private Cell nvaie(GpuRow row) {
        Fact<Boolean> included = row.gpu().nvaieIncluded5y();
        return included.asOptional()
                .map(yes -> {
                    Cell cell = Cell.text(words.yesNo(yes));
                    return words.mark(included).map(cell::withMark).orElse(cell);
                })
                .orElseGet(() -> Cell.unknown(words.unknown()));
    }

    private Cell life(GpuRow row) {
        Gpu gpu = row.gpu();
        return words.life(gpu).map(Cell::text).orElseGet(() -> Cell.unknown(texts.get("accel.life.none")));
    }
}
