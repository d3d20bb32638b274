package org.sizewright.ui.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.figure.ValueText;
import org.sizewright.placement.advice.ClusterUse;
import org.sizewright.placement.advice.PolicyComparison;
import org.sizewright.placement.arrival.ArrivalTrials.Trial;
import org.sizewright.placement.arrival.GpuChoice;
import org.sizewright.result.OptionResult;
import org.sizewright.ui.chart.Curves;
import org.sizewright.ui.look.Fill;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Workspace;

/** The same machines under each mode and assignment policy. */
final class PolicyViewModel {
    private static final long SEED = 1;

    private final Workspace workspace;
    private final Texts texts;
    private final LatestAnswer answers;
    private final ReadOnlyObjectWrapper<Optional<PolicyPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ChosenCluster cluster;
    private int leaving;

    PolicyViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        texts = workspace.texts();
        cluster = new ChosenCluster(texts);
        answers = new LatestAnswer(worker, owner);
    }

    ReadOnlyObjectProperty<Optional<PolicyPage>> page() {
        return page.getReadOnlyProperty();
    }

    /** Compares for the option, unless that was done, is being done or was stopped for these machines and hosts. */
    void show(Optional<OptionResult> result) {
        boolean same = cluster.show(result);
        if (!same || !answers.isSettled()) {
            compare();
        }
    }

    void hide() {
        answers.cancel();
    }

    void choose(ClusterSubject other) {
        cluster.choose(other);
        compare();
    }

    void leaving(int percent) {
        leaving = percent;
        compare();
    }

    void stop() {
        answers.stop();
        page.get()
                .ifPresent(shown -> page.set(
                        Optional.of(shown.with(false, Optional.empty(), texts.get("arrivals.trials.stopped")))));
    }

    void compare() {
        if (cluster.subject().isEmpty()) {
            hide();
            page.set(Optional.empty());
            return;
        }
        ClusterSubject subject = cluster.subject().get();
        PolicyPage working = new PolicyPage(cluster.all(), subject, leaving, true, Optional.empty(), "");
        double share = leaving / 100.0;
        page.set(Optional.of(working));
        answers.<PolicyPage.Result>ask(
                (wanted, tell) -> PolicyComparison.of(
                                subject.problem(),
                                subject.placed().placement(),
                                share,
                                SEED,
                                ArrivalDrawing.TRIALS,
                                wanted)
                        .map(this::result)
                        .ifPresent(tell),
                result -> page.set(Optional.of(working.with(false, Optional.of(result), ""))));
    }

    /** Says in the Why pane how the ways were compared. */
    void explain(PolicyPage.Result result) {
        workspace.explain(Why.finding(texts.get("policies.why"), result.words(), List.of())
                .withSection(Why.Section.of(
                        texts.get("policies.why.rule"), texts.get("policies.why.rule.text", ArrivalDrawing.TRIALS)))
                .withSection(Why.Section.of(texts.get("policies.why.plan"), texts.get("policies.why.plan.text"))));
    }

    /** Says in the Why pane what the numbers of a way are. */
    void explain(PolicyPage.Row row) {
        List<Why.Input> inputs = new ArrayList<>();
        inputs.add(given("policies.why.refused", ValueText.number(row.refused())));
        inputs.add(given("policies.why.stranded", ValueText.number(row.stranded(), 0) + " GiB"));
        inputs.add(given("policies.why.gpus", ValueText.number(row.gpus())));
        row.orders().ifPresent(orders -> {
            inputs.add(given("policies.why.half", ValueText.number(orders.refusedHalf())));
            inputs.add(given("policies.why.most", ValueText.number(orders.refusedMost())));
            inputs.add(given("policies.why.worst", ValueText.number(orders.refusedWorst())));
            inputs.add(given("policies.why.strandedMost", ValueText.number(orders.strandedMost(), 0) + " GiB"));
        });
        Why.Section section = row.orders().isPresent()
                ? Why.Section.of(
                        texts.get("policies.why.rule"), texts.get("policies.why.rule.text", ArrivalDrawing.TRIALS))
                : Why.Section.of(texts.get("policies.why.plan"), texts.get("policies.why.plan.text"));
        workspace.explain(Why.finding(row.way(), "", inputs).withSection(section));
    }

    private Why.Input given(String key, String value) {
        return Why.Input.given(texts.get(key), value, "");
    }

    private PolicyPage.Result result(PolicyComparison compared) {
        List<PolicyPage.Row> rows = new ArrayList<>();
        ClusterUse planned = compared.planned();
        rows.add(new PolicyPage.Row(
                texts.get("policies.planned"),
                false,
                planned.refused(),
                planned.strandedGib(),
                planned.gpusUsed(),
                Optional.empty()));
        List<PolicyComparison.Row> winners = compared.winners();
        boolean isSame = winners.size() == compared.rows().size();
        for (PolicyComparison.Row row : compared.rows()) {
            rows.add(new PolicyPage.Row(
                    name(row),
                    !isSame && winners.contains(row),
                    row.inOrder().refused(),
                    row.inOrder().strandedGib(),
                    row.inOrder().gpusUsed(),
                    Optional.of(new PolicyPage.Orders(
                            row.refused(0.5),
                            row.refused(),
                            row.refused(1),
                            row.stranded(0.5),
                            row.stranded(PolicyComparison.MOST_ORDERS)))));
        }
        return new PolicyPage.Result(
                isSame
                        ? texts.get("policies.best.none")
                        : texts.get(
                                "policies.best",
                                winners.stream().map(this::name).collect(Collectors.joining("; "))),
                compared.words(),
                compared.mixedKnown() ? "" : texts.get("arrivals.mixed.unknown"),
                rows,
                curves(compared, texts.get("arrivals.trials.refused"), Trial::refused),
                curves(compared, texts.get("arrivals.trials.stranded"), Trial::strandedGib));
    }

    private Curves curves(PolicyComparison compared, String what, ToDoubleFunction<Trial> number) {
        List<Curves.Line> lines = new ArrayList<>();
        for (PolicyComparison.Row row : compared.rows()) {
            int colour = row.choice().ordinal()
                    + GpuChoice.values().length * row.mode().ordinal();
            lines.add(ArrivalDrawing.line(name(row), Fill.work(colour), row.trials(), number));
        }
        return ArrivalDrawing.curves(texts, lines, what);
    }

    private String name(PolicyComparison.Row row) {
        return texts.get("policies.way", texts.get(ArrivalDrawing.key(row.mode())), choice(row.choice()));
    }

    private String choice(GpuChoice choice) {
        return switch (choice) {
            case FEWEST_MACHINES -> texts.get("arrivals.rule.performance");
            case LEAST_FREE -> texts.get("arrivals.rule.consolidation");
            case IN_TURN -> texts.get("arrivals.rule.turn");
        };
    }
}
