package org.sizewright.ui.accel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sizewright.library.Fact;
import org.sizewright.library.Gpu;
import org.sizewright.library.MathFormat;
import org.sizewright.library.MigProfile;
import org.sizewright.library.MigProfileSet;
import org.sizewright.library.accelerator.Accelerator;
import org.sizewright.library.accelerator.Measure;
import org.sizewright.library.accelerator.Ranking;
import org.sizewright.ui.part.Cell;

/** Some GPUs line by line: what each has, where they differ, and which is best where better is clear. */
record SideBySide(List<GpuRow> columns, List<Line> lines) {
    /**
     * One property of all of them.
     *
     * @param measure what is explained when an entry is chosen; empty for words
     */
    record Line(String id, String group, String label, Optional<Measure> measure, List<Entry> entries) {
        Line {
            entries = List.copyOf(entries);
        }

        boolean differs() {
            return entries.stream().map(Entry::text).distinct().count() > 1;
        }
    }

    /**
     * @param share of the largest value of the line, for a bar
     * @param best whether it is certainly the best of the line
     */
    record Entry(String text, boolean known, Optional<Cell.Mark> mark, OptionalDouble share, boolean best) {}

    SideBySide {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    static SideBySide of(AccelWords words, List<GpuRow> columns) {
        return new Builder(words, columns).build();
    }

    List<Line> differing() {
        return lines.stream().filter(Line::differs).toList();
    }

    /** The lines as text that pastes into a spreadsheet: a line of names, then a line each, fields parted by tabs. */
    String toTsv(String corner, List<Line> shown) {
        StringBuilder text = new StringBuilder(corner);
        columns.forEach(column -> text.append('\t').append(column.gpu().name()));
        text.append('\n');
        for (Line line : shown) {
            text.append(line.label());
            line.entries().forEach(entry -> text.append('\t').append(entry.text()));
            text.append('\n');
        }
        return text.toString();
    }

    private static final class Builder {
        private final AccelWords words;
        private final List<GpuRow> columns;
        private final List<Line> lines = new ArrayList<>();
        private String group = "";

        Builder(AccelWords words, List<GpuRow> columns) {
            this.words = words;
            this.columns = columns;
        }

        SideBySide build() {
            group = words.texts().get("accel.group.memory");
            measure(Measure.of(Measure.Kind.MEMORY));
            measure(Measure.of(Measure.Kind.REPORTED_MEMORY));
            fact(
                    "memoryType",
                    words.texts().get("accel.memoryType"),
                    gpu -> gpu.memory().type(),
                    type -> type);
            measure(Measure.of(Measure.Kind.BANDWIDTH));
            group = words.texts().get("accel.group.throughput");
            for (MathFormat format : MathFormat.values()) {
                measure(Measure.of(Measure.Kind.THROUGHPUT, format));
            }
            group = words.texts().get("accel.group.perWatt");
            measure(Measure.of(Measure.Kind.MEMORY_PER_WATT));
            measure(Measure.of(Measure.Kind.BANDWIDTH_PER_WATT));
            measure(Measure.of(Measure.Kind.THROUGHPUT_PER_WATT, MathFormat.BF16));
            measure(Measure.of(Measure.Kind.THROUGHPUT_PER_WATT, MathFormat.FP8));
            measure(Measure.of(Measure.Kind.BANDWIDTH_PER_MEMORY));
            group = words.texts().get("accel.group.board");
            measure(Measure.of(Measure.Kind.POWER));
            words(
                    "gpusPerBoard",
                    words.texts().get("accel.gpusPerBoard"),
                    each -> Optional.of(AccelWords.number(each.gpu().gpusPerBoard())));
            words(
                    "form",
                    words.texts().get("accel.form"),
                    each -> Optional.of(each.gpu().form()));
            measure(Measure.of(Measure.Kind.SLOTS));
            fact("cooling", words.texts().get("accel.cooling"), Gpu::cooling, cooling -> cooling);
            fact("pcie", words.texts().get("accel.pcie"), Gpu::pcie, words::pcie);
            fact("nvlink", words.texts().get("accel.nvlink"), Gpu::nvlink, words::nvlink);
            group = words.texts().get("accel.group.sharing");
            words("mig", words.texts().get("accel.mig"), each -> each.mig().map(ignored -> words.mig(each)));
            words(
                    "profiles",
                    words.texts().get("accel.mig.profiles"),
                    each -> each.mig().map(Builder::profiles));
            words(
                    "vgpu",
                    words.texts().get("accel.vgpu"),
                    each -> each.vgpuTypes().isEmpty() ? Optional.empty() : Optional.of(words.vgpu(each)));
            group = words.texts().get("accel.group.rest");
            words(
                    "architecture",
                    words.texts().get("accel.architecture"),
                    each -> Optional.of(each.gpu().architecture()));
            fact("nvaie", words.texts().get("accel.nvaie"), Gpu::nvaieIncluded5y, words::yesNo);
            words(
                    "life",
                    words.texts().get("accel.life"),
                    each -> Optional.of(
                            words.life(each.gpu()).orElse(words.texts().get("accel.life.none"))));
            return new SideBySide(columns, lines);
        }

        private static String profiles(MigProfileSet set) {
            return set.profiles().stream()
                    .filter(profile -> profile.attribute().isEmpty())
                    .map(MigProfile::name)
                    .collect(Collectors.joining(", "));
        }

        private void measure(Measure measure) {
            List<Fact<Double>> facts =
                    columns.stream().map(row -> measure.of(row.gpu())).toList();
            List<Boolean> best = Ranking.best(measure.kind().better(), facts);
            double most = facts.stream()
                    .flatMap(fact -> fact.asOptional().stream())
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < facts.size(); i++) {
                Fact<Double> fact = facts.get(i);
                entries.add(new Entry(
                        fact.asOptional().map(AccelWords::number).orElseGet(words::unknown),
                        fact.isKnown(),
                        words.mark(fact),
                        fact.isKnown() && most > 0
                                ? OptionalDouble.of(fact.asOptional().orElseThrow() / most)
                                : OptionalDouble.empty(),
                        best.get(i)));
            }
            lines.add(new Line(
                    measure.kind().name()
                            + measure.format().map(MathFormat::word).orElse(""),
                    group,
                    words.titleWithUnit(measure),
                    Optional.of(measure),
                    entries));
        }

        private <T> void fact(String id, String label, Function<Gpu, Fact<T>> of, Function<T, String> text) {
            List<Entry> entries = columns.stream()
                    .map(row -> {
                        Fact<T> fact = of.apply(row.gpu());
                        return entry(fact.asOptional().map(text), words.mark(fact), words.unknown());
                    })
                    .toList();
            lines.add(new Line(id, group, label, Optional.empty(), entries));
        }

        private void words(String id, String label, Function<Accelerator, Optional<String>> of) {
            List<Entry> entries = columns.stream()
                    .map(row -> entry(
                            of.apply(row.accelerator()),
                            Optional.empty(),
                            words.texts().get("accel.noneKnown")))
                    .toList();
            lines.add(new Line(id, group, label, Optional.empty(), entries));
        }

        private static Entry entry(Optional<String> text, Optional<Cell.Mark> mark, String otherwise) {
            return new Entry(text.orElse(otherwise), text.isPresent(), mark, OptionalDouble.empty(), false);
        }
    }
}
