package org.sizewright.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.sizewright.figure.Value;
import org.sizewright.figure.ValueText;
import org.sizewright.result.growth.GrowthPlan;
import org.sizewright.result.growth.GrowthStep;
import org.sizewright.ui.chart.Axis;
import org.sizewright.ui.chart.CurveChart;
import org.sizewright.ui.chart.Curves;
import org.sizewright.ui.chart.Scale;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.AnswerGrid;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FlowGrid;

/** The live option on day 1 and on the dates after it. */
final class GrowthPane extends OutlookPane<GrowthPlan> {
    private static final double CHART = 168;
    private static final double LEAST = 380;

    private final Texts texts;
    private final AnswerGrid grid;
    private final CurveChart hosts;
    private final CurveChart power;
    private final FlowGrid charts;

    GrowthPane(OutlookViewModel model) {
        super(model, "growth", model.texts().get("compare.growth.waiting"));
        texts = model.texts();
        grid = new AnswerGrid(texts, "growth", 190, model::explain);
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        hosts = chart(texts.get("compare.growth.chart.hosts"), "growth-hosts");
        power = chart(texts.get("compare.growth.chart.power"), "growth-power");
        charts = new FlowGrid(
                LEAST,
                12,
                new Card(texts.get("compare.growth.chart.hosts"), hosts),
                new Card(texts.get("compare.growth.chart.power"), power));
    }

    private CurveChart chart(String name, String id) {
        CurveChart chart = new CurveChart(texts, name);
        chart.setId(id);
        chart.setMinHeight(CHART);
        chart.setPrefHeight(CHART);
        chart.showNothing("");
        return chart;
    }

    @Override
    Node[] answered(GrowthPlan growth) {
        List<AnswerGrid.Head> heads = new ArrayList<>();
        for (GrowthStep step : growth.steps()) {
            String name = GrowthLines.heading(texts, step);
            heads.add(new AnswerGrid.Head(
                    name, AnswerGrid.head(name, GrowthLines.date(step), step.months() == 0), step.months() == 0));
        }
        grid.show(heads, GrowthLines.of(texts, growth));
        List<Node> nodes = new ArrayList<>();
        nodes.add(note(texts.get(growth.isConstant() ? "compare.growth.constant" : "compare.growth.note")));
        nodes.add(grid.node());
        if (!growth.isConstant()) {
            draw(growth);
            nodes.add(charts);
        }
        return nodes.toArray(Node[]::new);
    }

    private void draw(GrowthPlan growth) {
        hosts.show(curves(growth, texts.get("compare.hosts"), GrowthStep::totalHosts, OptionalDouble.empty(), true));
        boolean known = growth.steps().stream().allMatch(step -> step.power().isKnown());
        if (known) {
            power.show(curves(
                    growth,
                    texts.get("compare.growth.kilowatt"),
                    step -> step.power().asNumber().orElseThrow(),
                    growth.steps().getFirst().usablePower().asNumber(),
                    false));
        } else {
            power.showNothing(growth.steps().stream()
                    .map(GrowthStep::power)
                    .filter(Value.Unknown.class::isInstance)
                    .map(Value.Unknown.class::cast)
                    .map(Value.Unknown::why)
                    .findFirst()
                    .orElse(""));
        }
    }

    /** Month by month: what was calculated for a date holds until the next one, since hosts are bought at dates. */
    private Curves curves(
            GrowthPlan growth, String name, ToDoubleFunction<GrowthStep> number, OptionalDouble limit, boolean counts) {
        List<Curves.Point> points = IntStream.rangeClosed(
                        0, growth.steps().getLast().months())
                .mapToObj(month -> Curves.Point.of(month, number.applyAsDouble(inForce(growth, month))))
                .toList();
        double most = Math.max(
                limit.orElse(0),
                points.stream().mapToDouble(Curves.Point::high).max().orElse(1));
        Axis months = Axis.of(texts.get("compare.growth.months"), "", Scale.LINEAR, ValueText::number)
                .between(0, growth.steps().getLast().months())
                .ofCounts();
        Axis values = Axis.of(name, "", Scale.LINEAR, value -> ValueText.number(value, counts ? 0 : 1))
                .between(0, Math.max(1, most * 1.15));
        Curves curves = Curves.of(
                months, counts ? values.ofCounts() : values, List.of(Curves.Line.of(name, Fill.WORK_1, points)));
        return limit.isPresent()
                ? curves.withLimits(
                        List.of(new Curves.Limit(texts.get("compare.growth.usable"), limit.getAsDouble(), Tone.ERROR)))
                : curves;
    }

    private static GrowthStep inForce(GrowthPlan growth, int month) {
        GrowthStep last = growth.steps().getFirst();
        for (GrowthStep step : growth.steps()) {
            last = step.months() <= month ? step : last;
        }
        return last;
    }
}
