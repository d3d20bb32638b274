package org.sizewright.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sizewright.catalog.CatalogRules;
import org.sizewright.catalog.ImportChoices;
import org.sizewright.catalog.ImportFile;
import org.sizewright.catalog.ImportJob;
import org.sizewright.inventory.InventoryImporter;
import org.sizewright.library.LibraryProblem;
import org.sizewright.library.LibraryRecord;
import org.sizewright.plan.CarriedReferences;
import org.sizewright.plan.Plan;
import org.sizewright.plan.PlanEdit;
import org.sizewright.plan.SavedPlan;
import org.sizewright.result.PlanResult;
import org.sizewright.result.servers.ServerQuestion;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;

/**
 * The open plan and catalog of one window. All methods are called by one owner, the window's thread; results of the background
 * arrive there too. Every change calls the listeners with the new state.
 */
public final class Session {
    /** How much longer than ordinarily a proof may take that somebody asks for. */
    private static final double LONG_EFFORT = 12;

    private final Storage storage;
    private final Recalculation recalculation;
    private final Executor worker;
    private final Executor owner;
    private final List<Consumer<SessionState>> listeners = new ArrayList<>();

    private long revision;
    private SavedPlan carried;
    private History history;
    private Optional<Path> file;
    private Optional<Plan> onDisk;
    private Optional<OpenCatalog> catalog = Optional.empty();
    private Optional<PlanResult> result = Optional.empty();
    private long resultRevision = -1;
    private CarriedReferences references;

    /**
     * @param first the plan to begin with
     * @param worker where calculations and file work run, one after the other
     * @param owner the thread that calls this session
     */
    public Session(Storage storage, SavedPlan first, Executor worker, Executor owner) {
        this.storage = storage;
        this.worker = worker;
        this.owner = owner;
        this.recalculation = new Recalculation(worker, owner);
        this.carried = first;
        this.history = History.of(first.plan());
        this.file = Optional.empty();
        this.onDisk = Optional.empty();
        this.references = storage.references(first, catalog);
        recalculate();
    }

    public SessionState state() {
        return new SessionState(
                revision,
                history.present(),
                file,
                onDisk.equals(Optional.of(history.present())),
                history.undoLabel(),
                history.redoLabel(),
                references.library(),
                catalog,
                result,
                resultRevision != revision);
    }

    /** Calls the listener now and after every change, until the returned action is run. */
    public Runnable subscribe(Consumer<SessionState> listener) {
        listeners.add(listener);
        listener.accept(state());
        return () -> listeners.remove(listener);
    }

    /** Applies an edit. If it asks for something impossible, nothing changes and the notice says why. */
    public Optional<Notice> edit(PlanEdit edit) {
        try {
            become(history.apply(edit));
            return Optional.empty();
        } catch (IllegalArgumentException impossible) {
            return Optional.of(Notice.refused(sentence(impossible), ""));
        }
    }

    private static String sentence(IllegalArgumentException impossible) {
        String message = String.valueOf(impossible.getMessage());
        return message.isEmpty()
                ? "This cannot be done."
                : Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
    }

    public void undo() {
        become(history.undo());
    }

    public void redo() {
        become(history.redo());
    }

    private void become(History changed) {
        if (changed.equals(history)) {
            return;
        }
        boolean samePlan = changed.present().equals(history.present());
        history = changed;
        if (!samePlan) {
            revision++;
            Plan present = history.present();
            if (!followsAtOnce(present)) {
                recalculate();
            }
            SavedPlan before = carried;
            CarriedReferences now = references;
            Optional<OpenCatalog> list = catalog;
            worker.execute(() -> storage.keepRecoveryCopy(storage.carry(present, before, now, list)));
        }
        publish();
    }

    /** Whether the result of the plan before holds for this one too: only steps of checklists went on. */
    private boolean followsAtOnce(Plan present) {
        Optional<PlanResult> same = resultRevision == revision - 1
                ? result.filter(last -> !last.proving()).flatMap(last -> last.withProgressOf(present))
                : Optional.empty();
        if (same.isPresent()) {
            result = same;
            resultRevision = revision;
        }
        return same.isPresent();
    }

    /** Opens a plan or a catalog, whichever the file is; reading runs on the worker, the notice comes back to the owner. */
    public void open(Path path, Consumer<Notice> done) {
        worker.execute(() -> {
            Storage.Opened opened = storage.open(path);
            owner.execute(() -> done.accept(take(opened)));
        });
    }

    /** Reads files with tables on the worker; the first one that cannot be read is told instead. Changes nothing. */
    public void readTables(List<Path> files, Consumer<List<InventoryImporter.Source>> read, Consumer<Notice> refused) {
        worker.execute(() -> {
            List<InventoryImporter.Source> sources = new ArrayList<>();
            for (Path file : files) {
                switch (TableReader.read(file, Limits.STANDARD)) {
                    case Reading.Tables tables ->
                        sources.add(new InventoryImporter.Source(String.valueOf(file.getFileName()), tables));
                    case Reading.Unreadable unreadable -> {
                        owner.execute(() -> refused.accept(Notice.refused(unreadable.sentence(), unreadable.advice())));
                        return;
                    }
                }
            }
            owner.execute(() -> read.accept(sources));
        });
    }

