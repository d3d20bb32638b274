package org.sizewright.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sizewright.buildsheet.returned.Comparison;
import org.sizewright.buildsheet.returned.ReturnedWorkbook;
import org.sizewright.plan.CatalogStamp;
import org.sizewright.plan.Plan;
import org.sizewright.result.OptionResult;
import org.sizewright.result.PlanResult;

/** What leaves the open plan as build sheet and hand-over files, and what comes back. Files are written and read on the worker. */
public final class SheetExchange {
    private final Storage storage;
    private final Executor worker;
    private final Executor owner;
    private final Supplier<SessionState> state;
    private final Supplier<Optional<CatalogStamp>> catalog;

    /** @param owner where answers are delivered */
    SheetExchange(
            Storage storage,
            Executor worker,
            Executor owner,
            Supplier<SessionState> state,
            Supplier<Optional<CatalogStamp>> catalog) {
        this.storage = storage;
        this.worker = worker;
        this.owner = owner;
        this.state = state;
        this.catalog = catalog;
    }

    /** Holds a workbook that came back against the open plan; changes nothing. */
    public void compareReturned(Path workbook, Consumer<Comparison> done, Consumer<Notice> refused) {
        Plan present = state.get().plan();
        worker.execute(() -> {
            switch (ReturnedWorkbook.read(workbook)) {
                case ReturnedWorkbook.Refused not ->
                    owner.execute(() -> refused.accept(Notice.refused(not.sentence(), not.advice())));
                case ReturnedWorkbook.Read read -> {
                    Comparison comparison = Comparison.of(read, present);
                    owner.execute(() -> done.accept(comparison));
                }
            }
        });
    }

    /**
     * Writes the build sheet of the live option.
     *
     * @param progress hears what is being done
     * @return stops it; a file that is being written already is completed
     */
    public Runnable exportTo(Path path, Consumer<String> progress, Consumer<Notice> done) {
        SessionState now = state.get();
        if (now.calculating() || now.live().isEmpty() || now.result().isEmpty()) {
            done.accept(Notice.refused("The plan is still being calculated.", "Try again in a moment."));
            return () -> {};
        }
        AtomicBoolean stopped = new AtomicBoolean();
        PlanResult whole = now.result().get();
        OptionResult live = now.live().get();
        Optional<CatalogStamp> stamp = catalog.get();
        worker.execute(() -> {
            Notice notice = storage.export(
                    path, whole, live, stamp, stopped::get, step -> owner.execute(() -> progress.accept(step)));
            owner.execute(() -> done.accept(notice));
        });
        return () -> stopped.set(true);
    }

    /** Writes the hand-over files of the option that is shown. */
    public void handOverTo(Path folder, Consumer<Notice> done) {
        SessionState now = state.get();
        if (now.calculating() || now.live().isEmpty()) {
            done.accept(Notice.refused("The plan is still being calculated.", "Try again in a moment."));
            return;
        }
        OptionResult live = now.live().get();
        worker.execute(() -> {
            Notice notice = storage.handOver(folder, live);
            owner.execute(() -> done.accept(notice));
        });
    }
}
