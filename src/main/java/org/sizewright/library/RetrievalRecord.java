package org.sizewright.library;

import java.util.List;
import java.util.Optional;
import org.sizewright.figure.Evidence;

/** What retrieval is sized with: indexes over vectors, ways to store their elements, and values to begin with. */
public sealed interface RetrievalRecord extends LibraryRecord {

    /**
     * A kind of index and the bytes it takes. With n vectors of d dimensions, M links, L lists and PQ codes of b bits: n x (vector or
     * code + {@code bytesPerLink} M + {@code bytesPerVector}) + L x {@code bytesPerCentroidDimension} d + 2^b x {@code
     * bytesPerCodebookDimension} d.
     *
     * @param holds whether it holds the vectors themselves or codes for them
     * @param bytesPerLink bytes per vector for each link of the graph's parameter M; 0 if it is no graph
     * @param bytesPerVector bytes per vector besides, such as its number in a list
     * @param bytesPerCentroidDimension bytes of one dimension of a list's centre; 0 if it has no lists
     * @param bytesPerCodebookDimension bytes of one dimension of a word of the code book; 0 if it has no codes
     * @param headroom what the memory is multiplied with for parts being built and merged
     */
    record VectorIndex(
            VectorIndexId id,
            String name,
            Holds holds,
            Fact<Double> bytesPerLink,
            Fact<Double> bytesPerVector,
            Fact<Double> bytesPerCentroidDimension,
            Fact<Double> bytesPerCodebookDimension,
            Headroom headroom,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources)
            implements RetrievalRecord {
        public VectorIndex {
            Checks.notBlank("name", name);
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.VECTOR_INDEX;
        }

        @Override
        public String key() {
            return id.value();
        }

        /** Whether it is a graph, so that M counts. */
        public boolean hasLinks() {
            return bytesPerLink.orElse(0.0) > 0;
        }

        /** Whether vectors stand in lists around centres. */
        public boolean hasLists() {
            return bytesPerCentroidDimension.orElse(0.0) > 0;
        }

        public boolean hasCodes() {
            return holds == Holds.CODES;
        }
    }

    /** What an index keeps of each vector. */
    enum Holds {
        VECTORS("vectors"),
        /** A few bits for each segment of the vector, that name the nearest word of a code book. */
        CODES("codes");

        private final String word;

        Holds(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** A factor with its range. */
    record Headroom(double low, double value, double high, Evidence evidence, List<String> sources) {
        public Headroom {
            if (!(low >= 1 && low <= value && value <= high && high <= 10)) {
                throw new IllegalArgumentException("\"headroom\" is not in order or not from 1 to 10");
            }
            sources = List.copyOf(sources);
        }
    }

    /**
     * How an element of a vector is stored.
     *
     * @param bits of one dimension; a vector takes whole bytes
     */
    record VectorElement(
            VectorElementId id, String name, int bits, Optional<String> notes, Evidence evidence, List<String> sources)
            implements RetrievalRecord {
        public VectorElement {
            Checks.notBlank("name", name);
            Checks.between("bits", 1, 64, bits);
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.VECTOR_ELEMENT;
        }

        @Override
        public String key() {
            return id.value();
        }
    }

    /**
     * Values to begin with where nobody has counted yet.
     *
     * @param refreshPercent how much of the documents changes in a day
     * @param firstIndexingHours hours that the first indexing may take
     * @param candidates passages that a reranker reads per query
     * @param guardedTokens tokens that a guardrail reads per query: what is asked and what is answered
     * @param metadataBytes what filters need, per vector
     * @param textBytesPerToken bytes of text that a token stands for
     */
    record RetrievalPreset(
            String id,
            String name,
            double pagesPerDocument,
            double tokensPerPage,
            int chunkTokens,
            int overlapTokens,
            double refreshPercent,
            double firstIndexingHours,
            VectorIndexId index,
            VectorElementId element,
            int links,
            int queryTokens,
            int candidates,
            int guardedTokens,
            int metadataBytes,
            double textBytesPerToken,
            Optional<String> notes,
            Evidence evidence,
            List<String> sources)
            implements RetrievalRecord {
        public RetrievalPreset {
            Checks.notBlank("id", id);
            Checks.notBlank("name", name);
            Checks.positive("pagesPerDocument", pagesPerDocument);
            Checks.positive("tokensPerPage", tokensPerPage);
            Checks.atLeast("chunkTokens", 1, chunkTokens);
            Checks.between("overlapTokens", 0, chunkTokens - 1, overlapTokens);
            Checks.positive("firstIndexingHours", firstIndexingHours);
            Checks.atLeast("links", 1, links);
            Checks.atLeast("queryTokens", 1, queryTokens);
            Checks.atLeast("candidates", 1, candidates);
            Checks.atLeast("guardedTokens", 1, guardedTokens);
            Checks.atLeast("metadataBytes", 0, metadataBytes);
            Checks.positive("textBytesPerToken", textBytesPerToken);
            sources = List.copyOf(sources);
        }

        @Override
        public RecordKind kind() {
            return RecordKind.RETRIEVAL_PRESET;
        }

        @Override
        public String key() {
            return id;
        }
    }
}
