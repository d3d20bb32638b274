package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Lane;
import org.sizewright.figure.ValueText;
import org.sizewright.plan.Assignment;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.Workload;
import org.sizewright.plan.Workload.LlmServing;
import org.sizewright.plan.WorkloadId;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.MemoryText;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Measured;
import org.sizewright.ui.screen.Workspace;

/** What the screen does with served language models: edits of the selected one, where else it fits, and its memory under other loads. */
final class LlmDesk {
    /** The model on other GPUs; empty while it is not known yet. */
    record Fits(Optional<WorkloadId> of, List<FitRow> rows, MemoryUnit unit) {}

    private final Workspace workspace;
    private final Texts texts;
    private final WorkloadsViewModel model;
    private final FitSearch search;
    private final LatestAnswer curveAnswers;
    private final ReadOnlyObjectWrapper<Fits> fits =
            new ReadOnlyObjectWrapper<>(new Fits(Optional.empty(), List.of(), MemoryUnit.GIB));
    private final ReadOnlyObjectWrapper<MemoryCurves> curves = new ReadOnlyObjectWrapper<>(MemoryCurves.none(""));
    private Optional<Question> asked = Optional.empty();
    private MemoryUnit askedIn = MemoryUnit.GIB;

    /**
     * @param worker where the fit on other GPUs is worked out
     * @param owner the JavaFX thread
     */
    LlmDesk(Workspace workspace, WorkloadsViewModel model, Executor worker, Executor owner) {
        this.workspace = workspace;
        this.texts = workspace.texts();
        this.model = model;
        this.search = new FitSearch(worker, owner);
        this.curveAnswers = new LatestAnswer(worker, owner);
    }

    ReadOnlyObjectProperty<Fits> fits() {
        return fits.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<MemoryCurves> curves() {
        return curves.getReadOnlyProperty();
    }

    /** Asks anew where else the model fits, if something under the question changed. */
    void show(SessionState shown, Optional<Workload> work) {
        Optional<Question> question = work.filter(LlmServing.class::isInstance)
                .map(LlmServing.class::cast)
                .flatMap(llm -> Question.of(llm, present(shown, llm), shown.library()));
        MemoryUnit unit = workspace.memoryUnit();
        boolean same = question.equals(asked);
        if (same && unit == askedIn) {
            return;
        }
        asked = question;
        askedIn = unit;
        if (question.isEmpty()) {
            search.cancel();
            curveAnswers.cancel();
            fits.set(new Fits(Optional.empty(), List.of(), unit));
            curves.set(MemoryCurves.none(""));
            return;
        }
        MemoryText memory = new MemoryText(texts, unit);
        curveAnswers.ask(
                (wanted, tell) ->
                        new CurvePoints(question.get(), memory, wanted).curves().ifPresent(tell),
                curves::set);
        WorkloadId id = question.get().workload().id();
        boolean sameModel = fits.get().of().equals(Optional.of(id));
        fits.set(
                sameModel
                        ? new Fits(Optional.of(id), fits.get().rows(), unit)
                        : new Fits(Optional.empty(), List.of(), unit));
        if (!same) {
            search.start(question.get(), rows -> fits.set(new Fits(Optional.of(id), rows, workspace.memoryUnit())));
        }
    }

    /** Where the latest result has the model; empty if nothing carries it. */
    private static Optional<Question.Present> present(SessionState shown, LlmServing llm) {
        Optional<Assignment> assignment = shown.plan().liveOption().assignment(llm.id());
        return assignment.flatMap(found -> shown.live()
                .map(result -> result.sizing().demand.llm)
                .flatMap(figures -> RowFigures.row(figures.rows, llm.id()).map(figures::subject))
                .map(subject ->
                        new Question.Present(subject.gpu(), subject.device(), subject.parallel(), found.profile())));
    }

    /** Explains a line of the table of GPUs from its own figures, with the step to take. */
    void explain(FitRow row) {
        Why why = Measured.with(texts, row.trial().library(), row.trial().figures(), row.trial().llm, row.cell());
        workspace.explain(step(row).map(why::withSection).orElse(why));
    }

    private Optional<Why.Section> step(FitRow row) {
        Optional<Question.Present> present = asked.flatMap(Question::present);
        if (row.current() || present.isEmpty()) {
            return Optional.empty();
        }
        Place place = row.place();
        if (!present.get().gpuId().equals(place.gpu().id())) {
            return Optional.of(model.onOtherGpu(Optional.of(present.get().gpu()), place.gpu()));
        }
        String words = place.profile()
                .map(name -> texts.get("workloads.fit.useSlice", name))
                .orElseGet(
                        () -> texts.get("workloads.fit.use.step", row.parallel().tensor()));
        return Optional.of(Why.Section.of(
                        texts.get("workloads.fit.use"),
                        texts.get("workloads.fit.sameGpu", place.gpu().name()))
                .withStep(words, () -> use(row)));
    }

    /** Lets the live option run the model like that; a row of another GPU than the cluster's is only explained. */
    void use(FitRow row) {
        Optional<Question.Present> present = asked.flatMap(Question::present);
        if (present.isPresent()
                && present.get().gpuId().equals(row.place().gpu().id())) {
            model.assign(
                    texts.get("workloads.fit.place"),
                    assignment -> assignment
                            .withProfile(row.place().profile())
                            .withTensorParallel(row.parallel().tensor())
                            .withPipelineParallel(row.parallel().pipeline())
                            .withExpertParallel(row.parallel().expert()));
        } else {
            explain(row);
        }
    }

    /** Explains the memory under another load, with the step to take it over. */
    void explainLoad(MemoryCurves.Spot spot, String field, int number, boolean context) {
        Trial trial = spot.trial();
        Cell cell = (trial.value(trial.needed, spot.row()).isKnown() ? trial.needed : trial.inOne)
                .cell(spot.row(), Lane.VALUE);
        Why why = Measured.with(texts, trial.library(), trial.figures(), trial.llm, cell);
        String shown = ValueText.number(number);
        boolean typed = asked.flatMap(question -> question.workload().traffic()).isEmpty();
        why = why.withText(texts.get("workloads.curves.at", field, shown));
        workspace.explain(
                context || typed
                        ? why.withSection(Why.Section.of(
                                        texts.get("workloads.fit.use"), texts.get("workloads.curves.use", field, shown))
                                .withStep(
                                        texts.get("workloads.curves.set", shown),
                                        () -> change(
                                                field,
                                                llm -> context
                                                        ? llm.withContextTokens(number)
                                                        : llm.withConcurrency(number))))
                        : why);
    }

    /** Adds one with the first model of the library. */
    void add() {
        model.add(library ->
                WorkloadEdits.addLlm(texts.get("workloads.edit.add"), texts.get("workloads.new.llm"), library));
    }

    void change(String what, UnaryOperator<LlmServing> change) {
        model.change(what, work -> work instanceof LlmServing llm ? change.apply(llm) : work);
    }

    /** A step of a slider; all steps of one gesture are taken back at once. */
    void drag(String what, String gesture, UnaryOperator<LlmServing> change) {
        model.drag(what, gesture, found -> found instanceof LlmServing llm ? change.apply(llm) : found);
    }

    void changeSettings(String what, UnaryOperator<EngineSettings> change) {
        change(what, llm -> llm.withSettings(change.apply(llm.settings())));
    }
}
