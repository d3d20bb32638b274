package org.sizewright.ui.workloads;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.sizewright.ui.look.MemoryText;

/** Works out the curves in the background; only the latest question is answered. */
final class CurveSearch {
    private final Executor worker;
    private final Executor owner;
    private final AtomicLong latest = new AtomicLong();

    /**
     * @param worker where it is calculated
     * @param owner where answers are delivered
     */
    CurveSearch(Executor worker, Executor owner) {
        this.worker = worker;
        this.owner = owner;
    }

    void start(Question question, MemoryText memory, Consumer<MemoryCurves> deliver) {
        long ticket = latest.incrementAndGet();
        BooleanSupplier wanted = () -> latest.get() == ticket;
        worker.execute(() -> {
            if (!wanted.getAsBoolean()) {
                return;
            }
            Optional<MemoryCurves> curves = new CurvePoints(question, memory, wanted).curves();
            curves.ifPresent(found -> owner.execute(() -> {
                if (wanted.getAsBoolean()) {
                    deliver.accept(found);
                }
            }));
        });
    }

    /** Forgets the latest question. */
    void cancel() {
        latest.incrementAndGet();
    }
}
