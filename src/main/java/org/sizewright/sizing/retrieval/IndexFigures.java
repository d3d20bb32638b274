package org.sizewright.sizing.retrieval;

import java.util.Optional;
import java.util.function.Function;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;
import org.sizewright.library.Fact;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.RetrievalRecord.Holds;
import org.sizewright.library.RetrievalRecord.VectorIndex;

/** The index over the vectors: what it holds of each of them, and its structure. */
public final class IndexFigures {
    static final Source INDEX = Source.of(
            "Memory of vector indexes: Faiss wiki, OpenSearch memory estimation",
            "github.com/facebookresearch/faiss/wiki/Guidelines-to-choose-an-index;"
                    + " docs.opensearch.org, k-NN vector quantization",
            "2026",
            Evidence.VERIFIED);

    public final Figure dimensions;
    public final Figure vectorBytes;
    public final Figure bytesPerVector;
    /** What the index holds of the vectors: themselves, or codes for them. */
    public final Figure held;
    /** Links, numbers of vectors, centres of lists, code book. */
    public final Figure structure;

    public final Figure memory;
    private final RetrievalRows r;

    IndexFigures(RetrievalRows r, CorpusFigures corpus) {
        this.r = r;
        dimensions = r.scope.input(
                "rag_dimensions", Unit.COUNT, "Dimensions of a vector", Range.atLeast(1), this::dimensionsOf);
        Figure elementBits = r.scope.fact(
                "rag_element_bits",
                Unit.COUNT,
                "Bits of an element",
                row -> r.facts.of(
                        r.subject(row).search().element(),
                        r.subject(row).search().element().evidence(),
                        r.subject(row).search().element().bits()));
        Figure links = r.input(
                "links",
                Unit.COUNT,
                "Links of a vector (M)",
                "store/links",
                w -> w.store().links());
        Figure lists = r.input(
                "lists", Unit.COUNT, "Lists", "store/lists", w -> w.store().lists());
        Figure segments = r.input(
                "code_segments",
                Unit.COUNT,
                "Segments with a code",
                "store/codeSegments",
                w -> w.store().codeSegments());
        Figure codeBits = r.input(
                "code_bits",
                Unit.COUNT,
                "Bits of a code",
                "store/codeBits",
                w -> w.store().codeBits());
        Figure holdsCodes = r.scope.fact(
                "rag_holds_codes",
                Unit.COUNT,
                "The index holds codes, not vectors (1 = yes)",
                row -> r.facts.of(
                        indexOf(row), indexOf(row).evidence(), indexOf(row).holds() == Holds.CODES ? 1 : 0));
        Figure linkBytes = fact("link_bytes", "Bytes per vector and link", "bytes per link", VectorIndex::bytesPerLink);
        Figure otherBytes =
                fact("other_bytes", "Bytes per vector besides", "bytes per vector", VectorIndex::bytesPerVector);
        Figure centroidBytes = fact(
                "centroid_bytes",
                "Bytes of a dimension of a list's centre",
                "bytes per centroid",
                VectorIndex::bytesPerCentroidDimension);
        Figure codebookBytes = fact(
                "codebook_bytes",
                "Bytes of a dimension of the code book",
                "bytes of the code book",
                VectorIndex::bytesPerCodebookDimension);
        Formula oneByte = Formula.constant(1, Unit.BYTE);
        vectorBytes = r.scope.define(
                "rag_vector_bytes",
                Unit.BYTE,
                "Bytes of a vector",
                dimensions.times(elementBits).dividedBy(8).ceil().times(oneByte),
                INDEX);
        Figure codeBytes = r.scope.define(
                "rag_code_bytes",
                Unit.BYTE,
                "Bytes of a code",
                segments.times(codeBits).dividedBy(8).ceil().times(oneByte),
                INDEX);
        Figure heldBytes = r.scope.define(
                "rag_held_bytes",
                Unit.BYTE,
                "Vector or code, per vector",
                Formula.when(holdsCodes.equalTo(Formula.constant(1)), codeBytes, vectorBytes),
                INDEX);
        Figure besides = r.scope.define(
                "rag_besides_bytes",
                Unit.BYTE,
                "Links and number, per vector",
                linkBytes.times(links).plus(otherBytes),
                INDEX);
        bytesPerVector = r.scope.define(
                "rag_bytes_per_vector", Unit.BYTE, "Bytes of the index per vector", heldBytes.plus(besides), INDEX);
        held = r.scope.define(
                "rag_index_vectors",
                Unit.GIB,
                "Vectors or codes in the index",
                corpus.passages.times(heldBytes),
                INDEX);
        structure = r.scope.define(
                "rag_index_structure",
                Unit.GIB,
                "Links, lists and code book of the index",
                corpus.passages
                        .times(besides)
                        .plus(lists.times(dimensions).times(centroidBytes))
                        .plus(Formula.constant(2)
                                .power(codeBits)
                                .times(dimensions)
                                .times(codebookBytes)),
                INDEX);
        memory = r.scope.define("rag_index", Unit.GIB, "Index", held.plus(structure), INDEX);
    }

    private VectorIndex indexOf(RowKey row) {
        return r.subject(row).search().index();
    }

    private Figure fact(String id, String title, String what, Function<VectorIndex, Fact<Double>> fact) {
        return r.scope.fact(
                "rag_" + id,
                Unit.BYTE,
                title,
                row -> r.facts.of(indexOf(row), what, fact.apply(indexOf(row)), number -> number));
    }

    /** As typed in, else as wide as the embedding model. */
    private Given dimensionsOf(RowKey row) {
        String path = r.path(row, "store/dimensions");
        return r.workload(row)
                .store()
                .dimensions()
                .map(typed -> Given.input(typed, path))
                .orElseGet(() -> {
                    ModelArchitecture model =
                            r.subject(row).search().embedding().model();
                    Given hidden = r.facts.of(
                            model,
                            model.evidence(),
                            r.subject(row).search().embedding().shape().hidden());
                    return new Given(hidden.value(), hidden.source(), Optional.of(path));
                });
    }
}
