package org.sizewright.plan;

import java.util.Optional;
import java.util.function.Consumer;
import org.sizewright.library.EngineId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;

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
        VectorStore store,
        Queries queries,
        EngineId engine,
        Service embedding,
        Optional<Service> reranker,
        Optional<Service> guardrail,
        VmShape databaseVm,
        VmShape vm,
        Survival survival,
        RunTerms terms)
        implements Workload {
    public static final int MAX_DOCUMENTS = 2_000_000_000;
    public static final int MAX_CHUNK = 1_000_000;
    public static final int MAX_DIMENSIONS = 65_536;

    /** On any host, always. */
    public Retrieval(
            WorkloadId id,
            String name,
            Corpus corpus,
            VectorStore store,
            Queries queries,
            EngineId engine,
            Service embedding,
            Optional<Service> reranker,
            Optional<Service> guardrail,
            VmShape databaseVm,
            VmShape vm,
            Survival survival) {
        this(
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
                vm,
                survival,
                RunTerms.FREE);
    }

    public Retrieval {
        PlanChecks.name("a workload", name);
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
            return with(copy -> copy.perSecond = changed);
        }

        public Queries withUsers(int changed) {
            return with(copy -> copy.users = changed);
        }

        public Queries withPerUserHour(double changed) {
            return with(copy -> copy.perUserHour = changed);
        }

        public Queries withTokens(int changed) {
            return with(copy -> copy.tokens = changed);
        }

        public Queries withCandidates(int changed) {
            return with(copy -> copy.candidates = changed);
        }

        public Queries withGuardedTokens(int changed) {
            return with(copy -> copy.guardedTokens = changed);
        }

        private Queries with(Consumer<Copy> change) {
            Copy copy = new Copy(this);
            change.accept(copy);
            return copy.toQueries();
        }

        /** The values while one of them is changed. */
        private static final class Copy {
            private Optional<Double> perSecond;
            private int users;
            private double perUserHour;
            private int tokens;
            private int candidates;
            private int guardedTokens;

            Copy(Queries from) {
                perSecond = from.perSecond;
                users = from.users;
                perUserHour = from.perUserHour;
                tokens = from.tokens;
                candidates = from.candidates;
                guardedTokens = from.guardedTokens;
            }

            Queries toQueries() {
                return new Queries(perSecond, users, perUserHour, tokens, candidates, guardedTokens);
            }
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

        public Service withWeights(NumberFormatId changed) {
            return new Service(model, changed, tokensPerSecond);
        }

        public Service withTokensPerSecond(Optional<Double> changed) {
            return new Service(model, weights, changed);
        }
    }

    public Retrieval withId(WorkloadId changed) {
        return with(copy -> copy.id = changed);
    }

    @Override
    public Retrieval withName(String changed) {
        return with(copy -> copy.name = changed);
    }

    public Retrieval withCorpus(Corpus changed) {
        return with(copy -> copy.corpus = changed);
    }

    public Retrieval withStore(VectorStore changed) {
        return with(copy -> copy.store = changed);
    }

    public Retrieval withQueries(Queries changed) {
        return with(copy -> copy.queries = changed);
    }

    public Retrieval withEngine(EngineId changed) {
        return with(copy -> copy.engine = changed);
    }

    public Retrieval withEmbedding(Service changed) {
        return with(copy -> copy.embedding = changed);
    }

    public Retrieval withReranker(Optional<Service> changed) {
        return with(copy -> copy.reranker = changed);
    }

    public Retrieval withGuardrail(Optional<Service> changed) {
        return with(copy -> copy.guardrail = changed);
    }

    public Retrieval withDatabaseVm(VmShape changed) {
        return with(copy -> copy.databaseVm = changed);
    }

    @Override
    public Retrieval withVm(VmShape changed) {
        return with(copy -> copy.vm = changed);
    }

    @Override
    public Retrieval withSurvival(Survival changed) {
        return with(copy -> copy.survival = changed);
    }

    @Override
    public Retrieval withTerms(RunTerms changed) {
        return with(copy -> copy.terms = changed);
    }

    private Retrieval with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.toRetrieval();
    }

    /** The values while one of them is changed. */
    private static final class Copy {
        private WorkloadId id;
        private String name;
        private Corpus corpus;
        private VectorStore store;
        private Queries queries;
        private EngineId engine;
        private Service embedding;
        private Optional<Service> reranker;
        private Optional<Service> guardrail;
        private VmShape databaseVm;
        private VmShape vm;
        private Survival survival;
        private RunTerms terms;

        Copy(Retrieval from) {
            id = from.id;
            name = from.name;
            corpus = from.corpus;
            store = from.store;
            queries = from.queries;
            engine = from.engine;
            embedding = from.embedding;
            reranker = from.reranker;
            guardrail = from.guardrail;
            databaseVm = from.databaseVm;
            vm = from.vm;
            survival = from.survival;
            terms = from.terms;
        }

        Retrieval toRetrieval() {
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
                    vm,
                    survival,
                    terms);
        }
    }
}
