package org.sizewright.ui;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.sizewright.catalog.CatalogEntry;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Lane;
import org.sizewright.inventory.InventoryImporter;
import org.sizewright.library.LibraryRecord;
import org.sizewright.plan.Option;
import org.sizewright.plan.OptionId;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.result.Headline;
import org.sizewright.result.servers.ServerRanking;
import org.sizewright.session.Notice;
import org.sizewright.session.Preferences;
import org.sizewright.session.Session;
import org.sizewright.session.SessionState;
import org.sizewright.session.Storage;
import org.sizewright.sizing.LlmMemory;
import org.sizewright.ui.look.MemoryUnit;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.look.Theme;
import org.sizewright.ui.part.Why;
import org.sizewright.ui.screen.Measured;
import org.sizewright.ui.screen.Screen;
import org.sizewright.ui.screen.Workspace;

/** The window's content: the frame, the screens in it, and the session behind them. Lives on the JavaFX thread. */
public final class Workbench implements Workspace {
    private final Texts texts;
    private final Session session;
    private final FileDialogs dialogs;
    private final PlanFiles files;
    private final Consumer<Preferences> preferencesChanged;
    private final Map<String, Screen> screens = new HashMap<>();
    private final Shell shell;
    private final Notices notices = new Notices();
    private final StackPane root;
    private final IntakeLayer intake;
    private final FindLayer find;
    private final DifferenceLayer difference;
    private final ReturnedLayer returned;
    private final Runnable unsubscribe;
    private Preferences preferences;
    private SessionState state;

    /** Plans to begin with. */
    public interface Plans {
        /** The sample that ships with the program. */
        org.sizewright.plan.SavedPlan sample();

        /** A plan without workloads. */
        org.sizewright.plan.SavedPlan blank();
    }

    /**
     * @param screenEntries the screens, in the order of the rail
     * @param preferencesChanged called when there is something to remember
     */
    public Workbench(
            Texts texts,
            Session session,
            FileDialogs dialogs,
            Plans plans,
            Preferences preferences,
            Consumer<Preferences> preferencesChanged,
            List<ScreenEntry> screenEntries) {
        this.texts = texts;
        this.session = session;
        this.dialogs = dialogs;
        this.preferences = preferences;
        this.preferencesChanged = preferencesChanged;
        this.state = session.state();
        files = new PlanFiles(
                texts,
                session,
                dialogs,
                plans,
                this::tell,
                () -> this.preferences.recent(),
                plan -> remember(this.preferences.withRecent(plan)));
        this.shell = new Shell(
                texts,
                screenEntries.stream()
                        .map(entry -> new ScreenSlot(entry.id(), entry.icon(), entry.title(), () -> build(entry)))
                        .toList(),
                new Actions());
        root = new StackPane(shell.root(), notices);
        difference = new DifferenceLayer(texts, session, dialogs, root, () -> this.preferences.recent(), this::tell);
        intake = new IntakeLayer(
                texts,
                session,
                dialogs,
                shell.root(),
                root,
                this::tell,
                () -> select(ScreenEntry.CATALOG),
                difference::compareWith);
        returned = new ReturnedLayer(texts, session, dialogs, root, this::tell, this::edit);
        find = new FindLayer(texts, session, root, this::tell, this::edit);
        DroppedFiles.on(root, new DroppedFiles.Takers(this::takeModel, this::open, intake::open));
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        shell.onScreen(id -> showScreen());
        shell.showTheme(preferences.dark() ? Theme.DARK : Theme.LIGHT);
        unsubscribe = session.subscribe(this::show);
    }

    /** What to put into a scene. */
    public Parent root() {
        return root;
    }

    /** Brings a screen to the front. */
    public void select(String screen) {
        shell.select(screen);
    }

    public Theme theme() {
        return preferences.dark() ? Theme.DARK : Theme.LIGHT;
    }

    /** Fills the Why pane with a figure that belongs to the screen in front, for pictures. */
    void explainSomething() {
        if (!shell.why().isClear()) {
            // the screen explains what it has selected
            return;
        }
        state.live().ifPresent(live -> {
            LlmMemory llm = live.sizing().demand.llm;
            boolean model = shell.shownScreen().equals(ScreenEntry.WORKLOADS)
                    && !llm.rows.keys().isEmpty();
            explain(
                    model
                            ? llm.kvPerToken.cell(llm.rows.keys().getFirst(), Lane.VALUE)
                            : live.sizing().site.sitePower.cell());
        });
    }

