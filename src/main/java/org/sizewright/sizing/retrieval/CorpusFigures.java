package org.sizewright.sizing.retrieval;

import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;

/** Documents to tokens, passages and vectors. */
public final class CorpusFigures {
    private static final Source PASSAGES = Source.of(
            "Passages of equal length, each beginning with the end of the one before; documents taken as equally long",
            "",
            "",
            Evidence.INFERRED);

    public final Figure documents;
    public final Figure tokens;
    public final Figure passagesPerDocument;
    public final Figure passages;
    public final Figure embeddedTokens;
    final Figure passageTokens;
    final Figure refresh;
    public final Figure allowedHours;

    CorpusFigures(RetrievalRows r) {
        documents = r.input(
                "documents",
                Unit.COUNT,
                "Documents",
                "corpus/documents",
                w -> w.corpus().documents());
        Figure pages = r.input(
                "pages",
                Unit.COUNT,
                "Pages of a document",
                "corpus/pagesPerDocument",
                w -> w.corpus().pagesPerDocument());
        Figure pageTokens = r.input(
                "page_tokens",
                Unit.TOKEN,
                "Tokens of a page",
                "corpus/tokensPerPage",
                w -> w.corpus().tokensPerPage());
        Figure counted = r.typed(
                "counted_tokens",
                Unit.TOKEN,
                "Tokens of all documents, if counted",
                "corpus/tokens",
                w -> w.corpus().tokens());
        passageTokens = r.input(
                "chunk_tokens",
                Unit.TOKEN,
                "Tokens of a passage",
                "corpus/chunkTokens",
                w -> w.corpus().chunkTokens());
        Figure overlap = r.input(
                "overlap_tokens",
                Unit.TOKEN,
                "Tokens that passages share",
                "corpus/overlapTokens",
                w -> w.corpus().overlapTokens());
        refresh = r.input(
                "refresh",
                Unit.PERCENT,
                "Documents read anew in a day",
                "corpus/refreshPercent",
                w -> w.corpus().refreshPercent());
        allowedHours = r.input(
                "allowed_hours",
                RetrievalRows.HOUR,
                "Hours that the first indexing may take",
                "corpus/firstIndexingHours",
                w -> w.corpus().firstIndexingHours());
        tokens = r.scope.define(
                "rag_tokens",
                Unit.TOKEN,
                "Tokens of all documents",
                counted.orElse(documents.times(pages).times(pageTokens)),
                PASSAGES);
        passagesPerDocument = r.scope.define(
                "rag_chunks_per_document",
                Unit.COUNT,
                "Passages of a document",
                Formula.max(
                        Formula.constant(1),
                        tokens.dividedBy(documents)
                                .minus(overlap)
                                .dividedBy(passageTokens.minus(overlap))
                                .ceil()),
                PASSAGES);
        passages = r.scope.define(
                "rag_chunks",
                Unit.COUNT,
                "Passages, each with one vector",
                documents.times(passagesPerDocument),
                PASSAGES);
        embeddedTokens = r.scope.define(
                "rag_embedded_tokens",
                Unit.TOKEN,
                "Tokens to embed, overlaps included",
                tokens.plus(passages.minus(documents).times(overlap)),
                PASSAGES);
    }
}
