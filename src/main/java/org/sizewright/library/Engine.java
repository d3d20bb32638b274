package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.quantity.Bytes;

/**
 * A serving engine: its defaults and what it needs per GPU besides weights and cache.
 *
 * @param product what it is called without version
 * @param since the first version that the record holds for; empty if it is the only record of the product
 * @param versions the versions that the record holds for, in words
 * @param budget what the engine's share is a share of
 * @param generation id of the {@link GenerationStack} whose peaks it has; empty if it keeps a pool for the cache
 * @param activationInside whether the share has to hold the activations too
 * @param fusedWeights whether weights are loaded through PyTorch's allocator, joined as described at {@code sizing.Allocations}
 * @param embeddingOnHost whether the table of the tokens stays in the host's memory, unless it is the output head as well
 * @param nonTorch memory outside the framework's allocator per GPU, by tensor-parallel degree, as far as measured
 * @param cudaGraphs taken after the cache pool, so it must fit in 1 - utilisation
 * @param graphs how the graphs grow with the layers, as far as measured; goes before {@code cudaGraphs}
 * @param worstError largest relative error of the activation formula over the measured runs
 */
public record Engine(
        EngineId id,
        String name,
        String product,
        String since,
        String versions,
        Budget budget,
        Optional<String> generation,
        boolean activationInside,
        boolean fusedWeights,
        boolean embeddingOnHost,
        Fact<Double> gpuMemoryUtilization,
        Fact<Integer> blockSize,
        Fact<Integer> maxNumSeqs,
        Fact<Integer> maxNumBatchedTokens,
        Activation activation,
        List<NonTorch> nonTorch,
        Optional<MemoryBand> cudaGraphs,
        Optional<Graphs> graphs,
        Optional<Double> worstError,
        Optional<Double> medianError,
        Optional<Integer> measuredRuns,
        Optional<String> notes,
        List<String> sources)
        implements LibraryRecord {

    /** What an engine's share of memory is a share of. */
    public enum Budget {
        /** Of the whole GPU: weights and all else come out of the share. */
        OF_TOTAL("of-total"),
        /** Of what is free once the model is loaded. */
        OF_FREE("of-free"),
        /** Of nothing: weights, cache and buffers are taken as they come, and nothing is kept ready for all positions. */
        AS_NEEDED("as-needed");

        private final String word;

        Budget(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Constants of the peak activation memory, with S sequences, T batched tokens, vocabulary V, hidden size h, MLP width i, k
     * experts per token: sampler = {@code samplerBytesPerSequenceVocabulary} S V + {@code samplerBytesPerTokenHidden} T h; layer =
     * {@code layerBytes} T ({@code gatedMlpFactor} i / TP + {@code hiddenFactor} h), with {@code plainMlpFactor} for a plain MLP;
     * experts = {@code layerBytes} T k (max(2 i / TP, h) + i / TP). The peak is the greater of sampler and layer or experts; where
     * {@code expertsStay} is 1, what experts work in is there beside the sampler too. All have {@code fixedMib} besides; a stage
     * of a pipeline that is not the last has {@code pipelineFactor} T h instead of the sampler, beside its layer; a model that
     * takes pictures has {@code encoderFactor} T h more.
     */
    public record Activation(
            Fact<Double> samplerBytesPerSequenceVocabulary,
            Fact<Double> samplerBytesPerTokenHidden,
            Fact<Double> layerBytes,
            Fact<Double> gatedMlpFactor,
            Fact<Double> plainMlpFactor,
            Fact<Double> hiddenFactor,
            Fact<Double> pipelineFactor,
            Fact<Double> encoderFactor,
            Fact<Double> expertsStay,
            Fact<Double> fixedMib) {}

    /** Memory of CUDA graphs on a GPU: a fixed part and one per layer that it holds. */
    public record Graphs(Bytes fixed, Bytes perLayer, Evidence evidence, List<String> sources) {
        public Graphs {
            sources = List.copyOf(sources);
        }
    }

    /** @param pipeline whether the GPU is one of several stages */
    public record NonTorch(int tensorParallel, boolean pipeline, MemoryBand memory) {
        public NonTorch {
            Checks.between("tensorParallel", 1, 1024, tensorParallel);
        }
    }

    /** A measured amount with the range of the measurements. */
    public record MemoryBand(Bytes low, Bytes value, Bytes high, Evidence evidence, List<String> sources) {
        public MemoryBand {
            if (low.compareTo(value) > 0 || value.compareTo(high) > 0) {
                throw new IllegalArgumentException("low, value and high are not in order");
            }
            sources = List.copyOf(sources);
        }
    }

    public Engine {
        Checks.notBlank("name", name);
        nonTorch = List.copyOf(nonTorch);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ENGINE;
    }

    @Override
    public String key() {
        return id.value();
    }

    /**
     * Memory outside the framework at that tensor-parallel degree; with several stages that of a stage if it was measured, else
     * that without. Empty if the degree is not known.
     */
    public Optional<MemoryBand> nonTorchAt(int tensorParallel, boolean pipeline) {
        return nonTorch.stream()
                .filter(entry -> entry.tensorParallel() == tensorParallel && (pipeline || !entry.pipeline()))
                .max(java.util.Comparator.comparing(NonTorch::pipeline))
                .map(NonTorch::memory);
    }
}