    /** Ends the subscription to the session. */
    public void close() {
        unsubscribe.run();
    }

    public void tell(Notice notice) {
        notices.show(notice);
    }

    /** Says how many faults the user's own library has, with a way to read them all; nothing if it has none. */
    void tellLibraryFaults() {
        LibraryFaults faults = libraryFaults();
        if (!faults.isEmpty()) {
            notices.show(
                    faults.toNotice(), new Why.Step(texts.get("library.faults.read"), () -> explain(faults.toWhy())));
        }
    }

    private LibraryFaults libraryFaults() {
        return new LibraryFaults(texts, session.libraryProblems());
    }

    /** Opens a plan in the background and says how it went; shows a list before anything of it is taken over. */
    public void open(Path file) {
        if (!DroppedFiles.isPlan(file)) {
            intake.open(List.of(file));
            return;
        }
        files.open(file);
    }

    private Node build(ScreenEntry entry) {
        Screen screen = entry.screen().apply(this);
        screens.put(entry.id(), screen);
        screen.show(state);
        return screen.view();
    }

    private void showScreen() {
        Screen screen = screens.get(shell.shownScreen());
        if (screen != null) {
            screen.show(state);
        }
    }

    private void show(SessionState now) {
        state = now;
        Plan plan = now.plan();
        shell.showPlan(plan.header().title(), files.savedWords(), planMenu());
        shell.showSite(plan.site().name() + " · "
                + texts.get(
                        plan.site().racks().size() == 1 ? "window.rack" : "window.racks",
                        plan.site().racks().size()));
        shell.showOptions(
                plan.options().stream()
                        .map(option -> new OptionTab(
                                option.id().value(), option.id().value().toUpperCase(Locale.ROOT), option.name()))
                        .toList(),
                plan.live().value());
        shell.showUndo(now.undoLabel());
        shell.showRedo(now.redoLabel());
        shell.showStatus(now.live()
                .map(live -> live.headline().parts().stream()
                        .map(part -> StatusSegment.of(part, now.calculating()))
                        .toList())
                .orElseGet(() -> List.of(StatusSegment.of("calculating", texts.get("window.calculating"), ""))));
        showScreen();
    }

    private List<MenuItem> planMenu() {
        List<MenuItem> items = files.menu(this::chooseFileToOpen);
        LibraryFaults faults = libraryFaults();
        if (!faults.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.add(files.item("menu.libraryFaults", () -> explain(faults.toWhy())));
        }
        return items;
    }

