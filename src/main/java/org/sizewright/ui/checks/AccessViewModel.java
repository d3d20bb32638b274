package org.sizewright.ui.checks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.delivery.access.AccessTrial;
import org.sizewright.delivery.access.AccessTrials;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.WorkloadId;
import org.sizewright.result.Cancellation;
import org.sizewright.result.OptionResult;
import org.sizewright.rules.VmSettings;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Workspace;

/** What the ways to reach GPUs show and do, without their nodes. */
final class AccessViewModel {
    /** A workload whose machines run on vSphere with GPUs. */
    record Carried(WorkloadId id, String name) {}

    /**
     * What to show.
     *
     * @param trials empty while they are worked out
     */
    record Page(
            OptionResult result,
            List<Carried> workloads,
            Optional<Carried> chosen,
            Optional<List<AccessTrial>> trials) {
        Page {
            workloads = List.copyOf(workloads);
            trials = trials.map(List::copyOf);
        }
    }

    private final Workspace workspace;
    private final LatestAnswer answers;
    private final ReadOnlyObjectWrapper<Optional<Page>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<WorkloadId> chosen = Optional.empty();

    /**
     * @param worker where ways are tried
     * @param owner where answers are delivered
     */
    AccessViewModel(Workspace workspace, Executor worker, Executor owner) {
        this.workspace = workspace;
        answers = new LatestAnswer(worker, owner);
    }

    /** Empty while nothing is calculated. */
    ReadOnlyObjectProperty<Optional<Page>> page() {
        return page.getReadOnlyProperty();
    }

    Texts texts() {
        return workspace.texts();
    }

    void show(SessionState state) {
        if (state.live().isEmpty()) {
            answers.cancel();
            page.set(Optional.empty());
        } else if (page.get()
                .map(Page::result)
                .filter(state.live().get()::equals)
                .isEmpty()) {
            ask(state.live().get());
        }
    }

    /** Tries the ways for another workload. */
    void choose(WorkloadId workload) {
        if (chosen.filter(workload::equals).isEmpty()) {
            chosen = Optional.of(workload);
            page.get().map(Page::result).ifPresent(this::ask);
        }
    }

    /** Carries the workload in the way that was tried. */
    void use(AccessTrial trial) {
        if (trial.outcome() instanceof AccessTrial.Works works) {
            page.get()
                    .flatMap(Page::chosen)
                    .ifPresent(workload -> workspace.edit(PlanEdit.of(
                            texts().get(
                                            "checks.access.edit",
                                            workload.name(),
                                            trial.mode().title()),
                            plan -> AccessTrials.carriedAs(plan, works.plan(), workload.id()))));
        }
    }

    private void ask(OptionResult result) {
        List<Carried> carried = result.option().assignments().stream()
                .filter(each ->
                        VmSettings.of(result.plan(), result.option(), each).isPresent())
                .map(each -> each.workload().workload())
                .map(work -> new Carried(work.id(), work.name()))
                .toList();
        Optional<Carried> shown = carried.stream()
                .filter(each -> chosen.filter(each.id()::equals).isPresent())
                .findFirst()
                .or(() -> carried.stream().findFirst());
        page.set(Optional.of(new Page(result, carried, shown, Optional.empty())));
        if (shown.isEmpty()) {
            answers.cancel();
            return;
        }
        answers.<Optional<List<AccessTrial>>>ask(
                (wanted, tell) -> tell.accept(trials(result, shown.get(), wanted)),
                answer -> answer.ifPresent(
                        trials -> page.set(Optional.of(new Page(result, carried, shown, Optional.of(trials))))));
    }

    /** Empty if nobody wants them any more. */
    private static Optional<List<AccessTrial>> trials(OptionResult result, Carried carried, BooleanSupplier wanted) {
        try {
            return Optional.of(AccessTrials.of(result, carried.id(), () -> !wanted.getAsBoolean()));
        } catch (Cancellation.Superseded superseded) {
            return Optional.empty();
        }
    }
}
