package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;
import org.sizewright.library.model.Tensor;

/**
 * A way to store weights: so many bytes per parameter, plus scales for groups of parameters.
 *
 * @param bytesPerColumn bytes for each column of a matrix, beside those of its groups: the index of GPTQ
 * @param ggufMix the {@link GgufMix} that decides the type of each matrix; {@code bytesPerParameter} is then that of its main type
 * @param computeFormat the throughput that applies when weights are stored so (inferred)
 * @param keeps names of tensors within the scope that keep 16 bit
 * @param keepsEnds how many layers at the beginning and as many at the end keep 16 bit
 * @param padTo the width of an expert is stored as whole multiples of this
 * @param kvCache whether a key/value cache is commonly kept in it
 */
public record NumberFormat(
        NumberFormatId id,
        String name,
        int weightBits,
        double baseBytes,
        List<ScaleGroup> groups,
        double bytesPerColumn,
        Scope scope,
        List<String> keeps,
        int keepsEnds,
        int padTo,
        Optional<String> ggufMix,
        MathFormat computeFormat,
        boolean kvCache,
        Optional<String> minComputeCapability,
        Optional<String> notes,
        Evidence evidence,
        List<String> sources)
        implements LibraryRecord {

    /** So many bytes of scales and zero points for each group of so many parameters. */
    public record ScaleGroup(double bytes, int parameters) {
        public ScaleGroup {
            Checks.positive("bytes", bytes);
            Checks.atLeast("parameters", 1, parameters);
        }
    }

    /** Which parameters are stored in the format; the others keep 16 bit. */
    public enum Scope {
        ALL("all"),
        /** Not embeddings, output head, norms, biases and routers. */
        MATRICES("matrices"),
        /** The matrices of experts only. */
        EXPERTS("experts");

        private final String word;

        Scope(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public NumberFormat {
        Checks.notBlank("name", name);
        Checks.between("weightBits", 1, 64, weightBits);
        Checks.positive("baseBytes", baseBytes);
        if (!(bytesPerColumn >= 0 && bytesPerColumn <= 1000)) {
            throw new IllegalArgumentException("\"bytesPerColumn\" is " + bytesPerColumn + ", not 0 to 1000");
        }
        Checks.between("keepsEnds", 0, 1000, keepsEnds);
        Checks.between("padTo", 1, 100_000, padTo);
        groups = List.copyOf(groups);
        keeps = List.copyOf(keeps);
        sources = List.copyOf(sources);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.NUMBER_FORMAT;
    }

    @Override
    public String key() {
        return id.value();
    }

    /** Whether a tensor is stored in this format; the others keep 16 bit. */
    public boolean covers(Tensor tensor) {
        boolean inScope = switch (scope) {
            case ALL -> true;
            case MATRICES -> tensor.quantised();
            case EXPERTS -> tensor.quantised() && tensor.role() == Tensor.Role.EXPERTS;
        };
        return inScope && !keeps.contains(tensor.name());
    }

    /** Bytes per stored parameter within the scope, scales included. */
    public double bytesPerParameter() {
        double bytes = baseBytes;
        for (ScaleGroup group : groups) {
            bytes += group.bytes() / group.parameters();
        }
        return bytes;
    }
}
