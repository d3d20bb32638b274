package org.sizewright.ui.workloads;

import org.sizewright.figure.FigureBook;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Value;
import org.sizewright.library.Gpu;
import org.sizewright.sizing.LlmMemory;

/**
 * The model on one kind of GPU, split over so many of them.
 *
 * @param current whether this is what the live option does
 */
record FitRow(Gpu gpu, int tensorParallel, boolean current, FigureBook figures, RowKey row, LlmMemory llm) {
    /** How it turns out. */
    enum State {
        FITS,
        UNKNOWN,
        DOES_NOT_FIT
    }

    State state() {
        return switch (gpus()) {
            case Value.Known known -> State.FITS;
            case Value.Unknown unknown -> WorkloadState.fails(unknown) ? State.DOES_NOT_FIT : State.UNKNOWN;
        };
    }

    String id() {
        return gpu.id().value() + "-" + tensorParallel;
    }

    /** Short enough for a column. */
    String title() {
        String form = gpu.form().equals("PCIe") ? "" : " " + gpu.form();
        return gpu.chip() + form + " " + gpu.memory().nominalGb() + " GB";
    }

    Value gpus() {
        return figures.value(llm.gpus, row);
    }

    Value left() {
        return figures.value(llm.left, row);
    }

    Value requests() {
        return figures.value(llm.requestsPerReplica, row);
    }

    Value replicas() {
        return figures.value(llm.replicas, row);
    }
}
