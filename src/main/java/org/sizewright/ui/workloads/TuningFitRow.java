package org.sizewright.ui.workloads;

import java.util.Optional;
import org.sizewright.figure.Value;
import org.sizewright.sizing.training.TrainingChange;

/**
 * A run of fine-tuning in one place.
 *
 * @param current whether the live option has it there
 * @param asSet spread as the live option spreads it; empty where that cannot be, as several GPUs on a slice
 * @param fewest spread over the fewest GPUs on which it fits; empty if it fits on none
 * @param change what would make it fit as it is spread
 */
record TuningFitRow(
        Place place, boolean current, Optional<TuningTrial.Run> asSet, Optional<TuningTrial.Run> fewest, Change change)
        implements FitLine {
    /** The cheapest change of a run that does not fit. */
    sealed interface Change {
        /** It fits, or it is not known whether it does. */
        record NotNeeded() implements Change {}

        record BeingSought() implements Change {}

        /** None of those that are tried is enough. */
        record None() implements Change {}

        record Found(TrainingChange change) implements Change {}
    }

    /** How it turns out. */
    enum State {
        FITS,
        /** The GPUs of the run are not known to have a faster link than PCIe. */
        PCIE_ONLY,
        /** Only if it is spread otherwise. */
        SPREAD,
        UNKNOWN,
        DOES_NOT_FIT
    }

    State state() {
        if (asSet.filter(TuningTrial.Run::fits).isPresent()) {
            return overPcie(asSet.get()) ? State.PCIE_ONLY : State.FITS;
        }
        if (fewest.isPresent()) {
            return State.SPREAD;
        }
        boolean known = asSet.map(TuningTrial.Run::left)
                .filter(Value.Unknown.class::isInstance)
                .isEmpty();
        return known ? State.DOES_NOT_FIT : State.UNKNOWN;
    }

    private boolean overPcie(TuningTrial.Run run) {
        return run.layout().gpus() > 1 && !place.gpu().nvlink().isKnown();
    }

    @Override
    public boolean fits() {
        return asSet.filter(TuningTrial.Run::fits).isPresent() || fewest.isPresent();
    }

    @Override
    public String id() {
        return place.id();
    }

    TuningFitRow withChange(Change found) {
        return new TuningFitRow(place, current, asSet, fewest, found);
    }

    /** What is shown and explained of it: as it is spread if it fits like that, else on the fewest GPUs. */
    Optional<TuningTrial.Run> shown() {
        return asSet.filter(TuningTrial.Run::fits).or(() -> fewest).or(() -> asSet);
    }

    /** Smaller is better: first what fits on few GPUs in few hours, then what is unknown, then what lacks little. */
    double order() {
        return switch (state()) {
            case UNKNOWN -> 1e12;
            case DOES_NOT_FIT ->
                1e13
                        - asSet.flatMap(run ->
                                        run.left().asNumber().stream().boxed().findFirst())
                                .orElse(-1e6);
            default -> {
                TuningTrial.Run best = fewest.or(() -> asSet).orElseThrow();
                yield best.layout().gpus() * 1e6
                        + Math.min(9e5, best.hours().asNumber().orElse(9e5));
            }
        };
    }
}
