package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/**
 * How trained parameters are kept and changed: bytes of each of them, by what they are for.
 *
 * @param weight the copy that the model works with
 * @param gradient what the backward pass leaves
 * @param master the precise copy beside a 16-bit one; 0 if there is none
 * @param state moments
 * @param statesMayLeaveGpu whether the moments move to the host when the GPU is full
 */
public record Optimiser(
        String id,
        String name,
        double weight,
        double gradient,
        double master,
        double state,
        boolean statesMayLeaveGpu,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {
    public Optimiser {
        Checks.notBlank("id", id);
        Checks.notBlank("name", name);
        Checks.positive("weightBytes", weight);
        Checks.positive("gradientBytes", gradient);
        sources = List.copyOf(sources);
    }

    /** All of it, bytes per trained parameter. */
    public double bytesPerParameter() {
        return weight + gradient + master + state;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.OPTIMISER;
    }

    @Override
    public String key() {
        return id;
    }
}
