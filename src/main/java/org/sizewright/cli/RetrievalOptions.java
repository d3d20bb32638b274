package org.sizewright.cli;

import java.util.Optional;
import org.sizewright.library.Library;
import org.sizewright.library.RetrievalRecord.RetrievalPreset;
import org.sizewright.library.RetrievalRecord.VectorElement;
import org.sizewright.library.RetrievalRecord.VectorIndex;
import org.sizewright.plan.Corpus;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.VectorStore;
import picocli.CommandLine.Option;

/** Retrieval in place of serving: documents, the index over them, and what is asked. A preset says what is not given. */
final class RetrievalOptions {
    @Option(
            names = "--retrieve",
            paramLabel = "PRESET",
            description = "sizes retrieval instead: office, support, archive; each of its numbers can be replaced")
    private Optional<String> preset = Optional.empty();

    @Option(names = "--documents", paramLabel = "N", description = "how many documents are searched")
    private Optional<String> documents = Optional.empty();

    @Option(names = "--pages", paramLabel = "N", description = "pages of a document")
    private Optional<String> pages = Optional.empty();

    @Option(names = "--page-tokens", paramLabel = "N", description = "tokens of a page")
    private Optional<String> pageTokens = Optional.empty();

    @Option(
            names = "--corpus-tokens",
            paramLabel = "N",
            description = "tokens of all documents, if counted, such as 2B; goes before pages")
    private Optional<String> tokens = Optional.empty();

    @Option(names = "--chunk", paramLabel = "TOKENS", description = "tokens of a passage; each gets a vector")
    private Optional<String> chunk = Optional.empty();

    @Option(names = "--overlap", paramLabel = "TOKENS", description = "tokens that passages share")
    private Optional<String> overlap = Optional.empty();

    @Option(names = "--refresh", paramLabel = "PERCENT", description = "share of the documents read anew in a day")
    private Optional<String> refresh = Optional.empty();

    @Option(names = "--indexing-hours", paramLabel = "HOURS", description = "what the first indexing may take")
    private Optional<String> indexingHours = Optional.empty();

    @Option(names = "--index", paramLabel = "ID", description = "flat, hnsw, ivf-flat or ivf-pq")
    private Optional<String> index = Optional.empty();

    @Option(names = "--element", paramLabel = "ID", description = "how an element is stored: fp32, fp16, int8, binary")
    private Optional<String> element = Optional.empty();

    @Option(
            names = "--dimensions",
            paramLabel = "N",
            description = "of a vector (default: as wide as the embedding model)")
    private Optional<String> dimensions = Optional.empty();

    @Option(names = "--links", paramLabel = "N", description = "links of a vector in a graph (M of HNSW)")
    private Optional<String> links = Optional.empty();

    @Option(names = "--lists", paramLabel = "N", description = "lists of an IVF index (default: 4,096)")
    private Optional<String> lists = Optional.empty();

    @Option(names = "--code-segments", paramLabel = "N", description = "parts of a vector with a code (default: 64)")
    private Optional<String> segments = Optional.empty();

    @Option(names = "--code-bits", paramLabel = "N", description = "bits of a code (default: 8)")
    private Optional<String> codeBits = Optional.empty();

    @Option(
            names = "--headroom",
            paramLabel = "FACTOR",
            description = "what memory and disk are multiplied with (default: as the library says of the index)")
    private Optional<String> headroom = Optional.empty();

    @Option(names = "--copies", paramLabel = "N", description = "whole copies of the database (default: 2)")
    private Optional<String> copies = Optional.empty();

    @Option(names = "--drop-originals", description = "FP32 vectors do not stay on disk beside a smaller index")
    private boolean dropOriginals;

    @Option(names = "--metadata", paramLabel = "BYTES", description = "what filters need per vector")
    private Optional<String> metadata = Optional.empty();

    @Option(
            names = "--text-bytes",
            paramLabel = "BYTES",
            description = "text kept on disk per token; 0 if it is kept elsewhere")
    private Optional<String> textBytes = Optional.empty();

    @Option(
            names = "--queries-per-second",
            paramLabel = "N",
            description = "what is asked, if known; else --users and --queries-per-hour")
    private Optional<String> queries = Optional.empty();

    @Option(names = "--queries-per-hour", paramLabel = "N", description = "of one person (default: 5)")
    private Optional<String> perHour = Optional.empty();

    @Option(names = "--query-tokens", paramLabel = "N", description = "tokens of a query")
    private Optional<String> queryTokens = Optional.empty();

    @Option(names = "--candidates", paramLabel = "N", description = "passages that a reranker reads per query")
    private Optional<String> candidates = Optional.empty();

    @Option(names = "--guarded-tokens", paramLabel = "N", description = "tokens that a guardrail reads per query")
    private Optional<String> guardedTokens = Optional.empty();

    boolean isGiven() {
        return preset.isPresent();
    }

    RetrievalPreset preset(Library library) {
        return RecordNames.of(
                        "retrieval preset", library.retrievalPresets(), RetrievalPreset::id, RetrievalPreset::name)
                .find(preset.orElse(""));
    }

    /**
     * The numbers of a workload, replaced by those that were typed in.
     *
     * @param people who ask, if they were given
     * @throws IllegalArgumentException with a sentence if something is missing, out of range or contradicts
     */
    Retrieval replaced(Retrieval start, Optional<Integer> people, Library library) {
        return start.withCorpus(corpus(start.corpus()))
                .withStore(store(start.store(), library))
                .withQueries(queries(start.queries(), people));
    }

