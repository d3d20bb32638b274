package org.sizewright.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sizewright.SampleReferences;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.catalog.EntryId;
import org.sizewright.figure.Cell;
import org.sizewright.library.Library;
import org.sizewright.library.LibraryRecord;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.References;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.Headline;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;
import org.sizewright.session.History;
import org.sizewright.session.SessionState;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Tone;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Measured;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** A workspace around one screen: edits are applied and calculated at once, and what is to be explained is kept. */
final class Bench implements Workspace {
    private final Texts texts = Texts.english();
    private final SampleReferences references;
    private Library library;
    private final List<Screen> screens = new ArrayList<>();
    private final List<Why> explained = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private History history;
    private long revision;
    private MemoryUnit unit = MemoryUnit.GIB;
    private Optional<SessionState> shown = Optional.empty();

    Bench(Plan plan, SampleReferences references) {
        this.history = History.of(plan);
        this.references = references;
        this.library = references.library();
    }

    void add(Screen screen) {
        screens.add(screen);
        screen.show(state());
    }

    Plan plan() {
        return history.present();
    }

    /** Labels of the steps that undo would take back, latest last. */
    List<String> steps() {
        return history.past().stream().map(History.Step::label).toList();
    }

    List<Why> explained() {
        return explained;
    }

    List<Cell> cells() {
        return cells;
    }

    void undo() {
        history = history.undo();
        publish();
    }

    /** The same until the plan changes: cells belong to the figures of one state. */
    SessionState state() {
        if (shown.isEmpty()) {
            shown = Optional.of(state(Optional.of(result())));
        }
        return shown.get();
    }

    SessionState state(Optional<PlanResult> result) {
        return new SessionState(
                revision,
                plan(),
                Optional.empty(),
                true,
                history.undoLabel(),
                history.redoLabel(),
                library,
                Optional.empty(),
                result,
                result.isEmpty());
    }

    private PlanResult result() {
        return Calculation.of(Resolver.resolve(plan(), known()), Cancellation.never());
    }

    /** The sample with what was kept over it. */
    private References known() {
        return new References() {
            @Override
            public Library library() {
                return library;
            }

            @Override
            public Optional<CatalogEntry> server(EntryId id) {
                return references.server(id);
            }
        };
    }

    @Override
    public void keep(LibraryRecord record) {
        library = library.overlay(Library.of(List.of(record)));
        publish();
    }

    private void publish() {
        revision++;
        shown = Optional.empty();
        SessionState state = state();
        screens.forEach(screen -> screen.show(state));
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public void edit(PlanEdit edit) {
        History changed = history.apply(edit);
        if (!changed.equals(history)) {
            history = changed;
            publish();
        }
    }

    @Override
    public MemoryUnit memoryUnit() {
        return unit;
    }

    @Override
    public void keepMemoryUnit(MemoryUnit chosen) {
        unit = chosen;
    }

    @Override
    public void explain(Cell cell) {
        cells.add(cell);
        OptionResult live = state().live().orElseThrow();
        explained.add(Measured.with(texts, references.library(), live.figures(), live.sizing().demand.llm, cell));
    }

    @Override
    public void explain(Why why) {
        explained.add(why);
    }

    @Override
    public void chooseFileToOpen() {}

    @Override
    public void exportBuildSheet() {}

    @Override
    public void goTo(String path) {}

    /** The frame of the window with this state in it. */
    Shell shell(List<ScreenSlot> slots) {
        Shell shell = new Shell(texts, slots, new QuietActions());
        SessionState state = state();
        shell.showPlan(state.plan().header().title(), "saved", List.of());
        shell.showSite("2 racks, 44 kW");
        shell.showOptions(
                state.plan().options().stream()
                        .map(option -> new OptionTab(option.id().value(), letter(option.id()), option.name()))
                        .toList(),
                state.plan().live().value());
        shell.showUndo(history.undoLabel());
        state.live()
                .ifPresent(live -> shell.showStatus(
                        live.headline().parts().stream().map(Bench::segment).toList()));
        return shell;
    }

    private static String letter(OptionId id) {
        return id.value().toUpperCase(java.util.Locale.ROOT);
    }

    private static StatusSegment segment(Headline.Part part) {
        StatusSegment segment = StatusSegment.of(part.id(), part.value(), part.label());
        Tone tone = switch (part.state()) {
            case PLAIN -> Tone.NEUTRAL;
            case GOOD -> Tone.OK;
            case CAREFUL -> Tone.WARN;
            case BAD -> Tone.ERROR;
        };
        return part.remark().map(word -> segment.withMark(word, tone)).orElse(segment);
    }
}
