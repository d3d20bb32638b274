package org.sizewright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.catalog.CatalogSearch;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Explanation;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.ValueText;
import org.sizewright.library.LibraryRecord;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.session.OpenCatalog;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Workspace;

/** A window around one screen: applies edits, recalculates at once, and keeps what it was asked for. */
final class TrialWorkspace implements Workspace {
    final List<String> edits = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    private final List<Plan> before = new ArrayList<>();
    final List<LibraryRecord> kept = new ArrayList<>();
    final List<String> places = new ArrayList<>();
    final List<Cell> cells = new ArrayList<>();
    final List<Why> whys = new ArrayList<>();
    private final SampleReferences references;
    private final Texts texts = Texts.english();
    private Consumer<SessionState> onState = ignored -> {};
    private Consumer<Why> onWhy = ignored -> {};
    private SessionState state;

    TrialWorkspace(SampleReferences references, Plan plan) {
        this.references = references;
        state = calculated(references, plan, 1);
    }

    static SessionState calculated(SampleReferences references, Plan plan, long revision) {
        return new SessionState(
                revision,
                plan,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                references.library(),
                Optional.of(open(references)),
                Optional.of(Calculation.of(Resolver.resolve(plan, references), Cancellation.never())),
                false);
    }

    private static OpenCatalog open(SampleReferences references) {
        return new OpenCatalog(
                references.catalogImport(),
                references.catalog(),
                CatalogSearch.of(
                        references.catalog(), CatalogRulesReader.readShipped().cpus()));
    }

    SessionState state() {
        return state;
    }

    void onState(Consumer<SessionState> consumer) {
        onState = consumer;
    }

    void onWhy(Consumer<Why> consumer) {
        onWhy = consumer;
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public void edit(PlanEdit edit) {
        Plan changed;
        try {
            changed = edit.change().apply(state.plan());
        } catch (IllegalArgumentException refused) {
            refusals.add(String.valueOf(refused.getMessage()));
            return;
        }
        edits.add(edit.label());
        before.add(state.plan());
        show(changed);
    }

    /** Takes back the last edit. */
    void undo() {
        show(before.removeLast());
    }

    private void show(Plan plan) {
        state = calculated(references, plan, state.revision() + 1);
        onState.accept(state);
    }

    @Override
    public void explain(Cell cell) {
        cells.add(cell);
        onWhy.accept(why(state.live().orElseThrow().figures(), cell));
    }

    @Override
    public void explain(Why why) {
        whys.add(why);
        onWhy.accept(why);
    }

    @Override
    public void chooseFileToOpen() {}

    @Override
    public void chooseTables(
            java.util.function.Consumer<List<org.sizewright.inventory.InventoryImporter.Source>> read) {
        read.accept(List.of(org.sizewright.inventory.Inventories.sample(org.sizewright.inventory.Inventories.RVTOOLS)));
    }

    @Override
    public void exportBuildSheet() {}

    @Override
    public void goTo(String path) {
        places.add(path);
    }

    private static Why why(FigureBook figures, Cell cell) {
        Explanation explained = figures.explain(cell);
        List<Why.Input> inputs = explained.inputs().stream()
                .map(input -> Why.Input.computed(
                        input.title(),
                        ValueText.of(figures.value(input), input.figure().unit()),
                        "",
                        () -> why(figures, input)))
                .toList();
        List<String> formula =
                explained.formula().isEmpty() ? List.of() : List.of(explained.formula(), explained.numbers());
        return Why.figure(
                cell.title(), ValueText.of(explained.value(), cell.figure().unit()), "", formula, inputs);
    }

    @Override
    public void keep(LibraryRecord record) {
        kept.add(record);
    }
}
