package org.sizewright.plan;

import java.util.Optional;
import java.util.function.Consumer;
import org.sizewright.library.VectorElementId;
import org.sizewright.library.VectorIndexId;

/**
 * Where the vectors are kept.
 *
 * @param dimensions of a vector; empty if it is as wide as the embedding model
 * @param links M of a graph
 * @param lists how many lists an IVF index has
 * @param codeSegments parts of a vector that get a code each
 * @param codeBits bits of one code
 * @param headroom what memory and disk are multiplied with for parts being built; empty if as the library says
 * @param replicas whole copies of the database
 * @param originals whether the FP32 vectors stay on disk where the index holds something smaller
 * @param metadataBytes what filters need, per vector, in memory and on disk
 * @param textBytesPerToken bytes of text kept on disk per token of a passage; empty if the text is kept elsewhere
 */
public record VectorStore(
        VectorIndexId index,
        VectorElementId element,
        Optional<Integer> dimensions,
        int links,
        int lists,
        int codeSegments,
        int codeBits,
        Optional<Double> headroom,
        int replicas,
        Originals originals,
        int metadataBytes,
        Optional<Double> textBytesPerToken) {
    public VectorStore {
        dimensions.ifPresent(value -> PlanChecks.between("the dimensions", 1, Retrieval.MAX_DIMENSIONS, value));
        PlanChecks.between("the links of a vector", 1, 1024, links);
        PlanChecks.between("the lists", 1, 100_000_000, lists);
        PlanChecks.between("the segments of a vector", 1, Retrieval.MAX_DIMENSIONS, codeSegments);
        PlanChecks.between("the bits of a code", 1, 24, codeBits);
        headroom.ifPresent(value -> PlanChecks.between("the headroom", 1, 10, value));
        PlanChecks.between("the replicas of the database", 1, 1000, replicas);
        PlanChecks.between("the metadata of a vector in bytes", 0, 100_000_000, metadataBytes);
        textBytesPerToken.ifPresent(value -> PlanChecks.between("the bytes of text per token", 0, 10_000, value));
    }

    /** What becomes of the vectors as the model made them. */
    public enum Originals {
        /** They stay on disk, to compare candidates exactly and to build the index anew. */
        KEPT,
        DROPPED
    }

    public VectorStore withIndex(VectorIndexId changed) {
        return with(copy -> copy.index = changed);
    }

    public VectorStore withElement(VectorElementId changed) {
        return with(copy -> copy.element = changed);
    }

    public VectorStore withDimensions(Optional<Integer> changed) {
        return with(copy -> copy.dimensions = changed);
    }

    public VectorStore withLinks(int changed) {
        return with(copy -> copy.links = changed);
    }

    public VectorStore withLists(int changed) {
        return with(copy -> copy.lists = changed);
    }

    public VectorStore withCodeSegments(int changed) {
        return with(copy -> copy.codeSegments = changed);
    }

    public VectorStore withCodeBits(int changed) {
        return with(copy -> copy.codeBits = changed);
    }

    public VectorStore withHeadroom(Optional<Double> changed) {
        return with(copy -> copy.headroom = changed);
    }

    public VectorStore withReplicas(int changed) {
        return with(copy -> copy.replicas = changed);
    }

    public VectorStore withOriginals(Originals changed) {
        return with(copy -> copy.originals = changed);
    }

    public VectorStore withMetadataBytes(int changed) {
        return with(copy -> copy.metadataBytes = changed);
    }

    public VectorStore withTextBytesPerToken(Optional<Double> changed) {
        return with(copy -> copy.textBytesPerToken = changed);
    }

    private VectorStore with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.toVectorStore();
    }

    /** The values while one of them is changed. */
    private static final class Copy {
        private VectorIndexId index;
        private VectorElementId element;
        private Optional<Integer> dimensions;
        private int links;
        private int lists;
        private int codeSegments;
        private int codeBits;
        private Optional<Double> headroom;
        private int replicas;
        private Originals originals;
        private int metadataBytes;
        private Optional<Double> textBytesPerToken;

        Copy(VectorStore from) {
            index = from.index;
            element = from.element;
            dimensions = from.dimensions;
            links = from.links;
            lists = from.lists;
            codeSegments = from.codeSegments;
            codeBits = from.codeBits;
            headroom = from.headroom;
            replicas = from.replicas;
            originals = from.originals;
            metadataBytes = from.metadataBytes;
            textBytesPerToken = from.textBytesPerToken;
        }

        VectorStore toVectorStore() {
            return new VectorStore(
                    index,
                    element,
                    dimensions,
                    links,
                    lists,
                    codeSegments,
                    codeBits,
                    headroom,
                    replicas,
                    originals,
                    metadataBytes,
                    textBytesPerToken);
        }
    }
}
