package org.sizewright.ui.workloads;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.sizewright.ui.chart.CurveChart;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Card;
import org.sizewright.ui.part.FlowGrid;
import org.sizewright.ui.part.Glossary;

/** The memory of one GPU over the context and over the requests in work, with the places where more is needed. */
final class CurvesCard extends VBox {
    private static final double LEAST = 400;
    private static final double HEIGHT = 292;

    private final CurveChart context;
    private final CurveChart requests;
    private final Card contextCard;
    private final Card requestsCard;
    private final FlowGrid charts;
    private final Label reason = new Label();
    private final Card nothing;
    private final String waiting;
    private Map<Double, MemoryCurves.Spot> contextSpots = Map.of();
    private Map<Double, MemoryCurves.Spot> requestSpots = Map.of();

    CurvesCard(Texts texts, WorkloadsViewModel model) {
        waiting = texts.get("workloads.waiting");
        requests = chart(texts, texts.get("workloads.curves.overRequests"), "curve-requests");
        context = chart(texts, texts.get("workloads.curves.overContext"), "curve-context");
        requests.onChoose(x -> spot(requestSpots, x)
                .ifPresent(spot ->
                        model.llm().explainLoad(spot, texts.get("workloads.field.concurrency"), (int) x, false)));
        context.onChoose(x -> spot(contextSpots, x)
                .ifPresent(spot -> model.llm().explainLoad(spot, texts.get("workloads.field.context"), (int) x, true)));
        requestsCard = new Card(texts.get("workloads.curves.overRequests"), requests);
        contextCard = new Card(texts.get("workloads.curves.overContext"), context);
        charts = new FlowGrid(LEAST, 12, requestsCard, contextCard);
        reason.getStyleClass().add("muted");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        nothing = new Card(texts.get("workloads.curves.title"), reason);
        getChildren().setAll(charts, nothing);
        present(charts, false);
    }

    private static CurveChart chart(Texts texts, String name, String id) {
        CurveChart chart = new CurveChart(texts, name);
        chart.setId(id);
        chart.setMinHeight(HEIGHT);
        chart.setPrefHeight(HEIGHT);
        chart.showNothing(texts.get("workloads.waiting"));
        return chart;
    }

    void show(MemoryCurves curves) {
        boolean drawn = curves.overContext().curves().isPresent()
                || curves.overRequests().curves().isPresent();
        present(charts, drawn);
        present(nothing, !drawn);
        String why = curves.overRequests().reason();
        reason.setText(why.isEmpty() ? waiting : why);
        contextSpots = show(context, curves.overContext());
        requestSpots = show(requests, curves.overRequests());
    }

    private static Map<Double, MemoryCurves.Spot> show(CurveChart chart, MemoryCurves.Drawing drawing) {
        drawing.curves().ifPresentOrElse(chart::show, () -> chart.showNothing(drawing.reason()));
        return drawing.rows();
    }

    private static Optional<MemoryCurves.Spot> spot(Map<Double, MemoryCurves.Spot> spots, double x) {
        return Optional.ofNullable(spots.get(x));
    }

    private static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }

    /** Puts help on their words into the heads of the cards. */
    void explain(Glossary glossary) {
        requestsCard.withActions(glossary.mark("concurrency"));
        contextCard.withActions(glossary.mark("context-window"));
    }
}
