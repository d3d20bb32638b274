package org.sizewright.plan;

import java.util.Optional;
import org.sizewright.library.EngineId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.VectorElementId;
import org.sizewright.library.VectorIndexId;

/**
 * Retrieval for a language model: documents become vectors in a database, queries find passages among them.
 *
 * @param engine what serves the models
 * @param embedding turns passages and queries into vectors
 * @param reranker reads the candidates of a query and puts them in order; empty if there is none
 * @param guardrail reads what is asked and answered; empty if there is none
 * @param databaseVm a machine of the database; it has no GPU
 * @param vm a machine that serves a model on one GPU or slice
 */
public record Retrieval(
        WorkloadId id,
        String name,
        Corpus corpus,
        Store store,
        Queries queries,
        EngineId engine,
        Service embedding,
        Optional<Service> reranker,
        Optional<Service> guardrail,
        VmShape databaseVm,
        VmShape vm,
        Survival survival)
        implements Workload {
    public static final int MAX_DOCUMENTS = 2_000_000_000;
    public static final int MAX_CHUNK = 1_000_000;
    public static final int MAX_DIMENSIONS = 65_536;

    public Retrieval {
        PlanChecks.name("a workload", name);
    }

    /**
     * What is searched.
     *
     * @param tokens of all documents together; empty if they follow from pages
     * @param chunkTokens most tokens of a passage
     * @param overlapTokens tokens that a passage shares with the one before
     * @param refreshPercent how much of the documents is read anew in a day
     * @param firstIndexingHours hours that the first indexing may take
     */
    public record Corpus(
            int documents,
            double pagesPerDocument,
            double tokensPerPage,
            Optional<Double> tokens,
            int chunkTokens,
            int overlapTokens,
            double refreshPercent,
            double firstIndexingHours) {
        public Corpus {
            PlanChecks.between("the documents", 1, MAX_DOCUMENTS, documents);
            PlanChecks.between("the pages of a document", 0.01, 1e6, pagesPerDocument);
            PlanChecks.between("the tokens of a page", 1, 1e6, tokensPerPage);
            tokens.ifPresent(value -> PlanChecks.between("the tokens of all documents", 1, 1e18, value));
            PlanChecks.between("the tokens of a passage", 1, MAX_CHUNK, chunkTokens);
            PlanChecks.between("the tokens that passages share", 0, chunkTokens - 1, overlapTokens);
            PlanChecks.between("the percent read anew in a day", 0, 100_000, refreshPercent);
            PlanChecks.between("the hours of the first indexing", 0.01, 100_000, firstIndexingHours);
        }

        public Corpus withDocuments(int changed) {
            return new Corpus(
                    changed,
                    pagesPerDocument,
                    tokensPerPage,
                    tokens,
                    chunkTokens,
                    overlapTokens,
                    refreshPercent,
                    firstIndexingHours);
        }

        public Corpus withTokens(Optional<Double> changed) {
            return new Corpus(
                    documents,
                    pagesPerDocument,
                    tokensPerPage,
                    changed,
                    chunkTokens,
                    overlapTokens,
                    refreshPercent,
                    firstIndexingHours);
        }

        public Corpus withChunks(int tokensOfOne, int shared) {
            return new Corpus(
                    documents,
                    pagesPerDocument,
                    tokensPerPage,
                    tokens,
                    tokensOfOne,
                    shared,
                    refreshPercent,
                    firstIndexingHours);
        }
    }

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
    public record Store(
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
        public Store {
            dimensions.ifPresent(value -> PlanChecks.between("the dimensions", 1, MAX_DIMENSIONS, value));
            PlanChecks.between("the links of a vector", 1, 1024, links);
            PlanChecks.between("the lists", 1, 100_000_000, lists);
            PlanChecks.between("the segments of a vector", 1, MAX_DIMENSIONS, codeSegments);
            PlanChecks.between("the bits of a code", 1, 24, codeBits);
            headroom.ifPresent(value -> PlanChecks.between("the headroom", 1, 10, value));
            PlanChecks.between("the replicas of the database", 1, 1000, replicas);
            PlanChecks.between("the metadata of a vector in bytes", 0, 100_000_000, metadataBytes);
            textBytesPerToken.ifPresent(value -> PlanChecks.between("the bytes of text per token", 0, 10_000, value));
        }

        public Store withIndex(VectorIndexId changed) {
            return new Store(
                    changed,
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

        public Store withElement(VectorElementId changed) {
            return new Store(
                    index,
                    changed,
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

        public Store withReplicas(int changed) {
            return new Store(
                    index,
                    element,
                    dimensions,
                    links,
                    lists,
                    codeSegments,
                    codeBits,
                    headroom,
                    changed,
                    originals,
                    metadataBytes,
                    textBytesPerToken);
        }
    }

    /** What becomes of the vectors as the model made them. */
    public enum Originals {
        /** They stay on disk, to compare candidates exactly and to build the index anew. */
        KEPT,
        DROPPED
    }

    /**
     * What is asked.
     *
     * @param perSecond queries per second; empty if they follow from people
     * @param perUserHour queries of one person in an hour
     * @param tokens of a query
     * @param candidates passages that the reranker reads per query
     * @param guardedTokens tokens that the guardrail reads per query
     */
    public record Queries(
            Optional<Double> perSecond, int users, double perUserHour, int tokens, int candidates, int guardedTokens) {
        public Queries {
            perSecond.ifPresent(value -> PlanChecks.between("the queries per second", 0, 1e9, value));
            PlanChecks.between("the people who ask", 0, MAX_DOCUMENTS, users);
            PlanChecks.between("the queries of a person in an hour", 0, 1e6, perUserHour);
            PlanChecks.between("the tokens of a query", 1, MAX_CHUNK, tokens);
            PlanChecks.between("the candidates of a query", 1, 1_000_000, candidates);
            PlanChecks.between("the tokens that a guardrail reads", 1, 100_000_000, guardedTokens);
        }

        public Queries withPerSecond(Optional<Double> changed) {
            return new Queries(changed, users, perUserHour, tokens, candidates, guardedTokens);
        }
    }

    /**
     * A model that is served beside the language model.
     *
     * @param tokensPerSecond tokens that one of its machines reads in a second, as measured; empty if nobody has measured it
     */
    public record Service(ModelId model, NumberFormatId weights, Optional<Double> tokensPerSecond) {
        public Service {
            tokensPerSecond.ifPresent(value -> PlanChecks.between("the tokens per second", 0.001, 1e12, value));
        }

        public Service withModel(ModelId changed) {
            return new Service(changed, weights, tokensPerSecond);
        }

        public Service withTokensPerSecond(Optional<Double> changed) {
            return new Service(model, weights, changed);
        }
    }

    public Retrieval withId(WorkloadId changed) {
        return new Retrieval(
                changed,
                name,
                corpus,
                store,
                queries,
                engine,
                embedding,
                reranker,
                guardrail,
                databaseVm,
                vm,
                survival);
    }

    public Retrieval withCorpus(Corpus changed) {
        return new Retrieval(
                id, name, changed, store, queries, engine, embedding, reranker, guardrail, databaseVm, vm, survival);
    }

    public Retrieval withStore(Store changed) {
        return new Retrieval(
                id, name, corpus, changed, queries, engine, embedding, reranker, guardrail, databaseVm, vm, survival);
    }

    public Retrieval withQueries(Queries changed) {
        return new Retrieval(
                id, name, corpus, store, changed, engine, embedding, reranker, guardrail, databaseVm, vm, survival);
    }

    public Retrieval withEngine(EngineId changed) {
        return new Retrieval(
                id, name, corpus, store, queries, changed, embedding, reranker, guardrail, databaseVm, vm, survival);
    }

    public Retrieval withEmbedding(Service changed) {
        return new Retrieval(
                id, name, corpus, store, queries, engine, changed, reranker, guardrail, databaseVm, vm, survival);
    }

    public Retrieval withReranker(Optional<Service> changed) {
        return new Retrieval(
                id, name, corpus, store, queries, engine, embedding, changed, guardrail, databaseVm, vm, survival);
    }

    public Retrieval withGuardrail(Optional<Service> changed) {
        return new Retrieval(
                id, name, corpus, store, queries, engine, embedding, reranker, changed, databaseVm, vm, survival);
    }

    public Retrieval withDatabaseVm(VmShape changed) {
        return new Retrieval(
                id, name, corpus, store, queries, engine, embedding, reranker, guardrail, changed, vm, survival);
    }

    @Override
    public Retrieval withName(String changed) {
        return new Retrieval(
                id, changed, corpus, store, queries, engine, embedding, reranker, guardrail, databaseVm, vm, survival);
    }

    @Override
    public Retrieval withVm(VmShape changed) {
        return new Retrieval(
                id,
                name,
                corpus,
                store,
                queries,
                engine,
                embedding,
                reranker,
                guardrail,
                databaseVm,
                changed,
                survival);
    }

    @Override
    public Retrieval withSurvival(Survival changed) {
        return new Retrieval(
                id, name, corpus, store, queries, engine, embedding, reranker, guardrail, databaseVm, vm, changed);
    }
}