    /**
     * Prepares the import of lists, with what was answered before; nothing is taken over.
     *
     * @param read reads the files; called in the background
     * @param done called with the job; the first file that cannot be read is told instead
     */
    public void prepareImport(
            Supplier<List<Storage.ListFile>> read, Consumer<ImportJob> done, Consumer<Notice> refused) {
        worker.execute(() -> {
            List<ImportFile> files = new ArrayList<>();
            for (Storage.ListFile list : read.get()) {
                switch (list) {
                    case Storage.ListFile.Refused not -> {
                        owner.execute(() -> refused.accept(Notice.refused(not.sentence(), not.advice())));
                        return;
                    }
                    case Storage.ListFile.Read one -> files.add(one.file());
                }
            }
            ImportMemory.Loaded answers = storage.answers();
            ImportJob job = ImportJob.sorting(files, answers.choices(), storage.rules());
            owner.execute(() -> {
                answers.notice().ifPresent(refused);
                done.accept(job);
            });
        });
    }

    /** Reads lists from files, for {@link #prepareImport}. */
    public List<Storage.ListFile> readLists(List<Path> paths) {
        return paths.stream().map(Storage::readList).toList();
    }

    /** Runs an import in the background; nothing is taken over. */
    public void runImport(ImportJob job, Consumer<ImportJob.Outcome> done) {
        worker.execute(() -> {
            ImportJob.Outcome outcome = job.run(storage.rules());
            owner.execute(() -> done.accept(outcome));
        });
    }

    /** Goes on with an imported list. */
    public void takeOver(ImportJob job, ImportJob.Done imported, Consumer<Notice> done) {
        worker.execute(() -> {
            Storage.Opened opened =
                    new Storage.Opened.CatalogOpened(storage.catalog(job, imported), Storage.account(imported.list()));
            owner.execute(() -> done.accept(take(opened)));
        });
    }

    /**
     * Compares the open list with another export of it, read and understood with the same answers and certified lists. Changes
     * nothing.
     *
     * @param read reads the file of the other export; called in the background
     * @param plans files of saved plans to look at besides the open plan
     * @param prepare makes of the comparison what is wanted; called in the background
     * @param done called with that
     * @param refused told if no list is open, or the other one cannot be read
     */
    public <T> void compareWith(
            Supplier<Storage.ListFile> read,
            List<Path> plans,
            Function<ExportComparison, T> prepare,
            Consumer<T> done,
            Consumer<Notice> refused) {
        Optional<OpenCatalog> open = catalog;
        if (open.isEmpty()) {
            refused.accept(Notice.refused("No server list is open.", "Import one first."));
            return;
        }
        Supplier<List<ExportComparison.PlanSource>> sources = planSources(plans);
        worker.execute(() -> {
            Storage.OtherExport other = storage.otherExport(read.get(), open.get());
            switch (other) {
                case Storage.OtherExport.Refused not ->
                    owner.execute(() -> refused.accept(Notice.refused(not.sentence(), not.advice())));
                case Storage.OtherExport.Read one -> {
                    T made = prepare.apply(
                            ExportComparison.byDay(Storage.export(open.get()), one.export(), sources.get()));
                    owner.execute(() -> done.accept(made));
                }
            }
        });
    }

    /** The same with a list that is being imported; nobody is called if no list is open. */
    public <T> void compareWith(
            ImportJob job,
            ImportJob.Done imported,
            List<Path> plans,
            Function<ExportComparison, T> prepare,
            Consumer<T> done) {
        catalog.ifPresent(open -> {
            Supplier<List<ExportComparison.PlanSource>> sources = planSources(plans);
            inBackground(
                    () -> prepare.apply(
                            ExportComparison.byDay(Storage.export(open), storage.export(job, imported), sources.get())),
                    done);
        });
    }

    /** Which servers of the open list carry what the live option runs; empty without a list. */
    public Optional<ServerQuestion> serverQuestion() {
        return catalog.map(open ->
                ServerQuestion.of(history.present(), references, open.catalog().entries()));
    }

    /** Searches for servers on the worker of this session. */
    public ServerFinder serverFinder() {
        return new ServerFinder(worker, owner);
    }

    /** Runs work that needs nothing of this session on its worker. */
    public <T> void inBackground(Supplier<T> work, Consumer<T> done) {
        worker.execute(() -> {
            T made = work.get();
            owner.execute(() -> done.accept(made));
        });
    }

