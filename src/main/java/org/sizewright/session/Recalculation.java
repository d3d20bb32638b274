package org.sizewright.session;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.sizewright.plan.Plan;
import org.sizewright.plan.References;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

/** Calculates plans on a worker. Only the latest request counts: older ones stop at their next step and publish nothing. */
public final class Recalculation {
    private final Executor worker;
    private final Executor owner;
    private final AtomicLong latest = new AtomicLong();

    /**
     * @param worker where calculations run, one after the other
     * @param owner where results are delivered, such as the thread of the window
     */
    public Recalculation(Executor worker, Executor owner) {
        this.worker = worker;
        this.owner = owner;
    }

    /**
     * Starts a calculation.
     *
     * @param revision handed to {@code deliver} with the result
     */
    public void start(long revision, Plan plan, References references, BiConsumer<Long, PlanResult> deliver) {
        long ticket = latest.incrementAndGet();
        Cancellation superseded = () -> latest.get() != ticket;
        worker.execute(() -> {
            if (superseded.isCancelled()) {
                return;
            }
            try {
                PlanResult result = Calculation.of(Resolver.resolve(plan, references), superseded);
                owner.execute(() -> {
                    if (!superseded.isCancelled()) {
                        deliver.accept(revision, result);
                    }
                });
            } catch (Cancellation.Superseded stopped) {
                // a newer plan is on its way
            }
        });
    }

    /** Stops what runs; its result is not delivered. */
    public void cancel() {
        latest.incrementAndGet();
    }
}
