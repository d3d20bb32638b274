package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.FineTuning;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.plan.Workload;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.training.TrainingChange;
import org.sizewright.sizing.training.TuningSubject;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.FigureWhy;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Workspace;

/** What the screen does with fine-tuning: edits of the selected run, and what could be changed in it to need less memory. */
final class TuningDesk {
    private final Workspace workspace;
    private final WorkloadsViewModel model;
    private final LatestAnswer answers;
    private final TuningFitDesk fit;
    private final ReadOnlyObjectWrapper<List<TrainingChange>> changes = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<TuningSubject> asked = Optional.empty();

    /**
     * @param worker where changes are tried out
     * @param owner the JavaFX thread
     */
    TuningDesk(Workspace workspace, WorkloadsViewModel model, Executor worker, Executor owner) {
        this.workspace = workspace;
        this.model = model;
        answers = new LatestAnswer(worker, owner);
        fit = new TuningFitDesk(workspace, model, worker, owner);
    }

    /** What takes less memory of a GPU, the cheapest first; empty while it is not known. */
    ReadOnlyObjectProperty<List<TrainingChange>> changes() {
        return changes.getReadOnlyProperty();
    }

    /** Where else the selected run fits. */
    TuningFitDesk fit() {
        return fit;
    }

    void show(SessionState state, Optional<Workload> selected) {
        Optional<TuningSubject> subject = selected.filter(FineTuning.class::isInstance)
                .flatMap(work -> state.live()
                        .flatMap(result -> result.sizing().demand.training)
                        .flatMap(training ->
                                RowFigures.row(training.rows, work.id()).map(training::subject)));
        showChanges(state, subject);
        fit.show(state, subject);
    }

    private void showChanges(SessionState state, Optional<TuningSubject> subject) {
        if (subject.equals(asked)) {
            return;
        }
        boolean same = subject.isPresent()
                && asked.filter(before -> before.workload()
                                .id()
                                .equals(subject.get().workload().id()))
                        .isPresent();
        asked = subject;
        if (!same) {
            changes.set(List.of());
        }
        subject.ifPresentOrElse(
                found -> answers.ask(
                        (wanted, tell) -> tell.accept(TrainingChange.of(found, state.library())), changes::set),
                answers::cancel);
    }

    void change(String what, UnaryOperator<FineTuning> change) {
        model.change(what, work -> work instanceof FineTuning tuning ? change.apply(tuning) : work);
    }

    /** A step of a slider; all steps of one gesture are taken back at once. */
    void drag(String what, String gesture, UnaryOperator<FineTuning> change) {
        model.drag(what, gesture, work -> work instanceof FineTuning tuning ? change.apply(tuning) : work);
    }

    /** Changes how the live option spreads the run. */
    void spread(String what, UnaryOperator<TrainingLayout> change) {
        model.assign(what, assignment -> assignment.withTraining(change.apply(assignment.training())));
    }

    void dragSpread(String what, String gesture, UnaryOperator<TrainingLayout> change) {
        model.dragAssignment(what, gesture, assignment -> assignment.withTraining(change.apply(assignment.training())));
    }

    /** Puts a run on a slice, where it cannot be spread, or back on whole GPUs. */
    void setSlice(Optional<String> profile) {
        Texts texts = workspace.texts();
        model.assign(texts.get("workloads.field.slice"), found -> {
            Assignment changed = found.withProfile(profile);
            return profile.isEmpty() ? changed : changed.withTraining(TrainingLayout.SINGLE);
        });
    }

    /** Takes a change over, in the workload and in the live option, as one step. */
    void apply(TrainingChange change) {
        String label = workspace
                .texts()
                .get(
                        "workloads.edit.change",
                        sentence(change),
                        change.workload().name());
        workspace.edit(PlanEdit.of(label, plan -> {
            Plan changed = plan.withWorkload(change.workload());
            return changed.liveOption()
                    .assignment(change.workload().id())
                    .map(found -> changed.withOption(
                            changed.liveOption().withAssignment(found.withTraining(change.layout()))))
                    .orElse(changed);
        }));
    }

    /** Explains what a change would leave from the figures of the run as changed, with the step to take it over. */
    void explain(TrainingChange change) {
        Texts texts = workspace.texts();
        workspace.explain(FigureWhy.of(texts, change.figures(), change.cell())
                .withText(texts.get("workloads.changes.why", sentence(change)))
                .withSection(Why.Section.of(texts.get("workloads.fit.use"), texts.get("workloads.changes.use"))
                        .withStep(texts.get("workloads.changes.apply"), () -> apply(change))));
    }

    static String sentence(TrainingChange change) {
        return Character.toUpperCase(change.words().charAt(0)) + change.words().substring(1);
    }

    /** Ways to begin. */
    enum Start {
        LORA,
        QLORA,
        FULL,
        ALIGNED
    }

    void add(Start start) {
        Texts texts = workspace.texts();
        String name = switch (start) {
            case LORA -> texts.get("workloads.new.lora");
            case QLORA -> texts.get("workloads.new.qlora");
            case FULL -> texts.get("workloads.new.full");
            case ALIGNED -> texts.get("workloads.new.aligned");
        };
        model.add(library -> WorkloadEdits.addTuning(
                texts.get("workloads.edit.add"), name, library, (id, free, found) -> switch (start) {
                    case LORA -> FineTuning.lora(id, free, found);
                    case QLORA -> FineTuning.qlora(id, free, found);
                    case FULL -> FineTuning.full(id, free, found);
                    case ALIGNED -> FineTuning.aligned(id, free, found, "dpo");
                }));
    }
}
