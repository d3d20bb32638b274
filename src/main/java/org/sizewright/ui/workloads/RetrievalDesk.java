package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.sizewright.library.Library;
import org.sizewright.library.RetrievalRecord.RetrievalPreset;
import org.sizewright.plan.Corpus;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.RetrievalStart;
import org.sizewright.plan.VectorStore;
import org.sizewright.session.SessionState;
import org.sizewright.sizing.retrieval.RetrievalSubject;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.FigureWhy;
import org.sizewright.ui.screen.LatestAnswer;
import org.sizewright.ui.screen.Workspace;

/** What can be done with retrieval on the screen. */
final class RetrievalDesk {
    private final Workspace workspace;
    private final Texts texts;
    private final WorkloadsViewModel model;
    private final LatestAnswer answers;
    private Optional<RetrievalSubject> compared = Optional.empty();
    private List<StoreRow> comparison = List.of();

    /**
     * @param worker where other indexes are worked out
     * @param owner the JavaFX thread
     */
    RetrievalDesk(Workspace workspace, WorkloadsViewModel model, Executor worker, Executor owner) {
        this.workspace = workspace;
        this.texts = workspace.texts();
        this.model = model;
        answers = new LatestAnswer(worker, owner);
    }

    /** Everything that is shown of it; the comparison follows when something under it changed. */
    Sheet.Search sheet(SessionState state, Retrieval work) {
        Optional<RetrievalSubject> subject = RetrievalSheets.subject(state, work);
        if (!subject.equals(compared)) {
            boolean same = compared.map(RetrievalSubject::row).equals(subject.map(RetrievalSubject::row));
            compared = subject;
            if (!same) {
                comparison = List.of();
            }
            subject.ifPresentOrElse(
                    found -> answers.ask(
                            (wanted, tell) -> tell.accept(StoreComparison.of(found, state.library())), this::compare),
                    answers::cancel);
        }
        return new RetrievalSheets(texts, state, workspace.memoryUnit()).of(work, comparison);
    }

    private void compare(List<StoreRow> rows) {
        comparison = rows;
        model.showAgain();
    }

    void change(String what, UnaryOperator<Retrieval> change) {
        model.change(what, work -> work instanceof Retrieval retrieval ? change.apply(retrieval) : work);
    }

    void changeCorpus(String what, UnaryOperator<Corpus> change) {
        change(what, work -> work.withCorpus(change.apply(work.corpus())));
    }

    void changeStore(String what, UnaryOperator<VectorStore> change) {
        change(what, work -> work.withStore(change.apply(work.store())));
    }

    void changeQueries(String what, UnaryOperator<Retrieval.Queries> change) {
        change(what, work -> work.withQueries(change.apply(work.queries())));
    }

    void setSlice(Optional<String> profile) {
        model.setSlice(profile);
    }

    /** Takes over what a preset says; documents, people and machines stay. */
    void start(RetrievalPreset preset) {
        change(texts.get("workloads.retrieval.asPreset", preset.name()), work -> RetrievalStart.with(work, preset));
    }

    /** Explains the memory of another index, with the step to take it over. */
    void explain(StoreRow row) {
        Why why = FigureWhy.of(texts, row.book(), row.memory());
        workspace.explain(
                row.current()
                        ? why
                        : why.withSection(Why.Section.of(
                                        texts.get("workloads.fit.use"),
                                        texts.get("workloads.retrieval.compare.use.text", row.title()))
                                .withStep(texts.get("workloads.retrieval.compare.step", row.title()), () -> use(row))));
    }

    void use(StoreRow row) {
        changeStore(
                texts.get("workloads.retrieval.index"),
                store -> store.withIndex(row.index().id())
                        .withElement(row.element().id()));
    }

    /** A language model that reads what is found, with the load of answers from documents. */
    void addAnswering(Retrieval work) {
        model.add(library -> WorkloadEdits.addAnswering(
                texts.get("workloads.edit.add"), texts.get("workloads.new.answering", work.name()), library, work));
    }

    /** Adds retrieval as a preset of the library says. */
    void add(RetrievalPreset preset) {
        model.add(library -> added(preset, library));
    }

    /** Adds retrieval as the first preset of the library says. */
    void add() {
        model.add(library -> library.retrievalPresets().stream().findFirst().flatMap(preset -> added(preset, library)));
    }

    private Optional<PlanEdit> added(RetrievalPreset preset, Library library) {
        return WorkloadEdits.addRetrieval(
                texts.get("workloads.edit.add"), texts.get("workloads.new.retrieval"), preset, library);
    }
}
