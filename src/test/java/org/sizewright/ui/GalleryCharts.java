package org.sizewright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import javafx.scene.Parent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.sizewright.ui.chart.Axis;
import org.sizewright.ui.chart.CurveChart;
import org.sizewright.ui.chart.Curves;
import org.sizewright.ui.chart.Scale;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Card;

/** Charts with invented contents in several sizes, to look at. */
final class GalleryCharts {
    private static final DoubleFunction<String> GIB = value -> String.format(Locale.ENGLISH, "%.1f", value);
    private static final DoubleFunction<String> COUNT = value -> String.format(Locale.ENGLISH, "%,.0f", value);
    private static final Axis MEMORY = Axis.of("Memory of one GPU", "GiB", Scale.LINEAR, GIB);
    private static final Axis REQUESTS =
            Axis.of("Concurrent requests", "", Scale.LINEAR, COUNT).ofCounts();
    private static final Axis CONTEXT = Axis.of("Context", "tokens", Scale.POWERS_OF_TWO, COUNT);

    private final Texts texts = Texts.english();

    Parent charts() {
        FlowPane pane = new FlowPane(12, 12);
        pane.getChildren()
                .setAll(
                        card("Memory over requests", overRequests(), 420, 220),
                        card("The same at its smallest", overRequests(), 320, 160),
                        card("The plan at the left end", atTheEdge(), 420, 220),
                        card("Memory over context", overContext(), 420, 220),
                        card("Several formats, read out", formats(), 420, 240),
                        card("Narrow and several", formats(), 320, 160),
                        card("Many limits", manyLimits(), 420, 200),
                        card("Logarithmic both ways", logs(), 420, 200),
                        nothing());
        return Gallery.page(pane);
    }

    private Card card(String title, Curves curves, double width, double height) {
        CurveChart chart = new CurveChart(texts, title);
        chart.show(curves);
        size(chart, width, height);
        if (title.endsWith("read out")) {
            chart.point(16384);
        }
        if (title.startsWith("Many")) {
            chart.point(300);
        }
        return new Card(title, chart);
    }

    private static void size(Region chart, double width, double height) {
        chart.setMinSize(width, height);
        chart.setPrefSize(width, height);
        chart.setMaxSize(width, height);
    }

    private Card nothing() {
        CurveChart chart = new CurveChart(texts, "Nothing");
        chart.showNothing("The model has no known KV cache per token, so memory over requests cannot be drawn.");
        size(chart, 320, 160);
        return new Card("Nothing to draw", chart);
    }

    private static List<Curves.Point> points(double from, double to, double step, double band, DoubleUnaryOperator of) {
        List<Curves.Point> points = new ArrayList<>();
        for (double x = from; x <= to; x += step) {
            double y = of.applyAsDouble(x);
            points.add(new Curves.Point(x, y * (1 - band), y, y * (1 + band)));
        }
        return points;
    }

    private static List<Curves.Point> doublings(double from, double to, double band, DoubleUnaryOperator of) {
        List<Curves.Point> points = new ArrayList<>();
        for (double x = from; x <= to; x *= 2) {
            double y = of.applyAsDouble(x);
            points.add(new Curves.Point(x, y * (1 - band), y, y * (1 + band)));
        }
        return points;
    }

    private static Curves overRequests() {
        return Curves.of(
                        REQUESTS,
                        MEMORY,
                        List.of(Curves.Line.of("Needed", Fill.WORK_2, points(0, 150, 1, 0.05, n -> 37.9 + n * 0.63))))
                .withLimits(List.of(
                        new Curves.Limit("80 GB H100", 71.27, Tone.WARN),
                        new Curves.Limit("H200 141 GB", 126, Tone.NEUTRAL)))
                .withMarkers(List.of(
                        new Curves.Marker(53, "at 53 requests: next replica", Tone.WARN),
                        new Curves.Marker(140, "at 140: H200 full", Tone.NEUTRAL)))
                .withHere(100, 100.9, "100 requests: 100.9 GiB");
    }

    private static Curves atTheEdge() {
        return Curves.of(
                        REQUESTS,
                        MEMORY,
                        List.of(Curves.Line.of("Needed", Fill.WORK_2, points(1, 64, 1, 0.1, n -> 37.9 + n * 0.5))))
                .withLimits(List.of(new Curves.Limit("80 GB H100", 71.27, Tone.WARN)))
                .withMarkers(List.of(new Curves.Marker(2, "at 2: a second GPU of the kind", Tone.WARN)))
                .withHere(1, 38.4, "1 request: 38.4 GiB");
    }

    private static Curves overContext() {
        return Curves.of(
                        CONTEXT,
                        MEMORY,
                        List.of(Curves.Line.of(
                                "Needed", Fill.WORK_1, doublings(1024, 131_072, 0.04, n -> 35 + n * 0.0008))))
                .withLimits(List.of(
                        new Curves.Limit("80 GB H100", 71.27, Tone.WARN),
                        new Curves.Limit("next: 2 GPUs", 142.5, Tone.INFO)))
                .withMarkers(List.of(new Curves.Marker(45_000, "at 45,000 tokens: 2 GPUs", Tone.WARN)))
                .withHere(8192, 41.6, "8,192 tokens");
    }

    private static Curves formats() {
        return Curves.of(
                        CONTEXT,
                        MEMORY,
                        List.of(
                                Curves.Line.of("BF16", Fill.WORK_1, doublings(1024, 65_536, 0, n -> 68 + n * 0.0012)),
                                Curves.Line.of("FP8", Fill.WORK_2, doublings(1024, 65_536, 0.06, n -> 35 + n * 0.0006)),
                                Curves.Line.of("NVFP4", Fill.WORK_4, doublings(1024, 65_536, 0, n -> 20 + n * 0.0006))
                                        .asDashed()))
                .withLimits(List.of(new Curves.Limit("80 GB H100", 71.27, Tone.WARN)))
                .withHere(16_384, 44.8, "now");
    }

    private static Curves manyLimits() {
        List<Curves.Limit> limits = new ArrayList<>();
        for (double size : List.of(10, 20, 24, 40, 46, 48, 80, 94, 96, 141)) {
            limits.add(new Curves.Limit(COUNT.apply(size) + " GB profile", size * 0.93, Tone.NEUTRAL));
        }
        return Curves.of(
                        REQUESTS,
                        MEMORY,
                        List.of(Curves.Line.of("Needed", Fill.WORK_5, points(0, 600, 10, 0.03, n -> 5 + n * 0.19))))
                .withLimits(limits)
                .withHere(300, 62, "300 requests");
    }

    private static Curves logs() {
        Axis rate = Axis.of("Tokens per second", "", Scale.LOG, COUNT);
        return Curves.of(
                Axis.of("Concurrent requests", "", Scale.LOG, COUNT),
                rate,
                List.of(
                        Curves.Line.of("H100", Fill.WORK_1, doublings(1, 512, 0.25, n -> 60 * Math.pow(n, 0.8))),
                        Curves.Line.of("L40S", Fill.WORK_3, doublings(1, 128, 0.3, n -> 22 * Math.pow(n, 0.75)))));
    }
}
