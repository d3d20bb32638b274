package org.sizewright.ui.workloads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.sizing.LlmSubject;
import org.sizewright.sizing.Parallelism;
import org.sizewright.ui.chart.Axis;
import org.sizewright.ui.chart.Curves;
import org.sizewright.ui.chart.Scale;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;

/** Evaluates the figures of a model under many loads and puts curves together from them; used once, on the worker. */
final class CurvePoints {
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final int GRID = 48;
    /** Over a context that doubles many times replicas come more often. */
    private static final int FINE_GRID = 128;

    private static final int OPEN_CONTEXT = 131_072;
    private static final int SHORTEST = 512;
    private static final int MOST_STEPS = 12;
    private static final int MOST_SPLIT = 8;
    private static final int SIZES = 2;
    private static final double NEARLY_SAME = 1.05;
    /** A size beyond this multiple would flatten the lines. */
    private static final double MUCH = 2.5;

    private final Question question;
    private final MemoryText memory;
    private final Texts texts;
    private final BooleanSupplier wanted;

    CurvePoints(Question question, MemoryText memory, BooleanSupplier wanted) {
        this.question = question;
        this.memory = memory;
        this.texts = memory.texts();
        this.wanted = wanted;
    }

    /** A place that the model could move to, with what its engine may use there. */
    private record Size(String name, double room, OptionalDouble requests) {}

    /** Where the plan stands. */
    private record Own(
            int context,
            int requests,
            double room,
            double needed,
            OptionalDouble perReplica,
            OptionalDouble replicas) {}

