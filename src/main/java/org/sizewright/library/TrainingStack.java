package org.sizewright.library;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.quantity.Bytes;

/**
 * Software that trains, with what it needs beside weights, states and activations and how fast it is.
 *
 * @param otherNames further names that it goes by
 * @param optimiser that trains whole models where nothing else is said
 * @param adapterOptimiser that trains adapters
 * @param adapterCopy bytes per adapter parameter of a copy that autocast makes
 * @param usualRanks rank by the id of a method where nothing else is said, if that differs from the method's
 * @param adaptsAll whether adapters sit on all matrices where nothing else is said
 * @param dropoutKept bytes that 16-bit adapters keep per token and width of each input, for dropout
 * @param joinsQkv whether q, k and v are one matrix whatever the checkpoint holds
 * @param keepsInputsOf formats whose matrices each keep an input of their own
 * @param unpacks formats that are unpacked for each use, taking {@code unpackBytes} for each parameter of the largest matrix
 * @param fixed taken whatever is trained
 * @param holdsGradients whether all gradients stand beside the activations; else each goes as soon as it is used
 * @param gatheredTables of embedding and output head, how many stay whole while layers are gathered one by one
 * @param lengthShare in the measured runs, the longest batch as a share of the limit; 1 where batches are padded to it
 * @param microBatch sequences at a time where nothing else is said
 * @param sequence tokens of a sequence where nothing else is said
 * @param speed empty if nothing was measured
 * @param memoryBand id of the {@link AccuracyBand} of its peaks
 * @param speedBand id of the band of its speed
 */
public record TrainingStack(
        String id,
        String name,
        List<String> otherNames,
        Loss loss,
        String optimiser,
        String adapterOptimiser,
        double adapterCopy,
        Map<String, Integer> usualRanks,
        boolean adaptsAll,
        double dropoutKept,
        boolean joinsQkv,
        List<String> keepsInputsOf,
        List<String> unpacks,
        double unpackBytes,
        Bytes fixed,
        Checkpointing checkpointing,
        boolean holdsGradients,
        int gatheredTables,
        double lengthShare,
        int microBatch,
        int sequence,
        Speed speed,
        String memoryBand,
        String speedBand,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {

    /** Bytes per token and word of the vocabulary at the loss. */
    public record Loss(double plain, double compiled, double tensorParallel, double quantised) {}

    /**
     * Share of the GPU's dense 16-bit throughput that is reached.
     *
     * @param contextPenalty time that attention takes longer for each further GPU that shares a sequence
     */
    public record Speed(
            double matricesEager,
            double matricesCompiled,
            double matricesFloat8,
            double attention,
            double contextPenalty,
            Evidence evidence,
            List<String> sources) {
        public Speed {
            Checks.positive("matricesEager", matricesEager);
            Checks.positive("matricesCompiled", matricesCompiled);
            Checks.positive("matricesFloat8", matricesFloat8);
            Checks.positive("attention", attention);
            sources = List.copyOf(sources);
        }
    }

    /** What of the activations is kept for the backward pass; the rest is computed again. */
    public enum Checkpointing {
        NONE("none"),
        /** Every second matrix and the attention. */
        SELECTIVE("selective"),
        /** What goes into each layer. */
        FULL("full");

        private final String word;

        Checkpointing(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public TrainingStack {
        Checks.notBlank("id", id);
        Checks.notBlank("name", name);
        otherNames = List.copyOf(otherNames);
        usualRanks = Collections.unmodifiableMap(new LinkedHashMap<>(usualRanks));
        keepsInputsOf = List.copyOf(keepsInputsOf);
        unpacks = List.copyOf(unpacks);
        sources = List.copyOf(sources);
        Checks.between("gatheredTables", 0, 2, gatheredTables);
        Checks.between("microBatch", 1, 100_000, microBatch);
        Checks.between("sequence", 1, 100_000_000, sequence);
        if (!(lengthShare > 0 && lengthShare <= 1)) {
            throw new IllegalArgumentException("\"lengthShare\" is " + lengthShare + ", not a share above 0");
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.TRAINING_STACK;
    }

    @Override
    public String key() {
        return id;
    }
}
