package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.library.Gpu;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.TrainingLayout;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.training.TuningSubject;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Measured;
import org.sizewright.ui.screen.Workspace;

/** Where else a run of fine-tuning fits, and what can be done about it. */
final class TuningFitDesk {
    /** The run in other places; empty while it is not known yet. */
    record Fits(List<TuningFitRow> rows, MemoryUnit unit) {}

    private final Workspace workspace;
    private final Texts texts;
    private final WorkloadsViewModel model;
    private final TuningFitSearch search;
    private final ReadOnlyObjectWrapper<Fits> fits = new ReadOnlyObjectWrapper<>(new Fits(List.of(), MemoryUnit.GIB));
    private Optional<TuningFitSearch.Question> asked = Optional.empty();

    /**
     * @param worker where it is calculated
     * @param owner the JavaFX thread
     */
    TuningFitDesk(Workspace workspace, WorkloadsViewModel model, Executor worker, Executor owner) {
        this.workspace = workspace;
        this.texts = workspace.texts();
        this.model = model;
        search = new TuningFitSearch(worker, owner);
    }

    ReadOnlyObjectProperty<Fits> fits() {
        return fits.getReadOnlyProperty();
    }

    /** Asks anew where the run fits, if something under the question changed. */
    void show(SessionState state, Optional<TuningSubject> subject) {
        Optional<TuningFitSearch.Question> question = subject.flatMap(found -> question(state, found));
        MemoryUnit unit = workspace.memoryUnit();
        if (question.equals(asked)) {
            if (unit != fits.get().unit()) {
                fits.set(new Fits(fits.get().rows(), unit));
            }
            return;
        }
        boolean same = question.map(each -> each.subject().workload().id())
                .equals(asked.map(each -> each.subject().workload().id()));
        asked = question;
        fits.set(new Fits(same ? fits.get().rows() : List.of(), unit));
        question.ifPresentOrElse(
                found -> search.start(found, rows -> fits.set(new Fits(rows, workspace.memoryUnit()))), search::cancel);
    }

    private static Optional<TuningFitSearch.Question> question(SessionState state, TuningSubject subject) {
        Optional<Assignment> assignment =
                state.plan().liveOption().assignment(subject.workload().id());
        return assignment.flatMap(found -> state.plan()
                .liveOption()
                .cluster(found.cluster())
                .map(cluster -> new TuningFitSearch.Question(
                        subject, cluster.groups().getFirst().gpu(), found.profile(), state.library())));
    }

    /** Explains a line of the table from its own figures, with the steps to take. */
    void explain(TuningFitRow row) {
        if (row.shown().isEmpty() || asked.isEmpty()) {
            return;
        }
        TuningTrial.Run run = row.shown().get();
        Why why = Measured.with(texts, run.library(), run.figures(), run.leftCell())
                .withText(texts.get("workloads.tuningFit.why", row.place().gpu().name(), spread(run.layout())));
        if (row.change() instanceof TuningFitRow.Change.Found found) {
            why = why.withSection(Why.Section.of(
                    texts.get("workloads.tuningFit.change"),
                    texts.get("workloads.tuningFit.change.why", TuningDesk.sentence(found.change()))));
        }
        workspace.explain(step(row, asked.get()).map(why::withSection).orElse(why));
    }

    private Optional<Why.Section> step(TuningFitRow row, TuningFitSearch.Question question) {
        if (isAsSet(row, question) || !row.fits()) {
            return Optional.empty();
        }
        Gpu gpu = row.place().gpu();
        if (!question.gpu().equals(gpu.id())) {
            return Optional.of(model.onOtherGpu(question.library().gpu(question.gpu()), gpu));
        }
        return Optional.of(Why.Section.of(
                        texts.get("workloads.fit.use"), texts.get("workloads.fit.sameGpu", gpu.name()))
                .withStep(
                        row.place()
                                .profile()
                                .map(name -> texts.get("workloads.fit.useSlice", name))
                                .orElseGet(() -> texts.get(
                                        "workloads.tuningFit.step",
                                        row.shown()
                                                .map(run -> run.layout().gpus())
                                                .orElse(1L))),
                        () -> use(row)));
    }

    /** Whether taking the line over would change nothing. */
    private static boolean isAsSet(TuningFitRow row, TuningFitSearch.Question question) {
        return row.current()
                && row.shown()
                        .filter(run -> run.layout().equals(question.layout()))
                        .isPresent();
    }

    /** Lets the live option spread the run like that; a line of another GPU than the cluster's is only explained. */
    void use(TuningFitRow row) {
        Optional<TuningTrial.Run> run = row.shown().filter(TuningTrial.Run::fits);
        if (run.isEmpty()
                || asked.filter(question ->
                                question.gpu().equals(row.place().gpu().id()))
                        .isEmpty()) {
            explain(row);
            return;
        }
        model.assign(
                texts.get("workloads.fit.place"),
                assignment -> assignment
                        .withProfile(row.place().profile())
                        .withTraining(run.get().layout()));
    }

    /** In words: "8 GPUs: 4 copies (ZeRO 3), 2 for a matrix". */
    String spread(TrainingLayout layout) {
        StringBuilder words = new StringBuilder(texts.get("workloads.gpus", layout.gpus()));
        if (layout.gpus() == 1) {
            return words.toString();
        }
        String separator = ": ";
        if (layout.data() > 1) {
            words.append(separator)
                    .append(
                            switch (layout.sharding()) {
                                case NONE -> texts.get("workloads.tuningFit.copies", layout.data());
                                case ZERO_1 -> texts.get("workloads.tuningFit.sharded", layout.data(), 1);
                                case ZERO_2 -> texts.get("workloads.tuningFit.sharded", layout.data(), 2);
                                case ZERO_3 -> texts.get("workloads.tuningFit.sharded", layout.data(), 3);
                            });
            separator = ", ";
        }
        if (layout.tensor() > 1) {
            words.append(separator).append(texts.get("workloads.tuningFit.tensor", layout.tensor()));
            separator = ", ";
        }
        if (layout.pipeline() > 1) {
            words.append(separator).append(texts.get("workloads.tuningFit.pipeline", layout.pipeline()));
            separator = ", ";
        }
        if (layout.context() > 1) {
            words.append(separator).append(texts.get("workloads.tuningFit.context", layout.context()));
        }
        return words.toString();
    }
}
