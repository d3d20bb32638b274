package org.sizewright.ui.workloads;

import java.util.Optional;
import java.util.OptionalDouble;
import org.sizewright.figure.Cell;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Lane;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.NumberFormat;
import org.sizewright.sizing.Parallelism;

/**
 * The model in one place, split over so many GPUs.
 *
 * @param current whether this is what the live option does
 */
record FitRow(Place place, Parallelism parallel, NumberFormat weights, boolean current, Trial trial, RowKey row)
        implements FitLine {
    /** How it turns out. */
    enum State {
        FITS,
        /** The GPUs of a replica are not known to have a faster link than PCIe. */
        PCIE_ONLY,
        /** The GPU does not calculate in the format of the weights. */
        SLOWER,
        /** Others take turns on the GPU. */
        SHARED,
        UNKNOWN,
        DOES_NOT_FIT;

        boolean fits() {
            return ordinal() < UNKNOWN.ordinal();
        }
    }

    State state() {
        return switch (gpus()) {
            case Value.Known known -> fitting();
            case Value.Unknown unknown -> WorkloadState.fails(unknown) ? State.DOES_NOT_FIT : State.UNKNOWN;
        };
    }

    private State fitting() {
        if (place.kind() == Place.Kind.VGPU) {
            return State.SHARED;
        }
        if (parallel.gpus() > 1 && !place.gpu().nvlink().isKnown()) {
            return State.PCIE_ONLY;
        }
        return place.gpu().tflops(weights.computeFormat()).isKnown() ? State.FITS : State.SLOWER;
    }

    @Override
    public String id() {
        return place.id() + "-" + parallel.tensor();
    }

    @Override
    public boolean fits() {
        return state().fits();
    }

    Value gpus() {
        return trial.value(trial.wholeGpus, row);
    }

    Value left() {
        return trial.value(trial.llm.left, row);
    }

    Value requests() {
        return trial.value(trial.llm.requestsPerReplica, row);
    }

    Value users() {
        return trial.value(trial.users, row);
    }

    OptionalDouble shortage() {
        return trial.number(trial.shortage, row);
    }

    /** Output tokens per second of all replicas, as an estimate without a band. */
    OptionalDouble tokens() {
        return speed().map(figure -> trial.number(figure, row)).orElse(OptionalDouble.empty());
    }

    /** The same with the band that measured cases on this GPU have earned; empty where there are none. */
    Optional<Range> measuredTokens() {
        return speed().flatMap(figure -> trial.figures().band(figure, row));
    }

    /** Of whole GPUs only: nobody measured what a slice does. */
    private Optional<Figure> speed() {
        return place.isWhole() ? trial.speed.map(speed -> speed.load.tokensPerSecondInAll) : Optional.empty();
    }

    /** What the row is explained by: GPUs, or what is lacking. */
    Cell cell() {
        return (state() == State.DOES_NOT_FIT ? trial.shortage : trial.wholeGpus).cell(row, Lane.VALUE);
    }

    /** Smaller is better: first what fits on few GPUs, then what is unknown, then what lacks little. */
    double order() {
        return switch (state()) {
            case UNKNOWN -> 1e9;
            case DOES_NOT_FIT -> 1e10 + shortage().orElse(1e6);
            default -> gpus().asNumber().orElse(0) + state().ordinal() * 0.1;
        };
    }
}