    private void remember(Preferences changed) {
        preferences = changed;
        preferencesChanged.accept(changed);
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public void edit(PlanEdit edit) {
        session.edit(edit).ifPresent(this::tell);
    }

    @Override
    public void keep(LibraryRecord record) {
        session.keep(record, this::tell);
    }

    @Override
    public MemoryUnit memoryUnit() {
        return preferences.decimalMemory() ? MemoryUnit.GB : MemoryUnit.GIB;
    }

    @Override
    public void keepMemoryUnit(MemoryUnit unit) {
        remember(preferences.withDecimalMemory(unit == MemoryUnit.GB));
    }

    @Override
    public void explain(Cell cell) {
        // the cell may belong to a result that was replaced since it was drawn
        state.live()
                .flatMap(live -> live.figures()
                        .find(cell.figure().id())
                        .filter(figure -> figure.rows().keys().contains(cell.row()))
                        .map(figure -> Measured.with(
                                texts,
                                state.library(),
                                live.figures(),
                                live.sizing().demand.llm,
                                figure.cell(cell.row(), cell.lane()))))
                .ifPresent(this::explain);
    }

    @Override
    public void explain(Why why) {
        shell.why().show(why);
        shell.openWhy();
    }

    @Override
    public void chooseFileToOpen() {
        dialogs.open().ifPresent(this::open);
    }

    @Override
    public void chooseTables(Consumer<List<InventoryImporter.Source>> read) {
        List<Path> files = dialogs.openTables();
        if (!files.isEmpty()) {
            session.readTables(files, read, this::tell);
        }
    }

    @Override
    public void chooseModelFiles(Consumer<List<Path>> chosen) {
        List<Path> files = dialogs.openModel();
        if (!files.isEmpty()) {
            chosen.accept(files);
        }
    }

    /** Brings the screen to the front that sizes models, and gives it the files. */
    private void takeModel(List<Path> files) {
        select(ScreenEntry.WORKLOADS);
        Screen screen = screens.get(ScreenEntry.WORKLOADS);
        if (screen != null) {
            screen.takeFiles(files);
        }
    }

    @Override
    public void pasteList() {
        intake.paste();
    }

    @Override
    public void reviewImport() {
        intake.review();
    }

    @Override
    public void compareExports() {
        difference.chooseOther();
    }

    @Override
    public void findServers(List<CatalogEntry> among) {
        find.find(among);
    }

    /** Shows servers that were found already, for pictures. */
    void showServers(ServerRanking ranking) {
        find.show(ranking);
    }

    /** Shows what differs between the open list and another export. */
    void compareWith(Supplier<Storage.ListFile> other) {
        difference.compareWith(other);
    }

    @Override
    public void exportBuildSheet() {
        dialogs.saveBuildSheet(files.name(".xlsx")).ifPresent(file -> new Export(texts, notices).run(session, file));
    }

    @Override
    public void takeBack() {
        returned.choose();
    }

    @Override
    public void writeHandOver() {
        dialogs.chooseHandOverFolder().ifPresent(folder -> session.sheets().handOverTo(folder, this::tell));
    }

    @Override
    public void stopProof() {
        session.stopProof();
    }

    @Override
    public void proveLonger() {
        session.proveLonger();
    }

    @Override
    public void goTo(String path) {
        String id = ScreenEntry.idFor(path);
        shell.select(id);
        Screen screen = screens.get(id);
        if (screen != null) {
            screen.goTo(path);
        }
    }

    private void onKey(KeyEvent event) {
        if (!event.isShortcutDown()) {
            return;
        }
        if (event.getCode() == KeyCode.O) {
            chooseFileToOpen();
            event.consume();
        } else if (event.getCode() == KeyCode.S) {
            if (event.isShiftDown()) {
                files.saveAs();
            } else {
                files.save();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.V && shell.shownScreen().equals(ScreenEntry.CATALOG)) {
            // a text field takes what is pasted into it before it comes here
            pasteList();
            event.consume();
        } else if (event.getCode() == KeyCode.E) {
            if (event.isShiftDown()) {
                writeHandOver();
            } else {
                exportBuildSheet();
            }
            event.consume();
        }
    }

    /** What the frame asks for. */
    private final class Actions implements ShellActions {
        @Override
        public void undo() {
            session.undo();
        }

        @Override
        public void redo() {
            session.redo();
        }

        @Override
        public void chooseOption(String id) {
            edit(PlanEdit.ofGesture(
                    texts.get("window.edit.show"), "live-option", plan -> plan.withLive(OptionId.of(id))));
        }

        @Override
        public void addOption() {
            edit(PlanEdit.of(texts.get("window.edit.addOption"), plan -> {
                Option copied = plan.liveOption();
                OptionId id = plan.freeOptionId();
                return plan.withOption(copied.copy(id, texts.get("window.copyOf", copied.name())))
                        .withLive(id);
            }));
        }

        @Override
        public void openSite() {
            goTo("/site");
        }

        @Override
        public void exportBuildSheet() {
            Workbench.this.exportBuildSheet();
        }

        @Override
        public void themeChosen(Theme theme) {
            remember(preferences.withDark(theme == Theme.DARK));
        }

        @Override
        public void openStatus(String id) {
            if (id.equals("findings")) {
                shell.select(ScreenEntry.CHECKS);
                return;
            }
            state.live()
                    .flatMap(live -> live.headline().parts().stream()
                            .filter(part -> part.id().equals(id))
                            .findFirst())
                    .flatMap(Headline.Part::figure)
                    .ifPresent(Workbench.this::explain);
        }
    }
}