    /** Empty if nobody wants the answer any more. */
    Optional<MemoryCurves> curves() {
        if (question.present().isEmpty()) {
            return Optional.of(MemoryCurves.none(texts.get("workloads.curves.unassigned")));
        }
        Question.Present present = question.present().get();
        List<Place> larger = larger(present);
        List<LlmSubject> subjects = new ArrayList<>();
        subjects.add(subject("own", question.workload(), present.parallel()));
        larger.forEach(place -> subjects.add(question.subject(
                new RowKey("size" + subjects.size(), place.title()),
                question.workload(),
                place.gpu(),
                place.device(),
                present.parallel())));
        Trial trial = Trial.ofMemory(subjects, question.library());
        RowKey row = subjects.getFirst().row();
        if (trial.value(trial.room, row) instanceof Value.Unknown unknown) {
            String why = RowFigures.missing(trial.figures(), trial.room.cell(row, Lane.VALUE))
                    .orElse(unknown.why());
            return Optional.of(MemoryCurves.none(texts.get("workloads.curves.unknown", why)));
        }
        Own own = new Own(
                whole(trial, trial.llm.context, row, question.workload().contextTokens()),
                whole(trial, trial.llm.concurrency, row, question.workload().concurrency()),
                trial.number(trial.room, row).orElse(0),
                trial.number(trial.needed, row)
                        .orElse(trial.number(trial.inOne, row).orElse(0)),
                trial.number(trial.llm.requestsPerReplica, row),
                trial.number(trial.llm.replicas, row));
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < larger.size() && sizes.size() < SIZES; i++) {
            RowKey size = subjects.get(i + 1).row();
            OptionalDouble room = trial.number(trial.room, size);
            double last = sizes.isEmpty() ? own.room() : sizes.getLast().room();
            if (room.isPresent() && room.getAsDouble() > last * NEARLY_SAME) {
                sizes.add(new Size(
                        larger.get(i).title(), room.getAsDouble(), trial.number(trial.llm.requestsPerReplica, size)));
            }
        }
        MemoryCurves.Drawing requests = overRequests(own, sizes);
        if (!wanted.getAsBoolean()) {
            return Optional.empty();
        }
        return Optional.of(new MemoryCurves(overContext(own, sizes), requests));
    }

    /** From small to large: the next slices and then the whole GPU, or the usual GPUs. */
    private List<Place> larger(Question.Present present) {
        double here = present.device()
                .usable()
                .asOptional()
                .map(bytes -> bytes.toGib())
                .orElse(0.0);
        List<Place> places = new ArrayList<>();
        if (present.profile().isPresent()) {
            places.addAll(Place.slices(question.library(), present.gpu()));
            places.add(Place.whole(present.gpu()));
        } else {
            Place.usual(question.library(), Optional.empty()).stream()
                    .filter(Place::isWhole)
                    .forEach(places::add);
        }
        return places.stream()
                .filter(place -> place.gib() > here)
                .sorted(java.util.Comparator.comparingDouble(Place::gib))
                .toList();
    }

    private MemoryCurves.Drawing overRequests(Own own, List<Size> sizes) {
        double per = own.perReplica().orElse(0);
        int most = (int) Math.min(
                LlmServing.MAX_CONCURRENCY,
                Math.max(8, Math.max(Math.ceil(own.requests() * 1.35), Math.ceil(per * 2.3))));
        TreeSet<Integer> places = new TreeSet<>();
        IntStream.rangeClosed(0, GRID).forEach(i -> places.add(1 + (int) Math.round((most - 1.0) * i / GRID)));
        for (int k = 1; per >= 1 && k <= MOST_STEPS && k * per < most; k++) {
            places.add((int) (k * per));
            places.add((int) (k * per) + 1);
        }
        places.add(own.requests());
        Parallelism split = question.present().orElseThrow().parallel();
        boolean splits = canSplit(split);
        Parallelism twice = new Parallelism(split.tensor() * 2, split.pipeline(), split.expert());
        OptionalDouble perTwice = OptionalDouble.empty();
        IntFunction<LlmServing> load = requests -> load(own.context(), requests);
        if (splits) {
            Trial one =
                    Trial.ofMemory(List.of(subject("twice", load.apply(own.requests()), twice)), question.library());
            perTwice =
                    one.number(one.llm.requestsPerReplica, one.llm.rows.keys().getFirst());
            perTwice.ifPresent(number -> {
                if (number >= 1 && number < most) {
                    places.add((int) number);
                }
            });
        }
        sizes.forEach(size -> size.requests().ifPresent(number -> {
            if (number >= 1 && number < most) {
                places.add((int) number);
            }
        }));
        Series main = new Series(places, load, split);
        List<Curves.Line> lines = new ArrayList<>();
        main.line(texts.get("workloads.curves.planned"), Fill.WORK_2, main.trial.needed)
                .ifPresent(lines::add);
        main.line(texts.get("workloads.curves.inOne"), Fill.WORK_1, main.trial.inOne)
                .map(Curves.Line::asDashed)
                .ifPresent(lines::add);
        if (splits) {
            Series other = new Series(places, load, twice);
            other.line(texts.get("workloads.curves.inOne.split", twice.tensor()), Fill.WORK_4, other.trial.inOne)
                    .map(Curves.Line::asDashed)
                    .ifPresent(lines::add);
        }
        List<Curves.Marker> markers = new ArrayList<>();
        for (int k = 1; per >= 1 && k <= 2 && k * per < most; k++) {
            markers.add(new Curves.Marker(
                    k * per, texts.get("workloads.curves.replicas", text((int) (k * per)), k + 1), Tone.WARN));
        }
        if (perTwice.isPresent() && perTwice.getAsDouble() > per && perTwice.getAsDouble() < most) {
            double at = perTwice.getAsDouble();
            markers.add(new Curves.Marker(
                    at, texts.get("workloads.curves.beyondSplit", text((int) at), twice.tensor()), Tone.INFO));
        }
        for (Size size : sizes) {
            if (size.requests().isPresent()
                    && size.requests().getAsDouble() > per
                    && size.requests().getAsDouble() < most) {
                double at = size.requests().getAsDouble();
                markers.add(new Curves.Marker(
                        at, texts.get("workloads.curves.beyondSize", text((int) at), size.name()), Tone.NEUTRAL));
            }
        }
        Axis x = Axis.of(texts.get("workloads.curves.requests"), "", Scale.LINEAR, value -> text((int) value))
                .between(0, most)
                .ofCounts();
        return drawing(x, lines, own, sizes, markers, own.requests(), main);
    }

    private MemoryCurves.Drawing overContext(Own own, List<Size> sizes) {
        int longest = Math.max(question.shape().maxPosition().orElse(OPEN_CONTEXT), own.context());
        int least = Math.min(SHORTEST, own.context());
        if (least >= longest) {
            return MemoryCurves.Drawing.none(texts.get("workloads.curves.short"));
        }
        IntFunction<LlmServing> load = context -> load(context, own.requests());
        Parallelism split = question.present().orElseThrow().parallel();
        TreeSet<Integer> places = new TreeSet<>();
        for (int i = 0; i <= FINE_GRID; i++) {
            places.add((int) Math.round(least * Math.pow((double) longest / least, (double) i / FINE_GRID)));
        }
        places.add(own.context());
        OptionalInt same = OptionalInt.empty();
        if (own.replicas().isPresent()) {
            same = last(
                    own.context(),
                    longest,
                    load,
                    split,
                    (trial, row) -> trial.number(trial.llm.replicas, row).equals(own.replicas()));
            same.ifPresent(at -> {
                places.add(at);
                places.add(Math.min(longest, at + 1));
            });
        }
        OptionalInt fitting = last(
                least,
                longest,
                load,
                split,
                (trial, row) -> trial.value(trial.llm.replicas, row).isKnown());
        fitting.ifPresent(places::add);
        if (!wanted.getAsBoolean()) {
            return MemoryCurves.Drawing.none("");
        }
        Series main = new Series(places, load, split);
        List<Curves.Line> lines = new ArrayList<>();
        main.line(texts.get("workloads.curves.planned"), Fill.WORK_2, main.trial.needed)
                .ifPresent(lines::add);
        if (own.replicas().isEmpty()) {
            Series one = new Series(places, context -> load(context, 1), split);
            one.line(texts.get("workloads.curves.one"), Fill.WORK_3, one.trial.inOne)
                    .ifPresent(lines::add);
        }
        main.line(texts.get("workloads.curves.allInOne", text(own.requests())), Fill.WORK_1, main.trial.inOne)
                .map(Curves.Line::asDashed)
                .ifPresent(lines::add);
        List<Curves.Marker> markers = new ArrayList<>();
        if (same.isPresent() && same.getAsInt() < longest) {
            markers.add(new Curves.Marker(
                    same.getAsInt(),
                    texts.get(
                            "workloads.curves.replicas",
                            text(same.getAsInt()),
                            (int) own.replicas().orElse(0) + 1),
                    Tone.WARN));
        }
        if (fitting.isPresent() && fitting.getAsInt() < longest) {
            markers.add(new Curves.Marker(
                    fitting.getAsInt(),
                    canSplit(split)
                            ? texts.get("workloads.curves.nextSplit", text(fitting.getAsInt()), 2 * split.tensor())
                            : texts.get("workloads.curves.nextSize", text(fitting.getAsInt())),
                    Tone.ERROR));
        }
        Axis x = Axis.of(
                        texts.get("workloads.curves.context"),
                        texts.get("workloads.unit.tokens"),
                        Scale.POWERS_OF_TWO,
                        value -> text((int) value))
                .between(least, longest);
        return drawing(x, lines, own, sizes, markers, own.context(), main);
    }

    private MemoryCurves.Drawing drawing(
            Axis x,
            List<Curves.Line> lines,
            Own own,
            List<Size> sizes,
            List<Curves.Marker> markers,
            int here,
            Series series) {
        if (lines.isEmpty()) {
            return MemoryCurves.Drawing.none(texts.get("workloads.curves.nothing"));
        }
        double largest = sizes.stream()
                .mapToDouble(Size::room)
                .filter(room -> room < MUCH * own.room())
                .max()
                .orElse(own.room() * 1.5);
        double top = 1.12 * Math.max(largest, Math.min(own.needed(), MUCH * own.room()));
        Axis y = Axis.of(
                        texts.get("workloads.curves.memory"),
                        memory.unit().symbol(),
                        Scale.LINEAR,
                        value -> memory.number(value / unit(1) * GIB))
                .between(0, unit(top));
        List<Curves.Limit> limits = new ArrayList<>();
        String name = question.present().orElseThrow().device().name();
        limits.add(new Curves.Limit(
                texts.get("workloads.curves.limit", name, memory.text(own.room() * GIB)), unit(own.room()), Tone.WARN));
        sizes.forEach(size -> limits.add(new Curves.Limit(
                texts.get("workloads.curves.limit", size.name(), memory.text(size.room() * GIB)),
                unit(size.room()),
                Tone.NEUTRAL)));
        Curves drawn = Curves.of(x, y, lines).withLimits(limits).withMarkers(markers);
        Curves curves = own.needed() <= top
                ? drawn.withHere(
                        here,
                        unit(own.needed()),
                        texts.get("workloads.curves.here", text(here), memory.text(own.needed() * GIB)))
                : drawn;
        return new MemoryCurves.Drawing(Optional.of(curves), "", series.spots);
    }

    private boolean canSplit(Parallelism split) {
        return question.present().orElseThrow().profile().isEmpty() && split.tensor() * 2 <= MOST_SPLIT;
    }

    private interface Test {
        boolean holds(Trial trial, RowKey row);
    }

    /** The last whole number up to which the test holds, if it holds at the first; it never holds again after that. */
    private OptionalInt last(int first, int most, IntFunction<LlmServing> load, Parallelism split, Test test) {
        int low = first;
        int high = most + 1;
        boolean held = false;
        while (high - low > 1 || !held) {
            TreeSet<Integer> tried = new TreeSet<>();
            for (int i = 0; i < 16; i++) {
                tried.add(low + (int) ((long) (high - low) * i / 16));
            }
            Series series = new Series(tried, load, split);
            if (!test.holds(series.trial, series.rowAt(low))) {
                return OptionalInt.empty();
            }
            held = true;
            int from = low;
            for (int x : tried) {
                if (!test.holds(series.trial, series.rowAt(x))) {
                    high = x;
                    break;
                }
                from = x;
            }
            low = from;
            if (!wanted.getAsBoolean()) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(low);
    }

    /** The plan's model under many loads, on the GPU of the plan. */
    private final class Series {
        private final Trial trial;
        private final List<Integer> places;
        private final Map<Integer, RowKey> rows = new HashMap<>();
        private final Map<Double, MemoryCurves.Spot> spots = new HashMap<>();

        Series(TreeSet<Integer> at, IntFunction<LlmServing> load, Parallelism split) {
            places = List.copyOf(at);
            List<LlmSubject> subjects = new ArrayList<>();
            for (int x : places) {
                LlmSubject subject = subject("x" + x, load.apply(x), split);
                subjects.add(subject);
                rows.put(x, subject.row());
            }
            trial = Trial.ofMemory(subjects, question.library());
            rows.forEach((x, row) -> spots.put((double) x, new MemoryCurves.Spot(trial, row)));
        }

        RowKey rowAt(int x) {
            return java.util.Objects.requireNonNull(rows.get(x));
        }

        /** Empty if the figure is known nowhere. */
        Optional<Curves.Line> line(String name, Fill fill, Figure figure) {
            List<Curves.Point> points = new ArrayList<>();
            for (int x : places) {
                OptionalDouble value = trial.number(figure, rowAt(x));
                if (value.isPresent()) {
                    double y = value.getAsDouble();
                    Range band = trial.range(figure, rowAt(x), y);
                    points.add(
                            new Curves.Point(x, unit(Math.min(y, band.min())), unit(y), unit(Math.max(y, band.max()))));
                }
            }
            return points.isEmpty() ? Optional.empty() : Optional.of(Curves.Line.of(name, fill, points));
        }
    }

    private LlmServing load(int context, int requests) {
        return question.workload()
                .withTraffic(Optional.empty())
                .withContextTokens(context)
                .withConcurrency(requests);
    }

    private LlmSubject subject(String id, LlmServing work, Parallelism split) {
        Question.Present present = question.present().orElseThrow();
        return question.subject(new RowKey(id, work.name()), work, present.gpu(), present.device(), split);
    }

    private static int whole(Trial trial, Figure figure, RowKey row, int otherwise) {
        return (int) Math.round(trial.number(figure, row).orElse(otherwise));
    }

    /** From GiB to the unit shown. */
    private double unit(double gib) {
        return memory.unit().of(gib * GIB);
    }

    private String text(int number) {
        return org.sizewright.figure.ValueText.number(number);
    }
}
