package org.sizewright.sizing.generation;

import java.util.Map;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Unit;
import org.sizewright.sizing.ModelParameters;

/**
 * How many requests a process without a pool takes on its GPUs, and its peak with those that it has. What is neither weights nor
 * cache of the peak are its activations.
 */
public final class ProcessPeak {
    /** Requests that fit, all at once. */
    public final Figure requests;
    /** Requests that the fullest process has; one if not even that fits. */
    public final Figure requestsInUse;

    public final Figure peak;
    public final GenerationServing processes;
    private final Figure activation;

    public ProcessPeak(
            FigureBook.Builder book,
            Rows models,
            ModelParameters model,
            GenerationServing processes,
            Figure gpuMemory,
            Figure stageNonTorch,
            Figure concurrency) {
        this.processes = processes;
        FigureBook.Scope m = book.over(models);
        Figure stageRoom = book.over(model.stages)
                .define(
                        "stage_process_room",
                        Unit.GIB,
                        "Room for the peak, were all stages like this one",
                        gpuMemory.at(model.modelOf).minus(stageNonTorch).dividedBy(model.stageShare.orElseThrow()),
                        GenerationPeaks.ALIVE);
        Figure room = m.define(
                "process_room",
                Unit.GIB,
                "Room for the peak, all GPUs together",
                stageRoom.smallestOver(model.stagesOf),
                GenerationPeaks.ALIVE);
        requests = processes.requestsIn(room);
        Formula one = Formula.constant(1);
        requestsInUse = m.define(
                "process_requests_in_use",
                Unit.COUNT,
                "Requests in the fullest process",
                Formula.when(
                        requests.atLeast(one),
                        concurrency
                                .dividedBy(concurrency.dividedBy(requests).ceil())
                                .ceil(),
                        one),
                GenerationPeaks.ALIVE);
        peak = processes.peak(requestsInUse);
        activation = m.define(
                "process_activation",
                Unit.GIB,
                "Peak beyond weights and cache",
                peak.minus(processes.weights).minus(requestsInUse.times(processes.kvPerRequest)),
                GenerationPeaks.ALIVE);
    }

    /** What a GPU of a stage has of the activations. */
    public Formula activation(Figure stageShare, Map<RowKey, RowKey> up) {
        return activation.at(up).times(stageShare);
    }

    /** The first for models without a pool, the second for others. */
    public Formula instead(Map<RowKey, RowKey> up, Formula ofProcess, Formula ofEngine) {
        return Formula.when(processes.isProcess.at(up).moreThan(Formula.constant(0)), ofProcess, ofEngine);
    }

    /** The same over the rows of the models. */
    public Formula instead(Formula ofProcess, Formula ofEngine) {
        return Formula.when(processes.isProcess.moreThan(Formula.constant(0)), ofProcess, ofEngine);
    }
}
