package org.sizewright.session;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.sizewright.placement.HostSearch;
import org.sizewright.placement.exact.ProvenHosts;
import org.sizewright.plan.Plan;
import org.sizewright.plan.References;
import org.sizewright.plan.ResolvedPlan;
import org.sizewright.plan.Resolver;
import org.sizewright.result.Calculation;
import org.sizewright.result.Cancellation;
import org.sizewright.result.PlanResult;

/**
 * Calculates plans on a worker: first with the placement that is found at once, then with the proven one. Only the latest request
 * counts: older ones stop at their next step and publish nothing more.
 */
public final class Recalculation {
    private final Executor worker;
    private final Executor owner;
    private final AtomicLong latest = new AtomicLong();
    private final AtomicLong stopped = new AtomicLong();

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
     * @param effort how much longer than ordinarily a proof may take, such as 1 or 10
     * @param before what is known of the same plan already; stays until something as good is found. Empty for a plan that changed
     */
    public void start(
            long revision,
            Plan plan,
            References references,
            double effort,
            Optional<PlanResult> before,
            BiConsumer<Long, PlanResult> deliver) {
        long ticket = latest.incrementAndGet();
        Cancellation superseded = () -> latest.get() != ticket;
        worker.execute(() -> {
            if (superseded.isCancelled()) {
                return;
            }
            try {
                ResolvedPlan resolved = Resolver.resolve(plan, references);
                PlanResult first =
                        before.map(PlanResult::stillProving).orElseGet(() -> Calculation.first(resolved, superseded));
                publish(superseded, () -> deliver.accept(revision, first));
                HostSearch search =
                        ProvenHosts.orFirstFit(effort, () -> superseded.isCancelled() || stopped.get() >= ticket);
                PlanResult last = first.proven();
                try {
                    PlanResult proven = Calculation.of(resolved, search, superseded);
                    // the same places again are no news: what is shown of them stays as it is
                    last = proven.placesAs(first)
                            ? last
                            : before.map(proven::orBetter).orElse(proven);
                } finally {
                    // whatever becomes of the proof, nobody goes on waiting for it
                    PlanResult end = last;
                    publish(superseded, () -> deliver.accept(revision, end));
                }
            } catch (Cancellation.Superseded stopped) {
                // a newer plan is on its way
            }
        });
    }

    private void publish(Cancellation superseded, Runnable delivery) {
        owner.execute(() -> {
            if (!superseded.isCancelled()) {
                delivery.run();
            }
        });
    }

    /** Ends the proof that runs with what it has. */
    public void stopProof() {
        stopped.set(latest.get());
    }

    /** Stops what runs; its result is not delivered. */
    public void cancel() {
        latest.incrementAndGet();
    }
}
