package org.sizewright.placement.exact;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.SatParameters;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * How much work a proof may take: counted work, which is the same on every machine, and a clock that only ends what counted work
 * does not. An answer that the clock ended says so. Another thread may cancel; the search then ends at its next step.
 */
public final class Budget {
    private static final int SEED = 20_261_121;
    private static final int POLL_MILLIS = 10;

    private final double work;
    private final long end;
    private final BooleanSupplier cancelled;
    private final Optional<Budget> whole;
    private double used;
    private boolean stoppedByClock;

    private Budget(double work, long end, BooleanSupplier cancelled, Optional<Budget> whole) {
        this.whole = whole;
        this.work = work;
        this.end = end;
        this.cancelled = cancelled;
    }

    /**
     * @param work counted work of the solver in its own unit, about seconds on a fast machine
     * @param seconds by the clock
     */
    public static Budget of(double work, double seconds) {
        return of(work, seconds, () -> false);
    }

    /**
     * @param work counted work
     * @param seconds by the clock
     * @param cancelled whether nobody wants the answer any more; asked often and from another thread
     */
    public static Budget of(double work, double seconds, BooleanSupplier cancelled) {
        return new Budget(work, System.nanoTime() + (long) (seconds * 1e9), cancelled, Optional.empty());
    }

    /** A budget for a part of the work. @param share of what is left */
    Budget part(double share) {
        long now = System.nanoTime();
        return new Budget(left() * share, now + (long) ((end - now) * share), cancelled, Optional.of(this));
    }

    /** Whether the clock or somebody else ended the search, so that another run may give another answer. */
    public boolean isStopped() {
        return stoppedByClock || cancelled.getAsBoolean();
    }

    boolean isUsedUp() {
        if (System.nanoTime() >= end) {
            stoppedByClock = true;
        }
        return stoppedByClock || used >= work || cancelled.getAsBoolean();
    }

    /** Counts work that another search did. */
    void use(double amount) {
        used += amount;
        whole.ifPresent(all -> all.use(amount));
    }

    double left() {
        return Math.max(0, work - used);
    }

    /** Solves a model with one worker and a fixed seed. @param most counted work for this model at most */
    CpSolverStatus solve(CpModel model, CpSolver solver, double most) {
        double seconds = (end - System.nanoTime()) / 1e9;
        if (isUsedUp() || seconds <= 0) {
            return CpSolverStatus.UNKNOWN;
        }
        SatParameters.Builder parameters = solver.getParameters();
        parameters.setNumWorkers(1).setRandomSeed(SEED).setMaxDeterministicTime(Math.min(most, left()));
        parameters.setMaxTimeInSeconds(seconds);
        AtomicBoolean ended = new AtomicBoolean();
        Thread.ofVirtual().name("placement-cancel").start(() -> watch(solver, ended));
        try {
            CpSolverStatus status = solver.solve(model);
            use(solver.response().getDeterministicTime());
            if (status == CpSolverStatus.UNKNOWN || status == CpSolverStatus.FEASIBLE) {
                isUsedUp();
            }
            return status;
        } finally {
            ended.set(true);
        }
    }

    /** The solver asks nobody while it works, so somebody tells it to stop. */
    private void watch(CpSolver solver, AtomicBoolean ended) {
        try {
            while (!ended.get()) {
                if (cancelled.getAsBoolean()) {
                    solver.stopSearch();
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
