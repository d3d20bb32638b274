package org.sizewright.sizing.retrieval;

import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;

/** What is asked, and the tokens that embedding, reranker and guardrail have to read for it and for the documents. */
public final class QueryLoad {
    static final Source LOAD = Source.of(
            "Documents read anew spread over the day; a reranker reads the query with each candidate",
            "",
            "",
            Evidence.INFERRED);
    private static final double HOURS_OF_A_DAY = 24;

    public final Figure queriesPerSecond;
    public final Figure refreshedVectors;
    public final Figure embedding;
    public final Figure firstIndexing;
    public final Figure reranker;
    public final Figure guardrail;
    final Figure pairTokens;
    final Figure guardedTokens;

    QueryLoad(RetrievalRows r, CorpusFigures corpus) {
        Figure typed = r.typed(
                "typed_queries",
                Unit.PER_SECOND,
                "Queries per second, if known",
                "queries/perSecond",
                w -> w.queries().perSecond());
        Figure users = r.input(
                "users",
                Unit.COUNT,
                "People who ask",
                "queries/users",
                w -> w.queries().users());
        Figure perUserHour = r.input(
                "per_user_hour",
                Unit.COUNT,
                "Queries of a person in an hour",
                "queries/perUserHour",
                w -> w.queries().perUserHour());
        Figure queryTokens = r.input(
                "query_tokens",
                Unit.TOKEN,
                "Tokens of a query",
                "queries/tokens",
                w -> w.queries().tokens());
        Figure candidates = r.input(
                "candidates",
                Unit.COUNT,
                "Candidates that are reranked",
                "queries/candidates",
                w -> w.queries().candidates());
        guardedTokens = r.input(
                "guarded_tokens",
                Unit.TOKEN,
                "Tokens that a guardrail reads per query",
                "queries/guardedTokens",
                w -> w.queries().guardedTokens());
        queriesPerSecond = r.scope.define(
                "rag_queries_per_second",
                Unit.PER_SECOND,
                "Queries per second",
                typed.orElse(users.times(perUserHour).dividedBy(Formula.constant(1, RetrievalRows.HOUR))),
                LOAD);
        refreshedVectors = r.scope.define(
                "rag_refreshed_vectors",
                Unit.COUNT,
                "Vectors made anew in a day",
                corpus.passages.times(corpus.refresh),
                LOAD);
        embedding = r.scope.define(
                "rag_embedding_load",
                Unit.TOKEN_PER_SECOND,
                "Tokens to embed in a second, day by day",
                corpus.embeddedTokens
                        .times(corpus.refresh)
                        .dividedBy(Formula.constant(HOURS_OF_A_DAY, RetrievalRows.HOUR))
                        .plus(queriesPerSecond.times(queryTokens)),
                LOAD);
        firstIndexing = r.scope.define(
                "rag_first_indexing_load",
                Unit.TOKEN_PER_SECOND,
                "Tokens to embed in a second at the first indexing",
                corpus.embeddedTokens.dividedBy(corpus.allowedHours),
                LOAD);
        pairTokens = r.scope.define(
                "rag_pair_tokens",
                Unit.TOKEN,
                "Tokens of a query with one passage",
                corpus.passageTokens.plus(queryTokens),
                LOAD);
        reranker = r.scope.define(
                "rag_reranker_load",
                Unit.TOKEN_PER_SECOND,
                "Tokens to rerank in a second",
                queriesPerSecond.times(candidates).times(pairTokens),
                LOAD);
        guardrail = r.scope.define(
                "rag_guardrail_load",
                Unit.TOKEN_PER_SECOND,
                "Tokens to guard in a second",
                queriesPerSecond.times(guardedTokens),
                LOAD);
    }
}