    private Corpus corpus(Corpus usual) {
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("--documents is missing: how many documents are searched");
        }
        if (tokens.isPresent() && (pages.isPresent() || pageTokens.isPresent())) {
            throw new IllegalArgumentException(
                    "--corpus-tokens says how much text there is: leave out --pages and --page-tokens");
        }
        int passage = whole("--chunk", chunk, 1, Retrieval.MAX_CHUNK).orElse(usual.chunkTokens());
        int shared = whole("--overlap", overlap, 0, Retrieval.MAX_CHUNK).orElse(usual.overlapTokens());
        if (shared >= passage) {
            throw new IllegalArgumentException("passages of " + passage + " tokens cannot share " + shared
                    + ": choose an --overlap below --chunk");
        }
        return new Corpus(
                whole("--documents", documents, 1, Retrieval.MAX_DOCUMENTS).orElse(usual.documents()),
                decimal("--pages", pages).orElse(usual.pagesPerDocument()),
                decimal("--page-tokens", pageTokens).orElse(usual.tokensPerPage()),
                tokens.map(text -> TypedNumber.count("--corpus-tokens", text, 1e18)),
                passage,
                shared,
                decimal("--refresh", refresh).orElse(usual.refreshPercent()),
                decimal("--indexing-hours", indexingHours).orElse(usual.firstIndexingHours()));
    }

    private VectorStore store(VectorStore usual, Library library) {
        VectorIndex chosen = RecordNames.of(
                        "vector index",
                        library.vectorIndexes(),
                        each -> each.id().value(),
                        VectorIndex::name)
                .find(index.orElse(usual.index().value()));
        VectorElement stored = RecordNames.of(
                        "vector element",
                        library.vectorElements(),
                        each -> each.id().value(),
                        VectorElement::name)
                .find(element.orElse(usual.element().value()));
        check(links.isEmpty() || chosen.hasLinks(), "--links", chosen, "is no graph");
        check(lists.isEmpty() || chosen.hasLists(), "--lists", chosen, "has no lists");
        check(segments.isEmpty() || chosen.hasCodes(), "--code-segments", chosen, "holds no codes");
        check(codeBits.isEmpty() || chosen.hasCodes(), "--code-bits", chosen, "holds no codes");
        check(element.isEmpty() || !chosen.hasCodes(), "--element", chosen, "holds codes in place of vectors");
        return new VectorStore(
                chosen.id(),
                stored.id(),
                whole("--dimensions", dimensions, 1, Retrieval.MAX_DIMENSIONS),
                whole("--links", links, 1, 1024).orElse(usual.links()),
                whole("--lists", lists, 1, 100_000_000).orElse(usual.lists()),
                whole("--code-segments", segments, 1, Retrieval.MAX_DIMENSIONS).orElse(usual.codeSegments()),
                whole("--code-bits", codeBits, 1, 24).orElse(usual.codeBits()),
                decimal("--headroom", headroom),
                whole("--copies", copies, 1, 1000).orElse(usual.replicas()),
                dropOriginals ? VectorStore.Originals.DROPPED : usual.originals(),
                whole("--metadata", metadata, 0, 100_000_000).orElse(usual.metadataBytes()),
                decimal("--text-bytes", textBytes).or(usual::textBytesPerToken));
    }

    private Retrieval.Queries queries(Retrieval.Queries usual, Optional<Integer> people) {
        if (queries.isPresent() && (people.isPresent() || perHour.isPresent())) {
            throw new IllegalArgumentException(
                    "queries follow from --users: give --queries-per-second or the people, not both");
        }
        if (queries.isEmpty() && people.isEmpty()) {
            throw new IllegalArgumentException("the queries are missing: --users, or --queries-per-second");
        }
        return new Retrieval.Queries(
                decimal("--queries-per-second", queries),
                people.orElse(0),
                decimal("--queries-per-hour", perHour).orElse(usual.perUserHour()),
                whole("--query-tokens", queryTokens, 1, Retrieval.MAX_CHUNK).orElse(usual.tokens()),
                whole("--candidates", candidates, 1, 1_000_000).orElse(usual.candidates()),
                whole("--guarded-tokens", guardedTokens, 1, 100_000_000).orElse(usual.guardedTokens()));
    }

    /** What was typed in for a model that is not there does nothing. */
    void refuseWithout(boolean reranker, boolean guardrail) {
        if (!reranker && candidates.isPresent()) {
            throw new IllegalArgumentException("--candidates are read by a reranker: name one with --reranker");
        }
        if (!guardrail && guardedTokens.isPresent()) {
            throw new IllegalArgumentException("--guarded-tokens are read by a guardrail: name one with --guardrail");
        }
    }

    private static void check(boolean fine, String option, VectorIndex chosen, String why) {
        if (!fine) {
            throw new IllegalArgumentException(option + " does nothing here, because " + chosen.name() + " " + why
                    + ": leave it out, or choose another --index");
        }
    }

    private static Optional<Integer> whole(String option, Optional<String> typed, int least, int most) {
        return typed.map(text -> TypedNumber.whole(option, text, least, most));
    }

    private static Optional<Double> decimal(String option, Optional<String> typed) {
        return typed.map(text -> TypedNumber.decimal(option, text));
    }
}