    /** The open plan as it is now, then those of the files; to be asked for in the background. */
    private Supplier<List<ExportComparison.PlanSource>> planSources(List<Path> files) {
        Plan present = history.present();
        SavedPlan before = carried;
        CarriedReferences now = references;
        Optional<OpenCatalog> list = catalog;
        Optional<Path> own = file;
        return () -> {
            List<ExportComparison.PlanSource> sources = new ArrayList<>();
            sources.add(new ExportComparison.PlanSource.Found(
                    present.header().title(),
                    own,
                    true,
                    storage.carry(present, before, now, list).servers()));
            files.stream()
                    .filter(other -> own.filter(path -> isSame(path, other)).isEmpty())
                    .forEach(other -> sources.add(storage.planSource(other)));
            return sources;
        };
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** Keeps answers about imports for the next time; a failure is told. */
    public void remember(ImportChoices choices, Consumer<Notice> failed) {
        worker.execute(() -> storage.remember(choices).ifPresent(notice -> owner.execute(() -> failed.accept(notice))));
    }

    /** How foreign lists are understood. */
    public CatalogRules rules() {
        return storage.rules();
    }

    /** Opens a plan or a catalog and waits for it: for the command line and for starting the window. */
    public Notice openNow(Path path) {
        return take(storage.open(path));
    }

    /** Goes on with what was opened; a refusal changes nothing. */
    public Notice take(Storage.Opened opened) {
        return switch (opened) {
            case Storage.Opened.Refused refused -> Notice.refused(refused.sentence(), refused.advice());
            case Storage.Opened.PlanOpened plan -> {
                takePlan(plan.saved(), Optional.of(plan.path()));
                onDisk = Optional.of(plan.saved().plan());
                publish();
                yield Notice.done("Opened " + plan.path().getFileName() + "." + String.join(" ", plan.remarks()));
            }
            case Storage.Opened.CatalogOpened read -> {
                catalog = Optional.of(read.catalog());
                references = storage.references(current(), catalog);
                revision++;
                recalculate();
                publish();
                yield Notice.done(read.summary());
            }
        };
    }

    /** Goes on with a plan that is in no file yet, such as a recovered one or a sample. */
    public void takeUnsaved(SavedPlan plan) {
        takePlan(plan, Optional.empty());
        publish();
    }

    /** Goes on with a new plan: what it rests on comes from the library of this machine. */
    public void takeNew(SavedPlan plan) {
        takeUnsaved(storage.renewed(plan));
    }

    /**
     * Writes a record into the user's own library, where it counts from now on; what the open plan carries already stays as it
     * is.
     */
    public void keep(LibraryRecord record, Consumer<Notice> done) {
        worker.execute(() -> {
            Notice notice = storage.userLibrary().keep(record);
            owner.execute(() -> {
                if (notice.kind() == Notice.Kind.DONE) {
                    references = storage.references(current(), catalog);
                    revision++;
                    recalculate();
                    publish();
                }
                done.accept(notice);
            });
        });
    }

    /** What is wrong with the user's own library. */
    public List<LibraryProblem> libraryProblems() {
        return storage.userLibrary().problems();
    }

    private void takePlan(SavedPlan saved, Optional<Path> from) {
        carried = saved;
        history = History.of(saved.plan());
        file = from;
        onDisk = Optional.empty();
        references = storage.references(saved, catalog);
        result = Optional.empty();
        revision++;
        recalculate();
    }

    /** Saves to the file of the plan, or to another one. */
    public void saveTo(Path path, Consumer<Notice> done) {
        SavedPlan saved = current();
        worker.execute(() -> {
            Notice notice = storage.save(path, saved);
            owner.execute(() -> {
                if (notice.kind() == Notice.Kind.DONE) {
                    file = Optional.of(path);
                    onDisk = Optional.of(saved.plan());
                    worker.execute(storage::dropRecoveryCopy);
                    publish();
                }
                done.accept(notice);
            });
        });
    }

    /** Writes build sheets of the open plan, and reads those that come back. */
    public SheetExchange sheets() {
        return new SheetExchange(
                storage, worker, owner, this::state, () -> current().catalog());
    }

    /** What a file would hold now: the plan with the records that it rests on. */
    public SavedPlan current() {
        return storage.carry(history.present(), carried, references, catalog);
    }

    /** A clean end: nothing is left to recover. */
    public void close() {
        recalculation.cancel();
        worker.execute(storage::dropRecoveryCopy);
    }

    /** Ends the proof that runs with what it has. */
    public void stopProof() {
        recalculation.stopProof();
    }

    /** Tries for longer to prove the number of hosts. */
    public void proveLonger() {
        // more effort for the same plan: what is known of it stays until something as good is there
        recalculate(LONG_EFFORT, resultRevision == revision ? result : Optional.empty());
    }

    private void recalculate() {
        recalculate(1, Optional.empty());
    }

    private void recalculate(double effort, Optional<PlanResult> before) {
        long asked = revision;
        recalculation.start(asked, history.present(), references, effort, before, (ofRevision, fresh) -> {
            result = Optional.of(fresh);
            resultRevision = ofRevision;
            publish();
        });
    }

    private void publish() {
        SessionState state = state();
        List.copyOf(listeners).forEach(listener -> listener.accept(state));
    }
}
