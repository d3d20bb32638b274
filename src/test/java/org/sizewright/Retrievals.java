package org.sizewright;

import java.util.Optional;
import org.sizewright.library.EngineId;
import org.sizewright.library.ModelId;
import org.sizewright.library.NumberFormatId;
import org.sizewright.library.VectorElementId;
import org.sizewright.library.VectorIndexId;
import org.sizewright.plan.Corpus;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.Survival;
import org.sizewright.plan.VectorStore;
import org.sizewright.plan.VmShape;
import org.sizewright.plan.WorkloadId;

/** Retrieval for tests. */
public final class Retrievals {
    private Retrievals() {}

    /** A thousand documents of 5,000 tokens in an HNSW graph, with nothing besides the embedding model. */
    public static Retrieval plain() {
        return new Retrieval(
                WorkloadId.of("w1"),
                "Handbook search",
                new Corpus(1000, 10, 500, Optional.empty(), 512, 50, 1, 1),
                new VectorStore(
                        VectorIndexId.of("hnsw"),
                        VectorElementId.of("fp32"),
                        Optional.empty(),
                        32,
                        1024,
                        64,
                        8,
                        Optional.empty(),
                        1,
                        VectorStore.Originals.DROPPED,
                        0,
                        Optional.empty()),
                new Retrieval.Queries(Optional.empty(), 720, 5, 50, 40, 1000),
                EngineId.of("vllm-0.19"),
                service("Snowflake/snowflake-arctic-embed-m", 1000),
                Optional.empty(),
                Optional.empty(),
                new VmShape(8, 64),
                new VmShape(8, 32),
                Survival.MUST_RESTART);
    }

    /** With everything that retrieval can have. */
    public static Retrieval full() {
        Retrieval plain = plain();
        Corpus corpus = plain.corpus().withTokens(Optional.of(6_000_000.0));
        VectorStore store = new VectorStore(
                VectorIndexId.of("ivf-pq"),
                VectorElementId.of("fp16"),
                Optional.of(512),
                16,
                256,
                32,
                8,
                Optional.of(1.25),
                2,
                VectorStore.Originals.KEPT,
                120,
                Optional.of(4.0));
        return plain.withCorpus(corpus)
                .withStore(store)
                .withQueries(plain.queries().withPerSecond(Optional.of(2.5)))
                .withReranker(Optional.of(service("google-bert/bert-large", 50_000)))
                .withGuardrail(Optional.of(service("meta-llama/Llama-3.1-8B-Instruct", 20_000)));
    }

    public static Retrieval.Service service(String model, double tokensPerSecond) {
        return new Retrieval.Service(ModelId.of(model), NumberFormatId.of("fp16"), Optional.of(tokensPerSecond));
    }
}
