package org.sizewright.placement.exact;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.SatParameters;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How much work a proof may take: counted work, which is the same on every machine, and a clock that only ends what counted work
 * does not. An answer that the clock ended says so. Another thread may cancel; the search then ends at its next step.
 */
public final class Budget {
    private static final int SEED = 20_261_121;

    private final double work;
    private final long end;
    private final AtomicReference<@Nullable CpSolver> running = new AtomicReference<>();
    private double used;
    private boolean stoppedByClock;
    private volatile boolean cancelled;

    private Budget(double work, long end) {
        this.work = work;
        this.end = end;
    }

    /**
     * @param work counted work of the solver in its own unit, about seconds on a fast machine
     * @param seconds by the clock
     */
    public static Budget of(double work, double seconds) {
        return new Budget(work, System.nanoTime() + (long) (seconds * 1e9));
    }

    /** Ends the search from another thread. */
    public void cancel() {
        cancelled = true;
        CpSolver solver = running.get();
        if (solver != null) {
            solver.stopSearch();
        }
    }

    /** Whether the clock or somebody else ended the search, so that another run may give another answer. */
    public boolean isStopped() {
        return stoppedByClock || cancelled;
    }

    boolean isUsedUp() {
        if (System.nanoTime() >= end) {
            stoppedByClock = true;
        }
        return cancelled || stoppedByClock || used >= work;
    }

    /** Counts work that another search did. */
    void use(double amount) {
        used += amount;
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
        running.set(solver);
        try {
            CpSolverStatus status = solver.solve(model);
            used += solver.response().getDeterministicTime();
            if (status == CpSolverStatus.UNKNOWN || status == CpSolverStatus.FEASIBLE) {
                isUsedUp();
            }
            return status;
        } finally {
            running.set(null);
        }
    }
}
