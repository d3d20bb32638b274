package org.sizewright.cli;

import java.util.Optional;
import org.sizewright.plan.EngineSettings;
import org.sizewright.sizing.Parallelism;
import picocli.CommandLine.Option;

/** How a model is stored, split and run. Parts of the command line; a group of picocli fills them. */
final class ServingOptions {
    private static final int MOST_GPUS = 64;

    @Option(names = "--precision", paramLabel = "FORMAT", description = "how weights are stored: bf16, fp8, nf4-dq...")
    private Optional<String> precision = Optional.empty();

    @Option(names = "--kv-cache", paramLabel = "FORMAT", description = "how keys and values are stored (default: bf16)")
    private Optional<String> kvCache = Optional.empty();

    @Option(names = "--engine", paramLabel = "ID", description = "what serves the model (default: vllm-0.19)")
    private Optional<String> engine = Optional.empty();

    @Option(
            names = {"--tp", "--tensor-parallel"},
            paramLabel = "N",
            description = "GPUs that share every matrix (default: 1)")
    private Optional<Integer> tensor = Optional.empty();

    @Option(
            names = {"--pp", "--pipeline-parallel"},
            paramLabel = "N",
            description = "stages of layers, one after the other (default: 1)")
    private Optional<Integer> pipeline = Optional.empty();

    @Option(
            names = {"--ep", "--expert-parallel"},
            paramLabel = "N",
            description = "groups of GPUs that share the experts (default: 1)")
    private Optional<Integer> expert = Optional.empty();

    /** Settings of the engine that go before its defaults. */
    static final class Engine {
        @Option(
                names = "--utilisation",
                paramLabel = "PERCENT",
                description = "share of the GPU's memory that the engine takes")
        private Optional<Integer> utilisation = Optional.empty();

        @Option(names = "--max-sequences", paramLabel = "N", description = "most requests in one step")
        private Optional<Integer> sequences = Optional.empty();

        @Option(names = "--max-batched-tokens", paramLabel = "N", description = "most tokens in one step")
        private Optional<Integer> tokens = Optional.empty();

        @Option(names = "--block-tokens", paramLabel = "N", description = "tokens of one block of the cache")
        private Optional<Integer> block = Optional.empty();

        @Option(
                names = "--measured-pool",
                paramLabel = "GIB",
                description = "room for the KV cache per GPU as the engine's log says; goes before the estimate")
        private Optional<Double> pool = Optional.empty();

        EngineSettings settings() {
            return new EngineSettings(utilisation, sequences, tokens, block, pool);
        }
    }

    Optional<String> precision() {
        return precision;
    }

    String kvCache() {
        return kvCache.orElse("bf16");
    }

    String engine() {
        return engine.orElse("vllm-0.19");
    }

    /** @throws IllegalArgumentException with a sentence if a degree is out of range */
    Parallelism parallel() {
        return new Parallelism(
                degree("--tp", tensor.orElse(1)), degree("--pp", pipeline.orElse(1)), degree("--ep", expert.orElse(1)));
    }

    private static int degree(String name, int degree) {
        if (degree < 1 || degree > MOST_GPUS) {
            throw new IllegalArgumentException(name + " must be 1 to " + MOST_GPUS + ", not " + degree);
        }
        return degree;
    }
}
