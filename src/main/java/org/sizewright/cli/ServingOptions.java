package org.sizewright.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sizewright.plan.EngineSettings;
import org.sizewright.plan.VmShape;
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
    private Optional<String> tensor = Optional.empty();

    @Option(
            names = {"--pp", "--pipeline-parallel"},
            paramLabel = "N",
            description = "stages of layers, one after the other (default: 1)")
    private Optional<String> pipeline = Optional.empty();

    @Option(
            names = {"--ep", "--expert-parallel"},
            paramLabel = "N",
            description = "groups of GPUs that share the experts (default: 1)")
    private Optional<String> expert = Optional.empty();

    @Option(
            names = "--vm",
            paramLabel = "VCPUSxGIB",
            description = "machine of a replica (default: 16x128) or of a model of retrieval (default: 8x32)")
    private Optional<String> vm = Optional.empty();

    /** Settings of the engine that go before its defaults. */
    static final class Engine {
        @Option(
                names = "--utilisation",
                paramLabel = "PERCENT",
                description = "share of the GPU's memory that the engine takes")
        private Optional<String> utilisation = Optional.empty();

        @Option(names = "--max-sequences", paramLabel = "N", description = "most requests in one step")
        private Optional<String> sequences = Optional.empty();

        @Option(names = "--max-batched-tokens", paramLabel = "N", description = "most tokens in one step")
        private Optional<String> tokens = Optional.empty();

        @Option(names = "--block-tokens", paramLabel = "N", description = "tokens of one block of the cache")
        private Optional<String> block = Optional.empty();

        @Option(
                names = "--measured-pool",
                paramLabel = "GIB",
                description = "room for the KV cache per GPU as the engine's log says; goes before the estimate")
        private Optional<String> pool = Optional.empty();

        EngineSettings settings() {
            return new EngineSettings(
                    whole("--utilisation", utilisation, 100),
                    whole("--max-sequences", sequences, 1_000_000),
                    whole("--max-batched-tokens", tokens, 100_000_000),
                    whole("--block-tokens", block, 65_536),
                    pool.map(text -> TypedNumber.decimal("--measured-pool", text)));
        }

        private static Optional<Integer> whole(String option, Optional<String> typed, int most) {
            return typed.map(text -> TypedNumber.whole(option, text, 1, most));
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
        return new Parallelism(degree("--tp", tensor), degree("--pp", pipeline), degree("--ep", expert));
    }

    private static int degree(String option, Optional<String> typed) {
        return typed.map(text -> TypedNumber.whole(option, text, 1, MOST_GPUS)).orElse(1);
    }

    /** @throws IllegalArgumentException with a sentence if it is no machine */
    VmShape vm(VmShape usual) {
        return vm.map(text -> machine("--vm", text)).orElse(usual);
    }

    /** A machine as it is typed, {@code 16x128}. */
    static VmShape machine(String option, String typed) {
        List<String> parts = List.of(typed.toLowerCase(Locale.ROOT).split("x", 2));
        if (parts.size() < 2) {
            throw TypedNumber.refused(option, "vCPUs and GiB of a machine, such as 16x128", typed);
        }
        return new VmShape(
                TypedNumber.whole("the vCPUs of " + option, parts.get(0), 1, 1024),
                TypedNumber.whole("the GiB of " + option, parts.get(1), 1, 65_536));
    }
}
